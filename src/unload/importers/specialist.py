"""Read what a specialist asked for out of a file of answers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from unload.errors import Problem
from unload.model.specialist import Exercise, Instruction, Specialist
from unload.model.units import M_PER_KM

Table = Mapping[str, object]

_ANSWER = ("by", "first_day", "last_day", "running", "hard", "longest_km", "exercises")
_EXERCISE = frozenset(("text", "minutes"))


def instructions(
    name: str, tables: Sequence[Table], problems: list[Problem]
) -> tuple[Instruction, ...]:
    """Every instruction that can be used; the others become problems."""
    made = []
    for number, table in enumerate(tables, 1):
        try:
            made.append(_instruction(table))
        except ValueError as error:
            problems.append(Problem(f"{name} specialist {number}", f"{error}."))
    return tuple(made)


def _instruction(table: Table) -> Instruction:
    """One instruction; ValueError says what cannot be used and how to write it."""
    if unknown := sorted(table.keys() - set(_ANSWER)):
        raise ValueError(f"{unknown[0]!r} is not known here; known are {', '.join(_ANSWER)}")
    by = table.get("by")
    if by is not None and by not in tuple(Specialist):
        raise ValueError(f"by is {by!r}; it must be one of {', '.join(Specialist)}")
    return Instruction(
        first_day=_day(table, "first_day"),
        last_day=_day(table, "last_day"),
        running=_yes(table, "running"),
        hard=_yes(table, "hard"),
        longest_m=_longest_m(table.get("longest_km")),
        exercises=_exercises(table.get("exercises", [])),
        by=None if by is None else Specialist(str(by)),
    )


def _day(table: Table, name: str) -> date:
    day = table.get(name)
    if isinstance(day, datetime) or not isinstance(day, date):
        raise ValueError("needs first_day and last_day, like first_day = 2024-11-18")
    return day


def _yes(table: Table, name: str) -> bool:
    value = table.get(name, True)
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true or false")
    return value


def _longest_m(km: object) -> float | None:
    if km is None:
        return None
    if isinstance(km, bool) or not isinstance(km, int | float) or not 0 <= km < math.inf:
        raise ValueError(f"longest_km is {km!r}; it must be a number of kilometres")
    return km * M_PER_KM


def _exercises(rows: object) -> tuple[Exercise, ...]:
    """Each a text of its own or a table with `text` and `minutes`."""
    if not isinstance(rows, list):
        raise ValueError('exercises must be a list, like exercises = ["Heel raises, 3 x 15"]')
    return tuple(_exercise(row) for row in rows)


def _exercise(row: object) -> Exercise:
    table = {"text": row} if isinstance(row, str) else row
    if not isinstance(table, dict) or table.keys() - _EXERCISE:
        raise ValueError('an exercise is a text, or { text = "Heel raises", minutes = 6 }')
    text, minutes = table.get("text"), table.get("minutes")
    if not isinstance(text, str):
        raise ValueError("an exercise needs its text")
    if isinstance(minutes, bool) or not isinstance(minutes, int | float | None):
        raise ValueError("minutes must be a number")
    return Exercise(text, minutes)
