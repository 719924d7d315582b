"""What we promise of real-looking plans: forty weeks, each as its coach would write it.

`pytest tests/spec/test_coach_weeks.py --update` writes tests/spec/plans/*.txt anew; read what
changed as the runner's coach would.
"""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from coach_weeks import PLANS, Case, cases, page
from file_samples import memory_file
from plan_laws import Made, broken
from unload.importers.plan_calendar import PlanCalendar
from unload.importers.plan_table import PlanTable
from unload.importers.plan_workout import PlanWorkout
from unload.model.plan import Kind, PlannedSession, Week
from unload.report.week_files import calendar, table, workouts

CASES = cases()
NAMES = [case.key for case in CASES]
MADE = datetime(2024, 11, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_week_is_as_its_coach_would_write_it(case: Case, request: pytest.FixtureRequest) -> None:
    """Before, after, why, totals and notes as in its file."""
    path, made = PLANS / f"{case.key}.txt", page(case)
    if request.config.getoption("--update"):
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_week_keeps_every_law(case: Case) -> None:
    """Those of random plans hold for real-looking ones."""
    unwell = "well" not in case.told["feels"]
    assert [] == broken(Made(case.week(), case.wishes(), unwell))


def runs_of(week: Week) -> list[PlannedSession]:
    return [d for d in week.days if d.is_run]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_week_comes_back_from_a_table(case: Case) -> None:
    """Every session with its day, sport, sizes, hard minutes and structure."""
    week = case.week()
    file = memory_file("week.csv", table(week, case.words))
    again = [s for s in PlanTable().read(file, UTC) if isinstance(s, PlannedSession)]
    asked = [d for d in week.after.days if d.kind is not Kind.REST]
    back = [d for d in again if d.kind is not Kind.REST]
    assert [(d.day, d.is_run, d.hard_s) for d in asked] == [
        (d.day, d.is_run, pytest.approx(d.hard_s, abs=1)) for d in back
    ]
    assert [(d.distance_m, d.duration_s) for d in asked] == [
        (pytest.approx(d.distance_m, abs=1), pytest.approx(d.duration_s, abs=1)) for d in back
    ]
    assert [len(d.parts) for d in asked] == [len(d.parts) for d in back]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_week_comes_back_from_a_calendar(case: Case) -> None:
    """Every run on its day, as far as its title says or as long."""
    week = case.week()
    file = memory_file("week.ics", calendar(week, case.words, MADE))
    read = [s for s in PlanCalendar().read(file, UTC) if isinstance(s, PlannedSession)]
    again, asked = runs_of(Week(tuple(read))), runs_of(week.after)
    assert [d.day for d in asked] == [d.day for d in again]
    for run, back in zip(asked, again, strict=True):
        sizes = (run.told_m, 0.0) if run.told_m else (0.0, run.duration_s)
        metres, seconds = back.distance_m, back.duration_s
        assert sizes == (pytest.approx(metres, rel=0.05), pytest.approx(seconds, abs=60))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_week_comes_back_from_the_watch(case: Case) -> None:
    """One workout a run, on its day, with its steps in their sizes and as hard as they were."""
    week = case.week()
    with zipfile.ZipFile(io.BytesIO(workouts(week, case.words, MADE))) as archive:
        files = [memory_file(name, archive.read(name)) for name in archive.namelist()]
    again = [s for file in files for s in PlanWorkout().read(file, UTC)]
    asked = runs_of(week.after)
    assert [d.day for d in asked] == [s.day for s in again if isinstance(s, PlannedSession)]
    for run, back in zip(asked, again, strict=True):
        assert isinstance(back, PlannedSession)
        assert [(s.kind, s.effort, s.distance_m, s.duration_s) for s in run.steps()] == [
            (
                s.kind,
                s.effort,
                pytest.approx(s.distance_m, abs=0.01),
                pytest.approx(s.duration_s, abs=0.001),
            )
            for s in back.steps()
        ]
        if not run.parts:
            assert run.told_m == pytest.approx(back.distance_m, abs=0.01)


def test_no_week_is_without_its_plan() -> None:
    """A file whose plan is gone goes with it."""
    assert sorted(case.key for case in CASES) == sorted(path.stem for path in PLANS.glob("*.txt"))
