"""Read the wellness CSV of intervals.icu, whose answers run from 1, the best, to 4.

The columns are verified on a real header; that 1 is best on every item, sleep quality and mood
too, is what its author says of the same fields of its interface.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.numbers import shown
from unload.importers.protocol import Record
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none
from unload.importers.wellness import check_in_or_problem, weighed

# 1-4, 1 is best, to 1-5, 5 is best: the ends meet the ends, the steps between are even.
BEST, WORST = 1, 4
_ITEMS = {
    "sleep": "sleepQuality",
    "fatigue": "fatigue",
    "soreness": "soreness",
    "stress": "stress",
    "mood": "mood",
}
# hrv is the rMSSD; hrvSDNN beside it is another measure and is left out. Weights are kilograms.
_MEASURED = {"resting_hr": "restingHR", "rmssd_ms": "hrv", "sleep_s": "sleepSecs"}


class IntervalsWellness(Titled):
    """One check-in per day that holds an answer; days of computed load alone hold none."""

    name = "intervals.icu wellness"
    weighs = True

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record | None:
        try:
            answers: dict[str, object] = dict(_answers(cells))
        except ValueError as error:
            return Problem(where, f"{error}.")
        answers |= weighed(number_in_or_none(cells, "weight"))
        if not answers:
            return None
        text = cells.get("date", "")
        try:
            day = datetime.fromisoformat(text).date()
        except ValueError:
            return Problem(where, f"{shown(text)} is not a date like 2024-11-17.")
        return check_in_or_problem(where, day, answers, now)


def _answers(cells: Cells) -> Iterator[tuple[str, float]]:
    """What was answered or measured; 0 and below is how the program says that nothing was."""
    for name, title in _ITEMS.items():
        value = number_in(cells, title)
        if value is not None and value > 0:
            if not BEST <= value <= WORST:
                raise ValueError(f"{title} is {value:g}; it must be {BEST} to {WORST}")
            yield name, five_is_best(value)
    for name, title in _MEASURED.items():
        value = number_in(cells, title)
        if value is not None and value > 0:
            yield name, value


def five_is_best(value: float) -> float:
    """1 (best) becomes 5, 4 (worst) becomes 1."""
    return 5 - (value - BEST) * (5 - 1) / (WORST - BEST)
