"""What a runner says about the columns of a table: `date=2,type=1,distance=5:km,duration=7`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from unload.errors import UnloadError
from unload.importers.dates import DMY, MDY
from unload.importers.dialect import word_key
from unload.importers.lengths import UNITS
from unload.importers.numbers import Mark
from unload.model.units import S_PER_HOUR, S_PER_MIN

HOW = "--columns date=2,type=1,distance=5:km,duration=7"
TIMES = {"s": 1.0, "min": float(S_PER_MIN), "h": float(S_PER_HOUR)}
MARKS = {"point": Mark.POINT, "comma": Mark.COMMA}
PLACES = ("date", "type", "distance", "duration", "hr")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand, counted from 1 as people count, and how they are written.

    Nothing is said where a field is None or empty: then it is found, or asked for.
    """

    places: dict[str, int] = field(default_factory=dict)
    unit_m: float | None = None
    time_s: float | None = None
    order: str = ""
    utc: bool = False
    mark: Mark | None = None
    runs: frozenset[str] = frozenset()

    def index(self, name: str) -> int | None:
        """The place of a column, counted from 0 as lists count."""
        place = self.places.get(name)
        return None if place is None else place - 1


NOTHING = Columns()
# What may stand behind a place, and what it changes.
_MANNERS: dict[str, dict[str, Callable[[Columns], Columns]]] = {
    "date": {
        **{order: (lambda c, o=order: replace(c, order=o)) for order in (DMY, MDY)},  # type: ignore[misc] # the default binds the loop's value
        "utc": lambda c: replace(c, utc=True),
    },
    "distance": {
        **{name: (lambda c, u=unit: replace(c, unit_m=u)) for name, unit in UNITS.items()},  # type: ignore[misc] # as above
        **{name: (lambda c, m=mark: replace(c, mark=m)) for name, mark in MARKS.items()},  # type: ignore[misc] # as above
    },
    "duration": {name: (lambda c, t=unit: replace(c, time_s=t)) for name, unit in TIMES.items()},  # type: ignore[misc] # as above
}


def parse_columns(text: str) -> Columns:
    """What `--columns` says; UnloadError, with how to say it, where it cannot be understood."""
    columns = NOTHING
    for part in text.split(","):
        name, _, rest = part.strip().partition("=")
        if name == "run" and rest.strip():
            words = {word_key(word) for word in rest.split("+")}
            columns = replace(columns, runs=columns.runs | words)
            continue
        place, *manners = rest.split(":")
        if name not in PLACES or not place.isdecimal() or int(place) < 1:
            raise UnloadError(f"--columns cannot be read at {part.strip()!r}; write it like {HOW}.")
        if name in columns.places:
            raise UnloadError(f"--columns names {name} twice; write it like {HOW}.")
        columns = replace(columns, places={**columns.places, name: int(place)})
        for manner in manners:
            columns = _with_manner(columns, name, manner.strip().lower())
    return columns


def _with_manner(columns: Columns, name: str, manner: str) -> Columns:
    known = _MANNERS.get(name, {})
    if manner not in known:
        words = f"may be followed by {', '.join(known)}" if known else "stands alone"
        raise UnloadError(f"--columns does not know {name}=...:{manner}; {name} {words}.")
    return known[manner](columns)


def at(index: int | None, *manners: str) -> str | None:
    """A place counted from 0, as `how_to_say` wants it: `5:km`."""
    return None if index is None else ":".join((str(index + 1), *manners))


def how_to_say(**parts: str | None) -> str:
    """The words that say it, for a message; what is None is left out."""
    said = [f"{name}={part}" for name, part in parts.items() if part is not None]
    return "--columns " + ",".join(said)
