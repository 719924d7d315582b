"""Signals that the runs give: efficiency, session spike, hard share, monotony."""

import numpy as np

from unload.model.constants import SignalConstants
from unload.model.daily import Array, Bools, Daily, Track
from unload.model.units import DAYS_PER_WEEK
from unload.science.ground import Ground
from unload.science.rolling import (
    hold,
    last_index,
    last_known,
    mean_so_far,
    padded,
    rounded,
    shift,
    window_count,
    window_max,
    window_middle,
    window_moments,
    window_sum,
)


def efficiency(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """Metres per heartbeat on easy runs; on when the last two both lie under the own usual.

    Value: the newest easy run; baseline: the mean of the four weeks before it without their best
    and their worst run, so that one hot day or one loose strap does not set it. Holds until an
    easy run is nearly back to it.
    """
    window = int(constants.efficiency_window_days.value)
    ran = ~np.isnan(days.efficiency)
    usual = shift(window_middle(days.efficiency, window), 1)
    count = window_count(days.efficiency, window)
    enough = shift(count, 1) >= constants.efficiency_runs_min.value
    share = rounded(days.efficiency / usual)
    down = np.where(ran & enough, (share <= 1 - constants.efficiency_drop.value).astype(float), 0)
    start = _in_a_row(down, ran) >= constants.efficiency_sessions.value
    good = ran & (~enough | (share > 1 - constants.efficiency_release.value))
    on = hold(ran & start, good, np.ones(ran.shape, dtype=bool))
    fresh = (count > 0) & (last_known(usual) > 0)
    judged = fresh & (last_known(np.where(ran, enough * 1.0, np.nan)) > 0)
    return Track(
        value=np.where(fresh, last_known(days.efficiency), np.nan),
        baseline=np.where(fresh, last_known(np.where(ran, usual, np.nan)), np.nan),
        on=np.where(judged, on, np.nan),
    )


def _in_a_row(down: Array, ran: Bools) -> Array:
    """How many of the newest runs in a row were down, on every day with a run."""
    total = np.cumsum(down, axis=-1)
    good = ran & (down < 1)
    at_last_good = np.take_along_axis(padded(total), last_index(good), axis=-1)
    return total - np.nan_to_num(at_last_good)


def session_spike(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """The boldest run of the last week against the longest of the 30 days before it.

    Value: ratio; baseline: that longest run in metres. Every day of the window must be known:
    a hole in the record would make an ordinary run look like a spike, and so would a month of
    which the longest run is a jog round the block.
    """
    window = int(constants.session_spike_window.value)
    recent = int(constants.session_spike_recent_days.value)
    whole = shift(window_count(days.longest_m, window), 1) >= window
    longest = np.where(whole, shift(window_max(days.longest_m, window), 1), np.nan)
    enough = longest >= constants.session_spike_base_min.value
    ratio = rounded(np.divide(days.longest_m, longest, where=enough, out=longest * np.nan))
    value = window_max(ratio, recent)
    against = _at_maximum(ratio, longest, recent)
    on = np.where(np.isnan(value), np.nan, value > constants.session_spike_green_max.value)
    return Track(value, against, on)


def _at_maximum(ratio: Array, longest: Array, days: int) -> Array:
    """The `longest` that belongs to the largest ratio of the last `days` days."""
    best, out = ratio.copy(), longest.copy()
    for back in range(1, days):
        earlier, base = shift(ratio, back), shift(longest, back)
        better = earlier > np.where(np.isnan(best), -np.inf, best)
        best, out = np.where(better, earlier, best), np.where(better, base, out)
    return np.where(np.isnan(best), np.nan, out)


def hard_share(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """Share of running time that was hard, last week against the last four."""
    recent = int(constants.hard_share_recent_days.value)
    window = int(constants.hard_share_window_days.value)
    known = np.where(np.isnan(days.hard_s), np.nan, days.run_s)
    value, usual = (
        _ratio(window_sum(days.hard_s, n), window_sum(known, n)) for n in (recent, window)
    )
    whole = window_count(days.hard_s, recent) >= recent
    value = np.where(whole, value, np.nan)
    rise = rounded(value - usual)
    on = np.where(np.isnan(rise), np.nan, rise >= constants.hard_share_rise.value)
    return Track(value, usual, on)


def monotony(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """Foster's monotony: mean daily load over its population SD, seven days.

    Silent in a lighter week, in the week after one, and while the load is not rising: an easy
    week is monotonous by nature, and rest is never punished.
    """
    count, mean, sd = window_moments(days.load_au, DAYS_PER_WEEK)
    floor = constants.monotony_sd_floor.value * mean
    value = _ratio(mean, np.maximum(sd, floor))
    # A week without load has no monotony: its SD is 0 but for the last digits.
    value = np.where((count >= DAYS_PER_WEEK) & (mean > 0), value, np.nan)
    easy = base.weeks.lighter | base.weeks.unloaded | base.weeks.stepped_back
    recovering = window_max(easy.astype(np.float64), DAYS_PER_WEEK + 1) > 0
    high = rounded(value) > constants.monotony_amber.value
    on = high & ~recovering & (mean > shift(mean, DAYS_PER_WEEK))
    return Track(value, mean_so_far(value), np.where(np.isnan(value), np.nan, on))


def strain(load: Array, constants: SignalConstants) -> Array:
    """Foster's strain: the week's load times its monotony. Descriptive only."""
    count, mean, sd = window_moments(load, DAYS_PER_WEEK)
    value = _ratio(mean, np.maximum(sd, constants.monotony_sd_floor.value * mean))
    return np.where(count >= DAYS_PER_WEEK, DAYS_PER_WEEK * mean * value, np.nan)


def _ratio(over: Array, under: Array) -> Array:
    out = np.full(over.shape, np.nan)
    np.divide(over, under, where=under > 0, out=out)
    return out
