"""Signals of the body that check-ins give: wellness, illness, resting heart rate, variability."""

import numpy as np

from unload.model.constants import SignalConstants
from unload.model.daily import Array, Daily, Track
from unload.model.units import DAYS_PER_WEEK
from unload.science.ground import Ground
from unload.science.rolling import (
    as_days,
    hold,
    last_known,
    mean_so_far,
    rounded,
    shift,
    some_known,
    window_count,
    window_mean,
    window_moments,
    window_sum,
)


def wellness(days: Daily, base: Ground, constants: SignalConstants) -> Track:
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
    return Track(count, mean_so_far(count), on)


def wellness_z(days: Daily, constants: SignalConstants) -> Array:
    """Each item against the runner's own four weeks, today left out; (..., items, days).

    NaN where the item was not answered or under ten entries.
    """
    asked = some_known(days.wellness)
    x = days.wellness[asked]
    moments = window_moments(x, int(constants.wellness_window_days.value))
    count, mean, sd = (shift(part, 1) for part in moments)
    enough = count >= constants.wellness_entries_min.value
    z = (x - mean) / np.maximum(sd, constants.wellness_sd_floor.value)
    out = np.full(days.wellness.shape, np.nan)
    out[asked] = np.where(enough, rounded(z), np.nan)
    return out


def illness(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """Ill on the newest check-in of the last days. Value: 1 or 0; no baseline."""
    recent = int(constants.wellness_recent_days.value)
    ill = np.where(window_count(days.ill, recent) > 0, last_known(days.ill), np.nan)
    return Track(ill, np.full(ill.shape, np.nan), ill)


def resting_hr(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """Morning heart rate above its own four weeks on the newest days running."""
    window = int(constants.wellness_window_days.value)
    count, usual, sd = (shift(part, 1) for part in window_moments(days.resting_hr, window))
    sd = np.maximum(sd, constants.rhr_sd_floor.value)
    enough = count >= constants.wellness_entries_min.value
    z = np.where(enough, rounded((days.resting_hr - usual) / sd), np.nan)
    needed = int(constants.rhr_days_min.value)
    high = window_sum(as_days(z > constants.rhr_amber_z.value, z), needed)
    on = np.where(np.isnan(z), np.nan, high >= needed)
    return Track(days.resting_hr, usual, on)


def hrv(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """Weekly mean of ln rMSSD outside its own four weeks by half an SD, either way."""
    window = int(constants.wellness_window_days.value)
    mean = window_mean(days.ln_rmssd, DAYS_PER_WEEK)
    earlier = window_moments(days.ln_rmssd, window)
    count, usual, sd = (shift(part, DAYS_PER_WEEK) for part in earlier)
    readings = window_count(days.ln_rmssd, DAYS_PER_WEEK)
    enough = readings >= constants.hrv_readings_min.value
    enough &= count >= constants.wellness_entries_min.value
    away = rounded(np.abs(mean - usual)) > rounded(constants.hrv_swc.value * sd)
    return Track(
        value=np.where(enough, mean, np.nan),
        baseline=np.where(enough, usual, np.nan),
        on=np.where(enough, away * 1.0, np.nan),
    )
