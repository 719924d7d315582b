"""Read the JSON of one Suunto workout, as its app exports it.

From other programs' readers, not from a file of our own: a header of totals in metres and seconds,
and samples, which are let go. The numbers of the sports are those of Suunto's developer manual
of 2015 (table SUUNTO_ACTIVITY_TYPE).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.jsonfields import inside, measure, measure_or_none, text_of
from unload.importers.jsonstream import whole
from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.model.history import Sport

_WANTED = frozenset(
    ("DeviceLog", "Header", "DateTime", "ActivityType", "Distance", "Duration", "Ascent")
)
_TREADMILL = "93"
_SPORTS = {
    **dict.fromkeys(("3", "82", _TREADMILL), Sport.RUN),
    **dict.fromkeys(("11", "12", "84"), Sport.WALK),
    **dict.fromkeys(("4", "5", "17"), Sport.RIDE),
    **dict.fromkeys(("6", "83"), Sport.SWIM),
    "23": Sport.STRENGTH,
}
# Not told, and the number that says so.
_UNSPECIFIED = ("", "1")


class Suunto:
    """One session per file."""

    name = "Suunto"

    def identify(self, file: File) -> bool:
        return b'"DeviceLog"' in file.head

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        log = whole(file, _WANTED)
        if isinstance(log, Problem):
            yield log
            return
        header = inside(inside(log, "DeviceLog"), "Header")
        raw = Raw(file.name, source="suunto")
        raw.sport, raw.marks = _sport(text_of(header, "ActivityType"))
        try:
            start = text_of(header, "DateTime")
            raw.start = local_clock(start, zone) if start else None
            raw.moving_s = measure(header, "Duration")
            raw.distance_m = measure(header, "Distance")
        except ValueError as error:
            yield Problem(file.name, f"{error}.")
            return
        raw.climb_m = measure_or_none(header, "Ascent")
        yield session_or_problem(raw, now)


def _sport(number: str) -> tuple[Sport, tuple[str, ...]]:
    if number in _UNSPECIFIED:
        return Sport.OTHER, (SPORT_UNKNOWN,)
    return _SPORTS.get(number, Sport.OTHER), (TREADMILL,) if number == _TREADMILL else ()
