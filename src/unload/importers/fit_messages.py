"""Tell what the messages of a FIT file mean: its kind, its sessions, its zone, its points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from itertools import accumulate

from unload.importers.fit_wire import (
    TIMESTAMP,
    Broken,
    Span,
    Values,
    Wanted,
    later,
    runs,
    spans,
    walk,
)
from unload.importers.protocol import DamagedPack, File, TooLarge
from unload.model.units import S_PER_MIN

# Seconds since the epoch of FIT, metres and heart rate of a point. Positions are not decoded.
Point = tuple[int, float | None, float | None]

# A day of points every second with many extra fields is about 10 MB.
FIT_BYTES_MAX = 16 * 1024**2
CHUNK_BYTES = 1024 * 1024
# A multisport day has five; more than this is made up.
SESSIONS_MAX = 1000
# Twice a day for ten years.
WEIGHTS_MAX = 7500
EPOCH = datetime(1989, 12, 31)
# Values below this are seconds since power-on, says the FIT profile; they are no dates.
POWER_ON_MAX = 0x10000000
# No place on earth is further from UTC than this.
OFFSET_MAX = timedelta(hours=15)
QUARTER_S = 15 * 60
ACTIVITY_FILE, WEIGHT_FILE = 4, 9
CM_PER_M = 100

# Numbers of messages and of their fields in the FIT profile.
FILE_ID, SPORT, SESSION, LAP, RECORD, WEIGHT, ACTIVITY = 0, 12, 18, 19, 20, 30, 34
START_TIME, SESSION_SPORT, SUB_SPORT, ELAPSED_MS, TIMER_MS = 2, 5, 6, 7, 8
DISTANCE_CM, AVG_HR, MAX_HR, ASCENT_M = 9, 16, 17, 22
_LOCAL_TIMESTAMP, _RECORD_HR, _RECORD_CM, _LAP_SPORT, _SPORT_SPORT = 5, 3, 5, 25, 0
_FILE_TYPE, _SERIAL = 0, 3
WEIGHT_CG, PERSON = 0, 12
_SESSION_FIELDS = (
    *(TIMESTAMP, START_TIME, SESSION_SPORT, SUB_SPORT, ELAPSED_MS, TIMER_MS),
    *(DISTANCE_CM, AVG_HR, MAX_HR, ASCENT_M),
)
_SUMMARY: Wanted = {
    FILE_ID: frozenset((_FILE_TYPE, _SERIAL)),
    SPORT: frozenset((_SPORT_SPORT,)),
    LAP: frozenset((_LAP_SPORT,)),
    ACTIVITY: frozenset((TIMESTAMP, _LOCAL_TIMESTAMP)),
    SESSION: frozenset(_SESSION_FIELDS),
    WEIGHT: frozenset((TIMESTAMP, WEIGHT_CG, PERSON)),
}
# A point may carry only the last bits of its time; the rest is that of whatever came before it.
_POINTS: Wanted = {number: frozenset((TIMESTAMP,)) for number in range(256)} | {
    RECORD: frozenset((TIMESTAMP, _RECORD_HR, _RECORD_CM))
}

_KIND: Wanted = {FILE_ID: frozenset((_FILE_TYPE,))}
_RATES: Wanted = {RECORD: frozenset((_RECORD_HR,))}


@dataclass(frozen=True, slots=True)
class Clock:
    """What the watch's wall clock said: how far it was from UTC, and when it said so."""

    offset: timedelta
    utc: datetime


@dataclass
class Part:
    """One of the files that may be chained in one; its points are decoded when asked for."""

    data: bytes = field(repr=False)
    span: Span
    kind: int | None = None
    serial: int | None = None
    sport: int | None = None
    clock: Clock | None = None
    sessions: list[Values] = field(default_factory=list)
    weights: list[Values] = field(default_factory=list)
    whole: bool = True

    @cached_property
    def points(self) -> list[Point]:
        """The points that have a time, up to the damage if there is any."""
        found: list[Point] = []
        with suppress(Broken):
            found.extend(_points(self.data, self.span))
        return found

    def mean_hr(self, start: int, end: int | None) -> float | None:
        """The mean heart rate of the points from start to end.

        Watches write a point at nearly even intervals, so each counts alike.
        """
        times, sums = self._rates
        first = bisect_left(times, start)
        behind = len(times) if end is None else bisect_right(times, end)
        count = behind - first
        return (sums[behind] - sums[first]) / count if count > 0 else None

    @cached_property
    def _rates(self) -> tuple[list[int], list[float]]:
        """The times at which a heart rate is known, and the sums of the rates up to each."""
        with suppress(Broken):
            # To find that no point has any is ten times cheaper than the points.
            if any(values.get(_RECORD_HR) for _, values in walk(self.data, self.span, _RATES)):
                told = sorted((time, rate) for time, _, rate in self.points if rate is not None)
                sums = accumulate((rate for _, rate in told), initial=0.0)
                return [time for time, _ in told], list(sums)
        return [], [0.0]


def kind_of(head: bytes) -> int | None:
    """What kind of file its first bytes say it is, where they do."""
    with suppress(Broken, TooLarge):
        for span in spans(head):
            return next((v.get(_FILE_TYPE) for _, v in walk(head, span, _KIND)), None)
    return None


def parts_in(file: File) -> list[Part]:
    """The parts of a file; where its packing breaks off, its last one is not whole."""
    data, whole = bytearray(), True
    with file.open() as stream:
        try:
            while len(data) <= FIT_BYTES_MAX and (chunk := stream.read(CHUNK_BYTES)):
                data += chunk
        except DamagedPack:
            whole = False
    parts = parts_of(bytes(data))
    for part in parts[-1:]:
        part.whole &= whole
    return parts


def parts_of(data: bytes) -> list[Part]:
    """The parts; what is damaged is told as far as it can be followed, and is not `whole`."""
    if len(data) > FIT_BYTES_MAX:
        raise TooLarge(f"is a FIT file of over {FIT_BYTES_MAX // 1024**2} MB; no watch writes it.")
    return [_part(data, span) for span in spans(data)]


def _part(data: bytes, span: Span) -> Part:
    part = Part(data, span, whole=span.sound)
    try:
        for number, values in walk(data, span, _SUMMARY):
            _take(part, number, values)
    except Broken:
        part.whole = False
    return part


def _take(part: Part, number: int, values: Values) -> None:
    if number == FILE_ID and part.kind is None:
        part.kind, part.serial = values.get(_FILE_TYPE), values.get(_SERIAL)
    elif number == SESSION:
        part.sessions.append(values)
        if len(part.sessions) > SESSIONS_MAX:
            raise TooLarge(f"holds over {SESSIONS_MAX} sessions; no watch writes it.")
    elif number == WEIGHT:
        part.weights.append(values)
        if len(part.weights) > WEIGHTS_MAX:
            raise TooLarge(f"holds over {WEIGHTS_MAX} weights; no scale writes it.")
    elif number == ACTIVITY:
        part.clock = _clock(values)
    elif number in (SPORT, LAP) and part.sport is None:
        part.sport = values.get(_SPORT_SPORT if number == SPORT else _LAP_SPORT)


def _points(data: bytes, span: Span) -> Iterator[Point]:
    """Time, metres and heart rate of each point; a rate of zero is a lost sensor."""
    clock = 0
    for shape, bits, rows in runs(data, span, _POINTS):
        none, place = shape.none, shape.places.get
        when, way, heart = place(TIMESTAMP), place(_RECORD_CM), place(_RECORD_HR)
        for row in rows:
            time = None if when is None or row[when] == none[when] else row[when]
            if bits is not None:
                time = later(clock, bits)
            if time is None:
                continue
            clock = time
            if shape.number == RECORD:
                yield (
                    time,
                    None if way is None or row[way] == none[way] else row[way] / CM_PER_M,
                    None if heart is None or row[heart] in (0, none[heart]) else float(row[heart]),
                )


def moment(seconds: int) -> datetime:
    """A time of FIT as UTC without a zone."""
    return EPOCH + timedelta(seconds=seconds)


def _clock(values: Values) -> Clock | None:
    """How far the watch's wall clock was from UTC; None where the file does not say.

    Some makers write UTC into the local time, so an offset of zero says nothing; a runner who
    lives at UTC gives that zone anyway. Offsets are whole quarters of an hour.
    """
    utc, local = values.get(TIMESTAMP), values.get(_LOCAL_TIMESTAMP)
    if utc is None or local is None or utc < POWER_ON_MAX:
        return None
    quarters = round((local - utc) / QUARTER_S)
    offset = timedelta(seconds=quarters * QUARTER_S)
    exact = abs(offset.total_seconds() - (local - utc)) <= S_PER_MIN
    told = quarters and exact and abs(offset) <= OFFSET_MAX
    return Clock(offset, moment(utc)) if told else None
