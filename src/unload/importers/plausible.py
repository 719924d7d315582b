"""Make a session out of raw fields, or say why it cannot be one."""

import math
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from unload.errors import Problem
from unload.importers.marks import (
    CLOCK_SET_BACK,
    LEFT_RUNNING,
    NO_DISTANCE,
    NO_HEART_RATE,
    SPORT_UNKNOWN,
)
from unload.model.history import Session, Sport
from unload.model.units import M_PER_KM, S_PER_HOUR, S_PER_MIN

# Before GPS watches and their exports; FIT clocks that were never set show 1989 and the like.
FIRST_START = datetime(1998, 1, 1)
# The runner may be anywhere on earth, so "today" is uncertain by this much and no more.
FUTURE_SLACK = timedelta(hours=14)
LONGEST_S = 100 * S_PER_HOUR
# A watch left running over night: beyond this the elapsed time says nothing about the session.
ELAPSED_TRUSTED = 4
ON_FOOT = (Sport.RUN, Sport.WALK)
LONGEST_RUN_M = 1000 * M_PER_KM
# Metres per second that the sport cannot exceed over a whole session.
FASTEST_M_S = {Sport.RUN: 12.0, Sport.WALK: 12.0, Sport.RIDE: 40.0, Sport.SWIM: 5.0}
# Over 3 km no human has run this fast (the record of 2024 is 6.86 m/s): it is a ride or a glitch.
RECORD_FROM_M = 3 * M_PER_KM
RECORD_M_S = 7.0
HR_LOW, HR_HIGH = 20, 250
RPE_HIGH = 10


@dataclass(slots=True)
class Raw:
    """The fields as a format found them, units converted, nothing judged yet.

    `start` is the runner's wall clock without a zone. Missing is None.
    """

    where: str
    start: datetime | None = None
    sport: Sport = Sport.OTHER
    moving_s: float | None = None
    elapsed_s: float | None = None
    distance_m: float | None = None
    avg_hr: float | None = None
    max_hr: float | None = None
    climb_m: float | None = None
    rpe: float | None = None
    hard_s: float | None = None
    race: bool = False
    runner: str = ""
    source: str = ""
    source_id: str = ""
    marks: tuple[str, ...] = ()


def session_or_problem(raw: Raw, now: datetime) -> Session | Problem:
    """The session these fields tell of, or the problem that keeps it out of every sum."""
    # A clock that jumped gives an elapsed time of days; the moving time then still holds.
    start, duration_s = raw.start, raw.moving_s if raw.moving_s is not None else raw.elapsed_s
    if start is None:
        return Problem(raw.where, "has no date.")
    if duration_s is None:
        return Problem(raw.where, "has no duration.")
    fault = _fault_of_start(start, now) or _fault_of_sizes(raw) or _fault_of_time(duration_s)
    fault = fault or _fault_of_speed(raw, duration_s)
    if fault:
        return Problem(raw.where, fault)
    marks, distance_m = raw.marks, raw.distance_m
    if distance_m == 0 and raw.sport in ON_FOOT:
        # Nobody runs for a while and gets nowhere: there was no sensor.
        distance_m, marks = None, (*marks, NO_DISTANCE)
    avg_hr, max_hr = _heart_rate(raw.avg_hr), _heart_rate(raw.max_hr)
    if avg_hr is not raw.avg_hr or max_hr is not raw.max_hr:
        marks = (*marks, NO_HEART_RATE)
    if raw.elapsed_s is not None and raw.elapsed_s > ELAPSED_TRUSTED * duration_s:
        marks = (*marks, LEFT_RUNNING)
    if start.fold:
        marks = (*marks, CLOCK_SET_BACK)
    return Session(
        start=start.replace(fold=0),
        sport=raw.sport,
        duration_s=duration_s,
        distance_m=distance_m,
        elapsed_s=raw.elapsed_s,
        avg_hr=avg_hr,
        max_hr=max_hr,
        climb_m=None if raw.climb_m is None else _within(raw.climb_m, math.inf),
        rpe=None if raw.rpe is None else _within(raw.rpe, RPE_HIGH),
        hard_s=None if raw.hard_s is None else _within(raw.hard_s, duration_s),
        race=raw.race,
        runner=raw.runner,
        source=raw.source,
        source_id=raw.source_id,
        where=raw.where,
        marks=marks,
    )


def restated(session: Session, sport: Sport, now: datetime) -> Session | Problem:
    """The session as one of another sport, judged again."""
    same = {name: getattr(session, name) for name in _SHARED}
    # What is found again in its numbers is marked again.
    marks = tuple(m for m in session.marks if m not in (SPORT_UNKNOWN, LEFT_RUNNING))
    raw = Raw(**{**same, "sport": sport, "moving_s": session.duration_s, "marks": marks})
    return session_or_problem(raw, now)


_SHARED = tuple({f.name for f in fields(Raw)} & {f.name for f in fields(Session)})


def _fault_of_start(start: datetime, now: datetime) -> str:
    if start < FIRST_START:
        return f"is dated {start:%Y-%m-%d}; the clock was not set. Correct the date and read again."
    if start > now + FUTURE_SLACK:
        return f"is dated {start:%Y-%m-%d}, which is in the future."
    return ""


def _fault_of_sizes(raw: Raw) -> str:
    """Times and distance must be finite and not negative."""
    for name, value in (
        ("the distance", raw.distance_m),
        ("the moving time", raw.moving_s),
        ("the elapsed time", raw.elapsed_s),
    ):
        if value is not None and not 0 <= value < math.inf:
            kind = "negative" if value < 0 else "not a number"
            return f"{name} is {kind}."
    return ""


def _fault_of_time(duration_s: float) -> str:
    if duration_s == 0:
        return "lasts zero seconds."
    if duration_s > LONGEST_S:
        return f"lasts {duration_s / S_PER_HOUR:.0f} hours; a clock jumped or a unit is wrong."
    return ""


def _fault_of_speed(raw: Raw, duration_s: float) -> str:
    distance_m = raw.distance_m
    if distance_m is None:
        return ""
    if raw.sport in ON_FOOT and distance_m > LONGEST_RUN_M:
        return f"is {distance_m / M_PER_KM:.0f} km long; a GPS glitch or a wrong unit."
    limit = FASTEST_M_S.get(raw.sport, math.inf)
    if raw.sport is Sport.RUN and distance_m >= RECORD_FROM_M:
        limit = RECORD_M_S
    if distance_m > limit * duration_s:
        said = f"{distance_m / M_PER_KM:.2f} km in {duration_s / S_PER_MIN:.1f} minutes"
        return f"says {said}: too fast for a {raw.sport}; another sport, a glitch or a wrong unit."
    return ""


def _heart_rate(value: float | None) -> float | None:
    """255 and its like mean that there was no sensor."""
    return value if value is not None and HR_LOW <= value <= HR_HIGH else None


def _within(value: float, high: float) -> float | None:
    """A secondary field out of range is missing; -1 often says that there was no sensor."""
    return value if math.isfinite(value) and 0 <= value <= high else None
