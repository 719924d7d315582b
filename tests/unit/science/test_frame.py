"""The week that is replaced: from the plan where it asks for a run, else from the habit."""

from datetime import timedelta

import pytest

from athletes import ANNA, GRID_M, MONDAY, PLAIN, TODAY, K, pains, run, state_of
from unload.model.history import CheckIn, History, Sport
from unload.model.plan import (
    Effort,
    Kind,
    Plan,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    Wishes,
)
from unload.science.frame import Frame, frame_of, planned_week
from unload.science.rewrite import Grid
from unload.science.usual import habit

TOMORROW = TODAY + timedelta(1)  # a Monday
GRID = Grid(GRID_M, K.week)


def planned(ahead: int, km: float = 0, minutes: float = 0, **more: object) -> PlannedSession:
    day = TOMORROW + timedelta(ahead)
    kind = more.pop("kind", Kind.EASY)
    return PlannedSession(day, kind, 1000 * km, 60 * minutes, **more)  # type: ignore[arg-type] # test builder


def framed(history: History, *sessions: PlannedSession, slot: int = 2) -> Frame | None:
    return frame_of(state_of(history), TOMORROW, GRID, Plan(sessions), Wishes(slot=slot))


def test_a_plan_that_asks_for_a_run_is_the_week_before() -> None:
    """Seven days, rest where it says nothing, several sessions on a day kept apart."""
    frame = framed(
        ANNA, planned(1, 8, 48), planned(1, 4, 24), planned(6, 16, 96), planned(9, 9, 54)
    )
    assert frame is not None
    assert "week.plan" == frame.basis.key
    assert [0, 1, 1, 2, 3, 4, 5, 6] == [(d.day - TOMORROW).days for d in frame.before.days]
    assert (28_000, 5) == (frame.before.distance_m, frame.before.rest_days)


def test_a_run_on_a_day_that_never_has_one_is_left_out() -> None:
    """A swim and a race stay there, and the frame says that something is missing."""
    swim, race = planned(2, 0, 30, sport=Sport.SWIM), planned(6, 10, 45, kind=Kind.RACE)
    plan = (planned(1, 8, 48), planned(2, 9, 54), swim, race)
    for never, kms, missing in (((), [8, 9, 0, 10], False), ((2, 6), [8, 0, 10], True)):
        wishes = Wishes(never=frozenset(never))
        frame = frame_of(state_of(ANNA), TOMORROW, GRID, Plan(plan), wishes)
        assert frame is not None
        asked = [d.distance_m / 1000 for d in frame.before.days if d.kind is not Kind.REST]
        assert (kms, missing) == (asked, frame.left_out)


def test_where_all_its_runs_are_left_out_the_habit_speaks() -> None:
    """On the other days."""
    wishes = Wishes(never=frozenset({1}))
    frame = frame_of(state_of(ANNA), TOMORROW, GRID, Plan((planned(1, 8, 48),)), wishes)
    assert frame is not None
    assert ("week.basis", True) == (frame.basis.key, frame.left_out)
    assert Kind.REST is frame.before.days[1].kind


def test_without_a_run_in_the_plan_the_habit_speaks() -> None:
    """A plan that ended, one not begun, one of swims alone."""
    swim = planned(2, 0, 30, sport=Sport.SWIM)
    for sessions in ((), (planned(-3, 8, 48),), (planned(8, 8, 48),), (swim,)):
        frame = framed(ANNA, *sessions)
        assert frame is not None
        assert "week.basis" == frame.basis.key


def test_with_neither_there_is_no_frame() -> None:
    """Nothing to start from."""
    young = History((run(TODAY, 5),))
    assert framed(young) is None
    assert framed(young, planned(1, 8, 48)) is not None


def test_what_the_plan_leaves_out_is_taken_from_the_runners_pace() -> None:
    """Anna runs six minutes a kilometre: 48 minutes are 8 km, 10 km are an hour."""
    base = habit(state_of(ANNA), K.week)
    week = planned_week(
        Plan((planned(0, 0, 48), planned(2, 10), planned(4, 5, 20))), TOMORROW, base
    )
    assert week is not None
    assert [(8000, 2880), (10_000, 3600), (5000, 1200)] == [
        (pytest.approx(d.distance_m), pytest.approx(d.duration_s))
        for d in week.days
        if d.kind is not Kind.REST
    ]


def test_a_structure_is_as_long_as_the_runners_pace_makes_it() -> None:
    """Told half in metres and half in minutes: 20 min + 5 x (1 km + 2 min)."""
    parts = (
        RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=1200),
        Repeat(5, (RunStep(StepKind.WORK, Effort.HARD, distance_m=1000),
                   RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=120))),
    )  # fmt: skip
    untold = planned(1, hard_s=None, parts=parts)
    base = habit(state_of(ANNA), K.week)
    week = planned_week(
        Plan((untold, planned(2, 10, 50, hard_s=None, parts=parts))), TOMORROW, base
    )
    assert week is not None
    made, told = week.days[1:3]
    assert pytest.approx((10_000, 3600, 1800)) == (made.distance_m, made.duration_s, made.hard_s)
    assert not made.by_time
    assert pytest.approx((10_000, 3000, 1500)) == (told.distance_m, told.duration_s, told.hard_s)


def test_what_was_told_in_time_stays_told_in_time() -> None:
    """Its distance is only what that comes to."""
    base = habit(state_of(ANNA), K.week)
    week = planned_week(Plan((planned(0, 0, 48), planned(2, 10))), TOMORROW, base)
    assert week is not None
    assert [True, False] == [d.by_time for d in week.days if d.is_run]
    assert [0, 10_000] == [d.told_m for d in week.days if d.is_run]


def test_ill_and_sore_is_more_than_sore() -> None:
    """What need not be given up for a sore calf is given up when ill as well."""
    sore = framed(History(ANNA.sessions, pains(3, 3, 3)))
    ill = framed(History(ANNA.sessions, (CheckIn(TODAY, ill=True),)))
    assert sore is not None
    assert ill is not None
    assert [(True, False), (False, True)] == [(f.well_but_sore, f.ill) for f in (sore, ill)]


def test_without_a_pace_the_plan_is_taken_as_it_is() -> None:
    """A runner without a habit has no pace to fill it from."""
    week = planned_week(Plan((planned(0, 0, 48),)), TOMORROW, None)
    assert week is not None
    assert (0, 2880) == (week.distance_m, week.duration_s)


def test_other_sports_get_no_running_distance() -> None:
    """A swim of half an hour stays one."""
    base = habit(state_of(ANNA), K.week)
    swim = planned(1, 0, 30, sport=Sport.SWIM)
    week = planned_week(Plan((planned(0, 8, 48), swim)), TOMORROW, base)
    assert week is not None
    assert swim in week.days


def test_the_limits_come_from_the_history() -> None:
    """The longest run of thirty days, the mean of the building weeks, this week's worst pain."""
    frame = framed(History(ANNA.sessions, pains(0, 3, 4, 3)))
    assert frame is not None
    assert (1000 * max(PLAIN), 48_000, 4, True) == (
        frame.longest_m, frame.usual_m, frame.worst_pain, frame.hurts
    )  # fmt: skip


@pytest.mark.parametrize("slot", range(7))
def test_the_work_it_out_day_can_be_chosen(slot: int) -> None:
    """Any weekday."""
    frame = framed(ANNA, slot=slot)
    assert frame is not None
    assert slot == frame.before.days[frame.slot].day.weekday()
    assert MONDAY.weekday() == 0
