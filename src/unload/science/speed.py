"""Speed: what a lighter week does to it, by studies, by the coaches' table and by the model.

No single line is believed alone. The studies lead; the table counts only where nothing is run at
all; the fitness-fatigue model rewards every rest, so it is cut off and believed last.
"""

import numpy as np
from numpy.random import Generator

from unload.model.advice import Doubt, Point
from unload.model.constants import FutureConstants
from unload.model.daily import Array
from unload.model.evidence import Constant
from unload.model.phrase import Phrase, Value
from unload.model.plan import Depth, UnloadingWeek
from unload.model.units import DAYS_PER_WEEK
from unload.science.draws import band, drawn, size_of
from unload.science.vdot import time_off_loss


def speed_doubt(
    week: UnloadingWeek | None, change: Array, constants: FutureConstants, chance: Generator
) -> Doubt:
    """ "Will I lose speed?", from the draws of `speed_change`."""
    model = _model(week, constants, chance)
    if week is not None and week.depth is Depth.NO_RUNNING:
        return _without_running(change, constants, model)
    ends, seen = _range(week, constants), constants.speed_change_seen
    values = {"month": constants.easy_month_cost.value}
    return Doubt(
        name="speed",
        unit="share",
        low=ends[0].value,
        middle=seen.value,
        high=ends[1].value,
        says=(Phrase("speed.week", values),),
        constants=(seen, constants.easy_month_cost, *ends),
        points=(*_studies(constants), _table(constants), model, _ours(ends)),
    )


def speed_change(
    week: UnloadingWeek | None, constants: FutureConstants, chance: Generator
) -> Array:
    """Draws of the share of speed gained by the week (negative: lost); shape (draws,).

    A week with running in it is drawn from its range around what studies of reduced training saw:
    as many draws lose as gain, and most of them little.
    A week without any loses what the time-off table takes for the days beyond the free ones.
    """
    size = size_of(constants)
    if week is not None and week.depth is Depth.NO_RUNNING:
        off = time_off_loss(DAYS_PER_WEEK, 1, constants.time_off_free_days.value)
        return -off * drawn(constants.time_off_daily_loss, chance, size)
    low, high = _range(week, constants)
    seen = constants.speed_change_seen.value
    lost = chance.random(size) < constants.band_middle.value
    far = 1 - np.sqrt(chance.random(size))
    return np.asarray(seen + (np.where(lost, low.value, high.value) - seen) * far)


def model_gain(week: UnloadingWeek, constants: FutureConstants, chance: Generator) -> Array:
    """What the fitness-fatigue model makes of the week, cut off at both ends; shape (draws,).

    Load is time run, against the same weeks for ever. The model has no unit; its change is told
    as a share of the steady fitness and scaled, and every parameter is drawn.
    """
    size, days = size_of(constants), zip(week.before.days, week.after.days, strict=True)
    usual = week.before.duration_s / DAYS_PER_WEEK
    if not usual:
        return np.zeros(size)
    less = np.array([after.duration_s - before.duration_s for before, after in days]) / usual
    ago = np.arange(len(less), 0, -1)[:, None]
    fit, tired = (
        drawn(tau, chance, size) for tau in (constants.banister_tau1, constants.banister_tau2)
    )
    steady = 1 / np.expm1(1 / fit)
    lost_fitness = less @ np.exp(-ago / fit)
    lost_fatigue = less @ np.exp(-ago / tired)
    moved = lost_fitness - drawn(constants.banister_k2_k1, chance, size) * lost_fatigue
    gain = drawn(constants.ffm_speed_scale, chance, size) * moved / steady
    return np.clip(gain, constants.ffm_cap_low.value, constants.ffm_cap_high.value)


def _range(week: UnloadingWeek | None, constants: FutureConstants) -> tuple[Constant, Constant]:
    """All easy costs a little more at worst than a week that keeps one sharp session."""
    if week is not None and week.after.hard_s:
        return constants.speed_change_kept_low, constants.speed_change_kept_high
    return constants.speed_change_easy_low, constants.speed_change_easy_high


def _studies(constants: FutureConstants) -> tuple[Point, ...]:
    k = constants
    kept: dict[str, Value] = {
        "cut": k.reduced_cut_seen.value,
        "weeks": k.reduced_weeks_seen.value,
    }
    seen = (k.speed_change_seen, k.reduced_cut_seen, k.reduced_weeks_seen)
    return (
        Point(Phrase("speed.kept", kept), seen),
        Point(Phrase("speed.easy", {"month": k.easy_month_cost.value}), (k.easy_month_cost,)),
        Point(Phrase("speed.review", {"weeks": k.maintained_weeks.value}), (k.maintained_weeks,)),
    )


def _table(constants: FutureConstants) -> Point:
    free = constants.time_off_free_days
    return Point(Phrase("speed.table", {"days": free.value}), (free,))


def _model(week: UnloadingWeek | None, constants: FutureConstants, chance: Generator) -> Point:
    k = constants
    shape = (k.banister_tau1, k.banister_tau2, k.banister_k2_k1)
    used = (*shape, k.ffm_speed_scale, k.ffm_cap_low, k.ffm_cap_high)
    if week is None:
        return Point(Phrase("speed.model_unknown"), used)
    low, middle, high = band(model_gain(week, k, chance), k)
    values: dict[str, Value] = {"low": low, "middle": middle, "high": high}
    return Point(Phrase("speed.model", values), used)


def _ours(ends: tuple[Constant, Constant]) -> Point:
    low, high = (end.value for end in ends)
    return Point(Phrase("speed.ours", {"low": low, "high": high}), ends)


def _without_running(change: Array, constants: FutureConstants, model: Point) -> Doubt:
    k = constants
    used: tuple[Constant, ...] = (k.time_off_daily_loss, k.time_off_free_days)
    low, middle, high = band(change, constants)
    values: dict[str, Value] = {
        "low": low,
        "high": high,
        "days": k.time_off_free_days.value,
        "daily": k.time_off_daily_loss.value,
        "vo2max": k.vo2max_loss_rest_12d.value,
    }
    points = (
        Point(Phrase("speed.off_table", values), used),
        Point(Phrase("speed.off_measured", values), (k.vo2max_loss_rest_12d,)),
        model,
        Point(Phrase("speed.off_worth")),
    )
    says = (Phrase("speed.off", values),)
    return Doubt("speed", "share", low, middle, high, says, used, points)
