"""The usual week: what the runner would do next week, from the last building weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from unload.model.constants import WeekConstants
from unload.model.daily import Array, Bools
from unload.model.plan import Kind, PlannedSession, Week
from unload.model.units import DAYS_PER_WEEK
from unload.model.week_start import place_in_week, place_of
from unload.science.verdict import State

Days = np.ndarray[tuple[int], np.dtype[np.intp]]


@dataclass(frozen=True, slots=True)
class Habit:
    """One value per day of the week, its first day first, and how many weeks they rest on.

    `week_start` is the weekday of the first. `hard_s` is NaN on a day of which nobody knows how
    hard it was.
    """

    distance_m: Array
    duration_s: Array
    hard_s: Array
    weeks: int
    week_start: int


def habit(
    state: State, constants: WeekConstants, never: frozenset[int] = frozenset()
) -> Habit | None:
    """The median building week, or None where no whole week of running is known.

    As many runs as the median week has, on the weekdays that run most often; the k-th longest
    run of the habit is the median of the k-th longest runs, and the longer ones go where the
    longer runs were. A weekday that never has runs so gets none, and one of `never` gets none
    whatever was run on it: its run goes to the next best weekday that is free, if there is one.
    """
    ends = building_weeks(state, int(constants.usual_week_weeks.value))
    week_start = state.days.week_start
    barred = np.zeros(DAYS_PER_WEEK, dtype=bool)
    barred[[place_of(weekday, week_start) for weekday in never]] = True
    if not len(ends) or barred.all():
        return None
    metres = _by_weekday(state.days.run_m, ends)
    ran = metres > 0
    runs = min(round(float(np.median(ran.sum(axis=1)))), int((~barred).sum()))
    often, size = ran.mean(axis=0), _mean_where(metres, ran)
    chosen = np.lexsort((-size, -often, barred))[:runs]
    ladder = -np.sort(-metres, axis=1)
    lengths = np.array([_median_where(ladder[:, k], ladder[:, k] > 0) for k in range(runs)])
    distance = np.zeros(DAYS_PER_WEEK)
    distance[chosen[np.argsort(-size[chosen], kind="stable")]] = lengths
    seconds = _by_weekday(state.days.run_s, ends)
    pace = _pace(seconds, metres, ran)
    hard = _hard(_by_weekday(state.days.hard_s, ends), ran)
    hard_s = np.where(distance > 0, hard, 0)
    return Habit(distance, distance * pace, hard_s, len(ends), week_start)


def usual_week(habit: Habit, start: date, grid_m: float, constants: WeekConstants) -> Week:
    """The habit laid over the seven days from `start`, distances rounded to `grid_m`."""
    next_longest = np.sort(habit.distance_m)[:-1].max()
    days = []
    for ahead in range(DAYS_PER_WEEK):
        day = start + timedelta(days=ahead)
        days.append(_planned(habit, day, grid_m, next_longest, constants))
    return Week(tuple(days))


def _planned(
    habit: Habit, day: date, grid_m: float, next_longest: float, constants: WeekConstants
) -> PlannedSession:
    place = place_in_week(day, habit.week_start)
    metres = float(habit.distance_m[place])
    if metres <= 0:
        return PlannedSession(day, Kind.REST)
    hard = habit.hard_s[place]
    longest = metres >= constants.long_run_share_min.value * next_longest
    kind = Kind.LONG if longest else Kind.RUN if np.isnan(hard) else Kind.EASY
    if not np.isnan(hard) and hard > 0:
        kind = Kind.HARD
    rounded_m = max(round(metres / grid_m), 1) * grid_m
    seconds = float(habit.duration_s[place]) * rounded_m / metres
    return PlannedSession(
        day, kind, rounded_m, seconds, None if np.isnan(hard) else min(float(hard), seconds)
    )


def building_weeks(state: State, wanted: int) -> Days:
    """The last days of the last building weeks; of any active weeks where there are none.

    Weeks before the last break, empty or unknown, are another body's habit and do not count.
    """
    weeks = state.weeks
    active = np.flatnonzero(weeks.active)
    if not len(active):
        return active
    breaks = np.flatnonzero(weeks.last_day[: active[-1]] & ~weeks.active[: active[-1]])
    back = active[active > breaks[-1]] if len(breaks) else active
    building = back[~weeks.unloaded[back] & ~weeks.stepped_back[back]]
    return (building if len(building) else back)[-wanted:]


def _by_weekday(x: Array, ends: Days) -> Array:
    """Weeks x weekdays, the week's first day first."""
    back = np.arange(DAYS_PER_WEEK) - (DAYS_PER_WEEK - 1)
    return np.asarray(x[ends[:, None] + back])


def _mean_where(x: Array, mask: Bools) -> Array:
    return np.asarray(np.where(mask, x, 0).sum(axis=0) / np.maximum(mask.sum(axis=0), 1))


def _median_where(x: Array, mask: Bools) -> float:
    return float(np.median(x[mask])) if mask.any() else 0.0


def _pace(seconds: Array, metres: Array, ran: Bools) -> Array:
    """Seconds per metre of each weekday; of all weekdays where one has no run."""
    overall = np.nansum(np.where(ran, seconds, 0)) / np.nansum(np.where(ran, metres, 0))
    by_day = np.where(ran, metres, 0).sum(axis=0)
    spent = np.where(ran, seconds, 0).sum(axis=0)
    return np.asarray(np.where(by_day > 0, spent / np.maximum(by_day, 1), overall))


def _hard(hard: Array, ran: Bools) -> Array:
    """Median seconds of hard running per weekday, of the runs whose effort is known."""
    out = np.full(DAYS_PER_WEEK, np.nan)
    for weekday in range(DAYS_PER_WEEK):
        known = hard[ran[:, weekday], weekday]
        if len(known) and not np.isnan(known).all():
            out[weekday] = np.nanmedian(known)
    return out
