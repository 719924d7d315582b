"""The two arms: from today to race day, with the lighter week and without it, as bands.

Both arms share every draw, so whatever lies between them is the week's doing and nothing else;
where the week changes nothing they are equal to the last digit.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.random import Generator

from unload.model.advice import Arm, Futures, Stop
from unload.model.constants import FutureConstants
from unload.model.daily import Array
from unload.model.history import Race
from unload.model.plan import UnloadingWeek
from unload.model.units import DAYS_PER_WEEK
from unload.science.draws import drawn, edges
from unload.science.race import Prediction, exponent_of
from unload.science.stop import Scale


@dataclass(frozen=True, slots=True)
class Outlook:
    """What lies ahead: the days told, the week's change as draws, and what is left of it each day.

    `change` is a share of speed, shape (draws,); `left` has shape (days, draws); `form` is the
    log of the share by which a day is slower, shape (draws,). `scales` are empty where there is
    no time left for a forced stop.
    """

    today: date
    week: UnloadingWeek | None
    prediction: Prediction | None
    form: Array
    change: Array
    days: tuple[int, ...]
    left: Array
    scales: tuple[Scale, ...]


def horizon(today: date, race: Race | None, constants: FutureConstants) -> int:
    """How many days are looked ahead: to the race, or the usual weeks, and never for ever."""
    longest = int(constants.futures_weeks_max.value) * DAYS_PER_WEEK
    if race is None:
        return min(int(constants.futures_weeks.value) * DAYS_PER_WEEK, longest)
    return min((race.day - today).days, longest)


def starts_in(today: date, week: UnloadingWeek | None) -> int | None:
    """Days until the lighter week begins; None where there is none or it changes nothing."""
    if week is None or week.after == week.before:
        return None
    return (week.after.days[0].day - today).days


def steps(starts: int | None, ahead: int) -> tuple[int, ...]:
    """Days from today at which the arms are told: weekly from the lighter week's first day on.

    Of a week that has begun only the days to come are told.
    """
    first = starts if starts is not None and starts < ahead else 0
    first = first if first >= 0 else first % DAYS_PER_WEEK
    return tuple(sorted({0, *range(first, ahead, DAYS_PER_WEEK), ahead}))


def remaining(
    starts: int | None,
    days: tuple[int, ...],
    change: Array,
    constants: FutureConstants,
    chance: Generator,
) -> Array:
    """What is there of the week's change on the morning of each day; shape (days, draws).

    It grows with every day of the week. Afterwards, once training goes on, a gain fades as
    fatigue comes back and a loss as fitness does.
    """
    size = change.shape[-1]
    fit, tired = (
        drawn(tau, chance, size) for tau in (constants.banister_tau1, constants.banister_tau2)
    )
    if starts is None:
        return np.zeros((len(days), size))
    into = np.array(days, dtype=float)[:, None] - starts
    done = np.clip(into / DAYS_PER_WEEK, 0, 1)
    since = np.maximum(into - DAYS_PER_WEEK, 0)
    fades = np.where(change < 0, fit, tired)
    return np.asarray(done * change * np.exp(-since / fades))


def two_arms(outlook: Outlook, constants: FutureConstants) -> tuple[Arm, Arm]:
    """With the week and without it: race times in seconds, else speed against today's."""
    ways = (_way(outlook, outlook.left), _way(outlook, np.zeros((1, outlook.form.shape[-1]))))
    with_week, without = (_arm(edges(way, constants), len(outlook.days)) for way in ways)
    return with_week, without


def _way(outlook: Outlook, left: Array) -> Array:
    if outlook.prediction is not None:
        return np.asarray(outlook.prediction.times / (1 + left))
    return np.asarray((1 + left) * np.exp(-outlook.form) - 1)


def _arm(band: Array, size: int) -> Arm:
    low, middle, high = (tuple(np.broadcast_to(edge, (size,)).tolist()) for edge in band)
    return Arm(low, middle, high)


def futures(outlook: Outlook, constants: FutureConstants) -> Futures:
    """The two arms, with what a forced stop would leave beside them."""
    k, prediction = constants, outlook.prediction
    race = None if prediction is None else prediction.race
    with_week, without = two_arms(outlook, k)
    used = (k.race_day_sd, k.speed_change_seen, k.banister_tau1, k.banister_tau2)
    week, lighter = outlook.week, None
    if week is not None and starts_in(outlook.today, week) is not None:
        lighter = (week.after.days[0].day, week.after.days[-1].day)
    unit = "share" if race is None else "s"
    return Futures(
        unit=unit,
        days=tuple(outlook.today + timedelta(days=ahead) for ahead in outlook.days),
        with_week=with_week,
        without=without,
        change=_arm(edges(outlook.left, k), len(outlook.days)),
        lighter=lighter,
        stops=tuple(_stop(scale, without.middle[-1], unit) for scale in outlook.scales),
        stop_days=(int(k.forced_stop_days.low), int(k.forced_stop_days.high)),
        inside=k.band_high.value - k.band_low.value,
        constants=used if race is None else (exponent_of(race.distance_m, k), *used),
    )


def _stop(scale: Scale, middle: float, unit: str) -> Stop:
    """The scale's cost put on the last day of the way without the week."""
    if unit == "s":
        low, high = middle * (1 + scale.low), middle * (1 + scale.high)
    else:
        low, high = 1 / (1 + scale.high) - 1, 1 / (1 + scale.low) - 1
    return Stop(scale.name, low, high, scale.constants)
