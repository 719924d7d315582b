"""Load: history -> what each local day held, as arrays.

Every session is measured by the best of what is known of it: session-RPE x minutes, TRIMP, pace
against the runner's own best recent effort, minutes. Scales are tied together within the runner
by the median ratio on the sessions that have both, and never compared between runners.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np

from unload.model.constants import LoadConstants
from unload.model.daily import Array, Bools, Daily
from unload.model.history import WELLNESS_ITEMS, CheckIn, History, Runner, Session, Sex, Sport
from unload.model.units import PERCENT, S_PER_HOUR, S_PER_MIN
from unload.science.rolling import last_index

SOURCES = ("session-RPE", "heart rate", "pace", "minutes")


def daily(
    history: History, today: date, flagged: frozenset[date], constants: LoadConstants
) -> Daily:
    """The days from the first record to `today`; records after `today` are not looked at.

    `flagged` are the days on which a red flag stood. Shape (days,).
    """
    sessions = [s for s in history.sessions if s.day <= today]
    check_ins = [c for c in history.check_ins if c.day <= today]
    recorded = [*(s.day for s in sessions), *(c.day for c in check_ins), today]
    first = min(recorded)
    size = (today - first).days + 1
    index = np.array([(s.day - first).days for s in sessions], dtype=np.intp)
    known, age = _states(index, size, constants)
    loads, source = session_loads(sessions, history.runner, constants)
    runs = np.array([s.sport is Sport.RUN for s in sessions], dtype=bool)
    metres = _column([s.distance_m for s in sessions])
    seconds = np.array([s.duration_s for s in sessions], dtype=float)
    hard = _hard_seconds(sessions, history.runner, constants)
    race = history.race
    pain, morning, spots = _pain(check_ins, first, size)
    return Daily(
        first_day=first,
        run_m=_sum_by_day(index[runs], metres[runs], known),
        run_s=_sum_by_day(index[runs], seconds[runs], known),
        longest_m=_max_by_day(index[runs], metres[runs], known),
        hard_s=_sum_by_day(index[runs], hard[runs], known),
        load_au=_sum_by_day(index, loads, known),
        efficiency=_efficiency(sessions, history.runner, first, size, constants),
        wellness=_wellness(check_ins, first, size),
        resting_hr=_by_check_in(check_ins, "resting_hr", first, size),
        ln_rmssd=np.log(_by_check_in(check_ins, "rmssd_ms", first, size)),
        ill=_by_check_in(check_ins, "ill", first, size),
        pain=pain,
        morning=morning,
        flag=_mark(flagged, first, size),
        race_in=_race_in(race.day if race else None, first, size),
        age=age,
        spots=spots,
        load_source=source,
    )


def stack(fleet: Sequence[Daily]) -> Daily:
    """Many runners that end on the same day as one: arrays (runners, ..., days).

    Shorter histories get unknown days, and fewer sore spots unknown spots, in front.
    """
    first = min(one.first_day for one in fleet)
    size = max(one.days for one in fleet)
    spots = max(one.pain.shape[0] for one in fleet)
    columns: dict[str, Any] = {}
    for field in fields(Daily):
        arrays = [getattr(one, field.name) for one in fleet]
        if isinstance(arrays[0], np.ndarray):
            rows = spots if field.name in ("pain", "morning") else None
            columns[field.name] = np.stack([_grown(a, size, rows) for a in arrays])
    return replace(fleet[0], first_day=first, spots=(), **columns)


def ewma(load: Array, tau: float) -> Array:
    """Exponentially weighted load, x += (load - x)(1 - exp(-1/tau)); an unknown day adds 0.

    Descriptive only: nothing in Unload decides by it. Shape and unit as `load`.
    """
    gain = 1 - np.exp(-1 / tau)
    out = np.zeros(load.shape)
    level = np.zeros(load.shape[:-1])
    for day, value in enumerate(np.moveaxis(np.nan_to_num(load), -1, 0)):
        level = level + (value - level) * gain
        out[..., day] = level
    return out


def trimp(minutes: Array, heart: Array, runner: Runner, constants: LoadConstants) -> Array:
    """Banister's TRIMP; NaN where sex, resting or highest heart rate is not known."""
    rest, top = runner.hr_rest, runner.hr_max
    if runner.sex is None or rest is None or top is None or top <= rest:
        return np.full(minutes.shape, np.nan)
    female = runner.sex is Sex.FEMALE
    a = constants.trimp_a_female if female else constants.trimp_a_male
    b = constants.trimp_b_female if female else constants.trimp_b_male
    reserve = np.clip((heart - rest) / (top - rest), 0, 1)
    return minutes * reserve * a.value * np.exp(b.value * reserve)


def session_loads(
    sessions: Sequence[Session], runner: Runner, constants: LoadConstants
) -> tuple[Array, str]:
    """The load of every session on one scale, and the source that scale comes from."""
    minutes = np.array([s.duration_s for s in sessions], dtype=float) / S_PER_MIN
    heart = _column([s.avg_hr for s in sessions])
    columns = (
        _column([s.rpe for s in sessions]) * minutes,
        trimp(minutes, heart, runner, constants),
        _pace_load(sessions, constants),
        minutes,
    )
    enough = constants.tie_sessions_min.value
    base = next(
        (i for i, column in enumerate(columns) if np.sum(~np.isnan(column)) >= enough),
        len(columns) - 1,
    )
    out = columns[base].copy()
    for column in columns[base + 1 :]:
        both = ~np.isnan(columns[base]) & (column > 0)
        if np.sum(both) < min(enough, len(sessions)):
            continue
        ratio = np.median(columns[base][both] / column[both])
        out = np.where(np.isnan(out), column * ratio, out)
    return out, SOURCES[base]


def _pace_load(sessions: Sequence[Session], constants: LoadConstants) -> Array:
    """Hours x (speed / own best recent effort)^2 x 100, runs only; NaN for the rest."""
    out = np.full(len(sessions), np.nan)
    runs = [i for i, s in enumerate(sessions) if s.sport is Sport.RUN and s.distance_m]
    if not runs:
        return out
    day = np.array([sessions[i].day.toordinal() for i in runs])
    seconds = np.array([sessions[i].duration_s for i in runs], dtype=float)
    speed = np.array([sessions[i].distance_m for i in runs], dtype=float) / seconds
    effort = np.where(seconds >= constants.pace_effort_s_min.value, speed, 0)
    start = np.searchsorted(day, day - constants.pace_reference_days.value)
    best = np.array([effort[a : b + 1].max() for b, a in enumerate(start)])
    share = np.divide(speed, best, out=np.full(len(runs), np.nan), where=best > 0)
    hours = seconds / S_PER_HOUR
    out[runs] = hours * share**constants.pace_load_exponent.value * PERCENT
    return out


def _states(
    index: np.ndarray[tuple[int], np.dtype[np.intp]], size: int, constants: LoadConstants
) -> tuple[Bools, Array]:
    """Which days are known, and how old the newest session is on each day.

    Known means inside continuous recording: a gap of `unknown_gap_days` or more without any
    session is unknown, and so is every day after the newest one. Before the first session there
    is nothing to know.
    """
    marked = np.zeros(size, dtype=bool)
    marked[index] = True
    before = last_index(marked)
    after = size - last_index(marked[::-1])[::-1]
    inside = (before > 0) & (after < size)
    gap = after - before
    known = marked | (inside & (gap < constants.unknown_gap_days.value))
    age = np.where(before > 0, np.arange(1, size + 1) - before, np.nan)
    return known, age


def _hard_seconds(sessions: Sequence[Session], runner: Runner, constants: LoadConstants) -> Array:
    """Seconds of hard running in each session; NaN where nothing tells."""
    return _column([_hard_of(s, runner, constants) for s in sessions])


def _hard_of(session: Session, runner: Runner, constants: LoadConstants) -> float | None:
    if session.hard_s is not None:
        return session.hard_s
    if session.rpe is not None:
        hard = session.rpe >= constants.hard_rpe_min.value
    elif session.avg_hr is not None and runner.hr_max is not None:
        hard = session.avg_hr >= constants.hard_hr_share_min.value * runner.hr_max
    else:
        return None
    return session.duration_s if hard else 0.0


def _efficiency(
    sessions: Sequence[Session], runner: Runner, first: date, size: int, constants: LoadConstants
) -> Array:
    """Metres per heartbeat of the day's last easy run; NaN on other days.

    Session averages, without grade: an easy run is one whose average heart rate lies low against
    the highest the runner has shown. Limits: hills and heat move it too.
    """
    out = np.full(size, np.nan)
    runs = [s for s in sessions if s.sport is Sport.RUN and s.avg_hr is not None]
    seen = [s.max_hr or s.avg_hr or 0.0 for s in runs]
    top = runner.hr_max if runner.hr_max is not None else max(seen, default=0.0)
    ceiling = constants.efficiency_hr_share_max.value * top
    for s in runs:
        long_enough = s.duration_s >= constants.pace_effort_s_min.value
        if s.distance_m and s.avg_hr is not None and s.avg_hr <= ceiling and long_enough:
            beats = s.avg_hr * s.duration_s / S_PER_MIN
            out[(s.day - first).days] = s.distance_m / beats
    return out


def _column(values: Sequence[float | None]) -> Array:
    return np.array([np.nan if v is None else v for v in values], dtype=float)


def _sum_by_day(
    index: np.ndarray[tuple[int], np.dtype[np.intp]], values: Array, known: Bools
) -> Array:
    """Sum per day; 0 on a known day without a session, NaN on an unknown one.

    A session whose value is unknown makes its day unknown: a part is not the whole.
    """
    out = np.where(known, 0.0, np.nan)
    np.add.at(out, index, values)
    return out


def _max_by_day(
    index: np.ndarray[tuple[int], np.dtype[np.intp]], values: Array, known: Bools
) -> Array:
    out = np.where(known, 0.0, np.nan)
    with np.errstate(invalid="ignore"):  # an unknown distance makes its day unknown
        np.maximum.at(out, index, values)
    return out


def _mark(days: frozenset[date], first: date, size: int) -> Array:
    out = np.zeros(size)
    for day in days:
        if 0 <= (day - first).days < size:
            out[(day - first).days] = 1
    return out


def _race_in(race: date | None, first: date, size: int) -> Array:
    if race is None:
        return np.full(size, np.nan)
    return (race - first).days - np.arange(size, dtype=float)


def _by_check_in(check_ins: Sequence[CheckIn], name: str, first: date, size: int) -> Array:
    out = np.full(size, np.nan)
    for check_in in check_ins:
        value = getattr(check_in, name)
        if value is not None:
            out[(check_in.day - first).days] = value
    return out


def _wellness(check_ins: Sequence[CheckIn], first: date, size: int) -> Array:
    return np.stack([_by_check_in(check_ins, item, first, size) for item in WELLNESS_ITEMS])


def _pain(
    check_ins: Sequence[CheckIn], first: date, size: int
) -> tuple[Array, Array, tuple[tuple[str, str], ...]]:
    """Pain and next-morning pain per sore spot; asked and not named is a known 0.

    Of several check-ins on one day the worst counts, in whatever order they came.
    """
    keys = sorted({(s.region, s.side.value) for c in check_ins for s in c.spots or ()})
    rows = max(len(keys), 1)
    pain = np.full((rows, size), np.nan)
    morning = np.full((rows, size), np.nan)
    for check_in in check_ins:
        column = (check_in.day - first).days
        if check_in.spots is not None:
            pain[:, column] = np.fmax(pain[:, column], 0)
        for spot in check_in.spots or ():
            row = keys.index((spot.region, spot.side.value))
            pain[row, column] = np.fmax(pain[row, column], spot.pain)
            if spot.next_morning is not None:
                morning[row, column] = np.fmax(morning[row, column], spot.next_morning)
    return pain, morning, tuple(keys)


def _grown(x: Array, days: int, rows: int | None) -> Array:
    """`x` with unknown columns (and rows) in front until it has `days` (and `rows`)."""
    shape = [*x.shape[:-1], days]
    if rows is not None:
        shape[0] = rows
    out = np.full(shape, np.nan)  # np.pad does the same at ten times the cost
    out[..., days - x.shape[-1] :][-x.shape[0] :] = x
    return out
