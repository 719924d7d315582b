"""Read `resting_heart_rate-*`, `sleep-*` and `weight-*.json` of a Fitbit export.

Verified on the exports of eight people: a day without a resting heart rate is written as 0 with
no date; naps and broken nights are logs of their own, and the time asleep of a day is their sum.
Weights, as other programs read them, are in the account's own unit, which stands nowhere: it is
proved by the body mass index beside them, which makes a grown person's height in one of the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import month_first
from unload.importers.jsonfields import Fields, inside, measure, measure_or_none, text_of
from unload.importers.jsonstream import LIST_BYTES_MAX, items_of
from unload.importers.numbers import unless_zero
from unload.importers.protocol import File, Note, Record
from unload.importers.wellness import check_in_or_problem, weighed
from unload.model.units import KG_PER_LB, S_PER_MIN

_WANTED = frozenset(
    ("dateTime", "value", "logId", "dateOfSleep", "minutesAsleep", "weight", "bmi", "date", "time")
)
_UNITS_KG = (1.0, KG_PER_LB)
_HEIGHT_M = (1.4, 2.1)
# Where it stands, its day, the weight, the body mass index.
Weighing = tuple[str, date, float, float | None]


class FitbitDays:
    """One check-in per day with a resting heart rate, one per day with sleep, one per weight."""

    name = "Fitbit days"
    weighs = True
    limit_bytes = LIST_BYTES_MAX

    def identify(self, file: File) -> bool:
        """Steps and heart rates have a date and a value too; only resting ones tell their error."""
        head = file.head[:1024]
        resting = b'"dateTime"' in head and b'"value"' in head and b'"error"' in head
        scale = all(title in head for title in (b'"logId"', b'"weight"', b'"bmi"'))
        return resting or scale or (b'"dateOfSleep"' in head and b'"minutesAsleep"' in head)

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        asleep: dict[date, dict[str, float]] = {}
        scale: list[Weighing] = []
        for item in items_of(file, _WANTED):
            if isinstance(item, Problem):
                yield item
                continue
            where, fields = item
            try:
                if "dateOfSleep" in fields:
                    _add_log(fields, asleep)
                elif "weight" in fields:
                    scale += _on_scale(where, fields)
                else:
                    yield from _resting(where, fields, now)
            except ValueError as error:
                yield Problem(where, f"{error}.")
        for day, logs in sorted(asleep.items()):
            where = f"{file.name} sleep of {day}"
            yield check_in_or_problem(where, day, {"sleep_s": sum(logs.values())}, now)
        yield from _weights(file.name, scale, now)


def _resting(where: str, fields: Fields, now: datetime) -> Iterator[Record]:
    rate = unless_zero(measure(inside(fields, "value"), "value"))
    if rate is not None:
        day = month_first(text_of(fields, "dateTime")).date()
        yield check_in_or_problem(where, day, {"resting_hr": rate}, now)


def _add_log(fields: Fields, asleep: dict[date, dict[str, float]]) -> None:
    """One log; the same one told twice counts once."""
    seconds = measure(fields, "minutesAsleep", S_PER_MIN)
    if seconds is not None:
        day = month_first(text_of(fields, "dateOfSleep")).date()
        asleep.setdefault(day, {})[text_of(fields, "logId")] = seconds


def _on_scale(where: str, fields: Fields) -> Iterator[Weighing]:
    weight = unless_zero(measure_or_none(fields, "weight"))
    if weight is not None:
        moment = f"{text_of(fields, 'date')} {text_of(fields, 'time') or '00:00:00'}"
        day = month_first(moment).date()
        yield where, day, weight, unless_zero(measure_or_none(fields, "bmi"))


def _weights(name: str, scale: Sequence[Weighing], now: datetime) -> Iterator[Record]:
    """The weights in kilograms; none where it is not proved which unit they are in."""
    low, high = _HEIGHT_M
    proved = [
        kg for kg in _UNITS_KG
        if any(index for *_, index in scale)
        and all(low <= math.sqrt(w * kg / index) <= high for *_, w, index in scale if index)
    ]  # fmt: skip
    if scale and len(proved) != 1:
        yield Note(
            name, "weights may be in kilograms or pounds, nothing tells which; none was read."
        )
        return
    for where, day, weight, _index in scale:
        if answers := weighed(weight * proved[0]):
            yield check_in_or_problem(where, day, answers, now)
