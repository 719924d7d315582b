"""What a specialist asked for is laid over the week, and only takes away."""

from datetime import timedelta

import pytest

from athletes import MONDAY
from unload.model.plan import Effort, Kind, PlannedSession, RunStep, StepKind
from unload.model.specialist import Instruction
from unload.science.instructed import instructed

FRIDAY = MONDAY + timedelta(4)
HARD = PlannedSession(
    MONDAY, Kind.HARD, 10_000, 3000, 1200,
    parts=(RunStep(StepKind.WORK, Effort.HARD, duration_s=1200),),
)  # fmt: skip
RIDE = PlannedSession(MONDAY, Kind.CROSS, 0, 3600)


def told(session: PlannedSession, **asked: float | bool) -> PlannedSession:
    return instructed(session, (Instruction(MONDAY, FRIDAY, **asked),))


def test_no_running_leaves_a_rest_day_and_the_bike() -> None:
    """Until the last day, both ends included."""
    assert PlannedSession(MONDAY, Kind.REST) == told(HARD, running=False)
    assert RIDE == told(RIDE, running=False)


@pytest.mark.parametrize("ahead", [-1, 5])
def test_other_days_are_left_alone(ahead: int) -> None:
    """Before it begins and after it ends."""
    session = PlannedSession(MONDAY + timedelta(ahead), Kind.EASY, 8000, 2400)
    assert session == told(session, running=False)


def test_nothing_hard_makes_it_easy_at_its_length() -> None:
    """Also where nobody knows how hard it was meant to be."""
    made = told(HARD, hard=False)
    assert (Kind.EASY, 10_000, 0, ()) == (made.kind, made.distance_m, made.hard_s, made.parts)
    unknown = PlannedSession(MONDAY, Kind.RUN, 8000, 2400, None)
    assert 0 == told(unknown, hard=False).hard_s


def test_nothing_hard_keeps_the_long_run_long_and_no_race_a_race() -> None:
    """Whatever the plan says of their hard seconds."""
    long = PlannedSession(MONDAY, Kind.LONG, 20_000, 6000, 600)
    race = PlannedSession(MONDAY, Kind.RACE, 10_000, 2400, 0)
    assert [Kind.LONG, Kind.EASY] == [told(s, hard=False).kind for s in (long, race)]
    easy = PlannedSession(MONDAY, Kind.EASY, 10_000, 2400, 0)
    assert easy is told(easy, hard=False)


def test_the_longest_run_is_capped_with_its_time() -> None:
    """Half as far is half as long and half as hard; an unknown effort stays unknown."""
    made = told(HARD, longest_m=5000.0)
    assert (5000, 1500, 600) == (made.distance_m, made.duration_s, made.hard_s)
    unknown = PlannedSession(MONDAY, Kind.RUN, 8000, 2400, None)
    assert told(unknown, longest_m=4000.0).hard_s is None


def test_the_strictest_of_several_wins() -> None:
    """Whatever the order they came in."""
    both = (
        Instruction(MONDAY, FRIDAY, longest_m=6000.0),
        Instruction(MONDAY, FRIDAY, longest_m=4000.0, hard=False),
    )
    assert 4000 == instructed(HARD, both).distance_m == instructed(HARD, both[::-1]).distance_m


def test_rest_stays_rest() -> None:
    """Nothing is added."""
    rest = PlannedSession(MONDAY, Kind.REST)
    assert rest == told(rest, running=False, hard=False, longest_m=1.0)
