"""Read what a runner did on a sore spot, and how it felt before and after, out of their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from unload.errors import Problem
from unload.importers.answers import read_toml
from unload.model.complaint import Worked
from unload.model.history import Side

Table = Mapping[str, object]
_KNOWN = frozenset(("day", "region", "side", "before", "after"))


def read_worked(path: Path | str) -> tuple[tuple[Worked, ...], tuple[Problem, ...]]:
    """Every session on a sore spot that a file tells of, and every one that cannot be used."""
    name, data = read_toml(path)
    made: list[Worked] = []
    problems: list[Problem] = []
    rows = data.get("worked")
    for number, row in enumerate(rows if isinstance(rows, list) else (), 1):
        try:
            made.append(_worked(row if isinstance(row, dict) else {}))
        except ValueError as error:
            problems.append(Problem(f"{name} worked {number}", f"{error}."))
    return tuple(made), tuple(problems)


def _worked(table: Table) -> Worked:
    """One session; ValueError says, in words for the runner, what cannot be used."""
    if unknown := sorted(table.keys() - _KNOWN):
        raise ValueError(f"{unknown[0]!r} is not known here; known are {', '.join(sorted(_KNOWN))}")
    day = table.get("day")
    if isinstance(day, datetime) or not isinstance(day, date) or not table.get("region"):
        raise ValueError("needs its day, region and side, and the pain before and after it")
    side = str(table.get("side", ""))
    if side not in tuple(Side):
        raise ValueError(f"the side must be one of {', '.join(Side)}, not {side!r}")
    pains = [_pain(table, name) for name in ("before", "after")]
    return Worked(day, str(table["region"]), Side(side), *pains)


def _pain(table: Table, name: str) -> float | None:
    """A soreness; left out it is not known, and that is not 0."""
    value = table.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | None):
        raise ValueError(f"{name} must be a number from 0 to 10")
    return None if value is None else float(value)
