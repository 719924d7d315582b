"""Read what a file of answers says of the way back: mornings for the gate, rungs of the ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from unload.errors import Problem
from unload.importers.answers import read_toml
from unload.model.comeback import GateAnswers, Soreness

Table = Mapping[str, object]
Climbed = tuple[date, int, Soreness]

_GATE = frozenset(("day", "walks_freely", "limps", "raises", "best_raises"))
_LADDER = frozenset(("day", "rung", "soreness"))
# As they are written in the file: none, warm-up-goes, warm-up-stays, during, day-after.
SORENESS = {soreness.name.lower().replace("_", "-"): soreness for soreness in Soreness}
_MOST = 999


@dataclass(frozen=True, slots=True)
class ComebackAnswers:
    """The mornings, the rungs that were climbed, and what could not be used."""

    gate: tuple[GateAnswers, ...] = ()
    ladder: tuple[Climbed, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_comeback(path: Path | str) -> ComebackAnswers:
    """Every [[gate]] and [[ladder]] of a file; what else it holds is for `read_answers`."""
    name, data = read_toml(path)
    mornings = [_gate(f"{name} gate {n}", t) for n, t in enumerate(_tables(data, "gate"), 1)]
    rungs = [_rung(f"{name} ladder {n}", t) for n, t in enumerate(_tables(data, "ladder"), 1)]
    return ComebackAnswers(
        tuple(one for one in mornings if isinstance(one, GateAnswers)),
        tuple(one for one in rungs if not isinstance(one, Problem)),
        tuple(one for one in (*mornings, *rungs) if isinstance(one, Problem)),
    )


def _tables(data: Table, key: str) -> Sequence[Table]:
    value = data.get(key)
    return [t for t in value if isinstance(t, dict)] if isinstance(value, list) else []


def _gate(where: str, table: Table) -> GateAnswers | Problem:
    if fault := _fault(table, _GATE):
        return Problem(where, fault)
    for name in ("walks_freely", "limps"):
        if not isinstance(table.get(name), bool | None):
            return Problem(where, f"{name} must be true or false.")
    counts = {name: _pair(table.get(name)) for name in ("raises", "best_raises") if name in table}
    for name, pair in counts.items():
        if pair is None:
            return Problem(where, f"{name} must be two whole numbers, left and right: [14, 18].")
    walks, limps = table.get("walks_freely"), table.get("limps")
    return GateAnswers(
        _day(table) or date.min,
        walks_freely=walks if isinstance(walks, bool) else None,
        limps=limps if isinstance(limps, bool) else None,
        **counts,
    )


def _rung(where: str, table: Table) -> Climbed | Problem:
    if fault := _fault(table, _LADDER):
        return Problem(where, fault)
    rung, sore = table.get("rung"), str(table.get("soreness", ""))
    if isinstance(rung, bool) or not isinstance(rung, int) or not 0 <= rung <= _MOST:
        return Problem(where, f"rung is {rung!r}; it must be the number of a rung.")
    if sore not in SORENESS:
        return Problem(where, f"soreness is {sore!r}; it must be one of {', '.join(SORENESS)}.")
    return _day(table) or date.min, rung, SORENESS[sore]


def _fault(table: Table, known: frozenset[str]) -> str:
    """What is wrong with the keys or the day of a table; nothing where all is well."""
    if unknown := sorted(table.keys() - known):
        return f"{unknown[0]!r} is not known here; known are {', '.join(sorted(known))}."
    return "" if _day(table) else "needs its day, like day = 2024-11-17."


def _day(table: Table) -> date | None:
    day = table.get("day")
    return day if isinstance(day, date) and not isinstance(day, datetime) else None


def _pair(value: object) -> tuple[int, int] | None:
    """Two counts, left and right."""
    if not isinstance(value, list) or len(value) != len(("left", "right")):
        return None
    whole = [n for n in value if isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= _MOST]
    return (whole[0], whole[1]) if len(whole) == len(value) else None
