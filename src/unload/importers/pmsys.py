"""Read `wellness.csv` of the pmSys check-in app: 1 to 5, higher is better on every item.

Verified on the exports of eight people: times are UTC, and 0 is how it says "not answered". Hours
of sleep are the runner's own estimate. The sore places are codes without a side or a strength,
which is too little for a sore spot.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.numbers import unless_zero
from unload.importers.protocol import File, Record
from unload.importers.titled import Cells, Titled, number_in
from unload.importers.wellness import check_in_or_problem
from unload.model.units import S_PER_HOUR

_ITEMS = {
    "sleep": "sleep_quality",
    "fatigue": "fatigue",
    "soreness": "soreness",
    "stress": "stress",
    "mood": "mood",
    "sleep_s": "sleep_duration_h",
}
_SCALES = {"sleep_s": S_PER_HOUR}


class PmSys(Titled):
    """One check-in per report."""

    name = "pmSys wellness"

    def covers(self, file: File) -> frozenset[str]:
        """No recording; but the tables beside it belong to the same app."""
        return frozenset()

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record:
        try:
            day = local_clock(cells.get("effective_time_frame", ""), zone).date()
            answers = {
                name: value
                for name, title in _ITEMS.items()
                if (value := unless_zero(number_in(cells, title, _SCALES.get(name, 1)))) is not None
            }
        except ValueError as error:
            return Problem(where, f"{error}.")
        if not answers:
            return Problem(where, "holds no answer.")
        return check_in_or_problem(where, day, answers, now)
