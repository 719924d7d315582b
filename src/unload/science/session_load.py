"""Session load: what each session cost, on one scale per runner, from the best that is known.

In this order: session-RPE x minutes, TRIMP, heart-rate zones, pace against the runner's own best
recent effort, minutes. Scales are tied together within the runner by the median ratio on the
sessions that have both, and never compared between runners.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from unload.model.constants import LoadConstants
from unload.model.daily import Array
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


def session_loads(sessions: Sequence[Session], runner: Runner, constants: LoadConstants) -> Scale:
    """Every session on the scale of the best source that enough of them have."""
    minutes = column([s.duration_s for s in sessions]) / S_PER_MIN
    heart = column([s.avg_hr for s in sessions])
    columns = (
        column([s.rpe for s in sessions]) * minutes,
        trimp(minutes, heart, runner, constants),
        zone_load(minutes, heart, runner),
        _pace_load(sessions, constants),
        minutes,
    )
    enough = constants.tie_sessions_min.value
    base = next(
        (i for i, values in enumerate(columns) if np.sum(~np.isnan(values)) >= enough),
        len(columns) - 1,
    )
    out = columns[base].copy()
    for values in columns[base + 1 :]:
        both = ~np.isnan(columns[base]) & (values > 0)
        if np.sum(both) < min(enough, len(sessions)):
            continue
        ratio = np.median(columns[base][both] / values[both])
        out = np.where(np.isnan(out), values * ratio, out)
    tied = int(np.sum(~np.isnan(out)) - np.sum(~np.isnan(columns[base])))
    return Scale(out, SOURCES[base], tied)


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


def column(values: Sequence[float | None]) -> Array:
    """Values as an array, None as NaN."""
    return np.array(values, dtype=float)


def _pace_load(sessions: Sequence[Session], constants: LoadConstants) -> Array:
    """Hours x (speed / own best recent effort)^2 x 100, runs only; NaN for the rest.

    Speed is that of the same cost on the flat. The best effort is the fastest long enough run of
    the days before and of the same day.
    """
    out = np.full(len(sessions), np.nan)
    runs = [i for i, s in enumerate(sessions) if s.sport is Sport.RUN and s.distance_m]
    if not runs:
        return out
    some = [sessions[i] for i in runs]
    day = np.array([s.start.toordinal() for s in some])
    seconds = column([s.duration_s for s in some])
    speed = flat_metres(column([s.distance_m for s in some]), column([s.climb_m for s in some]))
    speed = speed / seconds
    effort = np.where(seconds >= constants.pace_effort_s_min.value, speed, 0)
    fastest = np.zeros(day.max() - day.min() + 1)
    np.maximum.at(fastest, day - day.min(), effort)
    best = window_max(fastest, int(constants.pace_reference_days.value) + 1)[day - day.min()]
    share = np.divide(speed, best, out=np.full(len(runs), np.nan), where=best > 0)
    hours = seconds / S_PER_HOUR
    out[runs] = hours * share**constants.pace_load_exponent.value * PERCENT
    return out
