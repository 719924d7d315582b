"""The race: its time from the runner's own efforts, with the error such a prediction has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.random import Generator

from unload.model.advice import Point
from unload.model.constants import FutureConstants
from unload.model.daily import Array
from unload.model.evidence import Constant
from unload.model.history import History, Race, Raced, Session, Sport
from unload.model.phrase import Phrase, Value
from unload.science.draws import band, drawn, size_of


@dataclass(frozen=True, slots=True)
class Prediction:
    """The race, the effort it is judged by, and its time: the middle, and draws (draws,)."""

    race: Race
    effort: Session | Raced
    seconds: float
    times: Array


def predicted(
    history: History, today: date, form: Array, constants: FutureConstants, chance: Generator
) -> Prediction | None:
    """The race as things are, or None where there is no race or no effort to judge it by."""
    effort = best_effort(history, today, constants)
    if history.race is None or effort is None:
        return None
    times = race_times(effort, history.race.distance_m, form, constants, chance)
    return Prediction(history.race, effort, band(times, constants)[1], times)


def best_effort(
    history: History, today: date, constants: FutureConstants
) -> Session | Raced | None:
    """The race that was run, if the runner names one; else the run that tells the most."""
    ran = history.runner.recent_race
    if ran is not None and ran.day <= today:
        return ran
    efforts = recent_efforts(history.sessions, today, constants)
    return efforts[-1] if efforts else None


def recent_efforts(
    sessions: Sequence[Session], today: date, constants: FutureConstants
) -> list[Session]:
    """The fastest recent runs down to the one that counts, brought to one distance by Riegel.

    Not the fastest: one faulty record must not promise a race.
    """
    oldest = datetime.combine(today - timedelta(days=constants.effort_days.value), time.min)
    newest, least_m = datetime.combine(today, time.max), constants.effort_min_m.value
    runs = [
        s
        for s in sessions
        if oldest <= s.start <= newest  # first, for it leaves little of ten years
        and s.sport is Sport.RUN
        and s.distance_m is not None
        and s.distance_m >= least_m
    ]
    exponent = constants.riegel_exponent.value
    half_m = constants.riegel_half_m.value
    runs.sort(key=lambda s: riegel(s.duration_s, s.distance_m or half_m, half_m, exponent))
    return runs[: int(constants.effort_rank.value)]


def riegel(seconds: float, metres: float, target_m: float, exponent: float) -> float:
    """T2 = T1 (D2 / D1)^exponent, in seconds; after riegel1981. Optimistic for marathons."""
    return float(seconds * (target_m / metres) ** exponent)


def forms(constants: FutureConstants, chance: Generator) -> Array:
    """Draws of the day's form: log of the share by which a day is slower; shape (draws,)."""
    size = size_of(constants)
    return np.asarray(chance.standard_normal(size) * drawn(constants.race_day_sd, chance, size))


def race_times(
    effort: Session | Raced,
    race_m: float,
    form: Array,
    constants: FutureConstants,
    chance: Generator,
) -> Array:
    """Draws of the race time in seconds; up to the half one exponent, a softer one beyond it.

    The runner's effort may itself lie beyond the half-marathon: then only the softer one counts.
    The same runner is not the same on two days: each draw has its own form.
    """
    metres = effort.distance_m or race_m
    size, half_m = form.shape[-1], constants.riegel_half_m.value
    below = drawn(constants.riegel_exponent, chance, size)
    beyond = drawn(constants.riegel_exponent_marathon, chance, size)
    via = max(half_m, metres) if race_m > half_m else race_m
    first = effort.duration_s * (via / metres) ** below
    return np.asarray(first * (race_m / via) ** beyond * np.exp(form))


def exponent_of(race_m: float, constants: FutureConstants) -> Constant:
    """The exponent that a race of this length rests on."""
    long = race_m > constants.riegel_half_m.value
    return constants.riegel_exponent_marathon if long else constants.riegel_exponent


def facts(prediction: Prediction, constants: FutureConstants) -> dict[str, Value]:
    """The numbers that fill the sentences about the prediction."""
    low, _, high = band(prediction.times, constants)
    effort, race = prediction.effort, prediction.race
    return {
        "low": low,
        "high": high,
        "day": race.day,
        "race_m": race.distance_m,
        "effort_m": effort.distance_m,
        "effort_s": effort.duration_s,
        "effort_day": effort.day,
    }


def prediction_points(
    prediction: Prediction, today: date, constants: FutureConstants
) -> tuple[Point, ...]:
    """Where the predicted time comes from and how far it can be trusted."""
    k, values = constants, facts(prediction, constants)
    exponent = exponent_of(prediction.race.distance_m, k)
    rule: dict[str, Value] = {
        "exponent": k.riegel_exponent.value,
        "low": exponent.low,
        "high": exponent.high,
    }
    known = "race.raced" if isinstance(prediction.effort, Raced) else "race.trained"
    how = "race.rule_long" if exponent is k.riegel_exponent_marathon else "race.rule_short"
    points = [
        Point(Phrase(known, values)),
        Point(Phrase(how, rule), (k.riegel_exponent, exponent)),
        Point(Phrase("race.form", {"sd": k.race_day_sd.value}), (k.race_day_sd,)),
    ]
    if prediction.race.distance_m > k.riegel_longest_m.value:
        points.append(Point(Phrase("race.ultra"), (k.riegel_longest_m,)))
    age = (today - prediction.effort.day).days
    if age > k.effort_days.value:
        points.append(Point(Phrase("race.old", {"age": age}), (k.effort_days,)))
    return tuple(points)
