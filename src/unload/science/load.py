"""Load: history -> what each local day held, as arrays."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime, time
from typing import Any

import numpy as np

from unload.model.constants import LoadConstants
from unload.model.daily import Array, Bools, Daily
from unload.model.history import History, Runner, Session
from unload.science.rolling import last_index
from unload.science.session_load import (
    Columns,
    columns_of,
    efficiency,
    hard_seconds,
    session_loads,
)
from unload.science.told import (
    answers,
    ill,
    marked,
    pain,
    phase_in,
    race_in,
    travel_in,
    weekly,
)

Index = np.ndarray[tuple[int], np.dtype[np.intp]]


def daily(
    history: History, today: date, flagged: frozenset[date], constants: LoadConstants
) -> Daily:
    """The days from the first record to `today`; records after `today` are not looked at.

    `flagged` are the days on which a red flag stood. Shape (days,).
    """
    ended = bisect_right(history.sessions, datetime.combine(today, time.max), key=_start)
    sessions = history.sessions[:ended]
    check_ins = [c for c in history.check_ins if c.day <= today]
    first = min([*(s.start.date() for s in sessions[:1]), *(c.day for c in check_ins[:1]), today])
    size = (today - first).days + 1
    columns = columns_of(sessions)
    index = columns.day - first.toordinal()
    known, age = _states(index, size, constants)
    felt, morning, rest, spots = pain(check_ins, first, size)
    wellness, resting_hr, rmssd_ms, sick = answers(check_ins, first, size)
    return Daily(
        first_day=first,
        **_measured(columns, history.runner, index, known, constants),
        wellness=wellness,
        resting_hr=resting_hr,
        ln_rmssd=np.log(rmssd_ms),
        ill=ill(history, sick, first),
        pain=felt,
        morning=morning,
        rest=rest,
        weekly=weekly(history.runner.weekly, first, size),
        flag=marked(flagged, first, size),
        race_in=race_in(history, first, size),
        phase_in=phase_in(history, first, size),
        travel_in=travel_in(history, first, size),
        age=age,
        spots=spots,
        week_start=history.runner.week_start,
    )


def _start(session: Session) -> datetime:
    return session.start


def _measured(
    c: Columns, runner: Runner, index: Index, known: Bools, constants: LoadConstants
) -> dict[str, Any]:
    """The part of the days that sessions fill."""
    scale = session_loads(c, runner, constants)
    hard = hard_seconds(c, runner, constants)
    easy = efficiency(c, runner, constants)
    told = ~np.isnan(easy)
    easy_by_day = np.full(known.shape, np.nan)
    easy_by_day[index[told]] = easy[told]
    runs = index[c.run]
    return {
        "run_m": _sum_by_day(runs, c.metres[c.run], known),
        "run_s": _sum_by_day(runs, c.seconds[c.run], known),
        "longest_m": _max_by_day(runs, c.metres[c.run], known),
        "hard_s": _sum_by_day(runs, hard[c.run], known),
        "load_au": _sum_by_day(index, scale.loads, known),
        "efficiency": easy_by_day,
        "load_source": scale.source,
        "load_tied": scale.tied,
    }


def stack(fleet: Sequence[Daily]) -> Daily:
    """Many runners that end on the same day of the same week as one: arrays (runners, ..., days).

    Shorter histories get unknown days, and fewer sore spots unknown spots, in front.
    """
    first = min(one.first_day for one in fleet)
    size = max(one.days for one in fleet)
    spots = max(one.pain.shape[0] for one in fleet)
    stacked: dict[str, Any] = {}
    for field in fields(Daily):
        arrays = [getattr(one, field.name) for one in fleet]
        if isinstance(arrays[0], np.ndarray):
            rows = spots if field.name in ("pain", "morning", "rest") else None
            stacked[field.name] = np.stack([_grown(a, size, rows) for a in arrays])
    return replace(fleet[0], first_day=first, spots=(), **stacked)


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


def _states(index: Index, size: int, constants: LoadConstants) -> tuple[Bools, Array]:
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


def _sum_by_day(index: Index, values: Array, known: Bools) -> Array:
    """Sum per day; 0 on a known day without a session, NaN on an unknown one.

    A session whose value is unknown makes its day unknown: a part is not the whole.
    """
    out = np.where(known, 0.0, np.nan)
    np.add.at(out, index, values)
    return out


def _max_by_day(index: Index, values: Array, known: Bools) -> Array:
    out = np.where(known, 0.0, np.nan)
    with np.errstate(invalid="ignore"):  # an unknown distance makes its day unknown
        np.maximum.at(out, index, values)
    return out


def _grown(x: Array, days: int, rows: int | None) -> Array:
    """`x` with unknown columns (and rows) in front until it has `days` (and `rows`)."""
    shape = [*x.shape[:-1], days]
    if rows is not None:
        shape[0] = rows
    out = np.full(shape, np.nan)  # np.pad does the same at ten times the cost
    out[..., days - x.shape[-1] :][-x.shape[0] :] = x
    return out
