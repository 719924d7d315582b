"""Futures: the three doubts answered, and the two ways to race day that the answers rest on.

Everything is drawn over the range of its constants and told as a band, never as one line.
"""

from collections.abc import Iterator
from datetime import date

from numpy.random import Generator

from unload.model.advice import Doubt, Futures, Point
from unload.model.constants import FutureConstants
from unload.model.history import History, Race
from unload.model.phrase import Phrase, Value
from unload.model.plan import Depth, UnloadingWeek
from unload.model.units import DAYS_PER_WEEK
from unload.science.arms import Outlook, futures, horizon, remaining, starts_in, steps
from unload.science.draws import band
from unload.science.race import exponent_of, facts, forms, predicted, prediction_points
from unload.science.speed import speed_change, speed_doubt
from unload.science.stop import break_even, break_even_points, scales, stop_points
from unload.science.weight import weight_doubt


def wondering(
    history: History,
    week: UnloadingWeek | None,
    today: date,
    constants: FutureConstants,
    chance: Generator,
) -> tuple[tuple[Doubt, ...], Futures | None]:
    """Speed, race, weight, and the two futures.

    `week` is the lighter week, whether or not the verdict asks for it. A race of today leaves no
    futures.
    """
    outlook = _outlook(history, week, today, constants, chance)
    doubts = (
        speed_doubt(week, outlook.change, constants, chance),
        race_doubt(history.race, outlook, constants),
        weight_doubt(history.runner.weight_kg, week, constants),
    )
    return doubts, futures(outlook, constants) if outlook.days[-1] else None


def _outlook(
    history: History,
    week: UnloadingWeek | None,
    today: date,
    constants: FutureConstants,
    chance: Generator,
) -> Outlook:
    change = speed_change(week, constants, chance)
    form = forms(constants, chance)
    prediction = predicted(history, today, form, constants, chance)
    starts = starts_in(today, week)
    days = steps(starts, horizon(today, history.race, constants))
    left = remaining(starts, days, change, constants, chance)
    fits = days[-1] >= constants.forced_stop_days.low
    both = scales(prediction, constants) if fits else ()
    return Outlook(today, week, prediction, form, change, days, left, both)


def race_doubt(race: Race | None, outlook: Outlook, constants: FutureConstants) -> Doubt:
    """ "Will I be ready?": the same in both arms but for what is left of the week by then."""
    k, prediction = constants, outlook.prediction
    scaled = (k.marathon_gap_cost_low, k.time_off_daily_loss)
    even = _even(outlook, k)
    points = (*_week_points(race, outlook, k), *_price_points(outlook, k))
    if race is None or prediction is None:
        nothing = Phrase("race.none" if race is None else "race.no_effort")
        return Doubt("race", "s", None, None, None, (nothing, *even), scaled, points)
    low, middle, high = band(prediction.times, k)
    _, moved, _ = band(prediction.times / (1 + outlook.left[-1]), k)
    values: dict[str, Value] = {**facts(prediction, k), "moved": moved - middle}
    says = (Phrase("race.band", values), *even)
    used = (exponent_of(race.distance_m, k), *scaled)
    points = (*prediction_points(prediction, outlook.today, k), *points)
    return Doubt("race", "s", low, middle, high, says, used, points)


def _weighed(outlook: Outlook) -> bool:
    """A week that has to be is not weighed against a stop, nor is one too late to be forced."""
    bound = outlook.week is not None and outlook.week.depth is Depth.NO_RUNNING
    return bool(outlook.scales) and not bound


def _even(outlook: Outlook, constants: FutureConstants) -> tuple[Phrase, ...]:
    worst = max(float(-outlook.change.min()), 0)
    return (break_even(worst, constants),) if _weighed(outlook) else ()


def _price_points(outlook: Outlook, constants: FutureConstants) -> Iterator[Point]:
    """What a forced stop costs, and what the week must spare to be worth its own worst."""
    if outlook.scales:
        yield from stop_points(outlook.scales, outlook.prediction, constants)
    if _weighed(outlook):
        worst, faded = (max(float(-x.min()), 0) for x in (outlook.change, outlook.left[-1]))
        yield from break_even_points(outlook.scales, worst, faded)


def _week_points(race: Race | None, outlook: Outlook, constants: FutureConstants) -> list[Point]:
    """What one week is in the time that is left, and what of it is there on the last day."""
    k, ahead = constants, outlook.days[-1]
    starts = starts_in(outlook.today, outlook.week)
    if outlook.week is None or starts is None or not ahead:
        return []
    if starts >= ahead:
        return [Point(Phrase("race.before_the_week"))]
    low, _, high = band(outlook.left[-1], k)
    before_m, after_m = outlook.week.before.distance_m, outlook.week.after.distance_m
    weeks = ahead / DAYS_PER_WEEK
    share = (before_m - after_m) / (before_m * weeks) if before_m and weeks >= 1 else None
    values: dict[str, Value] = {"weeks": round(weeks), "share": share, "low": low, "high": high}
    taus = (k.banister_tau1, k.banister_tau2)
    points = [Point(Phrase("race.left", values), taus)]
    if share is not None:
        points.insert(0, Point(Phrase("race.share", values)))
    if race is not None and ahead <= k.marathon_taper_days.value:
        gain: dict[str, Value] = {"gain": k.marathon_taper_gain.value}
        points.append(Point(Phrase("race.taper", gain), (k.marathon_taper_gain,)))
    return points
