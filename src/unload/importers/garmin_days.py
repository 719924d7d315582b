"""Read resting heart rate, sleep, HRV and weight of each day of a Garmin full-account export.

From other programs' readers, not from files of our own: `UDSFile_*`, `*_sleepData`,
`*_healthStatusData` and `*_userBioMetrics.json` are lists of days; the last has grams, in an
object of the same name. `restingHeartRate` is what is taken, for
`currentDayRestingHeartRate` beside it is known for wild values; Garmin's HRV of a night is the
rMSSD. 0 is how Garmin says that nothing was measured. Its scores are its own and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.jsonfields import (
    Fields,
    all_inside,
    inside,
    measure,
    measure_or_none,
    text_of,
)
from unload.importers.jsonstream import LIST_BYTES_MAX, items_of
from unload.importers.numbers import unless_zero
from unload.importers.protocol import File, Record
from unload.importers.wellness import check_in_or_problem, weighed
from unload.model.units import KG_PER_G

_ASLEEP = ("deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds")
_WANTED = frozenset(
    (
        "calendarDate",
        "date",
        "metaData",
        "restingHeartRate",
        "metrics",
        "type",
        "value",
        "weight",
        *_ASLEEP,
    )
)
_BIOMETRICS = "_userbiometrics.json"
# A night without data has none of the stages, so its list is told by what every night has.
_TELLING = (b'"restingHeartRate"', b'"sleepStartTimestampGMT"', b'"HRV"')


class GarminDays:
    """One check-in per day that has one of the four."""

    name = "Garmin days"
    weighs = True
    limit_bytes = LIST_BYTES_MAX

    def identify(self, file: File) -> bool:
        head = file.head
        telling = file.stem.endswith(_BIOMETRICS) or any(title in head for title in _TELLING)
        known = b'"calendarDate"' in head and telling
        return known and head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        for item in items_of(file, _WANTED):
            if isinstance(item, Problem):
                yield item
            else:
                yield from _record(*item, now)


def _record(where: str, fields: Fields, now: datetime) -> Iterator[Record]:
    try:
        answers: dict[str, object] = dict(_answers(fields))
    except ValueError as error:
        yield Problem(where, f"{error}.")
        return
    answers |= weighed(measure_or_none(inside(fields, "weight"), "weight", KG_PER_G))
    if not answers:
        return
    day = text_of(fields, "calendarDate") or text_of(inside(fields, "calendarDate"), "date")
    day = day or text_of(inside(fields, "metaData"), "calendarDate")
    try:
        date = datetime.fromisoformat(day).date()
    except ValueError:
        yield Problem(where, "has no date like 2024-11-17.")
        return
    yield check_in_or_problem(where, date, answers, now)


def _answers(fields: Fields) -> Iterator[tuple[str, float]]:
    rate = unless_zero(measure(fields, "restingHeartRate"))
    if rate is not None:
        yield "resting_hr", rate
    asleep_s = unless_zero(sum(measure(fields, name) or 0 for name in _ASLEEP))
    if asleep_s is not None:
        yield "sleep_s", asleep_s
    for metric in all_inside(fields, "metrics"):
        rmssd_ms = unless_zero(measure(metric, "value"))
        if text_of(metric, "type") == "HRV" and rmssd_ms is not None:
            yield "rmssd_ms", rmssd_ms
