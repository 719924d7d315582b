"""The week: from the plan, or the usual week, to a provably lighter one, each change with why.

Whatever the depth, the week after never has more distance, more time, more hard minutes, a
longer long run or fewer rest days than the week before: five invariants, each a law.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import takewhile

import numpy as np

from unload.model.advice import Phrase, Verdict, VerdictKind
from unload.model.constants import WeekConstants
from unload.model.plan import (
    Depth,
    Kind,
    Mode,
    Plan,
    PlannedSession,
    UnloadingWeek,
    Week,
    Wishes,
)
from unload.model.units import DAYS_PER_WEEK
from unload.science.dropped import dropped
from unload.science.frame import Frame, frame_of
from unload.science.instructed import instructed
from unload.science.rewrite import (
    Grid,
    cross,
    easy,
    fewer_repeats,
    rest,
    shortened_s,
    with_strides,
)
from unload.science.rolling import window_max
from unload.science.verdict import BODY, State, on

Pair = tuple[PlannedSession, Phrase]
NO_PLAN, NO_WISHES = Plan(), Wishes()


class Size(Enum):
    """How much is taken away."""

    STEP_BACK = "step-back"
    HALF = "half"
    MOST = "most"
    ALL = "all"


UNLOADS = (VerdictKind.UNLOAD_NOW, VerdictKind.UNLOAD_SOON)


def lighter_week(
    state: State,
    verdict: Verdict,
    grid_m: float,
    constants: WeekConstants,
    *,
    plan: Plan = NO_PLAN,
    wishes: Wishes = NO_WISHES,
) -> UnloadingWeek | None:
    """The week that answers the verdict, or None where neither plan nor usual week is known.

    Calendar alone gives a step-back, a complaining body an unloading week, a red flag a week
    without running; any other verdict the unloading week that a runner may insist on.
    """
    start = verdict.by if verdict.kind in UNLOADS and verdict.by else _tomorrow(state)
    frame = frame_of(state, start, Grid(grid_m, constants), plan, wishes)
    if frame is None:
        return None
    size = how_much(state, verdict, constants)
    itself = size is Size.STEP_BACK and _steps_back_itself(frame)
    depth, pairs = _as_planned(frame) if itself else BUILDERS[size](frame)
    pairs = [_told(pair, wishes) for pair in pairs]
    return UnloadingWeek(
        depth=depth,
        before=frame.before,
        after=Week(tuple(session for session, _ in pairs)),
        whys=tuple(why for _, why in pairs),
        basis=frame.basis,
        slot=frame.slot,
        notes=tuple(_notes(depth, pairs, state, frame)),
    )


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


def _steps_back_itself(frame: Frame) -> bool:
    """Whether the plan's own week is a step-back against the last building weeks."""
    most = frame.grid.constants.plan_steps_back_factor.value * frame.usual_m
    return frame.basis.key == "week.plan" and frame.before.distance_m <= most


def _as_planned(frame: Frame) -> tuple[Depth, list[Pair]]:
    """The plan steps back by itself: its coach's week stays as it is."""
    why = Phrase("why.as_planned")
    return Depth.STEP_BACK, [(d, _rest_or(d, why)) for d in frame.before.days]


def _step_back(frame: Frame) -> tuple[Depth, list[Pair]]:
    """A coach's lighter week: same runs, same rest days, mostly the long run shorter, all easy.

    A race that stands in the plan stays; the other runs make room for it.
    """
    c, days = frame.grid.constants, frame.before.days
    runs = [i for i, d in enumerate(days) if d.is_run and d.kind is not Kind.RACE]
    longest = max(runs, key=lambda i: days[i].distance_m, default=None)
    raced_m = sum(d.distance_m for d in days if d.kind is Kind.RACE)
    long_m = days[longest].distance_m if longest is not None else 0
    others_m = sum(days[i].distance_m for i in runs) - long_m
    target_m = frame.before.distance_m * c.step_back_factor.value - raced_m
    target_m -= long_m * c.step_back_long_run_factor.value
    share = min(max(target_m, 0) / others_m, 1) if others_m > 0 else 1
    pairs: list[Pair] = []
    for i, day in enumerate(days):
        part = c.step_back_long_run_factor.value if i == longest else share
        pairs.append(_stepped(day, part, frame.grid))
    return Depth.STEP_BACK, pairs


def _stepped(day: PlannedSession, share: float, grid: Grid) -> Pair:
    if day.kind is Kind.RACE:
        return day, Phrase("why.race_kept")
    whole = grid.constants.step_back_factor.value
    if not day.is_run:
        return _other(day, whole)
    if not day.distance_m:
        return shortened_s(day, min(share, whole)), Phrase(_why(day))
    wanted_m = day.distance_m * share
    if day.kind is Kind.HARD:
        return with_strides(day, wanted_m, grid), Phrase("why.strides_instead")
    return easy(day, wanted_m, grid), Phrase(_why(day))


def _no_running(frame: Frame) -> tuple[Depth, list[Pair]]:
    """A red flag stands: seven days without training, whatever was asked for."""
    why = Phrase("why.no_running")
    return Depth.NO_RUNNING, [(rest(d), why) for d in frame.before.days]


def _half(frame: Frame) -> tuple[Depth, list[Pair]]:
    return _unloading(frame, frame.grid.constants.down_week_volume_factor.value, deep=False)


def _most(frame: Frame) -> tuple[Depth, list[Pair]]:
    return _unloading(frame, frame.grid.constants.down_week_volume_factor_severe.value, deep=True)


BUILDERS = {
    Size.STEP_BACK: _step_back,
    Size.HALF: _half,
    Size.MOST: _most,
    Size.ALL: _no_running,
}


def _unloading(frame: Frame, factor: float, *, deep: bool) -> tuple[Depth, list[Pair]]:
    """Fewer runs, nearly all of them easy and shorter, one more rest day, a capped long run."""
    days = frame.before.days
    gone = dropped(frame.before, frame.slot, frame.hurts, frame.grid.constants)
    kept_hard = _kept_quality(frame, gone)
    moved = frozenset(
        i for i, d in enumerate(days) if deep and frame.hurts and d.kind is Kind.HARD
    ) - {kept_hard}
    target_m = factor * float(np.fmin(frame.before.distance_m, frame.usual_m))
    fixed_m = 0.0
    if kept_hard is not None:
        fewer = fewer_repeats(days[kept_hard], frame.grid)
        fixed_m = fewer.distance_m if fewer is not None else 0.0
    # What goes to the bike is counted too: the runs that stay do not grow into its place.
    scaled = [i for i, d in enumerate(days) if d.is_run and i not in {*gone, kept_hard}]
    sum_m = sum(days[i].distance_m for i in scaled)
    share = min(max(target_m - fixed_m, 0) / sum_m, 1) if sum_m else factor
    pairs = []
    for i, day in enumerate(days):
        if i in gone:
            pairs.append((rest(day), Phrase(_why_gone(i, frame))))
        elif i in moved:
            short = shortened_s(day, share)
            pairs.append((cross(short), Phrase("why.bike_instead")))
        elif i == kept_hard:
            pairs.append((fewer_repeats(day, frame.grid) or day, Phrase("why.fewer_repeats")))
        else:
            pairs.append(_unloaded(day, share, factor, frame))
    return Depth.UNLOADING, pairs


def _unloaded(day: PlannedSession, share: float, factor: float, frame: Frame) -> Pair:
    if not day.is_run:
        return _other(day, factor)
    if not day.distance_m:
        return shortened_s(day, share), Phrase(_why(day))
    wanted_m = min(day.distance_m * share, _long_run_cap(frame))
    return easy(day, wanted_m, frame.grid), Phrase(_why(day))


def _kept_quality(frame: Frame, gone: frozenset[int]) -> int | None:
    """The one session that stays sharp, where the runner wants one and nothing hurts."""
    c = frame.grid.constants
    if frame.wishes.mode is not Mode.KEEP_ONE or frame.worst_pain >= c.down_week_quality_pain.value:
        return None
    hard = [i for i, d in enumerate(frame.before.days) if d.kind is Kind.HARD and i not in gone]
    return next((i for i in hard if fewer_repeats(frame.before.days[i], frame.grid)), None)


def _long_run_cap(frame: Frame) -> float:
    longest = frame.longest_m if frame.longest_m > 0 else frame.before.longest_m
    return float(frame.grid.constants.down_week_long_run_factor.value * longest)


def _other(day: PlannedSession, factor: float) -> Pair:
    """Rest stays; another sport comes down by the same share, easy."""
    if day.kind is Kind.REST:
        return day, Phrase("why.rest_stays")
    return shortened_s(day, factor), Phrase("why.other_shorter")


def _rest_or(day: PlannedSession, why: Phrase) -> Phrase:
    return Phrase("why.rest_stays") if day.kind is Kind.REST else why


def _why(day: PlannedSession) -> str:
    return f"why.{WHY.get(day.kind, 'shorter')}"


WHY = {Kind.HARD: "easy_instead", Kind.LONG: "long_shorter", Kind.RACE: "race_easy"}


def _why_gone(index: int, frame: Frame) -> str:
    days = frame.before.days
    if any(d.day == days[index].day and i != index for i, d in enumerate(days)):
        return "why.double_dropped"
    return "why.work_it_out" if index == frame.slot else "why.rest_added"


def _told(pair: Pair, wishes: Wishes) -> Pair:
    """The session as a specialist's instructions leave it."""
    made = instructed(pair[0], wishes.instructions)
    if made == pair[0]:
        return pair
    by = {i.by for i in wishes.instructions if i.first_day <= made.day <= i.last_day}
    one = by.pop() if len(by) == 1 else None
    return made, Phrase("why.told" if one is None else f"why.told_{one.value}")


def _notes(depth: Depth, pairs: Sequence[Pair], state: State, frame: Frame) -> Iterable[Phrase]:
    """What the week as a whole rests on, and what too many of its kind would cost."""
    if depth is not Depth.UNLOADING:
        return
    kept = any(why.key == "why.fewer_repeats" for _, why in pairs)
    if kept:
        yield Phrase("week.mode_keep_one")
    elif frame.wishes.mode is Mode.KEEP_ONE:
        yield Phrase("week.mode_nothing_kept")
    else:
        yield Phrase("week.mode_reduce")
    most = int(frame.grid.constants.down_weeks_all_easy_max.value)
    if not kept and _all_easy_weeks(state) >= most:
        yield Phrase("week.all_easy", {"weeks": most})


def _all_easy_weeks(state: State) -> int:
    """How many of the newest whole weeks in a row were lighter and known to hold nothing hard."""
    sundays = np.flatnonzero(state.weeks.sunday)[::-1]
    return sum(1 for _ in takewhile(lambda sunday: _all_easy(state, int(sunday)), sundays))


def _all_easy(state: State, sunday: int) -> bool:
    hard = state.days.hard_s[max(sunday - DAYS_PER_WEEK + 1, 0) : sunday + 1]
    known = len(hard) == DAYS_PER_WEEK and not np.isnan(hard).any()
    return bool(known and state.weeks.unloaded[sunday] and hard.sum() == 0)
