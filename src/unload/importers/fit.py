"""Read FIT activities: strictly first, and from a damaged file whatever can be decoded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.fit_messages import FIT_EPOCH_OK, Message, Part, parts_of, stamp
from unload.importers.marks import FROM_POINTS, SALVAGED, SPORT_UNKNOWN
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of

MAGIC = b".FIT"
MAGIC_AT = slice(8, 12)
# A watch that crashed leaves a header of zeros before good data.
CRASHED = bytes(12)
# Points further apart than this were not one movement: the watch was paused.
PAUSE_S = 60.0
NO_DATE = (
    "holds seconds since the watch was switched on, not a date; the watch's clock was not set."
)


class Fit:
    """One session per session message; files that hold settings or workouts hold no session."""

    name = "FIT"

    def identify(self, file: File) -> bool:
        head = file.head
        crashed = file.stem.endswith(".fit") and head[: len(CRASHED)] == CRASHED
        return head[MAGIC_AT] == MAGIC or crashed

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        with file.open() as stream:
            parts, salvaged = parts_of(stream.read())
        if salvaged and not any(part.sessions or part.points for part in parts):
            yield Problem(file.name, "is damaged, and nothing of a session could be decoded.")
            return
        for part in parts:
            if part.kind in ("activity", None):
                yield from _of_part(file.name, part, salvaged, zone, now)


def _of_part(
    where: str, part: Part, salvaged: bool, zone: tzinfo, now: datetime
) -> Iterator[Record]:
    """The sessions of one of the files that may be chained in one."""
    marks = (SALVAGED,) if salvaged else ()
    raws = [_from_message(message, part) for message in part.sessions]
    if not raws:
        raws = [raw for raw in [_from_points(part)] if raw is not None]
    for number, raw in enumerate(raws, 1):
        raw.where = where if len(raws) == 1 else f"{where} session {number}"
        raw.source, raw.marks = "fit", (*raw.marks, *marks)
        if raw.start is not None:
            if raw.start < FIT_EPOCH_OK:
                yield Problem(raw.where, NO_DATE)
                continue
            raw.start = _local(raw.start, part, zone)
        yield session_or_problem(raw, now)


def _local(start: datetime, part: Part, zone: tzinfo) -> datetime:
    """The watch's own wall clock where the file tells it, else the runner's zone."""
    return from_utc(start, zone) if part.offset is None else start + part.offset


def _from_message(message: Message, part: Part) -> Raw:
    raw = Raw("", start=stamp(message.get("start_time")))
    if raw.start is None and part.points:
        raw.start = part.points[0][0]
    raw.moving_s = _number(message, "total_timer_time")
    raw.elapsed_s = _number(message, "total_elapsed_time")
    raw.distance_m = _number(message, "total_distance")
    raw.avg_hr = _number(message, "avg_heart_rate")
    raw.max_hr = _number(message, "max_heart_rate")
    raw.climb_m = _number(message, "total_ascent")
    if raw.avg_hr is None and raw.start is not None:
        end = stamp(message.get("timestamp"))
        raw.avg_hr = _mean_hr(part, raw.start, end)
    _name_sport(raw, message, part)
    return raw


def _name_sport(raw: Raw, message: Message, part: Part) -> None:
    """The sport, or the finer sub-sport where the sport is a wide word like `training`."""
    name = str(message.get("sport") or part.sport or "")
    fine = str(message.get("sub_sport") or "")
    raw.sport, raw.marks = sport_of(name)
    wide = raw.marks == (SPORT_UNKNOWN,) or name in ("fitness_equipment", "training")
    if wide or fine == "treadmill":
        sport, marks = sport_of(fine)
        if SPORT_UNKNOWN not in marks:
            raw.sport, raw.marks = sport, marks


def _from_points(part: Part) -> Raw | None:
    """A session rebuilt from its points, where the watch did not live to write its summary."""
    if not part.points:
        return None
    raw = Raw("", start=part.points[0][0], marks=(FROM_POINTS,))
    raw.elapsed_s = (part.points[-1][0] - part.points[0][0]).total_seconds()
    steps = [
        (later[0] - earlier[0]).total_seconds()
        for earlier, later in zip(part.points, part.points[1:], strict=False)
    ]
    raw.moving_s = sum(step for step in steps if 0 <= step <= PAUSE_S)
    # The distance is a counter that runs on; a damaged file may hold one wild value at its end.
    raw.distance_m = max((d for _, d, _ in part.points if d is not None), default=None)
    raw.avg_hr = _mean_hr(part, part.points[0][0], part.points[-1][0])
    raw.sport, marks = sport_of(part.sport or "")
    raw.marks = (*raw.marks, *marks)
    return raw


def _mean_hr(part: Part, start: datetime, end: datetime | None) -> float | None:
    """The mean of the points' heart rates; watches write a point at nearly even intervals."""
    rates = [
        rate
        for time, _, rate in part.points
        if rate is not None and start <= time and (end is None or time <= end)
    ]
    return sum(rates) / len(rates) if rates else None


def _number(message: Message, name: str) -> float | None:
    value = message.get(name)
    return float(value) if isinstance(value, int | float) else None
