"""Read what a file says of the body today: sore spots, red-flag questions, self-tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unload.errors import Problem, UnloadError
from unload.importers.soreness import spot_from
from unload.model.body import ScreenResult
from unload.model.history import SoreSpot

_RESULT = frozenset(("left", "right"))
# Spellings that were tried and dropped; a yes in one of them must not be passed over.
_OLD = {"answered": "[red_flags]", "screen": "[screens]"}


class BadAnswers(UnloadError):
    """A file of answers that is no TOML, or says something of the body that cannot be read.

    A sore spot or a red flag that is passed over could hide what must be asked first, so these
    are refused and not set aside.
    """


@dataclass(frozen=True, slots=True)
class Told:
    """The body today: `spots` is None where nothing was said of it."""

    spots: tuple[SoreSpot, ...] | None = None
    red_flags: Mapping[str, bool] | None = None
    screens: tuple[ScreenResult, ...] = ()


def told_in(name: str, data: Mapping[str, object]) -> Told:
    """What the tables `spots`, `red_flags` and `screens` of a file say."""
    for old, new in _OLD.items():
        if old in data:
            said = f"is written {new}; docs/files.md shows how."
            raise BadAnswers(str(Problem(f"{name} [{old}]", said)))
    try:
        return Told(
            spots=_spots(data["spots"]) if "spots" in data else None,
            red_flags=flags_of(data["red_flags"]) if "red_flags" in data else None,
            screens=_screens(data.get("screens", {})),
        )
    except ValueError as error:
        raise BadAnswers(f"{name}: {error}.") from None


def flags_of(value: object) -> dict[str, bool]:
    """Each question that was answered, yes or no."""
    if isinstance(value, dict) and all(isinstance(said, bool) for said in value.values()):
        return value
    raise ValueError(
        f"red_flags is {value!r}; it must be a table: write [red_flags] above the answers, each "
        "like chest = false"
    )


def _spots(value: object) -> tuple[SoreSpot, ...]:
    """The sore spots; `spots = []` says that nothing hurts."""
    rows = value if isinstance(value, list) else [None]
    if not all(isinstance(row, dict) for row in rows):
        raise ValueError("spots must be tables: write [[spots]] above each of them")
    return tuple(_spot(number, row) for number, row in enumerate(rows, 1))


def _spot(number: int, row: Mapping[str, object]) -> SoreSpot:
    try:
        return spot_from(row)
    except ValueError as error:
        raise ValueError(f"spots {number}: {error}") from None


def _screens(value: object) -> tuple[ScreenResult, ...]:
    if not isinstance(value, dict):
        raise ValueError("screens must be a table: write [screens] above the results")
    return tuple(_result(key, said) for key, said in value.items())


def _result(key: str, said: object) -> ScreenResult:
    """A yes or no, or a measure of each side."""
    if isinstance(said, bool):
        return ScreenResult(key, yes=said)
    if isinstance(said, dict) and said and said.keys() <= _RESULT and _numbers([*said.values()]):
        return ScreenResult(key, left=said.get("left"), right=said.get("right"))
    raise ValueError(
        f"screen {key} is {said!r}; write true, false, or both sides: {{ left = 20, right = 28 }}"
    )


def _numbers(values: Sequence[object]) -> bool:
    return all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
