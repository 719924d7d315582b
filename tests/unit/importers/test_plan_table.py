"""A plan in a table: one's own, or the planned rows of TrainingPeaks."""

from datetime import UTC, date

import pytest

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.plan_table import PlanTable
from unload.model.plan import Kind, PlannedSession

OWN = """date,session,km,minutes
2024-11-18,Rest,,
2024-11-19,"8 x 400 m hard / 60 s jog",10,50
2024-11-20,Easy,8,
2024-11-24,Long,24,
,,,
2024-11-25,Easy,far,
soon,Easy,8,
"""
PEAKS = (
    "Title,WorkoutType,WorkoutDescription,PlannedDuration,PlannedDistanceInMeters,WorkoutDay,"
    "DistanceInMeters,TimeTotalInHours\n"
    "Tempo,Run,WU 10 min then 20 min tempo then CD 10 min,0.6666666,,2024-11-19,,\n"
    "Spin,Bike,,1.5,,2024-11-20,,\n"
    "Ran,Run,,,,2024-11-16,9000,0.8\n"
)


def read(text: str) -> list[PlannedSession | Problem]:
    file = memory_file("plan.csv", text)
    assert PlanTable().identify(file)
    return list(PlanTable().read(file, UTC))


def test_a_table_of_ones_own() -> None:
    """Good rows are sessions, bad ones problems with their line, empty ones nothing."""
    found = read(OWN)
    sessions = [r for r in found if isinstance(r, PlannedSession)]
    assert [(18, Kind.REST), (19, Kind.HARD), (20, Kind.EASY), (24, Kind.LONG)] == [
        (s.day.day, s.kind) for s in sessions
    ]
    assert [0, 10_000, 8000, 24_000] == [s.distance_m for s in sessions]
    assert ["plan.csv line 7", "plan.csv line 8"] == [
        r.where for r in found if isinstance(r, Problem)
    ]


def test_what_trainingpeaks_plans() -> None:
    """Hours are hours; what was run without having been planned is no plan."""
    tempo, spin, ran = read(PEAKS)
    assert isinstance(tempo, PlannedSession)
    assert isinstance(spin, PlannedSession)
    assert (pytest.approx(2400), 1200) == (tempo.duration_s, tempo.hard_s)
    assert (0, 5400) == (spin.distance_m, spin.duration_s)
    assert isinstance(ran, Problem)


@pytest.mark.parametrize(
    ("header", "row", "seconds", "metres"),
    [
        ("day,workout,duration", "2024-11-19,Easy,1:05:00", 3900, 0),
        ("day,workout,distance_mi", "2024-11-19,Easy,3", 0, 3 * 1609.344),
        ("day,what,hours", "2024-11-19,Easy,1.5", 5400, 0),
        ("date,title,miles,hard_min", "2024-11-19,Run,5,12", 0, 5 * 1609.344),
    ],
)
def test_units_stand_in_the_titles(header: str, row: str, seconds: float, metres: float) -> None:
    """Kilometres, miles, minutes, hours, clocks."""
    (made,) = read(f"{header}\n{row}\n")
    assert isinstance(made, PlannedSession)
    assert (seconds, pytest.approx(metres)) == (made.duration_s, made.distance_m)
    assert date(2024, 11, 19) == made.day


@pytest.mark.parametrize(
    "header", ["start,distance_m,moving_s", "date,mood,sleep", "session,km", "date,km,avg_hr"]
)
def test_a_log_is_no_plan(header: str) -> None:
    """Nor is a table without dates, or one of check-ins."""
    assert not PlanTable().identify(memory_file("x.csv", f"{header}\n1,2,3\n"))


def test_a_row_that_breaks_the_grammar_is_a_problem() -> None:
    """And the rest is read."""
    found = read('date,session\n2024-11-19,8 km easy\n\n2024-11-20,"9 km easy\n')
    assert isinstance(found[0], PlannedSession)
