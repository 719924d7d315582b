"""Signals: days -> one Track each, value, own baseline and on/off, over all days at once.

Every function here takes arrays (..., days) and gives arrays (..., days); a signal that cannot
be computed on a day is NaN there, never 0.
"""

from collections.abc import Callable, Mapping

import numpy as np

from unload.model.constants import SignalConstants
from unload.model.daily import Daily, Track
from unload.science.body_signals import hrv, illness, resting_hr, wellness
from unload.science.ground import Ground, ground
from unload.science.run_signals import efficiency, hard_share, monotony, session_spike
from unload.science.spots import sore_spots
from unload.science.weeks import this_week

Tracks = Mapping[str, Track]


def signals(
    days: Daily, constants: SignalConstants, base: Ground | None = None
) -> dict[str, Track]:
    """Every signal over every day, by name; `base` where it is at hand already."""
    base = ground(days, constants) if base is None else base
    return {name: compute(days, base, constants) for name, compute in SIGNALS.items()}


def _sore_spots(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    return sore_spots(days, base.spots, constants)


def _build_weeks(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    return base.built


def _this_week(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    return this_week(base.weeks)


def calendar(days: Daily, base: Ground, constants: SignalConstants) -> Track:
    """A phase that ends, or a journey that begins, within days: the natural place for a lighter
    week, once there is something to unload.

    Value: days until then; no baseline. Unknown where no calendar is kept.
    """
    phase = np.where(days.phase_in <= constants.phase_end_days.value, days.phase_in, np.nan)
    travel = np.where(days.travel_in <= constants.travel_days.value, days.travel_in, np.nan)
    ahead = np.fmin(days.phase_in, days.travel_in)
    near = np.fmin(phase, travel)
    on = ~np.isnan(near) & (base.built.value >= constants.calendar_build_weeks.value)
    return Track(ahead, np.full(ahead.shape, np.nan), np.where(np.isnan(ahead), np.nan, on))


SIGNALS: Mapping[str, Callable[[Daily, Ground, SignalConstants], Track]] = {
    "sore_spots": _sore_spots,
    "wellness": wellness,
    "illness": illness,
    "efficiency": efficiency,
    "build_weeks": _build_weeks,
    "this_week": _this_week,
    "calendar": calendar,
    "session_spike": session_spike,
    "hard_share": hard_share,
    "resting_hr": resting_hr,
    "hrv": hrv,
    "monotony": monotony,
}
