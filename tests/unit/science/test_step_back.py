"""A step-back: the same runs, the long run shorter, all easy."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from athletes import GRID_M, MONDAY, K
from unload.model.phrase import Phrase
from unload.model.plan import (
    Depth,
    Effort,
    Kind,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    Week,
    Wishes,
)
from unload.science.frame import Frame
from unload.science.rewrite import Grid
from unload.science.step_back import as_planned, step_back, steps_back_itself

DAY = timedelta(days=1)
STRIDES = (
    RunStep(StepKind.WORK, Effort.EASY, duration_s=2400),
    Repeat(4, (RunStep(StepKind.WORK, Effort.STRIDES, duration_s=20),)),
)


def asked(ahead: int, km: float, kind: Kind = Kind.EASY, **more: object) -> PlannedSession:
    hard_s = 1200.0 if kind is Kind.HARD else 0.0
    return PlannedSession(MONDAY + ahead * DAY, kind, 1000 * km, 360 * km, hard_s, **more)  # type: ignore[arg-type] # test builder


def framed(*sessions: PlannedSession, **changes: object) -> Frame:
    frame = Frame(
        Week(sessions), 0, Phrase("week.plan"), Grid(GRID_M, K.week), Wishes(),
        99_000, 48_000, 0, 0,
        hurts=False, ill=False, well_but_sore=False,
    )  # fmt: skip
    return replace(frame, **changes)  # type: ignore[arg-type] # test builder


def kilometres(frame: Frame) -> list[float]:
    depth, pairs = step_back(frame)
    assert Depth.STEP_BACK is depth
    return [session.distance_m / 1000 for session, _ in pairs]


def test_most_is_taken_from_the_long_run() -> None:
    """0.74 of it, and as little from the others as makes 0.84 of the week."""
    assert [7, 8.5, 7, 5, 11.5] == kilometres(
        framed(asked(0, 8), asked(1, 10), asked(2, 8), asked(4, 6), asked(6, 16, Kind.LONG))
    )


def test_a_second_long_run_beside_it_is_shortened_as_much() -> None:
    """Back to back means two long runs; one in the middle of the week is another thing."""
    beside = framed(asked(1, 12), asked(5, 36, Kind.LONG), asked(6, 26, Kind.LONG))
    assert [12, 26.5, 19] == kilometres(beside)
    apart = framed(asked(1, 12), asked(3, 17, Kind.LONG), asked(6, 29, Kind.LONG))
    assert [11, 15.5, 21] == kilometres(apart)


def test_a_long_run_that_hardly_stands_out_stays_the_longest() -> None:
    """Then all runs come down alike."""
    assert [8, 12.5, 13] == kilometres(framed(asked(0, 10), asked(2, 15), asked(6, 16, Kind.LONG)))


def test_it_goes_no_further_than_the_month_did() -> None:
    """A leap in the plan is not written into a lighter week; without a longest run nothing caps."""
    leap = (asked(1, 10), asked(3, 10), asked(6, 36, Kind.LONG))
    assert 20 == kilometres(framed(*leap, longest_m=20_000.0))[-1]
    assert 26.5 == kilometres(framed(*leap, longest_m=np.nan))[-1]


@pytest.mark.parametrize(
    ("session", "pain", "key", "strides"),
    [
        (asked(1, 8, Kind.HARD), 0, "strides_instead", 4),
        (asked(1, 8, Kind.HARD), 2, "easy_instead", 0),
        (asked(1, 8, parts=STRIDES), 0, "strides_stay", 4),
        (asked(1, 8, parts=STRIDES), 2, "shorter", 0),
        (asked(1, 8), 0, "shorter", 0),
    ],
)
def test_strides_are_for_legs_that_do_not_hurt(
    session: PlannedSession, pain: float, key: str, strides: int
) -> None:
    """Also where it is only two of ten."""
    _, pairs = step_back(framed(session, asked(6, 12, Kind.LONG), worst_pain=pain))
    made, why = pairs[0]
    assert f"why.{key}" == why.key
    assert strides == sum(step.effort is Effort.STRIDES for step in made.steps())


def test_a_race_stays_and_a_week_of_races_alone_too() -> None:
    """There is nothing else to make room."""
    race = asked(6, 10, Kind.RACE)
    _, pairs = step_back(framed(race))
    assert [(race, "why.race_kept")] == [(made, why.key) for made, why in pairs]


def test_a_plan_that_steps_back_stays_as_its_coach_wrote_it() -> None:
    """Against what was run; the usual week is no plan."""
    light = framed(asked(1, 8), PlannedSession(MONDAY, Kind.REST))
    assert steps_back_itself(light)
    assert not steps_back_itself(framed(asked(1, 47)))
    assert not steps_back_itself(replace(light, basis=Phrase("week.basis")))
    depth, pairs = as_planned(light)
    assert (Depth.STEP_BACK, ["why.as_planned", "why.rest_stays"]) == (
        depth, [why.key for _, why in pairs]
    )  # fmt: skip
