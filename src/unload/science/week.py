"""The week: from the usual week to a provably lighter one, day by day, with the reason.

Whatever the depth, the week after never has more distance, more time, more hard minutes, a
longer long run or fewer rest days than the week before: five invariants, each a law.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from math import ceil, floor

import numpy as np

from unload.model.advice import Phrase, Verdict, VerdictKind
from unload.model.constants import WeekConstants
from unload.model.daily import WEEKDAYS
from unload.model.plan import Depth, Kind, PlannedSession, UnloadingWeek, Week
from unload.model.units import COMPARE_DECIMALS, DAYS_PER_WEEK
from unload.science.rolling import window_max
from unload.science.usual import habit, usual_week
from unload.science.verdict import BODY, State, on

WEDNESDAY = WEEKDAYS.index("Wed")


@dataclass(frozen=True, slots=True)
class Frame:
    """What every depth starts from: the week before, its work-it-out day, its basis, the grid."""

    before: Week
    slot: int
    basis: Phrase
    grid_m: float


class Size(Enum):
    """How much is taken away."""

    STEP_BACK = "step-back"
    HALF = "half"
    MOST = "most"
    ALL = "all"


def lighter_week(
    state: State, verdict: Verdict, grid_m: float, constants: WeekConstants
) -> UnloadingWeek | None:
    """The week that answers the verdict, or None where no usual week is known.

    Calendar alone gives a step-back, a complaining body an unloading week, a red flag a week
    without running; any other verdict the unloading week that a runner may insist on.
    """
    base = habit(state, constants)
    if base is None:
        return None
    start = verdict.by if verdict.kind in UNLOADS and verdict.by else _tomorrow(state)
    before = usual_week(base, start, grid_m, constants)
    size = how_much(state, verdict, constants)
    slot = next(i for i, d in enumerate(before.days) if d.day.weekday() == WEDNESDAY)
    frame = Frame(before, slot, Phrase("week.basis", {"weeks": base.weeks}), grid_m)
    if size is Size.STEP_BACK:
        return _step_back(frame, constants)
    if size is Size.ALL:
        return _no_running(frame)
    return _unloading(state, frame, size, constants)


UNLOADS = (VerdictKind.UNLOAD_NOW, VerdictKind.UNLOAD_SOON)


def _tomorrow(state: State) -> date:
    return state.days.day(-1) + timedelta(days=1)


def how_much(state: State, verdict: Verdict, constants: WeekConstants) -> Size:
    """The depth that the reasons ask for."""
    if verdict.kind is VerdictKind.SEE_SOMEONE:
        return Size.ALL
    signs = [name for name in (*BODY, "efficiency") if on(state, name)[-1]]
    if verdict.kind is VerdictKind.UNLOAD_SOON and not signs:
        return Size.STEP_BACK
    worst = window_max(state.days.pain, DAYS_PER_WEEK)[..., -1]
    severe = bool((np.nan_to_num(worst) >= constants.severe_pain_min.value).any())
    return Size.MOST if severe or len(signs) > 1 else Size.HALF


def _step_back(frame: Frame, constants: WeekConstants) -> UnloadingWeek:
    """A coach's lighter week: same runs, same rest days, mostly the long run shorter, all easy."""
    before = frame.before
    longest = max(range(DAYS_PER_WEEK), key=lambda i: before.days[i].distance_m)
    long_m = before.longest_m * constants.step_back_long_run_factor.value
    rest_m = before.distance_m - before.longest_m
    target_m = before.distance_m * constants.step_back_factor.value - long_m
    share = min(target_m / rest_m, 1) if rest_m > 0 else 1
    shares = [share] * DAYS_PER_WEEK
    shares[longest] = constants.step_back_long_run_factor.value
    pairs = [
        _shorter(day, day.distance_m * part, frame.grid_m, constants)
        for day, part in zip(before.days, shares, strict=True)
    ]
    return _built(Depth.STEP_BACK, frame, pairs)


def _no_running(frame: Frame) -> UnloadingWeek:
    """A red flag stands: seven days without running, whatever was asked for."""
    why = Phrase("why.no_running")
    pairs = [(PlannedSession(d.day, Kind.REST), why) for d in frame.before.days]
    return _built(Depth.NO_RUNNING, frame, pairs)


def _unloading(state: State, frame: Frame, size: Size, constants: WeekConstants) -> UnloadingWeek:
    """Fewer runs, all of them easy and shorter, one more rest day, a capped long run."""
    before, severe = frame.before, size is Size.MOST
    factor = (
        constants.down_week_volume_factor_severe if severe else constants.down_week_volume_factor
    ).value
    dropped = _dropped(frame, bool(on(state, "sore_spots")[-1]), constants)
    kept = [0.0 if i == dropped else d.distance_m for i, d in enumerate(before.days)]
    target_m = factor * before.distance_m
    cap_m = _long_run_cap(state, before, constants)
    pairs = []
    for i, (day, metres) in enumerate(zip(before.days, kept, strict=True)):
        if i == dropped:
            key = "why.work_it_out" if i == frame.slot else "why.rest_added"
            pairs.append((PlannedSession(day.day, Kind.REST), Phrase(key)))
            continue
        wanted = min(metres * min(target_m / max(sum(kept), 1), 1), cap_m)
        pairs.append(_shorter(day, wanted, frame.grid_m, constants))
    return _built(Depth.UNLOADING, frame, pairs)


def _long_run_cap(state: State, before: Week, constants: WeekConstants) -> float:
    window = int(constants.long_run_window.value)
    longest = window_max(state.days.longest_m, window)[-1]
    longest = before.longest_m if np.isnan(longest) or longest <= 0 else float(longest)
    return float(constants.down_week_long_run_factor.value * longest)


def _dropped(frame: Frame, hurts: bool, constants: WeekConstants) -> int | None:
    """The run that becomes a rest day: the work-it-out day's, else the shortest; or none.

    Runs go only while as many stay as the frequency asks for.
    """
    before, slot = frame.before, frame.slot
    runs = [i for i, d in enumerate(before.days) if d.kind is not Kind.REST]
    share = (
        constants.down_week_frequency_factor_pain if hurts else constants.down_week_frequency_factor
    ).value
    least = ceil(round(len(runs) * share, COMPARE_DECIMALS))
    if len(runs) - constants.down_week_rest_days.value < max(least, 1):
        return None
    if slot in runs and before.days[slot].kind is not Kind.LONG:
        return slot
    return min(runs, key=lambda i: (before.days[i].distance_m, i))


def _shorter(
    day: PlannedSession, wanted_m: float, grid_m: float, constants: WeekConstants
) -> tuple[PlannedSession, Phrase]:
    """The day with about `wanted_m`, easy; never longer than it was, never a token run."""
    if day.kind is Kind.REST:
        return day, Phrase("why.rest_stays")
    least = min(constants.shortest_run_min.value, day.distance_m)
    steps = floor(round(wanted_m / grid_m, COMPARE_DECIMALS))
    metres = min(max(steps * grid_m, least), day.distance_m)
    seconds = day.duration_s * metres / day.distance_m
    kind = Kind.LONG if day.kind is Kind.LONG else Kind.EASY
    why = Phrase(f"why.{WHY.get(day.kind, 'shorter')}")
    return replace(day, kind=kind, distance_m=metres, duration_s=seconds, hard_s=0.0), why


WHY = {Kind.HARD: "easy_instead", Kind.LONG: "long_shorter"}


def _built(depth: Depth, frame: Frame, pairs: list[tuple[PlannedSession, Phrase]]) -> UnloadingWeek:
    after = Week(tuple(day for day, _ in pairs))
    whys = tuple(why for _, why in pairs)
    return UnloadingWeek(depth, frame.before, after, whys, frame.basis, frame.slot)
