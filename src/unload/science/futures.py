"""Futures: the three doubts, answered with and without the week, as bands and never one line.

Nothing here is a chance of getting hurt: the protective effect of an unloading week is not
known, so the runner is given the break-even and judges.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.random import Generator

from unload.model.advice import Doubt, Phrase, Value
from unload.model.constants import FutureConstants
from unload.model.daily import Array
from unload.model.evidence import Constant
from unload.model.history import History, Race, Raced, Session
from unload.model.plan import Depth, UnloadingWeek
from unload.model.units import DAYS_PER_WEEK, KG_PER_LB, M_PER_KM


def doubts(
    history: History,
    week: UnloadingWeek | None,
    today: int,
    constants: FutureConstants,
    chance: Generator,
) -> tuple[Doubt, ...]:
    """Speed, race, weight; `week` is the lighter week, `today` a day number (date.toordinal)."""
    change = speed_change(week, constants, chance)
    ran = history.runner.recent_race
    efforts = [ran] if ran else recent_efforts(history.sessions, today, constants)
    race = _race(history.race, efforts, change, constants, chance)
    if week is None or week.depth is not Depth.NO_RUNNING:
        even = _break_even(max(float(-change.min()), 0), constants)
        race = replace(race, says=(*race.says, even))
    return (
        _speed(week, change, constants),
        race,
        _weight(history.runner.weight_kg, week, constants),
    )


def speed_change(
    week: UnloadingWeek | None, constants: FutureConstants, chance: Generator
) -> Array:
    """Draws of the share of speed gained by the week (negative: lost); shape (draws,).

    A week with running in it is drawn from its range around what studies of reduced training saw.
    A week without any loses what the time-off table takes for the days beyond the free ones.
    """
    size = int(constants.draws.value)
    if week is not None and week.depth is Depth.NO_RUNNING:
        off = max(DAYS_PER_WEEK - constants.time_off_free_days.value, 0)
        daily = constants.time_off_daily_loss
        return np.asarray(-off * chance.uniform(daily.low, daily.high, size))
    low, high = _speed_range(week, constants)
    return np.asarray(
        chance.triangular(low.value, constants.speed_change_seen.value, high.value, size)
    )


def _speed_range(
    week: UnloadingWeek | None, constants: FutureConstants
) -> tuple[Constant, Constant]:
    """All easy costs a little more at worst than a week that keeps one sharp session."""
    if week is not None and week.after.hard_s:
        return constants.speed_change_kept_low, constants.speed_change_kept_high
    return constants.speed_change_easy_low, constants.speed_change_easy_high


def _speed(week: UnloadingWeek | None, change: Array, constants: FutureConstants) -> Doubt:
    if week is not None and week.depth is Depth.NO_RUNNING:
        used: tuple[Constant, ...] = (constants.time_off_daily_loss, constants.time_off_free_days)
        low, middle, high = _band(change, constants)
        values: dict[str, Value] = {"low": low, "high": high}
        return Doubt("speed", "share", low, middle, high, (Phrase("speed.off", values),), used)
    ends, seen = _speed_range(week, constants), constants.speed_change_seen
    values = {"month": constants.easy_month_cost.value}
    return Doubt(
        name="speed",
        unit="share",
        low=ends[0].value,
        middle=seen.value,
        high=ends[1].value,
        says=(Phrase("speed.week", values),),
        constants=(seen, constants.easy_month_cost, *ends),
    )


def recent_efforts(
    sessions: Sequence[Session], today: int, constants: FutureConstants
) -> list[Session]:
    """The fastest recent runs down to the one that counts, brought to one distance by Riegel.

    Not the fastest: one faulty record must not promise a race.
    """
    oldest = today - constants.effort_days.value
    runs = [
        s
        for s in sessions
        if s.sport.value == "run"
        and s.distance_m is not None
        and s.distance_m >= constants.effort_min_m.value
        and oldest <= s.day.toordinal() <= today
    ]
    exponent = constants.riegel_exponent.value
    half_m = constants.riegel_half_m.value
    runs.sort(key=lambda s: riegel(s.duration_s, s.distance_m or half_m, half_m, exponent))
    return runs[: int(constants.effort_rank.value)]


def riegel(seconds: float, metres: float, target_m: float, exponent: float) -> float:
    """T2 = T1 (D2 / D1)^exponent, in seconds; after riegel1981. Optimistic for marathons."""
    return float(seconds * (target_m / metres) ** exponent)


def race_times(
    effort: Session | Raced, race_m: float, constants: FutureConstants, chance: Generator
) -> Array:
    """Draws of the race time in seconds; up to the half one exponent, a softer one beyond it.

    The runner's effort may itself lie beyond the half-marathon: then only the softer one counts.
    The same runner is not the same on two days: each draw has its own form.
    """
    metres = effort.distance_m or race_m
    size, half_m = int(constants.draws.value), constants.riegel_half_m.value
    short, long = constants.riegel_exponent, constants.riegel_exponent_marathon
    below = chance.uniform(short.low, short.high, size)
    beyond = chance.uniform(long.low, long.high, size)
    via = max(half_m, metres) if race_m > half_m else race_m
    first = effort.duration_s * (via / metres) ** below
    form = chance.normal(0, constants.race_day_sd.value, size)
    return np.asarray(first * (race_m / via) ** beyond * np.exp(form))


def _race(
    race: Race | None,
    efforts: Sequence[Session | Raced],
    change: Array,
    constants: FutureConstants,
    chance: Generator,
) -> Doubt:
    used = (constants.marathon_gap_cost_low, constants.time_off_daily_loss)
    if race is None or not efforts:
        nothing = Phrase("race.none" if race is None else "race.no_effort")
        return Doubt("race", "s", None, None, None, (nothing,), used)
    effort = efforts[-1]
    times = race_times(effort, race.distance_m, constants, chance)
    low, middle, high = _band(times, constants)
    _, moved, _ = _band(times / (1 + change), constants)
    values: dict[str, Value] = {
        "low": low,
        "high": high,
        "day": race.day,
        "effort_m": effort.distance_m,
        "effort_s": effort.duration_s,
        "effort_day": effort.day,
        "moved": moved - middle,
    }
    long = race.distance_m > constants.riegel_half_m.value
    exponent = constants.riegel_exponent_marathon if long else constants.riegel_exponent
    says = (Phrase("race.band", values),)
    return Doubt("race", "s", low, middle, high, says, (exponent, *used))


def _break_even(loss: float, constants: FutureConstants) -> Phrase:
    """How often the week must spare a forced stop to pay for its own worst case, `loss`.

    Two published scales stand side by side, for they differ about tenfold and measure different
    things: finish times after real gaps (an association), and a coach's table.
    """
    seen = (constants.marathon_gap_cost_low.value, constants.marathon_gap_cost_high.value)
    off = constants.forced_stop_days.value - constants.time_off_free_days.value
    table = off * constants.time_off_daily_loss.value
    values: dict[str, Value] = {
        "loss": loss,
        "cases": int(min(seen) / loss) if loss else None,
        "seen_low": seen[0],
        "seen_high": seen[-1],
        "table": table,
        "days": int(constants.forced_stop_days.value),
    }
    key = "break_even.free" if not loss else "break_even.cases"
    return Phrase(key if loss < table or not loss else "break_even.split", values)


def _weight(
    weight_kg: float | None, week: UnloadingWeek | None, constants: FutureConstants
) -> Doubt:
    used: tuple[Constant, ...]
    used = (constants.energy_cost_running, constants.fat_energy_density, constants.weight_noise)
    if week is None:
        return Doubt("weight", "kg", None, None, None, (Phrase("weight.no_week"),), used)
    if week.before.distance_m <= week.after.distance_m:
        return Doubt("weight", "kg", 0.0, 0.0, 0.0, (Phrase("weight.nothing"),), used)
    km = (week.before.distance_m - week.after.distance_m) / M_PER_KM
    kg = constants.reference_weight.value if weight_kg is None else weight_kg
    cost = constants.energy_cost_running
    kcal = km * kg * cost.value
    most = km * kg * cost.high / constants.fat_energy_density.low
    middle = kcal / constants.fat_energy_density.value
    pounds = constants.doubt_pounds.value
    values: dict[str, Value] = {
        "kcal": round(kcal),
        "most_kg": most,
        "noise_kg": constants.weight_noise.value,
        "weeks": round(pounds * KG_PER_LB / middle),
        "pounds": int(pounds),
        "reference_kg": kg,
    }
    key = "weight.reference" if weight_kg is None else "weight.own"
    if weight_kg is None:
        used = (*used, constants.reference_weight)
    return Doubt("weight", "kg", 0.0, middle, most, (Phrase(key, values),), used)


def _band(x: Array, constants: FutureConstants) -> tuple[float, float, float]:
    """The lower edge, the middle and the upper edge of the band."""
    edges = (constants.band_low.value, constants.band_high.value)
    low, high = np.quantile(x, edges)
    return float(low), float(np.median(x)), float(high)
