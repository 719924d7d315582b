"""Read what a runner adds to the page for a specialist out of a file of answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from unload.errors import Problem
from unload.importers.answers import read_toml
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.hand_over import Story
from unload.model.history import Side

Table = Mapping[str, object]
Row = TypeVar("Row")

WORDS = ("name", "goal", "medication", "past", "note")
TEXT_CHARS_MAX = 400  # longer than this does not fit the page beside the rest


def read_story(
    path: Path | str, red_flags: Collection[str], screens: Collection[str]
) -> tuple[Story, tuple[Problem, ...]]:
    """The runner's own words and answers, and everything that could not be used."""
    name, data = read_toml(path)
    problems: list[Problem] = []
    table = data.get("hand_over", {})
    table = table if isinstance(table, dict) else {}
    where = f"{name} [hand_over]"
    known = (*WORDS, "tried")
    problems += [
        Problem(where, f"{key!r} is not known here; known are {', '.join(known)}.")
        for key in table
        if key not in known
    ]
    said: dict[str, Any] = {key: _text(where, key, table.get(key), problems) for key in WORDS}
    story = Story(
        **said,
        tried=_tried(where, table.get("tried"), problems),
        answered=_answered(f"{name} [answered]", data.get("answered"), red_flags, problems),
        results=_rows(f"{name} screen", data.get("screen"), partial(_result, screens), problems),
        worked=_rows(f"{name} worked", data.get("worked"), _worked, problems),
    )
    return story, tuple(problems)


def _text(where: str, key: str, value: object, problems: list[Problem]) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > TEXT_CHARS_MAX:
        said = f"{key} must be a text of at most {TEXT_CHARS_MAX} characters."
        problems.append(Problem(where, said))
        return ""
    return " ".join(value.split())


def _tried(where: str, value: object, problems: list[Problem]) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(text for row in rows if (text := _text(where, "tried", row, problems)))


def _answered(
    where: str, value: object, red_flags: Collection[str], problems: list[Problem]
) -> dict[str, bool]:
    """Red-flag questions by key, yes or no."""
    table = value if isinstance(value, dict) else {}
    kept = {}
    for key, answer in table.items():
        if key not in red_flags:
            problems.append(Problem(where, f"{key!r} is no question; body.md lists them."))
        elif not isinstance(answer, bool):
            problems.append(Problem(where, f"{key} must be true or false."))
        else:
            kept[key] = answer
    return kept


def _rows(
    where: str, value: object, make: Callable[[Table], Row], problems: list[Problem]
) -> tuple[Row, ...]:
    """A row for every table that can be used; the others become problems."""
    made = []
    for number, table in enumerate(value if isinstance(value, list) else (), 1):
        try:
            made.append(make(table if isinstance(table, dict) else {}))
        except (ValueError, TypeError) as error:
            problems.append(Problem(f"{where} {number}", f"{error}."))
    return tuple(made)


def _result(screens: Collection[str], table: Table) -> ScreenResult:
    key = str(table.get("key", ""))
    if key not in screens:
        raise ValueError(f"{key!r} is no self-test; body.md lists them")
    yes = table.get("yes")
    if yes is not None and not isinstance(yes, bool):
        raise ValueError("yes must be true or false")
    return ScreenResult(key, yes, _number(table, "left"), _number(table, "right"))


def _worked(table: Table) -> Worked:
    day, before = table.get("day"), _number(table, "before")
    if isinstance(day, datetime) or not isinstance(day, date) or before is None:
        raise ValueError("needs its day, region, side and before, the pain before it")
    side = str(table.get("side", ""))
    if side not in tuple(Side):
        raise ValueError(f"the side must be one of {', '.join(Side)}, not {side!r}")
    region = str(table.get("region", ""))
    return Worked(day, region, Side(side), before, _number(table, "after"))


def _number(table: Table, name: str) -> float | None:
    value = table.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} must be a number")
    return float(value)
