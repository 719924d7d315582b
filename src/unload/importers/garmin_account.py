"""Read `*_summarizedActivities.json` of a Garmin full-account export.

From descriptions and other programs' readers, not from a file of our own: centimetres,
milliseconds, and a start that counts the milliseconds of the local wall clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc, local_clock
from unload.importers.jsonfields import (
    Fields,
    clock_of_ms,
    inside,
    measure,
    measure_or_none,
    text_of,
)
from unload.importers.jsonstream import LIST_BYTES_MAX, items_of
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.model.units import M_PER_CM, S_PER_MS

LIST = "summarizedActivitiesExport"
_WANTED = frozenset((
    LIST, "activityId", "activityType", "typeKey", "sportType", "startTimeLocal", "startTimeGmt",
    "beginTimestamp", "duration", "elapsedDuration", "distance", "avgHr", "maxHr", "elevationGain",
    "parent",
))  # fmt: skip
_UTC_STARTS = ("startTimeGmt", "beginTimestamp")


class GarminAccount:
    """One session per activity; the FIT files of the same account are the same sessions."""

    name = "Garmin account"
    limit_bytes = LIST_BYTES_MAX

    def identify(self, file: File) -> bool:
        return f'"{LIST}"'.encode() in file.head

    def covers(self, file: File) -> frozenset[str]:
        """No recording: the FIT files are read and merged, for they know more.

        That it answers at all says that other tables beside it belong to the account.
        """
        return frozenset()

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        for item in items_of(file, _WANTED, LIST):
            yield item if isinstance(item, Problem) else _record(*item, zone, now)


def _record(where: str, fields: Fields, zone: tzinfo, now: datetime) -> Record:
    if fields.get("parent") is True:
        return Problem(where, "is the sum of several legs, which are listed by themselves.")
    raw = Raw(where, source="garmin", source_id=text_of(fields, "activityId"))
    try:
        raw.start = _start(fields, zone)
        raw.moving_s = measure(fields, "duration", S_PER_MS)
        raw.distance_m = measure(fields, "distance", M_PER_CM)
    except ValueError as error:
        return Problem(where, f"{error}.")
    raw.elapsed_s = measure_or_none(fields, "elapsedDuration", S_PER_MS)
    raw.climb_m = measure_or_none(fields, "elevationGain", M_PER_CM)
    raw.avg_hr = measure_or_none(fields, "avgHr")
    raw.max_hr = measure_or_none(fields, "maxHr")
    kind = text_of(fields, "activityType") or text_of(inside(fields, "activityType"), "typeKey")
    raw.sport, raw.marks = sport_of(kind or text_of(fields, "sportType"))
    return session_or_problem(raw, now)


def _start(fields: Fields, zone: tzinfo) -> datetime | None:
    """The wall clock; where only the UTC is told, it is the runner's zone that tells the day."""
    local = fields.get("startTimeLocal")
    if isinstance(local, str) and not local.isdigit():
        return local_clock(local, zone)
    start = clock_of_ms(measure(fields, "startTimeLocal"))
    if start is not None:
        return start
    for name in _UTC_STARTS:
        utc = clock_of_ms(measure_or_none(fields, name))
        if utc is not None:
            return from_utc(utc, zone)
    return None
