"""Laws of the week: an unloading week is never heavier than the week it replaces."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws.states import DAYS, GRIDS, STOPPING, K, advised, histories
from plan_laws import TINY
from unload.model.advice import VerdictKind
from unload.model.history import History
from unload.model.plan import Depth, Kind, UnloadingWeek, Wishes
from unload.science.load import daily
from unload.science.pipeline import red_flags
from unload.science.signals import signals
from unload.science.verdict import state
from unload.science.week import NO_WISHES, Size, lighter_week

SIZES = st.sampled_from([None, *Size])


def written(
    history: History, today: date, grid_m: float, size: Size | None, wishes: Wishes = NO_WISHES
) -> UnloadingWeek | None:
    """The lighter week of a history, at the depth its reasons ask for or at any other."""
    verdict = advised(history, today, grid_m).verdict
    _, flagged = red_flags(history, today, K)
    days = daily(history, today, flagged, K.load)
    now = state(days, signals(days, K.signals), K.signals, K.verdict)
    if size is None:
        return lighter_week(now, verdict, grid_m, K.week, wishes=wishes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("unload.science.week.how_much", lambda *_: size)
        return lighter_week(now, verdict, grid_m, K.week, wishes=wishes)


@given(histories(), DAYS, GRIDS, SIZES, st.frozensets(st.integers(0, 6)))
def test_a_day_that_never_has_runs_gets_none(
    history: History, today: date, grid_m: float, size: Size | None, never: frozenset[int]
) -> None:
    """Whatever was run on it so far, however deep the week; and that makes no week longer."""
    week = written(history, today, grid_m, size, Wishes(never=never))
    free = written(history, today, grid_m, size)
    if week is None:
        assert free is None or 7 == len(never)
        return
    assert free is not None
    days = (*week.before.days, *week.after.days)
    assert [] == [d.day for d in days if d.is_run and d.day.weekday() in never]
    assert sum(d.is_run for d in week.before.days) <= sum(d.is_run for d in free.before.days)
    # The same runs on other days, added up in another order.
    assert week.before.distance_m <= free.before.distance_m * TINY


@given(histories(), DAYS, GRIDS, SIZES)
def test_a_lighter_week_is_never_heavier(
    history: History, today: date, grid_m: float, size: Size | None
) -> None:
    """Distance, time, hard minutes, longest run: never more; rest days: never fewer."""
    week = written(history, today, grid_m, size)
    if week is None:
        return
    before, after = week.before, week.after
    assert after.distance_m <= before.distance_m
    assert after.duration_s <= before.duration_s
    assert before.hard_s is None or (after.hard_s is not None and after.hard_s <= before.hard_s)
    assert after.longest_m <= before.longest_m
    assert after.rest_days >= before.rest_days


@given(histories(), DAYS, GRIDS, SIZES)
def test_no_day_of_a_lighter_week_is_heavier(
    history: History, today: date, grid_m: float, size: Size | None
) -> None:
    """Each of the seven days keeps its date, has no more of anything, and nothing hard."""
    week = written(history, today, grid_m, size)
    if week is None:
        return
    assert 7 == len(week.before.days) == len(week.after.days) == len(week.whys)
    for before, after in zip(week.before.days, week.after.days, strict=True):
        assert before.day == after.day
        assert after.distance_m <= before.distance_m
        assert after.duration_s <= before.duration_s
        assert 0 == after.hard_s
        assert before.kind is not Kind.REST or after.kind is Kind.REST


@given(histories(), DAYS, GRIDS)
def test_the_depth_follows_the_reasons(history: History, today: date, grid_m: float) -> None:
    """No running under a flag that stops; a step-back for the calendar and nothing else."""
    advice = advised(history, today, grid_m)
    if advice.week is None:
        return
    stopped = advice.verdict.kind is VerdictKind.SEE_SOMEONE
    assert stopped == (advice.week.depth is Depth.NO_RUNNING)
    body = [s.name for s in advice.signals if s.on and s.role.value == "decides"]
    calendar = advice.verdict.kind is VerdictKind.UNLOAD_SOON and body == ["build_weeks"]
    assert calendar == (advice.week.depth is Depth.STEP_BACK)


@given(histories(), DAYS, GRIDS, st.sampled_from(STOPPING))
def test_no_run_is_planned_under_a_flag(
    history: History, today: date, grid_m: float, flag: str
) -> None:
    """A week asked for in spite of a red flag holds seven days of rest (X5, X13)."""
    runner = replace(history.runner, red_flags=(flag,))
    week = advised(replace(history, runner=runner), today, grid_m).week
    assert week is None or 0 == week.after.distance_m == week.after.duration_s
    assert week is None or 7 == week.after.rest_days
