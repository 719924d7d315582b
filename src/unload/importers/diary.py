"""Read the weekly answers and the calendar out of a file of answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from unload.errors import Problem
from unload.model.history import WEEKLY_QUESTIONS, Entry, EntryKind, Weekly

Table = Mapping[str, object]

_ENTRY = frozenset(("kind", "day", "until"))
_WEEKLY = frozenset(("day", *WEEKLY_QUESTIONS))
_KINDS = ", ".join(EntryKind)


def weekly_answers(
    name: str, tables: Sequence[Table], problems: list[Problem]
) -> tuple[Weekly, ...]:
    """Every weekly answer that can be used; the others become problems."""
    made = [_weekly(f"{name} weekly {n}", table) for n, table in enumerate(tables, 1)]
    problems += [one for one in made if isinstance(one, Problem)]
    return tuple(one for one in made if isinstance(one, Weekly))


def calendar_entries(
    name: str, tables: Sequence[Table], problems: list[Problem]
) -> tuple[Entry, ...]:
    """Every entry of the calendar that can be used; the others become problems."""
    made = [_entry(f"{name} calendar {n}", table) for n, table in enumerate(tables, 1)]
    problems += [one for one in made if isinstance(one, Problem)]
    return tuple(one for one in made if isinstance(one, Entry))


def _weekly(where: str, table: Table) -> Weekly | Problem:
    if unknown := sorted(table.keys() - _WEEKLY):
        known = ", ".join(WEEKLY_QUESTIONS)
        return Problem(where, f"{unknown[0]!r} is no weekly question; they are {known}.")
    day = _day(table, "day")
    if day is None:
        return Problem(where, "needs its day, like day = 2024-11-17.")
    options: dict[str, int] = {}
    for name in WEEKLY_QUESTIONS:
        option = table.get(name)
        if isinstance(option, int) and not isinstance(option, bool) and 1 <= option <= 4:
            options[name] = option
        elif option is not None:
            return Problem(where, f"{name} is {option!r}; it must be 1, 2, 3 or 4.")
    return Weekly(day, **options)


def _entry(where: str, table: Table) -> Entry | Problem:
    if unknown := sorted(table.keys() - _ENTRY):
        return Problem(where, f"{unknown[0]!r} is not known here; known are kind, day and until.")
    kind = str(table.get("kind", ""))
    if kind not in tuple(EntryKind):
        return Problem(where, f"kind is {kind!r}; it must be one of {_KINDS}.")
    first = _day(table, "day")
    last = _day(table, "until") if "until" in table else first
    if first is None or last is None or last < first:
        said = "needs its day, and until, if it lasts, on or after it: day = 2024-11-17."
        return Problem(where, said)
    return Entry(EntryKind(kind), first, last)


def _day(table: Table, name: str) -> date | None:
    day = table.get(name)
    return day if isinstance(day, date) and not isinstance(day, datetime) else None
