"""Signals: days -> one Track each, value, own baseline and on/off, over all days at once.

Every function here takes arrays (..., days) and gives arrays (..., days); a signal that cannot
be computed on a day is NaN there, never 0.
"""

from collections.abc import Callable, Mapping

import numpy as np

from unload.model.constants import SignalConstants
from unload.model.daily import Array, Bools, Daily, Track
from unload.model.units import DAYS_PER_WEEK
from unload.science.rolling import (
    hold,
    last_index,
    last_known,
    padded,
    rounded,
    shift,
    window_count,
    window_max,
    window_mean,
    window_sd,
    window_sum,
)
from unload.science.weeks import build_weeks, this_week

Tracks = Mapping[str, Track]


def signals(days: Daily, constants: SignalConstants) -> dict[str, Track]:
    """Every signal over every day, by name."""
    return {name: compute(days, constants) for name, compute in SIGNALS.items()}


def sore_spots(days: Daily, constants: SignalConstants) -> Track:
    """The sorest spot: days at or above the limit in the last week, rising, or stiff mornings.

    Value: days; baseline: that spot's mean pain in the four weeks before the window.
    """
    count, on = spot_tracks(days, constants)
    known = ~np.isnan(count)
    worst = np.argmax(np.where(known, count, -np.inf), axis=-2)[..., None, :]
    usual = shift(
        window_mean(days.pain, int(constants.spot_baseline_days.value)),
        int(constants.spot_window_days.value),
    )
    any_on = np.where(known.any(axis=-2), np.nan_to_num(on).max(axis=-2), np.nan)
    baseline = np.take_along_axis(usual, worst, axis=-2)[..., 0, :]
    return Track(
        value=np.take_along_axis(count, worst, axis=-2)[..., 0, :],
        baseline=np.where(np.isnan(any_on), np.nan, baseline),
        on=any_on,
    )


def spot_tracks(days: Daily, constants: SignalConstants) -> tuple[Array, Array]:
    """Days of pain in the window, and on/off, for every spot; arrays (..., spots, days)."""
    count, start = spot_starts(days, constants)
    return count, hold(start, count <= constants.spot_days_release.value, ~np.isnan(count))


def spot_starts(days: Daily, constants: SignalConstants) -> tuple[Array, Bools]:
    """Days of pain in the window, and whether they, their rise or stiff mornings turn it on."""
    window = int(constants.spot_window_days.value)
    sore = _as_days(days.pain >= constants.spot_pain_min.value, days.pain)
    count = window_sum(sore, window)
    mean = window_mean(days.pain, window)
    rise = mean - shift(mean, window)
    usual = shift(window_mean(days.pain, int(constants.spot_baseline_days.value)), window)
    stiff = _as_days(
        days.morning > np.nan_to_num(usual) + constants.spot_morning_rise.value, days.morning
    )
    enough = constants.spot_days_min.value
    start = (
        (count >= enough)
        | (rounded(rise) >= constants.spot_week_rise.value)
        | (window_sum(stiff, window) >= enough)
    )
    return count, start


def wellness(days: Daily, constants: SignalConstants) -> Track:
    """Low days among the last five: days on which two items or more lie 1 SD under their own.

    Items are never summed into a score (no acceptable measurement properties). Value: low days;
    baseline: the mean number of low days in such a window in the runner's own history.
    """
    z = wellness_z(days, constants)
    low = (z <= constants.wellness_amber_z.value).sum(axis=-2)
    known = (~np.isnan(z)).any(axis=-2)
    low_day = np.where(known, (low >= constants.wellness_items_min.value).astype(float), np.nan)
    count = window_sum(low_day, int(constants.wellness_recent_days.value))
    on = hold(
        count >= constants.wellness_days_min.value,
        count <= constants.wellness_days_release.value,
        ~np.isnan(count),
    )
    return Track(count, _mean_so_far(count), on)


def wellness_z(days: Daily, constants: SignalConstants) -> Array:
    """Each item against the runner's own four weeks, today left out; (..., items, days).

    NaN where the item was not answered or under ten entries.
    """
    x = days.wellness
    window = int(constants.wellness_window_days.value)
    mean, sd = shift(window_mean(x, window), 1), shift(window_sd(x, window), 1)
    enough = shift(window_count(x, window), 1) >= constants.wellness_entries_min.value
    z = (x - mean) / np.maximum(sd, constants.wellness_sd_floor.value)
    return np.where(enough, rounded(z), np.nan)


def illness(days: Daily, constants: SignalConstants) -> Track:
    """Ill on the newest check-in of the last days. Value: 1 or 0; no baseline."""
    recent = int(constants.wellness_recent_days.value)
    ill = np.where(window_count(days.ill, recent) > 0, last_known(days.ill), np.nan)
    return Track(ill, np.full(ill.shape, np.nan), ill)


def efficiency(days: Daily, constants: SignalConstants) -> Track:
    """Metres per heartbeat on easy runs; on when the last two both lie under the own mean.

    Value: the newest easy run; baseline: mean of the four weeks before it.
    """
    window = int(constants.efficiency_window_days.value)
    ran = ~np.isnan(days.efficiency)
    usual = shift(window_mean(days.efficiency, window), 1)
    enough = shift(window_count(days.efficiency, window), 1) >= constants.efficiency_runs_min.value
    share = rounded(days.efficiency / usual)
    down = np.where(ran & enough, (share <= 1 - constants.efficiency_drop.value).astype(float), 0)
    in_a_row = _in_a_row(down, ran)
    fresh = (window_count(days.efficiency, window) > 0) & (last_known(usual) > 0)
    on = (last_known(np.where(ran, in_a_row, np.nan)) >= constants.efficiency_sessions.value) * 1.0
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


def session_spike(days: Daily, constants: SignalConstants) -> Track:
    """The boldest run of the last week against the longest of the 30 days before it.

    Value: ratio; baseline: that longest run in metres. Every day of the window must be known:
    a hole in the record would make an ordinary run look like a spike.
    """
    window = int(constants.session_spike_window.value)
    recent = int(constants.session_spike_recent_days.value)
    whole = shift(window_count(days.longest_m, window), 1) >= window
    longest = np.where(whole, shift(window_max(days.longest_m, window), 1), np.nan)
    ratio = rounded(np.divide(days.longest_m, longest, where=longest > 0, out=longest * np.nan))
    value = window_max(ratio, recent)
    base = _at_maximum(ratio, longest, recent)
    on = np.where(np.isnan(value), np.nan, value > constants.session_spike_green_max.value)
    return Track(value, base, on)


def _at_maximum(ratio: Array, longest: Array, days: int) -> Array:
    """The `longest` that belongs to the largest ratio of the last `days` days."""
    best, out = ratio.copy(), longest.copy()
    for back in range(1, days):
        earlier, base = shift(ratio, back), shift(longest, back)
        better = earlier > np.where(np.isnan(best), -np.inf, best)
        best, out = np.where(better, earlier, best), np.where(better, base, out)
    return np.where(np.isnan(best), np.nan, out)


def hard_share(days: Daily, constants: SignalConstants) -> Track:
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


def resting_hr(days: Daily, constants: SignalConstants) -> Track:
    """Morning heart rate above its own four weeks on the newest days running."""
    window = int(constants.wellness_window_days.value)
    usual = shift(window_mean(days.resting_hr, window), 1)
    sd = np.maximum(shift(window_sd(days.resting_hr, window), 1), constants.rhr_sd_floor.value)
    count = shift(window_count(days.resting_hr, window), 1)
    enough = count >= constants.wellness_entries_min.value
    z = np.where(enough, rounded((days.resting_hr - usual) / sd), np.nan)
    needed = int(constants.rhr_days_min.value)
    high = window_sum(_as_days(z > constants.rhr_amber_z.value, z), needed)
    on = np.where(np.isnan(z), np.nan, high >= needed)
    return Track(days.resting_hr, usual, on)


def hrv(days: Daily, constants: SignalConstants) -> Track:
    """Weekly mean of ln rMSSD outside its own four weeks by half an SD, either way."""
    window = int(constants.wellness_window_days.value)
    mean = window_mean(days.ln_rmssd, DAYS_PER_WEEK)
    usual = shift(window_mean(days.ln_rmssd, window), DAYS_PER_WEEK)
    sd = shift(window_sd(days.ln_rmssd, window), DAYS_PER_WEEK)
    enough = (window_count(days.ln_rmssd, DAYS_PER_WEEK) >= constants.hrv_readings_min.value) & (
        shift(window_count(days.ln_rmssd, window), DAYS_PER_WEEK)
        >= constants.wellness_entries_min.value
    )
    away = rounded(np.abs(mean - usual)) > rounded(constants.hrv_swc.value * sd)
    return Track(
        value=np.where(enough, mean, np.nan),
        baseline=np.where(enough, usual, np.nan),
        on=np.where(enough, away * 1.0, np.nan),
    )


def monotony(days: Daily, constants: SignalConstants) -> Track:
    """Foster's monotony: mean daily load over its population SD, seven days.

    Silent while the week is lighter than the one before it: an easy week is monotonous by
    nature, and rest is never punished.
    """
    mean = window_mean(days.load_au, DAYS_PER_WEEK)
    floor = constants.monotony_sd_floor.value * mean
    value = _ratio(mean, np.maximum(window_sd(days.load_au, DAYS_PER_WEEK), floor))
    # A week without load has no monotony: its SD is 0 but for the last digits.
    whole = (window_count(days.load_au, DAYS_PER_WEEK) >= DAYS_PER_WEEK) & (mean > 0)
    value = np.where(whole, value, np.nan)
    rising = mean > shift(mean, DAYS_PER_WEEK)
    on = np.where(
        np.isnan(value), np.nan, (rounded(value) > constants.monotony_amber.value) & rising
    )
    return Track(value, _mean_so_far(value), on)


def _as_days(mask: Bools, known: Array) -> Array:
    """1 or 0 on the days that `known` knows, NaN on the others."""
    return np.where(np.isnan(known), np.nan, mask.astype(float))


def _ratio(over: Array, under: Array) -> Array:
    out = np.full(over.shape, np.nan)
    np.divide(over, under, where=under > 0, out=out)
    return out


def _mean_so_far(x: Array) -> Array:
    """Mean of everything known before today; the runner's own habit."""
    known = ~np.isnan(x)
    total, count = np.cumsum(np.nan_to_num(x), axis=-1), np.cumsum(known, axis=-1)
    return shift(np.where(count > 0, total / np.maximum(count, 1), np.nan), 1)


SIGNALS: Mapping[str, Callable[[Daily, SignalConstants], Track]] = {
    "sore_spots": sore_spots,
    "wellness": wellness,
    "illness": illness,
    "efficiency": efficiency,
    "build_weeks": build_weeks,
    "this_week": this_week,
    "session_spike": session_spike,
    "hard_share": hard_share,
    "resting_hr": resting_hr,
    "hrv": hrv,
    "monotony": monotony,
}
