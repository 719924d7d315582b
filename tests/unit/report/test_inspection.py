"""What was read, on a terminal: counts, span, runners, problems with their places."""

import io
from dataclasses import dataclass
from datetime import date

from rich.console import Console

from unload.errors import Problem
from unload.model.plan import Kind, Plan, PlannedSession
from unload.report.inspection import inspected, notes_lines, problems_line
from unload.report.words import KM, MI, Units, Words


@dataclass(frozen=True)
class Told:
    """An activity told more than once."""

    kept: str = "watch.fit"
    aside: tuple[tuple[str, str], ...] = (("a.csv line 2", "the same time and sport"),)
    lent: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Found:
    """What reading a path found."""

    files: int = 3
    activities: int = 5
    runs: int = 4
    run_km: float = 40.0
    run_hours: float = 3.46
    first_run: date | None = date(2024, 1, 1)
    last_run: date | None = date(2024, 2, 1)
    problems: tuple[Problem, ...] = (Problem("a.fit", "is a [web] page; export it again"),)
    runners: tuple[str, ...] = ("ann", "bob")
    notes: tuple[str, ...] = ()
    choices: tuple[Told, ...] = ()
    plan: Plan | None = None


def shown(found: Found, units: Units = KM) -> str:
    """What the terminal shows."""
    out = io.StringIO()
    words = Words({}, units, date(2024, 11, 17))
    Console(file=out, width=80, color_system=None).print(inspected(found, words))
    return " ".join(out.getvalue().split())


def test_counts_span_and_problems_are_shown() -> None:
    """Brackets in a file name or a message are text, not markup."""
    text = shown(Found())
    for part in (
        "files 3",
        "activities 5",
        "runs 4: 40 km in 3.5 h",
        "from 2024-01-01",
        "ann, bob",
    ):
        assert part in text
    assert "problems 1 - a.fit: is a [web] page; export it again" in text


def test_a_plan_is_called_one() -> None:
    """How many sessions in how many weeks, and how to hand it over."""
    first = PlannedSession(date(2024, 11, 18), Kind.REST)
    easy = PlannedSession(date(2024, 11, 25), Kind.EASY, 8000)
    for sessions, told in (((first, easy), "1 in 2 weeks"), ((easy,), "1 in 1 week")):
        text = shown(Found(plan=Plan(sessions)))
        assert f"sessions {told} from {sessions[0].day} to 2024-11-25" in text
        assert "--plan" in text


def test_miles_are_miles() -> None:
    """The runner's units hold here too."""
    assert "24.9 mi" in shown(Found(), MI)


def test_no_run_is_nought_and_no_days() -> None:
    """What is not there has no line."""
    text = shown(Found(runs=0, run_km=0.0, first_run=None, last_run=None, runners=(), problems=()))
    assert "files 3 activities 5 runs 0 problems 0" == text


def test_problems_are_told_in_one_line_that_says_where_to_look() -> None:
    """One is it, several are them, none is silence."""
    assert "" == problems_line(0, 9, "x.zip")
    one = "1 problem in 9 files; the rest was read. unload inspect x.zip lists it."
    assert one == problems_line(1, 9, "x.zip")
    assert "2 problems in 1 file; the rest was read. unload inspect x.zip lists them." == (
        problems_line(2, 1, "x.zip")
    )


def test_what_was_assumed_stands_below_the_problems() -> None:
    """And where nothing was, nothing does."""
    text = shown(Found(notes=("Days are told by [Europe/Berlin].", "All rows are runs.")))
    assert "again assumed - Days are told by [Europe/Berlin]. - All rows are runs." in text
    assert "assumed" not in shown(Found())


def test_many_notes_are_one_and_a_count() -> None:
    """The last is of everything that was read; the others are of one file each."""
    assert ["a", "b"] == notes_lines(["a", "b"], "x")
    assert ["c", "2 more things were assumed; unload inspect x lists them."] == notes_lines(
        "abc", "x"
    )


def test_what_is_told_twice_is_counted_by_its_reason() -> None:
    """And how many of them know something from another telling."""
    copy = Told(aside=(("b.fit", "the same content"), ("c.fit", "the same content")))
    text = shown(Found(choices=(Told(), Told(lent=(("rpe", "a.csv line 2"),)), copy)))
    assert (
        "told twice 3, each counted once: 2 by the same time and sport, 2 by the same content; "
        "1 completed from another telling" in text
    )
    assert "completed" not in shown(Found(choices=(Told(),)))
    assert "told twice" not in shown(Found())
