"""Raw fields become a session or a problem."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from file_samples import NOW
from unload.errors import Problem
from unload.importers.marks import (
    CLOCK_SET_BACK,
    LEFT_RUNNING,
    NO_DISTANCE,
    NO_HEART_RATE,
    SPORT_UNKNOWN,
)
from unload.importers.plausible import Raw, restated, session_or_problem
from unload.model.history import Session, Sport

RUN = Raw("f line 2", datetime(2024, 6, 1, 7), Sport.RUN, moving_s=1800.0, distance_m=5000.0)
ANY_NUMBER = st.none() | st.floats()


def judged(**changes: object) -> Session | Problem:
    """A plain run with some fields changed."""
    return session_or_problem(replace(RUN, **changes), NOW)  # type: ignore[arg-type] # any field may be changed


def read(**changes: object) -> Session:
    """The session of a run with some fields changed."""
    session = judged(**changes)
    assert isinstance(session, Session), session
    return session


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"start": None}, "no date"),
        ({"start": NOW + timedelta(hours=15)}, "future"),
        ({"start": datetime(1989, 12, 31)}, "clock was not set"),
        ({"moving_s": 0.0}, "zero seconds"),
        ({"moving_s": None}, "no duration"),
        ({"moving_s": -1.0}, "moving time is negative"),
        ({"distance_m": -5.0}, "distance is negative"),
        ({"distance_m": math.nan}, "distance is not a number"),
        ({"elapsed_s": math.inf}, "elapsed time is not a number"),
        ({"distance_m": 21_000_000.0, "moving_s": 300_000.0}, "21000 km"),
        ({"distance_m": 400.0, "moving_s": 30.0}, "too fast for a run"),
        ({"distance_m": 10_000.0, "moving_s": 1300.0}, "too fast for a run"),
        ({"moving_s": None, "elapsed_s": 2_012_530.0}, "a clock jumped"),
    ],
)
def test_what_cannot_be_is_set_aside_with_its_place(changes: dict[str, object], words: str) -> None:
    """Each kind of nonsense has its own sentence and names the row."""
    problem = judged(**changes)
    assert isinstance(problem, Problem)
    assert "f line 2" == problem.where
    assert words in problem.message


def test_the_runner_may_be_ahead_of_us_by_a_time_zone() -> None:
    """Fourteen hours into the future is still today somewhere."""
    assert NOW + timedelta(hours=13) == read(start=NOW + timedelta(hours=13)).start


def test_moving_time_is_used_where_the_elapsed_time_ran_on() -> None:
    """A watch forgotten for three weeks does not spoil the run."""
    assert 1800.0 == read(elapsed_s=2_012_530.0).duration_s
    assert 1900.0 == read(moving_s=None, elapsed_s=1900.0).duration_s


@pytest.mark.parametrize(
    ("elapsed_s", "marks"),
    [(4 * 3600.0, ()), (4 * 3600.0 + 1, (LEFT_RUNNING,)), (1168 * 3600.0, (LEFT_RUNNING,))],
)
def test_i12_a_watch_left_running_is_marked(elapsed_s: float, marks: tuple[str, ...]) -> None:
    """Fault I12: beyond four times the timer the elapsed time says nothing; the timer counts."""
    raw = Raw("x", NOW - timedelta(days=60), Sport.RUN, moving_s=3600.0, elapsed_s=elapsed_s)
    told = session_or_problem(raw, NOW)
    assert isinstance(told, Session)
    assert (3600.0, marks) == (told.duration_s, told.marks)
    again = restated(told, Sport.WALK, NOW)
    assert isinstance(again, Session)
    assert marks == again.marks


@pytest.mark.parametrize("rate", [255.0, 0.0, -1.0, 19.0, 251.0, math.nan])
def test_a_heart_rate_out_of_range_is_missing_and_marked(rate: float) -> None:
    """255 means that there was no sensor; the run stays."""
    session = read(avg_hr=rate)
    assert session.avg_hr is None
    assert (NO_HEART_RATE,) == session.marks


def test_a_run_may_lack_its_distance() -> None:
    """Treadmills and broken receivers give time alone; so does a distance of zero."""
    assert read(distance_m=None).distance_m is None
    standing = read(distance_m=0.0)
    assert standing.distance_m is None
    assert (NO_DISTANCE,) == standing.marks
    assert 0.0 == read(distance_m=0.0, sport=Sport.STRENGTH).distance_m


def test_secondary_fields_out_of_range_are_missing() -> None:
    """Climb, effort and hard time never cost a run."""
    session = read(climb_m=-1.0, rpe=11.0, hard_s=99_999.0)
    assert (None, None, None) == (session.climb_m, session.rpe, session.hard_s)
    assert (0.0, 0.0, 0.0) == (
        read(climb_m=0.0).climb_m,
        read(rpe=0.0).rpe,
        read(hard_s=0.0).hard_s,
    )


def test_fast_is_judged_by_sport() -> None:
    """A ride may do what a run cannot, and sprints are short."""
    assert Sport.RIDE is read(distance_m=30_000.0, moving_s=3000.0, sport=Sport.RIDE).sport
    assert 100.0 == read(distance_m=100.0, moving_s=11.0).distance_m


def test_a_session_can_be_restated_as_another_sport() -> None:
    """The caller names the sport of what does not say; it is judged as that sport."""
    ride = read(sport=Sport.OTHER, marks=(SPORT_UNKNOWN,), distance_m=30_000.0)
    assert isinstance(restated(ride, Sport.RUN, NOW), Problem)
    run = restated(read(sport=Sport.OTHER, marks=(SPORT_UNKNOWN, "x")), Sport.RUN, NOW)
    assert isinstance(run, Session)
    assert (Sport.RUN, ("x",), 1800.0) == (run.sport, run.marks, run.duration_s)


@given(
    start=st.datetimes(),
    sport=st.sampled_from(Sport),
    moving_s=ANY_NUMBER,
    elapsed_s=ANY_NUMBER,
    distance_m=ANY_NUMBER,
    avg_hr=ANY_NUMBER,
    climb_m=ANY_NUMBER,
    rpe=ANY_NUMBER,
    hard_s=ANY_NUMBER,
)
def test_no_field_whatever_raises(**changes: object) -> None:
    """Everything becomes a session whose numbers are finite, or a problem."""
    session = judged(**changes)
    if isinstance(session, Session):
        assert math.isfinite(session.duration_s)
        assert session.duration_s > 0
    else:
        assert session.message


def test_the_second_pass_of_an_hour_is_marked() -> None:
    """The wall clock alone cannot tell it from the first (I43)."""
    again = datetime(2024, 10, 27, 2, 30, fold=1)
    assert (CLOCK_SET_BACK,) == read(start=again).marks
    assert () == read(start=again.replace(fold=0)).marks
    assert 0 == read(start=again).start.fold
