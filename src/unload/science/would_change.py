"""Would change: what would make today's answer softer, and what would make it harder."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import numpy as np

from unload.model.advice import VerdictKind
from unload.model.constants import SignalConstants, VerdictConstants
from unload.model.phrase import Phrase, Value
from unload.model.units import DAYS_PER_WEEK
from unload.model.week_start import week_of
from unload.science.reasons import newest_day, worst_spot
from unload.science.rolling import window_sum
from unload.science.verdict import State, on

Constants = tuple[SignalConstants, VerdictConstants]


def would_change(kind: VerdictKind, state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What would change an answer, both ways; arrays of `state` are (days,)."""
    return WOULD_CHANGE[kind](state, constants)


# The step above every answer but the topmost.
FLAG = Phrase("change.flag")


def _change_see_someone(state: State, constants: Constants) -> tuple[Phrase, ...]:
    return (Phrase("change.see_someone"),)


def _change_not_enough(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What would be enough, the nearest first."""
    verdict, out = constants[1], []
    age = state.days.age[-1]
    if np.isnan(age):
        return (Phrase("change.no_runs", {"weeks": int(verdict.history_weeks_min.value)}),)
    if age > verdict.data_age_max_days.value:
        out.append(Phrase("change.newer", {"age": int(age)}))
    wanted = int(verdict.history_weeks_min.value * DAYS_PER_WEEK)
    if state.recorded_days[-1] < wanted:
        more = wanted - int(state.recorded_days[-1])
        out.append(Phrase("change.longer", {"more": more, "wanted": wanted}))
    window = int(verdict.coverage_window_days.value)
    if state.coverage[-1] < verdict.coverage_min.value:
        known = round(float(state.coverage[-1]) * window)
        enough = int(np.ceil(verdict.coverage_min.value * window))
        out.append(Phrase("change.coverage", {"known": known, "window": window, "enough": enough}))
    if state.runs[-1] < verdict.runs_min.value:
        runs, least = int(state.runs[-1]), int(verdict.runs_min.value)
        out.append(Phrase("change.runs", {"runs": runs, "window": window, "enough": least}))
    return tuple(out)


def _change_taper(state: State, constants: Constants) -> tuple[Phrase, ...]:
    return (Phrase("change.taper"), FLAG)


def _change_already(state: State, constants: Constants) -> tuple[Phrase, ...]:
    share = constants[0].unloading_week_release.value
    newest = newest_day(state.days)
    first = week_of(state.days.day(newest), state.days.week_start)
    values: Mapping[str, Value] = {
        "limit_m": float(share * state.weeks.usual_week_m[newest]),
        "so_far_m": float(state.weeks.so_far_m[newest]),
        "first": first,
        "last": first + timedelta(days=DAYS_PER_WEEK - 1),
    }
    return (Phrase("change.already", values), FLAG)


def _change_now(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What lets each sign of the body go, and the one step that is left above."""
    return (*_signs_better(state, constants[0]), Phrase("change.now"), FLAG)


def _signs_better(state: State, constants: SignalConstants) -> list[Phrase]:
    """For every sign of the body that is on, what would let it go."""
    out = [p for p in (_spot_better(state, constants),) if p is not None]
    if on(state, "wellness")[-1]:
        days = int(constants.wellness_recent_days.value - constants.wellness_days_release.value)
        out.append(Phrase("change.wellness_better", {"days": days}))
    if on(state, "illness")[-1]:
        out.append(Phrase("change.well_again"))
    if on(state, "efficiency")[-1]:
        share = constants.efficiency_release.value
        out.append(Phrase("change.easy_run_back", {"share": share}))
    return out


def _spot_better(state: State, constants: SignalConstants) -> Phrase | None:
    """The number of quiet days after which the sorest spot lets go."""
    row = worst_spot(state, constants)
    if not state.days.spots or not np.nan_to_num(state.spots.on[row, -1]):
        return None
    window = int(constants.spot_window_days.value)
    pain = state.days.pain[row]
    sore = (pain >= constants.spot_pain_min.value).astype(float)
    ahead = window_sum(np.concatenate([sore, np.zeros(window)]), window)[-window:]
    quiet = 1 + int(np.argmax(ahead <= constants.spot_days_release.value))
    region, side = state.days.spots[row]
    values: dict[str, Value] = {"quiet": quiet, "region": region, "side": side}
    return Phrase("change.spot_better", {**values, "pain_min": constants.spot_pain_min.value})


def _change_soon(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What would make it "train on", and what "now"."""
    softer = _signs_better(state, constants[0]) + _lighter_week(state, constants[0], "lighter_week")
    return (*softer, *_spot_worse(state, constants[0]))


def _change_train_on(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """How far away the calendar and the body are, and what puts the calendar off."""
    left = _weeks_left(state, constants[0])
    weeks = () if left is None else (Phrase("change.weeks", {"weeks": left}),)
    counted = np.nan_to_num(state.tracks["build_weeks"].value[-1]) > 0
    later = _lighter_week(state, constants[0], "restart") if counted else ()
    return (*weeks, *_spot_worse(state, constants[0]), *later)


def _weeks_left(state: State, constants: SignalConstants) -> int | None:
    """Building weeks until the calendar asks."""
    weeks = state.tracks["build_weeks"].value[-1]
    if np.isnan(weeks):
        return None
    return max(int(constants.build_weeks_before_down.value - weeks), 0)


def _lighter_week(state: State, constants: SignalConstants, key: str) -> list[Phrase]:
    usual = state.weeks.usual_week_m[newest_day(state.days)]
    if np.isnan(usual):
        return []
    limit = float(constants.unloading_week_ratio.value * usual)
    return [Phrase(f"change.{key}", {"limit_m": limit})]


def _spot_worse(state: State, constants: SignalConstants) -> tuple[Phrase, ...]:
    """How many more sore days of one spot would ask for the week at once."""
    row = worst_spot(state, constants)
    sore = int(np.nan_to_num(state.spots.count[row, -1]))
    lately = state.spots.lately[row, -1]
    needed = constants.spot_return_days_min if lately else constants.spot_days_min
    more = int(needed.value) - sore
    values: dict[str, Value] = {
        "more": more,
        "window": int(constants.spot_window_days.value),
        "pain_min": constants.spot_pain_min.value,
    }
    if not sore or more <= 0:
        return (Phrase("change.spot_any", {**values, "days": int(constants.spot_days_min.value)}),)
    region, side = state.days.spots[row]
    return (Phrase("change.spot_worse", {**values, "region": region, "side": side}),)


WOULD_CHANGE: Mapping[VerdictKind, Callable[[State, Constants], tuple[Phrase, ...]]] = {
    VerdictKind.SEE_SOMEONE: _change_see_someone,
    VerdictKind.NOT_ENOUGH_DATA: _change_not_enough,
    VerdictKind.TAPER: _change_taper,
    VerdictKind.ALREADY_UNLOADING: _change_already,
    VerdictKind.UNLOAD_NOW: _change_now,
    VerdictKind.UNLOAD_SOON: _change_soon,
    VerdictKind.TRAIN_ON: _change_train_on,
}
