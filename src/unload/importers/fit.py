"""Read FIT activities: strictly first, and from a damaged file whatever can be decoded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from itertools import pairwise

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.fit_messages import (
    ACTIVITY_FILE,
    ASCENT_M,
    AVG_HR,
    CM_PER_M,
    DISTANCE_CM,
    ELAPSED_MS,
    MAX_HR,
    POWER_ON_MAX,
    SESSION_SPORT,
    START_TIME,
    SUB_SPORT,
    TIMER_MS,
    WEIGHT_FILE,
    Clock,
    Part,
    kind_of,
    moment,
    parts_in,
)
from unload.importers.fit_sports import fit_sport
from unload.importers.fit_wire import HEADER_BYTES, MAGIC, MAGIC_AT, TIMESTAMP, Values
from unload.importers.marks import FROM_POINTS, SALVAGED
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record

MS_PER_S = 1000
# Points further apart than this were not one movement: the watch was paused.
PAUSE_S = 60
NO_DATE = (
    "holds seconds since the watch was switched on, not a date; the watch's clock was not set."
)


def clocks_of(file: File) -> Iterator[Clock]:
    """What the wall clock of the watch said at the end of each activity in the file."""
    for part in parts_in(file):
        if part.clock is not None and part.sessions:
            yield part.clock


class Fit:
    """One session per session message; files that hold settings or workouts hold no session."""

    name = "FIT"
    heavy = True

    def identify(self, file: File) -> bool:
        head = file.head
        # A watch that crashed leaves a header of zeros before good data.
        crashed = file.stem.endswith(".fit") and head[:HEADER_BYTES] == bytes(HEADER_BYTES)
        return crashed or (head[MAGIC_AT] == MAGIC and kind_of(head) != WEIGHT_FILE)

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        parts = parts_in(file)
        if not parts:
            yield Problem(file.name, "has a damaged header; nothing in it can be found.")
        for number, part in enumerate(parts, 1):
            if part.kind not in (ACTIVITY_FILE, None):
                continue
            found = list(_of_part(file.name, part, zone, now))
            if not found and not part.whole:
                where = file.name if len(parts) == 1 else f"{file.name} part {number}"
                yield Problem(where, "is damaged, and nothing of a session could be decoded.")
            yield from found


def _of_part(where: str, part: Part, zone: tzinfo, now: datetime) -> Iterator[Record]:
    """The sessions of one of the files that may be chained in one."""
    marks = () if part.whole else (SALVAGED,)
    told = [_from_message(values, part) for values in part.sessions] or _from_points(part)
    for number, (seconds, raw) in enumerate(told, 1):
        raw.where = where if len(told) == 1 else f"{where} session {number}"
        raw.source, raw.marks = "fit", (*raw.marks, *marks)
        if seconds is not None:
            if seconds < POWER_ON_MAX:
                yield Problem(raw.where, NO_DATE)
                continue
            raw.start = _local(seconds, part, zone)
            if part.serial is not None:
                # One watch begins one session of a sport at a moment: a name that neither another
                # copy of the file nor another zone changes.
                raw.source_id = f"{part.serial}-{seconds}-{raw.sport}"
        yield session_or_problem(raw, now)


def _local(seconds: int, part: Part, zone: tzinfo) -> datetime:
    """The watch's own wall clock where the file tells it, else the runner's zone.

    The watch says how far it is from UTC when it is stopped. Where the runner's zone says the same
    of that moment, the zone is asked: it knows of a change of clock on the way, and whether an
    hour is passed for the second time.
    """
    start, clock = moment(seconds), part.clock
    if clock is None or from_utc(clock.utc, zone) - clock.utc == clock.offset:
        return from_utc(start, zone)
    return start + clock.offset


def _from_message(values: Values, part: Part) -> tuple[int | None, Raw]:
    """What the watch summed up, and when it began."""
    start = values.get(START_TIME)
    if start is None and part.points:
        start = part.points[0][0]
    raw = Raw(
        "",
        moving_s=_scaled(values, TIMER_MS, MS_PER_S),
        elapsed_s=_scaled(values, ELAPSED_MS, MS_PER_S),
        distance_m=_scaled(values, DISTANCE_CM, CM_PER_M),
        avg_hr=_scaled(values, AVG_HR),
        max_hr=_scaled(values, MAX_HR),
        climb_m=_scaled(values, ASCENT_M),
    )
    if raw.avg_hr is None and start is not None:
        raw.avg_hr = part.mean_hr(start, values.get(TIMESTAMP))
    sport = values.get(SESSION_SPORT)
    raw.sport, raw.marks = fit_sport(part.sport if sport is None else sport, values.get(SUB_SPORT))
    return start, raw


def _from_points(part: Part) -> list[tuple[int | None, Raw]]:
    """A session rebuilt from its points, where the watch did not live to write its summary."""
    points = part.points
    if not points:
        return []
    start, end = points[0][0], points[-1][0]
    steps = [later[0] - earlier[0] for earlier, later in pairwise(points)]
    sport, marks = fit_sport(part.sport, None)
    raw = Raw(
        "",
        elapsed_s=float(end - start),
        moving_s=float(sum(step for step in steps if 0 <= step <= PAUSE_S)),
        # A counter that runs on; a damaged file may hold one wild value at its end.
        distance_m=max((d for _, d, _ in points if d is not None), default=None),
        avg_hr=part.mean_hr(start, end),
        sport=sport,
        marks=(FROM_POINTS, *marks),
    )
    return [(start, raw)]


def _scaled(values: Values, field: int, parts: int = 1) -> float | None:
    """The value in its unit, of which the file counts so many parts."""
    value = values.get(field)
    return None if value is None else value / parts
