"""The week: from the plan, or the usual week, to a provably lighter one, each change with why.

Whatever the depth, the week after never has more distance, more time, more hard minutes, a
longer long run or fewer rest days than the week before: five invariants, each a law.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import takewhile

import numpy as np

from unload.model.advice import Verdict, VerdictKind
from unload.model.constants import WeekConstants
from unload.model.phrase import Phrase
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
from unload.science.eased import Pair, eased, fewer, kept_quality, other, to_the_bike, why_of
from unload.science.frame import Frame, frame_of
from unload.science.instructed import instructed
from unload.science.rewrite import (
    Grid,
    cross,
    rest,
    shortened_s,
)
from unload.science.rolling import window_max
from unload.science.step_back import as_planned, step_back, steps_back_itself
from unload.science.verdict import BODY, State, on

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
    aloft: frozenset[str] = frozenset(),
) -> UnloadingWeek | None:
    """The week that answers the verdict, or None where neither plan nor usual week is known.

    Calendar alone gives a step-back, a complaining body an unloading week, a red flag a week
    without running; any other verdict the unloading week that a runner may insist on. `aloft` are
    the regions of the body that a running step does not load.
    """
    start = verdict.by if verdict.kind in UNLOADS and verdict.by else _tomorrow(state)
    frame = frame_of(state, start, Grid(grid_m, constants), plan, wishes, aloft=aloft)
    if frame is None:
        return None
    size = how_much(state, verdict, constants)
    itself = size is Size.STEP_BACK and steps_back_itself(frame)
    depth, pairs = as_planned(frame) if itself else BUILDERS[size](frame)
    pairs = [_told(pair, wishes) for pair in pairs]
    after = Week(tuple(session for session, _ in pairs))
    slot = _slot(after, frame.slot)
    moved = Phrase("week.slot_moved", {"day": after.days[slot].day})
    notes = (*([moved] if slot != frame.slot else []), *_notes(depth, pairs, state, frame))
    return UnloadingWeek(
        depth=depth,
        before=frame.before,
        after=after,
        whys=tuple(why for _, why in pairs),
        basis=frame.basis,
        slot=slot,
        notes=notes,
    )


def _tomorrow(state: State) -> date:
    return state.days.day(-1) + timedelta(days=1)


def _slot(after: Week, wished: int) -> int:
    """The wished day to work it out, or the next one, where something hard stays on that."""
    sharp = {d.day for d in after.days if d.is_sharp}
    order = (*range(wished, len(after.days)), *range(wished))
    return next((i for i in order if after.days[i].day not in sharp), wished)


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


def _no_running(frame: Frame) -> tuple[Depth, list[Pair]]:
    """A red flag stands: seven days without training, whatever was asked for."""
    why = Phrase("why.no_running")
    return Depth.NO_RUNNING, [(rest(d), why) for d in frame.before.days]


def _half(frame: Frame) -> tuple[Depth, list[Pair]]:
    return _unloading(frame, frame.grid.constants.down_week_volume_factor.value, deep=False)


def _most(frame: Frame) -> tuple[Depth, list[Pair]]:
    return _unloading(frame, frame.grid.constants.down_week_volume_factor_severe.value, deep=True)


BUILDERS = {
    Size.STEP_BACK: step_back,
    Size.HALF: _half,
    Size.MOST: _most,
    Size.ALL: _no_running,
}


def _unloading(frame: Frame, factor: float, *, deep: bool) -> tuple[Depth, list[Pair]]:
    """Fewer runs, nearly all of them easy and shorter, one more rest day, a capped long run."""
    days, target_m = frame.before.days, _target_m(frame, factor)
    gone = dropped(frame, target_m)
    kept_hard = None if deep else kept_quality(frame, gone)
    moved = to_the_bike(frame) if deep else frozenset()
    fixed_m = 0.0
    if kept_hard is not None:
        fixed_m = fewer(days[kept_hard], frame)[0].distance_m
    # What goes to the bike is counted too: the runs that stay do not grow into its place.
    scaled = [i for i, d in enumerate(days) if d.is_run and i not in {*gone, kept_hard}]
    sum_m = sum(days[i].distance_m for i in scaled)
    share = min(max(target_m - fixed_m, 0) / sum_m, 1) if sum_m else factor
    pairs = []
    for i, day in enumerate(days):
        if i in gone:
            pairs.append((rest(day), Phrase(_why_gone(i, gone, frame))))
        elif i in moved:
            short, _ = _unloaded(day, share, frame)
            why = "why.race_bike" if day.kind is Kind.RACE else "why.bike_instead"
            pairs.append((cross(short), Phrase(why)))
        elif i == kept_hard:
            pairs.append(fewer(day, frame))
        elif day.is_run:
            pairs.append(_unloaded(day, share, frame, least_m=fixed_m))
        else:
            pairs.append(other(day, factor, frame))
    return Depth.UNLOADING, pairs


def _target_m(frame: Frame, factor: float) -> float:
    """What the runs come to: a share of what was run, and less than a plan that is light already.

    A steep plan does not make the week longer, nor a light one cut it twice.
    """
    most_m = frame.before.distance_m * frame.grid.constants.step_back_factor.value
    usual_m = frame.usual_m if frame.usual_m > 0 else frame.before.distance_m
    return float(min(factor * usual_m, most_m))


def _unloaded(day: PlannedSession, share: float, frame: Frame, least_m: float = 0.0) -> Pair:
    """A run at its share; the long one stays the longest, beside a sharp one of `least_m` too."""
    if not day.distance_m:
        return shortened_s(day, share), Phrase(why_of(day, frame.before.longest_m))
    wanted_m = day.distance_m * share
    if day.kind is Kind.LONG:
        wanted_m = max(wanted_m, least_m)
    return eased(day, min(wanted_m, _long_run_cap(frame)), frame)


def _long_run_cap(frame: Frame) -> float:
    longest = frame.longest_m if frame.longest_m > 0 else frame.before.longest_m
    return float(frame.grid.constants.down_week_long_run_factor.value * longest)


def _why_gone(index: int, gone: frozenset[int], frame: Frame) -> str:
    days = frame.before.days
    day = days[index].day
    if any(d.day == day and d.is_run and i not in gone for i, d in enumerate(days)):
        return "why.double_dropped"
    if frame.ill and day <= min(d.day for d in days if d.is_run):
        return "why.rest_first"
    return "why.work_it_out" if day == days[frame.slot].day else "why.rest_added"


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
    if frame.left_out and depth is not Depth.NO_RUNNING:
        yield Phrase("week.never_days")
    if frame.ill and depth is Depth.UNLOADING:
        yield Phrase("week.ill")
    kept = any(why.key == "why.fewer_repeats" for _, why in pairs)
    if kept:
        yield Phrase("week.mode_keep_one")
    if kept or depth is not Depth.UNLOADING:
        return
    keep_one = frame.wishes.mode is Mode.KEEP_ONE
    yield Phrase("week.mode_nothing_kept" if keep_one else "week.mode_reduce")
    most = int(frame.grid.constants.down_weeks_all_easy_max.value)
    if _all_easy_weeks(state) >= most:
        yield Phrase("week.all_easy", {"weeks": most})


def _all_easy_weeks(state: State) -> int:
    """How many of the newest whole weeks in a row were lighter and known to hold nothing hard."""
    ends = np.flatnonzero(state.weeks.last_day)[::-1]
    return sum(1 for _ in takewhile(lambda end: _all_easy(state, int(end)), ends))


def _all_easy(state: State, end: int) -> bool:
    hard = state.days.hard_s[max(end - DAYS_PER_WEEK + 1, 0) : end + 1]
    known = len(hard) == DAYS_PER_WEEK and not np.isnan(hard).any()
    return bool(known and state.weeks.unloaded[end] and hard.sum() == 0)
