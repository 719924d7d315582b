"""Read `exercise-*.json` of a Fitbit export.

Verified on the exports of eight people: starts are UTC without saying so (taken as local, every
twelfth walk falls into the sleep that the same watch recorded; an hour later, hardly any does).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc, month_first
from unload.importers.jsonfields import Fields, measure, measure_or_none, text_of
from unload.importers.jsonstream import LIST_BYTES_MAX, items_of
from unload.importers.numbers import shown
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.model.history import Sport
from unload.model.units import M_PER_KM, M_PER_MILE, S_PER_MS

# A run of seconds is a button pressed by accident; nobody's training changes by leaving it out.
SHORTEST_RUN_S = 60
_UNITS = {"kilometer": float(M_PER_KM), "mile": M_PER_MILE, "meter": 1.0}
_WANTED = frozenset((
    "logId", "activityName", "averageHeartRate", "duration", "activeDuration", "startTime",
    "distance", "distanceUnit",
))  # fmt: skip


class Fitbit:
    """One session per logged exercise. Climb is left out: its unit differs by account."""

    name = "Fitbit exercises"
    limit_bytes = LIST_BYTES_MAX

    def identify(self, file: File) -> bool:
        head = file.head
        return b'"logId"' in head and b'"activityName"' in head and b'"activityTypeId"' in head

    def covers(self, file: File) -> frozenset[str]:
        """No recording; but the tables of sleep and steps beside it belong to the account."""
        return frozenset()

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        for item in items_of(file, _WANTED):
            yield item if isinstance(item, Problem) else _record(*item, zone, now)


def _record(where: str, fields: Fields, zone: tzinfo, now: datetime) -> Record:
    raw = Raw(where, source="fitbit", source_id=text_of(fields, "logId"))
    raw.sport, raw.marks = sport_of(text_of(fields, "activityName"))
    try:
        start = text_of(fields, "startTime")
        raw.start = from_utc(month_first(start), zone) if start else None
        raw.moving_s = measure(fields, "activeDuration", S_PER_MS)
        raw.elapsed_s = measure(fields, "duration", S_PER_MS)
        raw.distance_m = _distance_m(fields)
    except ValueError as error:
        return Problem(where, f"{error}.")
    raw.avg_hr = measure_or_none(fields, "averageHeartRate")
    lasted_s = raw.elapsed_s if raw.moving_s is None else raw.moving_s
    if raw.sport is Sport.RUN and lasted_s is not None and 0 < lasted_s < SHORTEST_RUN_S:
        return Problem(where, f"is a run of {lasted_s:.0f} seconds, started by accident.")
    return session_or_problem(raw, now)


def _distance_m(fields: Fields) -> float | None:
    """A distance without its unit is not guessed at."""
    distance = measure(fields, "distance")
    if distance is None:
        return None
    unit = text_of(fields, "distanceUnit")
    metres = _UNITS.get(unit.lower().removesuffix("s"))
    if metres is None:
        raise ValueError(f"the distance is in {shown(unit)}, which is no unit known here")
    return distance * metres
