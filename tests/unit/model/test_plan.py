"""The nouns of a plan add up what their days hold."""

from datetime import timedelta

import pytest

from athletes import MONDAY
from unload.model.advice import Phrase
from unload.model.plan import Depth, Kind, PlannedSession, UnloadingWeek, Week

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
