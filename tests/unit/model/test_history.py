"""The nouns of history refuse what cannot have happened and keep their order."""

from datetime import UTC, date, datetime
from math import inf, nan

import pytest

from athletes import TODAY, hurts, run
from unload.model.history import (
    CheckIn,
    Entry,
    EntryKind,
    History,
    Race,
    Runner,
    Session,
    Side,
    SoreSpot,
    Sport,
    Weekly,
)

EIGHT = datetime(2024, 11, 17, 8)


def test_a_session_carries_no_zone() -> None:
    """The runner's wall clock decides which day a run belongs to."""
    with pytest.raises(ValueError, match="wall clock"):
        Session(EIGHT.replace(tzinfo=UTC), Sport.RUN, 600)


@pytest.mark.parametrize("seconds", [0, -1, nan, inf])
def test_a_session_takes_time(seconds: float) -> None:
    """Nothing, less than nothing, unknown and for ever are no durations."""
    with pytest.raises(ValueError, match="duration_s"):
        Session(EIGHT, Sport.RUN, seconds)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("distance_m", -1),
        ("distance_m", nan),
        ("elapsed_s", -1),
        ("climb_m", inf),
        ("hard_s", -1),
        ("avg_hr", 255),
        ("max_hr", 19),
        ("rpe", 11),
    ],
)
def test_a_session_refuses_what_no_body_does(name: str, value: float) -> None:
    """A number that is not finite or out of range never becomes a noun (X1)."""
    with pytest.raises(ValueError, match=name):
        Session(EIGHT, Sport.RUN, 600, **{name: value})


def test_zero_is_a_measurement() -> None:
    """No metres, no effort and no hard second are known, not missing."""
    session = Session(EIGHT, Sport.RUN, 600, distance_m=0, rpe=0, hard_s=0)
    assert (0, 0, 0) == (session.distance_m, session.rpe, session.hard_s)


def test_a_session_just_before_midnight_belongs_to_its_day() -> None:
    """The day is that of the start."""
    late = Session(datetime(2024, 11, 17, 23, 59), Sport.RUN, 7200)
    assert date(2024, 11, 17) == late.day


@pytest.mark.parametrize("pain", [-0.5, 10.5, nan])
def test_pain_lies_between_0_and_10(pain: float) -> None:
    """On the day and on the morning after it."""
    with pytest.raises(ValueError, match="pain"):
        hurts(pain)
    with pytest.raises(ValueError, match="next_morning"):
        SoreSpot("calf", Side.LEFT, 2, next_morning=pain)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sleep", 0),
        ("mood", 6),
        ("stress", nan),
        ("resting_hr", 151),
        ("rmssd_ms", 0),
        ("sleep_s", -1),
        ("sleep_s", 86_401),
        ("weight_kg", 19),
        ("weight_kg", 301),
    ],
)
def test_a_check_in_refuses_answers_off_its_scale(name: str, value: float) -> None:
    """Wellness runs 1-5; a heart at rest, a night and a body have their bounds (X1)."""
    with pytest.raises(ValueError, match=name):
        CheckIn(TODAY, **{name: value})


def test_a_night_without_sleep_is_a_measurement() -> None:
    """0 seconds asleep are known, and so is a whole day in bed."""
    assert (0, 86_400) == (
        CheckIn(TODAY, sleep_s=0).sleep_s,
        CheckIn(TODAY, sleep_s=86_400).sleep_s,
    )


@pytest.mark.parametrize(
    ("name", "value"), [("weight_kg", 0), ("hr_rest", 10), ("hr_max", 300), ("minutes", -1)]
)
def test_a_runner_refuses_impossible_bodies(name: str, value: float) -> None:
    """What a runner says of themselves is checked like any record."""
    with pytest.raises(ValueError, match=name):
        Runner(**{name: value})


def test_a_race_has_a_distance() -> None:
    """A race over nothing is none."""
    with pytest.raises(ValueError, match="distance_m"):
        Race(TODAY, 0)


def test_a_history_is_told_oldest_first() -> None:
    """Files come in any order; records do not stay in it."""
    later, earlier = run(TODAY, 5), run(date(2024, 11, 1), 5)
    told = History((later, earlier), (CheckIn(TODAY), CheckIn(date(2024, 11, 1))))
    assert (earlier, later) == told.sessions
    assert [date(2024, 11, 1), TODAY] == [c.day for c in told.check_ins]


def test_only_running_is_a_run() -> None:
    """A ride is training and no running."""
    ride = run(TODAY, 40, sport=Sport.RIDE)
    jog = run(TODAY, 5)
    assert (jog,) == History((ride, jog)).runs


@pytest.mark.parametrize("option", [0, 5])
def test_a_weekly_question_has_four_options(option: int) -> None:
    """1 is no trouble, 4 the most."""
    with pytest.raises(ValueError, match="part"):
        Weekly(date(2024, 11, 17), part=option)


def test_an_entry_of_the_calendar_does_not_end_before_it_begins() -> None:
    """A day alone is fine."""
    day = date(2024, 11, 17)
    assert day == Entry(EntryKind.TRAVEL, day, day).last_day
    with pytest.raises(ValueError, match="before"):
        Entry(EntryKind.TRAVEL, day, date(2024, 11, 16))


def test_what_is_not_answered_stays_and_zero_is_an_answer() -> None:
    """Only None is unanswered: False and an empty list go over what was said (I50)."""
    below = CheckIn(TODAY, sleep=4.0, ill=True, spots=None)
    said = below.with_answers(CheckIn(TODAY, ill=False, spots=()))
    assert CheckIn(TODAY, sleep=4.0, ill=False, spots=()) == said


def test_answers_to_red_flags_are_yes_no_or_none() -> None:
    """Put in and read back; what was answered before is no longer."""
    runner = Runner(red_flags=("a",), denied=("b",))
    assert {"a": True, "b": False} == runner.answered
    other = runner.answering({"b": True, "c": False})
    assert (("b",), ("c",)) == (other.red_flags, other.denied)
    assert {} == Runner().answered
