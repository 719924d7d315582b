"""What programs are told of what was read holds to its schema."""

from dataclasses import dataclass, replace
from datetime import date

from jsonschema import Draft202012Validator

from unit.report.test_contract import schema, undescribed
from unload.errors import Problem
from unload.model.plan import Kind, Plan, PlannedSession
from unload.report.contract_inspect import inspection_dict


@dataclass(frozen=True)
class Told:
    """An activity told more than once."""

    kept: str = "watch.fit"
    aside: tuple[tuple[str, str], ...] = (("a.csv line 2", "the same time and sport"),)
    lent: tuple[tuple[str, str], ...] = (("rpe", "a.csv line 2"),)


@dataclass(frozen=True)
class Found:
    """What reading a path found."""

    files: int = 3
    activities: int = 2
    runs: int = 1
    run_km: float = 10.0049
    run_hours: float = 0.8649
    first_run: date | None = date(2024, 1, 1)
    last_run: date | None = None
    problems: tuple[Problem, ...] = (Problem("a.fit", "is a web page; export it again"),)
    notes: tuple[str, ...] = ("Days are told by Europe/Berlin; --zone NAME says another.",)
    runners: tuple[str, ...] = ("ann",)
    choices: tuple[Told, ...] = (Told(),)
    plan: Plan | None = None


def test_what_was_read_fits_its_schema() -> None:
    """Counts, rounded hours, days and problems."""
    told = inspection_dict(Found())
    assert [] == [e.message for e in Draft202012Validator(schema("inspect")).iter_errors(told)]
    assert [] == undescribed(told, schema("inspect"))
    assert list(Found().notes) == told["notes"]
    aside = [{"where": "a.csv line 2", "why": "the same time and sport"}]
    lent = [{"field": "rpe", "where": "a.csv line 2"}]
    assert [{"kept": "watch.fit", "aside": aside, "lent": lent}] == told["choices"]
    wanted = {"run_km": 10.0, "run_hours": 0.86, "first_run": "2024-01-01", "last_run": None}
    assert wanted == {key: told[key] for key in wanted}


def test_a_plan_that_was_read_is_told_by_its_size_and_days() -> None:
    """So many sessions over so many weeks, from a day to a day."""
    easy = PlannedSession(date(2024, 11, 19), Kind.EASY, 8000)
    planned = inspection_dict(replace(Found(), plan=Plan((easy,))))
    assert [] == [e.message for e in Draft202012Validator(schema("inspect")).iter_errors(planned)]
    assert [] == undescribed(planned, schema("inspect"))
    day = "2024-11-19"
    assert {"sessions": 1, "weeks": 1, "first": day, "last": day} == planned["plan"]
