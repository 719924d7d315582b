"""Sore spots: when each of them is on, and why; arrays (..., spots, days)."""

from dataclasses import dataclass, fields

import numpy as np

from unload.model.constants import SignalConstants
from unload.model.daily import Array, Bools, Daily, Track
from unload.model.history import WEEKLY_QUESTIONS
from unload.science.rolling import (
    as_days,
    hold,
    rounded,
    shift,
    some_known,
    window_count,
    window_max,
    window_mean,
    window_sum,
)


@dataclass(frozen=True, slots=True)
class Spots:
    """Every spot over every day.

    `count`: days in the window at or above the limit, NaN where nobody asked. `usual`: mean pain
    of the four weeks before the window. `started`: what turns a spot on stands today. `rest`: it
    hurt at rest within the window; `lately`: it was on in the weeks before the window, so that
    fewer sore days bring it back. `on` holds until the spot has been quiet.
    """

    count: Array
    usual: Array
    started: Bools
    rest: Bools
    lately: Bools
    on: Array


def spot_days(days: Daily, constants: SignalConstants) -> Spots:
    """Count, own usual and on/off of every spot; spots nobody was asked about stay unknown."""
    asked = some_known(days.pain)
    some = _spots(days.pain[asked], days.morning[asked], days.rest[asked], constants)
    unknown, no = np.full(days.pain.shape, np.nan), np.zeros(days.pain.shape, dtype=bool)
    out = {}
    for field in fields(Spots):
        part = getattr(some, field.name)
        out[field.name] = (no if part.dtype == bool else unknown).copy()
        out[field.name][asked] = part
    return Spots(**out)


def _spots(pain: Array, morning: Array, rest: Array, constants: SignalConstants) -> Spots:
    """The spots of some rows, (rows, days)."""
    window = int(constants.spot_window_days.value)
    count = window_sum(as_days(pain >= constants.spot_pain_min.value, pain), window)
    mean = window_mean(pain, window)
    usual = shift(window_mean(pain, int(constants.spot_baseline_days.value)), window)
    start = count >= constants.spot_days_min.value
    start |= rounded(mean - shift(mean, window)) >= constants.spot_week_rise.value
    start |= _stiff(morning, usual, constants)
    at_rest = np.asarray(window_max(rest, window) > 0)
    start |= at_rest
    lately = _lately(_held(start, count, constants), constants)
    start |= lately & (count >= constants.spot_return_days_min.value)
    return Spots(count, usual, start, at_rest, lately, _held(start, count, constants))


def sore_spots(days: Daily, spots: Spots, constants: SignalConstants) -> Track:
    """The sorest spot, or a weekly answer that says the week was really hampered.

    Value: days of soreness in the window, a hampered week counting as one; baseline: that spot's
    mean pain in the four weeks before the window.
    """
    known = ~np.isnan(spots.count)
    worst = np.argmax(np.where(known, spots.count, -np.inf), axis=-2)[..., None, :]
    told = substantial(days, constants)
    on = np.fmax(np.fmax.reduce(spots.on, axis=-2), told)
    count = np.take_along_axis(spots.count, worst, axis=-2)[..., 0, :]
    baseline = np.take_along_axis(spots.usual, worst, axis=-2)[..., 0, :]
    return Track(
        value=np.where(np.isnan(on), np.nan, np.fmax(count, told)),
        baseline=np.where(np.isnan(count), np.nan, baseline),
        on=on,
    )


def substantial(days: Daily, constants: SignalConstants) -> Array:
    """1 where the newest weekly answers tell of a substantial problem, 0 where not, else NaN.

    No taking part at all, or training or performance moderately changed or more; after the
    definition of clarsen2020, with the questions in our own words.
    """
    part, change, performance = (
        days.weekly[..., WEEKLY_QUESTIONS.index(name), :]
        for name in ("part", "change", "performance")
    )
    least = constants.weekly_option_min.value
    bad = (part >= constants.weekly_part_option.value) | (change >= least) | (performance >= least)
    asked = ~np.isnan(days.weekly).all(axis=-2)
    window = int(constants.spot_window_days.value)
    answer = np.where(asked, bad * 1.0, np.nan)
    fresh = window_count(answer, window) > 0
    return np.where(fresh, window_max(answer, window), np.nan)


def _stiff(morning: Array, usual: Array, constants: SignalConstants) -> Bools:
    """Enough mornings of the window were not back to the own usual."""
    limit = np.nan_to_num(usual) + constants.spot_morning_rise.value
    window = int(constants.spot_window_days.value)
    count = window_sum(as_days(morning > limit, morning), window)
    return np.asarray(count >= constants.spot_days_min.value)


def _lately(on: Array, constants: SignalConstants) -> Bools:
    """The spot was on within weeks before the window; without what only came back."""
    window = int(constants.spot_window_days.value)
    ago = int(constants.spot_return_days.value) - window + 1
    return np.asarray(window_max(shift(on, window), ago) > 0)


def _held(start: Bools, count: Array, constants: SignalConstants) -> Array:
    return hold(start, count <= constants.spot_days_release.value, ~np.isnan(count))
