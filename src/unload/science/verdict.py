"""Verdict: signals -> one of seven answers for every day, by ordered rules.

The first rule that holds answers. The column of today is what Unload says; earlier columns are
what it would have said with the records of today, and give the day since when the answer stands.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from unload.model.advice import VerdictKind
from unload.model.constants import SignalConstants, VerdictConstants
from unload.model.daily import Array, Bools, Daily
from unload.model.units import DAYS_PER_WEEK
from unload.science.ground import Ground, ground
from unload.science.rolling import hold, last_known, shift, window_count, window_max, window_sum
from unload.science.signals import Tracks
from unload.science.spots import Spots
from unload.science.weeks import WeekTracks

Codes = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

# Body signs that may ask for an unloading week at once; efficiency needs company.
BODY = ("sore_spots", "illness", "wellness")
SUPPORTS = ("session_spike", "hard_share", "resting_hr", "hrv", "monotony")


@dataclass(frozen=True, slots=True)
class State:
    """Everything the rules look at; arrays (..., days)."""

    days: Daily
    tracks: Tracks
    weeks: WeekTracks
    spots: Spots
    coverage: Array
    runs: Array
    recorded_days: Array


def state(
    days: Daily,
    tracks: Tracks,
    signals: SignalConstants,
    constants: VerdictConstants,
    base: Ground | None = None,
) -> State:
    """The days, their signals, and how much is known around each of them.

    `base` is what the signals were made from, where it is at hand already.
    """
    base = ground(days, signals) if base is None else base
    window = int(constants.coverage_window_days.value)
    ran = np.where(np.isnan(days.run_m), np.nan, (days.run_m > 0) * 1.0)
    return State(
        days=days,
        tracks=tracks,
        weeks=base.weeks,
        spots=base.spots,
        coverage=window_count(days.run_m, window) / window,
        runs=np.nan_to_num(window_sum(ran, window)),
        recorded_days=np.cumsum(~np.isnan(days.run_m), axis=-1).astype(np.float64),
    )


def on(state: State, name: str) -> Bools:
    """Where a signal is on; unknown is not on."""
    return np.asarray(state.tracks[name].on > 0)


def see_someone(state: State, constants: VerdictConstants) -> Bools:
    """A red flag was raised within the last days."""
    recent = window_max(state.days.flag, int(constants.flag_window_days.value))
    return np.asarray(recent > 0)


def not_enough_data(state: State, constants: VerdictConstants) -> Bools:
    """Too short, too old, too thin or too full of holes to say anything.

    Once there was enough, a day or a run less does not silence the answer: only a clear lack does.
    """
    age = state.days.age
    too_old = np.isnan(age) | (age > constants.data_age_max_days.value)
    short = state.recorded_days < constants.history_weeks_min.value * DAYS_PER_WEEK
    full = (state.coverage >= constants.coverage_min.value) & ~short
    enough = full & (state.runs >= constants.runs_min.value)
    holes = state.coverage < constants.coverage_release.value
    thin = holes | (state.runs < constants.runs_release.value)
    lasting = hold(enough, np.asarray(thin), np.ones_like(enough))
    return np.asarray(too_old | (lasting <= 0))


def taper(state: State, constants: VerdictConstants) -> Bools:
    """The goal race is near: the lighter weeks before it have a name of their own."""
    ahead = state.days.race_in
    return np.asarray((ahead >= 0) & (ahead <= constants.taper_window_days.value))


def already_unloading(state: State, constants: VerdictConstants) -> Bools:
    """This week is clearly lighter already, whatever the reason was.

    On days without a record the newest one speaks, unless its week is known to its end: a
    lighter week is over when the next begins, whether or not that day's run has been read yet.
    """
    over = shift(state.weeks.known.astype(np.float64), 1)
    carried = np.where(over > 0, 0.0, np.nan)
    told = np.where(np.isnan(state.days.run_m), carried, state.weeks.lighter)
    return np.asarray(last_known(told) > 0)


def unload_now(state: State, constants: VerdictConstants) -> Bools:
    """The body asks for it."""
    body = np.logical_or.reduce([on(state, name) for name in BODY])
    return np.asarray(body | (on(state, "efficiency") & supported(state)))


def unload_soon(state: State, constants: VerdictConstants) -> Bools:
    """The calendar asks for it, or one weak sign of the body does."""
    asked = [on(state, name) for name in ("build_weeks", "calendar", "efficiency")]
    return np.asarray(np.logical_or.reduce(asked))


def supported(state: State) -> Bools:
    """At least one supporting signal is on."""
    return np.asarray(np.logical_or.reduce([on(state, name) for name in SUPPORTS]))


Rule = Callable[[State, VerdictConstants], Bools]

RULES: tuple[tuple[VerdictKind, Rule], ...] = (
    (VerdictKind.SEE_SOMEONE, see_someone),
    (VerdictKind.NOT_ENOUGH_DATA, not_enough_data),
    (VerdictKind.TAPER, taper),
    (VerdictKind.ALREADY_UNLOADING, already_unloading),
    (VerdictKind.UNLOAD_NOW, unload_now),
    (VerdictKind.UNLOAD_SOON, unload_soon),
)
KINDS: tuple[VerdictKind, ...] = (*(kind for kind, _ in RULES), VerdictKind.TRAIN_ON)


def verdicts(state: State, constants: VerdictConstants) -> Codes:
    """The index into KINDS of every day's answer; array (..., days)."""
    answers = [rule(state, constants) for _, rule in RULES]
    return np.select(answers, list(range(len(answers))), default=len(answers))


def since(codes: Codes) -> int:
    """How many days back the unbroken run of today's answer began; codes of one runner."""
    other = np.flatnonzero(codes != codes[-1])
    return len(codes) - 1 - (int(other[-1]) + 1 if len(other) else 0)
