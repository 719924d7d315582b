"""The frame of a lighter week: the week it replaces, from the plan or the habit, and its limits."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from unload.model.phrase import Phrase
from unload.model.plan import Kind, Plan, PlannedSession, Week, Wishes
from unload.model.units import DAYS_PER_WEEK
from unload.science.rewrite import Grid, hard_steps, lasting_s
from unload.science.rolling import window_max
from unload.science.usual import Habit, building_weeks, habit, usual_week
from unload.science.verdict import State, on


@dataclass(frozen=True, slots=True)
class Frame:
    """What every depth starts from.

    `longest_m` is the longest run of the last 30 days, `usual_m` the mean of the last building
    weeks; NaN where unknown. `worst_pain` is the worst of this week, `impact_pain` the worst at a
    spot that running loads. `well_but_sore`: a sore spot is all that is wrong. `left_out`: the
    plan has a run on a day that never has one.
    """

    before: Week
    slot: int
    basis: Phrase
    grid: Grid
    wishes: Wishes
    longest_m: float
    usual_m: float
    worst_pain: float
    impact_pain: float
    hurts: bool
    ill: bool
    well_but_sore: bool
    left_out: bool = False


def frame_of(
    state: State,
    start: date,
    grid: Grid,
    plan: Plan,
    wishes: Wishes,
    *,
    aloft: frozenset[str] = frozenset(),
) -> Frame | None:
    """The frame of the week from `start`; None where neither plan nor habit is known.

    `aloft` are the regions of the body that a running step does not load.
    """
    base = habit(state, grid.constants, wishes.never)
    asked = plan.between(start, start + timedelta(days=DAYS_PER_WEEK - 1))
    before = planned_week(Plan(tuple(s for s in asked if not wishes.leaves_out(s))), start, base)
    basis = Phrase("week.plan")
    if before is None:
        if base is None:
            return None
        before = usual_week(base, start, grid.metres, grid.constants)
        basis = Phrase("week.basis", {"weeks": base.weeks})
    ends = building_weeks(state, int(grid.constants.down_week_reference_weeks.value))
    longest = window_max(state.days.longest_m, int(grid.constants.long_run_window.value))
    worst = np.nan_to_num(window_max(state.days.pain, DAYS_PER_WEEK)[..., -1])
    landing = [region not in aloft for region, _ in state.days.spots]
    sore, ill = (bool(on(state, name)[-1]) for name in ("sore_spots", "illness"))
    return Frame(
        before=before,
        slot=next(i for i, d in enumerate(before.days) if d.day.weekday() == wishes.slot),
        basis=basis,
        grid=grid,
        wishes=wishes,
        longest_m=float(longest[-1]),
        usual_m=float(state.weeks.so_far_m[ends].mean()) if len(ends) else np.nan,
        worst_pain=float(worst.max(initial=0)),
        impact_pain=float(worst[landing].max(initial=0)),
        hurts=sore,
        ill=ill,
        well_but_sore=sore and not ill and not bool(on(state, "wellness")[-1]),
        left_out=any(wishes.leaves_out(session) for session in asked),
    )


def planned_week(plan: Plan, start: date, base: Habit | None) -> Week | None:
    """The plan's own seven days from `start`, or None where it asks for no run in them.

    A run told by time alone gets the distance it has at the runner's usual pace.
    """
    asked = plan.between(start, start + timedelta(days=DAYS_PER_WEEK - 1))
    if not any(session.is_run for session in asked):
        return None
    days: list[PlannedSession] = []
    for ahead in range(DAYS_PER_WEEK):
        day = start + timedelta(days=ahead)
        own = [_measured(s, base) for s in asked if s.day == day and s.kind is not Kind.REST]
        days += own or [PlannedSession(day, Kind.REST)]
    return Week(tuple(days))


def _measured(session: PlannedSession, base: Habit | None) -> PlannedSession:
    """Distance, time and hard seconds, each from what the plan tells and the usual pace."""
    if not session.is_run or base is None:
        return session
    pace = float(base.duration_s.sum() / base.distance_m.sum())
    metres, seconds = session.distance_m, session.duration_s
    if session.parts and not metres and not seconds:
        seconds = sum(lasting_s(step, pace) for step in session.steps())
    hard_s = session.hard_s
    if session.parts and hard_s is None:
        own = seconds / metres if metres and seconds else pace
        hard_s = sum(lasting_s(step, own) for step in hard_steps(session.parts))
    seconds = seconds or metres * pace
    return replace(
        session,
        distance_m=metres or seconds / pace,
        duration_s=seconds,
        hard_s=hard_s,
        by_time=session.duration_s > 0 and not metres,
    )
