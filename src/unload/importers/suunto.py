"""Read the JSON of one Suunto workout, as its app exports it.

From descriptions: a header of totals in metres and seconds, and samples, which are let go. The
number of the sport is not documented, so the sport stays unknown until the runner says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.jsonfields import inside, measure, measure_or_none, text_of
from unload.importers.jsonstream import whole
from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record

_WANTED = frozenset(
    ("DeviceLog", "Header", "DateTime", "Distance", "Duration", "PauseDuration", "Ascent")
)


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
        raw = Raw(file.name, source="suunto", marks=(SPORT_UNKNOWN,))
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
