"""Read the activities CSV of intervals.icu: metres, seconds, local starts.

Verified on a real header and real rows: a byte-order mark, newest first, written-out line breaks.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import Record
from unload.importers.sports import sport_of
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none


class Intervals(Titled):
    """One session per row."""

    name = "intervals.icu"

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record:
        raw = Raw(where, source="intervals.icu", source_id=cells.get("id", ""))
        try:
            if "start_date_local" in cells:
                # The name promises the wall clock; a Z that a re-save adds does not make it UTC.
                raw.start = local_clock(cells["start_date_local"].removesuffix("Z"), zone)
            raw.moving_s = number_in(cells, "moving_time")
            raw.elapsed_s = number_in(cells, "elapsed_time")
            raw.distance_m = number_in(cells, "distance")
        except ValueError as error:
            return Problem(where, f"{error}.")
        raw.avg_hr = number_in_or_none(cells, "average_heartrate")
        raw.max_hr = number_in_or_none(cells, "max_heartrate")
        raw.climb_m = number_in_or_none(cells, "total_elevation_gain")
        raw.rpe = number_in_or_none(cells, "icu_rpe")
        raw.race = cells.get("race", "").lower() == "true"
        raw.sport, raw.marks = sport_of(cells.get("type", ""))
        return session_or_problem(raw, now)
