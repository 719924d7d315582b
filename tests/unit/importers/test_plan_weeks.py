"""Plans told as weeks: every plan by its name, its weeks in order, nothing lost unsaid."""

from pathlib import Path

import pytest

from unload.errors import NoRuns, NoSuchPath
from unload.importers.plan_weeks import read_plan_weeks
from unload.model.proof import PlannedWeek, WeeklyPlan

HEAD = "plan,week,km,longest_km,runs,race_week,goal_race_week,taper3\n"


def written(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "weeks.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_weeks_are_sorted_into_their_plans(tmp_path: Path) -> None:
    """Whatever order they stand in; races and the taper are marked."""
    rows = ("b,2,30,12,4,0,1,1", "a,1,40,16,5,0,0,0", "b,1,20.5,8,3,1,0,0")
    plans, problems = read_plan_weeks(written(tmp_path, *rows))
    assert () == problems
    assert (
        WeeklyPlan(
            "b",
            (
                PlannedWeek(20_500, 8_000, 3, race=True),
                PlannedWeek(30_000, 12_000, 4, race=True, taper=True),
            ),
        ),
        WeeklyPlan("a", (PlannedWeek(40_000, 16_000, 5),)),
    ) == plans


def test_columns_may_stand_in_any_order_and_races_may_be_missing(tmp_path: Path) -> None:
    """Titles are read for what they mean."""
    head = "Runs,KM,Longest km,Week,Plan\n"
    plans, _ = read_plan_weeks(written(tmp_path, "3,20,8,1,mine", head=head))
    assert (WeeklyPlan("mine", (PlannedWeek(20_000, 8_000, 3),)),) == plans


@pytest.mark.parametrize(
    "row",
    [
        ",1,40,16,5,0,0,0",
        "a,one,40,16,5,0,0,0",
        "a,1,,16,5,0,0,0",
        "a,1,40,41,5,0,0,0",
        "a,1,40,-1,5,0,0,0",
        "a,1,40,16,-5,0,0,0",
        "a,1,40,16,nan,0,0,0",
        "a,1",
    ],
)
def test_a_row_that_is_no_week_is_a_problem_and_the_rest_is_read(tmp_path: Path, row: str) -> None:
    """With its line."""
    plans, problems = read_plan_weeks(written(tmp_path, "a,2,30,12,4,0,0,0", row))
    assert 1 == len(plans[0].weeks)
    assert ["weeks.csv line 3"] == [problem.where for problem in problems]


def test_a_file_without_weeks_says_what_it_takes(tmp_path: Path) -> None:
    """No such file, another table, an open quotation mark."""
    with pytest.raises(NoSuchPath):
        read_plan_weeks(tmp_path / "nothing.csv")
    with pytest.raises(NoRuns, match="plan, week, km, longest_km, runs"):
        read_plan_weeks(written(tmp_path, "1,2", head="a,b\n"))


def test_a_broken_row_of_the_table_is_a_problem(tmp_path: Path) -> None:
    """The grammar of CSV is somebody else's; what it cannot read is told all the same."""
    path = written(tmp_path, "a,2,30,12,4,0,0,0", f"a,1,{'9' * 200_000},1,1,0,0,0")
    plans, problems = read_plan_weeks(path)
    assert (1, 1) == (len(plans), len(problems))
