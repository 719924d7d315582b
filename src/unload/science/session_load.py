"""Session load: what each session cost, on one scale per runner, from the best that is known.

In this order: session-RPE x minutes, TRIMP, heart-rate zones, pace against the runner's own best
recent effort, minutes. Scales are tied together within the runner by the median ratio on the
sessions that have both, and never compared between runners.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from unload.model.constants import LoadConstants
from unload.model.daily import Array, Bools
from unload.model.history import Runner, Session, Sex, Sport
from unload.model.units import PERCENT, S_PER_HOUR, S_PER_MIN
from unload.science.rolling import rounded, window_max

SOURCES = ("session-RPE", "heart rate", "heart-rate zones", "pace", "minutes")


@dataclass(frozen=True, slots=True)
class Scale:
    """The load of every session, the source that gives the scale, and how many were tied to it.

    `loads` is NaN for a session that no source could measure.
    """

    loads: Array
    source: str
    tied: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Sessions as arrays, one value each, unknown as NaN; read once, used by every formula.

    `day` is the ordinal of the local day, `run` whether the session was running.
    """

    day: np.ndarray[tuple[int], np.dtype[np.intp]]
    run: Bools
    seconds: Array
    metres: Array
    heart: Array
    highest: Array
    climb: Array
    rpe: Array
    hard_s: Array


# What a session tells for each column after the first two, in their order.
_MEASURES = ("duration_s", "distance_m", "avg_hr", "max_hr", "climb_m", "rpe", "hard_s")
_MEASURED = attrgetter(*_MEASURES)


def columns_of(sessions: Sequence[Session]) -> Columns:
    """The sessions as columns, in their order."""
    rows = [_MEASURED(session) for session in sessions]
    values = np.array(rows, dtype=float).reshape(-1, len(_MEASURES)).T
    return Columns(
        np.array([s.start.toordinal() for s in sessions], dtype=np.intp),
        np.array([s.sport is Sport.RUN for s in sessions], dtype=bool),
        *np.ascontiguousarray(values),
    )


def session_loads(c: Columns, runner: Runner, constants: LoadConstants) -> Scale:
    """Every session on the scale of the best source that enough of them have."""
    minutes = c.seconds / S_PER_MIN
    measures = (
        c.rpe * minutes,
        trimp(minutes, c.heart, runner, constants),
        zone_load(minutes, c.heart, runner),
        _pace_load(c, constants),
        minutes,
    )
    enough = constants.tie_sessions_min.value
    base = next(
        (i for i, values in enumerate(measures) if np.sum(~np.isnan(values)) >= enough),
        len(measures) - 1,
    )
    out = measures[base].copy()
    for values in measures[base + 1 :]:
        both = ~np.isnan(measures[base]) & (values > 0)
        if np.sum(both) < min(enough, len(minutes)):
            continue
        ratio = np.median(measures[base][both] / values[both])
        out = np.where(np.isnan(out), values * ratio, out)
    tied = int(np.sum(~np.isnan(out)) - np.sum(~np.isnan(measures[base])))
    return Scale(out, SOURCES[base], tied)


def hard_seconds(c: Columns, runner: Runner, constants: LoadConstants) -> Array:
    """Seconds of hard work in each session: measured, else by effort, else by heart rate.

    NaN where nothing tells. The highest rate seen is not taken for the highest there is.
    """
    top = np.nan if runner.hr_max is None else runner.hr_max
    by_heart = c.heart >= constants.hard_hr_share_min.value * top
    hard = np.where(np.isnan(c.rpe), by_heart, c.rpe >= constants.hard_rpe_min.value)
    told = ~np.isnan(c.rpe) | ~np.isnan(c.heart * top)
    seconds = np.where(told, hard * c.seconds, np.nan)
    return np.where(np.isnan(c.hard_s), seconds, c.hard_s)


def efficiency(c: Columns, runner: Runner, constants: LoadConstants) -> Array:
    """Metres per heartbeat of every easy run; NaN for all other sessions.

    Session averages over metres on the flat that cost as much. An easy run is one whose average
    heart rate lies low against the highest the runner has shown. Limits: heat moves it too, and
    hills where the climb is not known.
    """
    seen = np.where(c.run, np.fmax(c.highest, c.heart), 0)
    top = runner.hr_max if runner.hr_max is not None else np.nanmax(np.append(seen, 0))
    easy = (c.heart <= constants.efficiency_hr_share_max.value * top) & (c.metres > 0)
    easy &= c.run & (c.seconds >= constants.pace_effort_s_min.value)
    beats = c.heart * c.seconds / S_PER_MIN
    return np.where(easy, flat_metres(c.metres, c.climb) / beats, np.nan)


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


def zone_load(minutes: Array, heart: Array, runner: Runner) -> Array:
    """Edwards' zones: minutes x 1 at 50-60 % of the highest heart rate, to x 5 at 90-100 %.

    It was made for the time spent in each zone; here a whole session counts in the zone of its
    average, which is all that most records hold. NaN where the highest heart rate is not known.
    """
    if runner.hr_max is None:
        return np.full(minutes.shape, np.nan)
    tenths = rounded(heart / runner.hr_max * 10)  # form: edwards1993
    return np.asarray(minutes * np.clip(np.floor(tenths) - 4, 0, 5))  # form: edwards1993


def cost_of_grade(grade: Array) -> Array:
    """Energy cost of running on a grade (rise / run) over that on the flat; after Minetti 2002.

    The measured range ends at 45 % either way. What a descent does to the legs is not in it.
    """
    i = np.clip(grade, -0.45, 0.45)  # form: minetti2002
    c5, c4, c3, c2, c1, c0 = 155.4, -30.4, -43.3, 46.3, 19.5, 3.6  # form: minetti2002
    cost = i * (i * (i * (i * (i * c5 + c4) + c3) + c2) + c1) + c0
    return np.asarray(cost / c0)


def flat_metres(metres: Array, climb: Array) -> Array:
    """The distance on the flat that costs as much; as run where the climb is not known.

    Assumes what a whole session mostly is: as much down as up, half of the way each. A run from
    the valley to the hut is undercounted by it.
    """
    grade = np.divide(climb + climb, metres, out=np.zeros(metres.shape), where=metres > 0)
    there_and_back = cost_of_grade(grade) + cost_of_grade(-grade)
    return np.where(np.isnan(climb), metres, metres * there_and_back / (1 + 1))


def _pace_load(c: Columns, constants: LoadConstants) -> Array:
    """Hours x (speed / own best recent effort)^2 x 100, runs only; NaN for the rest.

    Speed is that of the same cost on the flat. The best effort is the fastest long enough run of
    the days before and of the same day.
    """
    out = np.full(len(c.seconds), np.nan)
    runs = np.flatnonzero(c.run & (c.metres > 0))
    if not len(runs):
        return out
    day, seconds = c.day[runs] - c.day[runs].min(), c.seconds[runs]
    speed = flat_metres(c.metres[runs], c.climb[runs]) / seconds
    effort = np.where(seconds >= constants.pace_effort_s_min.value, speed, 0)
    fastest = np.zeros(day.max() + 1)
    np.maximum.at(fastest, day, effort)
    best = window_max(fastest, int(constants.pace_reference_days.value) + 1)[day]
    share = np.divide(speed, best, out=np.full(len(runs), np.nan), where=best > 0)
    hours = seconds / S_PER_HOUR
    out[runs] = hours * share**constants.pace_load_exponent.value * PERCENT
    return out
