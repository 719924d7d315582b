"""Read `resting_heart_rate-*.json` and `sleep-*.json` of a Fitbit export.

Verified on the exports of eight people: a day without a resting heart rate is written as 0 with
no date; naps and broken nights are logs of their own, and the time asleep of a day is their sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import month_first
from unload.importers.jsonfields import Fields, inside, measure, text_of
from unload.importers.jsonstream import LIST_BYTES_MAX, items_of
from unload.importers.numbers import unless_zero
from unload.importers.protocol import File, Record
from unload.importers.wellness import check_in_or_problem
from unload.model.units import S_PER_MIN

_WANTED = frozenset(("dateTime", "value", "logId", "dateOfSleep", "minutesAsleep"))


class FitbitDays:
    """One check-in per day that has a resting heart rate, one per day with sleep."""

    name = "Fitbit days"
    limit_bytes = LIST_BYTES_MAX

    def identify(self, file: File) -> bool:
        """Steps and heart rates have a date and a value too; only resting ones tell their error."""
        head = file.head[:1024]
        resting = b'"dateTime"' in head and b'"value"' in head and b'"error"' in head
        return resting or (b'"dateOfSleep"' in head and b'"minutesAsleep"' in head)

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        asleep: dict[date, dict[str, float]] = {}
        for item in items_of(file, _WANTED):
            if isinstance(item, Problem):
                yield item
                continue
            where, fields = item
            try:
                if "dateOfSleep" in fields:
                    _add_log(fields, asleep)
                else:
                    yield from _resting(where, fields, now)
            except ValueError as error:
                yield Problem(where, f"{error}.")
        for day, logs in sorted(asleep.items()):
            where = f"{file.name} sleep of {day}"
            yield check_in_or_problem(where, day, {"sleep_s": sum(logs.values())}, now)


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
