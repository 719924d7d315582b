"""TrainingPeaks' workouts."""

from datetime import datetime

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.marks import NO_TIME_OF_DAY
from unload.importers.trainingpeaks import TrainingPeaks
from unload.model.history import Session, Sport

FORMAT = TrainingPeaks()
GOOD = {
    "Title": "Easy", "WorkoutType": "Run", "WorkoutDay": "2024-06-01", "PlannedDuration": "1",
    "DistanceInMeters": "8050.5", "TimeTotalInHours": "0.75", "HeartRateAverage": "146",
    "HeartRateMax": "163", "Rpe": "4",
}  # fmt: skip


def table(*changes: dict[str, str]) -> str:
    """The table of the good row with some cells changed."""
    rows = [ex.row(ex.TRAININGPEAKS_HEADER, **{**GOOD, **change}) for change in changes]
    return "\n".join([ex.TRAININGPEAKS_HEADER, *rows]) + "\n"


def test_every_field() -> None:
    """Metres and hours; nobody knows when on its day it was."""
    expected = Session(
        datetime(2024, 6, 1), Sport.RUN, 2700.0, 8050.5, None, 146.0, 163.0, rpe=4.0,
        source="trainingpeaks", where="t.csv line 2", marks=(NO_TIME_OF_DAY,),
    )  # fmt: skip
    assert [expected] == records(FORMAT, table({}), "t.csv")


@pytest.mark.parametrize(
    "plan",
    [
        {"DistanceInMeters": "", "TimeTotalInHours": ""},
        {"DistanceInMeters": "0", "TimeTotalInHours": "0"},
        {"DistanceInMeters": "", "TimeTotalInHours": "", "WorkoutType": "Day Off"},
    ],
)
def test_what_was_only_planned_is_no_run(plan: dict[str, str]) -> None:
    """No session and no problem: plans, rest days and notes stand in the same table."""
    assert [] == records(FORMAT, table(plan), "t.csv")


def test_a_run_may_have_no_distance() -> None:
    """I19."""
    found = sessions(records(FORMAT, table({"DistanceInMeters": ""})))
    assert [(2700.0, None)] == [(s.duration_s, s.distance_m) for s in found]


@pytest.mark.parametrize(
    "change",
    [{"DistanceInMeters": "nan"}, {"TimeTotalInHours": "x"}, {"TimeTotalInHours": ""},
     {"WorkoutDay": ""}, {"WorkoutDay": "June"}, {"DistanceInMeters": "80500"}],
)  # fmt: skip
def test_a_bad_row_is_a_problem_and_the_rest_is_read(change: dict[str, str]) -> None:
    """I15, I17, I27, I46."""
    found = records(FORMAT, table(change, {}), "t.csv")
    assert ["t.csv line 2"] == [p.where for p in problems(found)]
    assert ["t.csv line 3"] == [s.where for s in sessions(found)]


def test_it_is_known_by_its_columns() -> None:
    """Not by its name."""
    assert FORMAT.identify(memory_file("x", table()))
    assert not FORMAT.identify(memory_file("workouts.csv", "Title,WorkoutDay\n"))
