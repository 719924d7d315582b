"""Read the JSON of one Nike Run Club run, as the tools that download one's own runs save it.

From other programs' readers, not from a file of our own: Nike offers no export. Start and end are
UTC milliseconds, the distance stands in kilometres and the climb in metres among the summaries;
the points, positions among them, are let go.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.jsonfields import (
    Fields,
    all_inside,
    clock_of_ms,
    inside,
    measure,
    measure_or_none,
    text_of,
)
from unload.importers.jsonstream import whole
from unload.importers.marks import TREADMILL
from unload.importers.numbers import unless_zero
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.model.history import Sport
from unload.model.units import M_PER_KM, S_PER_MS

_WANTED = frozenset((
    "id", "type", "start_epoch_ms", "end_epoch_ms", "active_duration_ms", "delete_indicator",
    "summaries", "metric", "summary", "value", "tags", "location", "rpe",
))  # fmt: skip


class Nike:
    """One session per file; a run that was deleted in the app is none."""

    name = "Nike Run Club"

    def identify(self, file: File) -> bool:
        head = file.head
        return b'"start_epoch_ms"' in head and b'"active_duration_ms"' in head

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        run = whole(file, _WANTED)
        if isinstance(run, Problem):
            yield run
        elif run.get("delete_indicator") is not True:
            yield _record(file.name, run, zone, now)


def _record(where: str, run: Fields, zone: tzinfo, now: datetime) -> Record:
    raw = Raw(where, source="nike", source_id=text_of(run, "id"))
    try:
        start = clock_of_ms(measure(run, "start_epoch_ms"))
        raw.start = None if start is None else from_utc(start, zone)
        raw.moving_s = unless_zero(measure(run, "active_duration_ms", S_PER_MS))
        raw.elapsed_s = _elapsed_s(run)
        raw.distance_m = measure(_summary(run, "distance", "total"), "value", M_PER_KM)
    except ValueError as error:
        return Problem(where, f"{error}.")
    raw.avg_hr = measure_or_none(_summary(run, "heart_rate", "mean"), "value")
    raw.climb_m = measure_or_none(_summary(run, "ascent", "total"), "value")
    raw.sport, raw.marks = sport_of(text_of(run, "type"))
    tags = inside(run, "tags")
    raw.rpe = measure_or_none(tags, "rpe")
    if raw.sport is Sport.RUN and text_of(tags, "location").lower().startswith("indoor"):
        raw.marks = (*raw.marks, TREADMILL)
    return session_or_problem(raw, now)


def _elapsed_s(run: Fields) -> float | None:
    begin, end = measure_or_none(run, "start_epoch_ms"), measure_or_none(run, "end_epoch_ms")
    return None if begin is None or end is None or end < begin else (end - begin) * S_PER_MS


def _summary(run: Fields, metric: str, kind: str) -> Fields:
    """The total or mean of one metric; empty where the app did not add it up."""
    wanted = metric, kind
    found = (
        entry
        for entry in all_inside(run, "summaries")
        if (text_of(entry, "metric"), text_of(entry, "summary")) == wanted
    )
    return next(found, {})
