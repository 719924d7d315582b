"""Show what was read: counts, span, runners, and every problem with its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.report.contract_inspect import Chosen, Inspected
from unload.report.figures import plural, tidy
from unload.report.words import Words

SHOWN_NOTES = 2


def inspected(found: Inspected, words: Words) -> RenderableType:
    """The counts as a small table, the problems below it."""
    rows = _plan_rows(found) or [
        ("files", str(found.files)),
        ("activities", str(found.activities)),
        ("runs", _runs(found, words)),
        ("from", "" if found.first_run is None else found.first_run.isoformat()),
        ("to", "" if found.last_run is None else found.last_run.isoformat()),
        ("told twice", _told_twice(found.choices)),
        ("runners", ", ".join(found.runners)),
        ("problems", str(len(found.problems))),
    ]
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for name, value in rows:
        if value:
            table.add_row(name, Text(value))
    listed = _listed(map(str, found.problems))
    return Padding(Group(table, listed, *_notes(found)), (0, 1))


def _plan_rows(found: Inspected) -> list[tuple[str, str]]:
    """What a plan asks for; nothing where the path holds none."""
    plan = found.plan
    if plan is None:
        return []
    return [
        ("a plan", "hand it over with --plan, beside the runs"),
        ("sessions", f"{plan.trained} in {plan.weeks} {plural(plan.weeks, 'week')}"),
        ("from", plan.sessions[0].day.isoformat()),
        ("to", plan.sessions[-1].day.isoformat()),
        ("problems", str(len(found.problems))),
    ]


def _notes(found: Inspected) -> Iterator[RenderableType]:
    """What was assumed, below what is wrong."""
    if found.notes:
        yield Text("assumed", style="bold")
        yield _listed(found.notes)


def _listed(sentences: Iterable[str]) -> RenderableType:
    """One sentence a row, so that a second line stands under its first."""
    table = Table.grid(padding=(0, 1, 0, 2))
    for sentence in sentences:
        table.add_row("-", Text(sentence))
    return table


def _runs(found: Inspected, words: Words) -> str:
    if not found.runs:
        return "0"
    distance = words.distance(found.run_km * 1000)
    return f"{found.runs}: {distance} in {tidy(found.run_hours, 1)} h"


def _told_twice(choices: Sequence[Chosen]) -> str:
    """How many activities several files tell of, by what gives them away."""
    why = Counter(why for choice in choices for _, why in choice.aside)
    said = ", ".join(f"{count} by {words}" for words, count in why.most_common())
    lent = sum(bool(choice.lent) for choice in choices)
    more = f"; {lent} completed from another telling" if lent else ""
    return f"{len(choices)}, each counted once: {said}{more}" if choices else ""


def problems_line(problems: int, files: int, path: str) -> str:
    """One line that says something was set aside, or nothing."""
    if not problems:
        return ""
    return (
        f"{problems} {plural(problems, 'problem')} in {files} {plural(files, 'file')}; "
        f"the rest was read. unload inspect {path} lists {plural(problems, 'it|them')}."
    )


def notes_lines(notes: Sequence[str], path: str) -> list[str]:
    """What was assumed, in a line or two; the rest is counted."""
    if len(notes) <= SHOWN_NOTES:
        return list(notes)
    more = len(notes) - 1
    return [notes[-1], f"{more} more things were assumed; unload inspect {path} lists them."]
