"""Read what a runner adds to the page for a specialist out of a file of answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from unload.errors import Problem
from unload.importers.answers import read_toml
from unload.importers.body_answers import told_in
from unload.importers.worked import read_worked
from unload.model.hand_over import Story

WORDS = ("name", "goal", "medication", "past", "note")
TEXT_CHARS_MAX = 400  # longer than this does not fit the page beside the rest


def read_story(path: Path | str) -> tuple[Story, tuple[Problem, ...]]:
    """The runner's own words and answers, and everything that could not be used.

    Errors: BadAnswers for a red-flag answer or a self-test that cannot be read.
    """
    name, data = read_toml(path)
    told = told_in(name, data)
    worked, unused = read_worked(path)
    problems = list(unused)
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
        answered=told.red_flags or {},
        results=told.screens,
        worked=worked,
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
