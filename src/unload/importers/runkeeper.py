"""Read `cardioActivities.csv` of a Runkeeper export, kilometres or miles.

Verified on real headers of both ages: the older one has no id, and its miles stand in the title.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.numbers import parse_duration
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none, titled_rows
from unload.model.units import M_PER_FOOT, M_PER_KM, M_PER_MILE

_DISTANCES = {"Distance (km)": float(M_PER_KM), "Distance (mi)": M_PER_MILE}
_CLIMBS = {"Climb (m)": 1.0, "Climb (ft)": M_PER_FOOT}


class Runkeeper(Titled):
    """One session per row; the GPX files it names are the same sessions."""

    name = "Runkeeper"

    def covers(self, file: File) -> frozenset[str]:
        """The recordings named in the last column."""
        rows = [row for row in titled_rows(file) if not isinstance(row, Problem)]
        return frozenset(row[1]["GPX File"] for row in rows if "GPX File" in row[1])

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record:
        raw = Raw(where, source="runkeeper", source_id=cells.get("Activity Id", ""))
        try:
            raw.start = local_clock(cells["Date"], zone) if "Date" in cells else None
            raw.moving_s = parse_duration(cells.get("Duration", ""))
            for title, metres in _DISTANCES.items():
                if title in cells:
                    raw.distance_m = number_in(cells, title, metres)
        except ValueError as error:
            return Problem(where, f"{error}.")
        for title, metres in _CLIMBS.items():
            climb = number_in_or_none(cells, title)
            if climb is not None:
                raw.climb_m = climb * metres
        raw.avg_hr = number_in_or_none(cells, "Average Heart Rate (bpm)")
        raw.sport, raw.marks = sport_of(cells.get("Type", ""))
        return session_or_problem(raw, now)
