"""The nouns of a plan add up what their days hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from athletes import MONDAY
from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import (
    Depth,
    Effort,
    Kind,
    Plan,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    UnloadingWeek,
    Week,
    Wishes,
)
from unload.model.specialist import Instruction

REST = PlannedSession(MONDAY, Kind.REST)
EASY = PlannedSession(MONDAY + timedelta(1), Kind.EASY, 8000, 2880)
HARD = PlannedSession(MONDAY + timedelta(2), Kind.HARD, 10_000, 3300, 1200)
DARK = PlannedSession(MONDAY + timedelta(3), Kind.RUN, 6000, 2160, None)


@pytest.mark.parametrize("part", [{"distance_m": -1}, {"duration_s": -1}, {"hard_s": -1}])
def test_a_planned_session_is_never_negative(part: dict[str, float]) -> None:
    """A week cannot be made lighter by running backwards."""
    with pytest.raises(ValueError, match="negative"):
        PlannedSession(MONDAY, Kind.EASY, **part)


def test_a_week_adds_up_its_days() -> None:
    """Distance, time, hard seconds, the longest run and the days off."""
    week = Week((REST, EASY, HARD))
    assert (18_000, 6180, 1200, 10_000, 1) == (
        week.distance_m,
        week.duration_s,
        week.hard_s,
        week.longest_m,
        week.rest_days,
    )


def test_one_day_of_unknown_effort_makes_the_week_unknown() -> None:
    """A part of the hard seconds is not the whole of them."""
    assert Week((EASY, HARD, DARK)).hard_s is None


def test_an_empty_week_has_no_longest_run() -> None:
    """No days, no metres."""
    assert 0 == Week(()).longest_m


@pytest.mark.parametrize(("before", "factor"), [(Week((HARD, HARD)), 0.4), (Week((REST,)), None)])
def test_the_factor_is_a_share_of_what_there_was(before: Week, factor: float | None) -> None:
    """After a week without running there is nothing to be a share of."""
    made = UnloadingWeek(
        Depth.UNLOADING, before, Week((EASY,)), (Phrase("x"),), Phrase("week.basis"), 0
    )
    assert factor == made.factor


FAST = RunStep(StepKind.WORK, Effort.HARD, distance_m=400)
JOG = RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=60)


@pytest.mark.parametrize("size", [{}, {"distance_m": 0}, {"distance_m": 1, "duration_s": 1}])
def test_a_step_has_one_size(size: dict[str, float]) -> None:
    """Metres or seconds, and not nothing."""
    with pytest.raises(ValueError, match="either a distance or a time"):
        RunStep(StepKind.WORK, Effort.EASY, **size)


@pytest.mark.parametrize("speed", [0, -1])
def test_a_step_is_run_forward(speed: float) -> None:
    """At some speed, or at one that nobody told."""
    assert RunStep(StepKind.WORK, Effort.EASY, 1000).speed_mps is None
    with pytest.raises(ValueError, match="a speed above 0"):
        RunStep(StepKind.WORK, Effort.EASY, 1000, speed_mps=speed)


@pytest.mark.parametrize(("times", "steps"), [(0, (FAST,)), (3, ())])
def test_a_repeat_holds_something(times: int, steps: tuple[RunStep, ...]) -> None:
    """At least one step, at least once."""
    with pytest.raises(ValueError, match="at least one step"):
        Repeat(times, steps)


def test_steps_are_written_out() -> None:
    """Warm up, then twice fast and slow."""
    session = PlannedSession(MONDAY, Kind.HARD, parts=(JOG, Repeat(2, (FAST, JOG))))
    assert [JOG, FAST, JOG, FAST, JOG] == list(session.steps())


def test_threshold_and_faster_is_hard() -> None:
    """Strides are not."""
    assert [Effort.THRESHOLD, Effort.HARD] == [effort for effort in Effort if effort.is_hard]


@pytest.mark.parametrize(
    ("session", "runs"),
    [
        (EASY, True),
        (REST, False),
        (PlannedSession(MONDAY, Kind.CROSS), False),
        (PlannedSession(MONDAY, Kind.EASY, sport=Sport.RIDE), False),
    ],
)
def test_what_is_running(session: PlannedSession, runs: bool) -> None:
    """Neither rest nor another sport, whoever proposed it."""
    assert runs is session.is_run


def test_a_run_on_a_day_that_never_has_one_is_left_out() -> None:
    """A race stays, and so does what is no run."""
    wishes, kinds = Wishes(never=frozenset({0})), (Kind.EASY, Kind.RACE, Kind.CROSS)
    sessions = [PlannedSession(MONDAY, kind) for kind in kinds]
    assert [True, False, False] == [wishes.leaves_out(session) for session in sessions]
    assert not wishes.leaves_out(PlannedSession(MONDAY + timedelta(1), Kind.EASY))


def test_a_plan_keeps_its_sessions_in_order() -> None:
    """And gives those between two days, both included."""
    plan = Plan((HARD, REST, EASY))
    assert (REST, EASY, HARD) == plan.sessions
    assert (EASY, HARD) == plan.between(EASY.day, HARD.day)


def test_a_day_with_two_sessions_is_one_day() -> None:
    """A rest day is a day with nothing else on it."""
    double = Week((EASY, EASY, REST, PlannedSession(HARD.day, Kind.REST), HARD))
    assert (1, 26_000) == (double.rest_days, double.distance_m)


def test_an_instruction_ends_after_it_begins() -> None:
    """Or on its own day."""
    assert Instruction(MONDAY, MONDAY).running
    with pytest.raises(ValueError, match="before it begins"):
        Instruction(MONDAY, MONDAY - timedelta(1))


def test_a_plan_counts_its_training_and_its_weeks() -> None:
    """Rest days are none, and a week begins on a Monday."""
    days = [date(2024, 11, 17), date(2024, 11, 18), date(2024, 11, 24)]
    kinds = [Kind.EASY, Kind.REST, Kind.LONG]
    plan = Plan(tuple(PlannedSession(d, k, 1000) for d, k in zip(days, kinds, strict=True)))
    assert (2, 2) == (plan.trained, plan.weeks)


def test_a_session_that_was_not_moved_is_its_own_row_s() -> None:
    """Where nothing was moved no row needs saying."""
    week = UnloadingWeek(
        Depth.UNLOADING, Week((EASY, REST)), Week((REST, EASY)), (Phrase("x"),) * 2, Phrase("y"), 0
    )
    assert [0, 1] == [week.origin(row) for row in (0, 1)]
    assert [1, 0] == [replace(week, order=(1, 0)).origin(row) for row in (0, 1)]


def test_what_is_known_to_be_hard_is_sharp() -> None:
    """By its kind or by its minutes; unknown minutes do not make it so."""
    assert [False, True, False, True] == [
        s.is_sharp for s in (EASY, HARD, DARK, replace(EASY, hard_s=60.0))
    ]
