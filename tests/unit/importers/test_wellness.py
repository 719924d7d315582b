"""Answers become a check-in or a problem."""

from datetime import date
from itertools import permutations

import pytest

from file_samples import NOW
from unload.errors import Problem
from unload.importers.wellness import (
    check_in_or_problem,
    one_a_day,
    spot_of,
    weighed,
    without_weight,
)
from unload.model.history import CheckIn, Side, SoreSpot

DAY = date(2024, 6, 1)


def test_what_was_not_asked_stays_unknown() -> None:
    """Only the answers given are in it."""
    expected = CheckIn(DAY, mood=4, ill=False, runner="ann", where="f line 2")
    assert expected == check_in_or_problem("f line 2", DAY, {"mood": 4, "ill": False}, NOW, "ann")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"mood": 0}, "mood is 0; it must be 1 to 5"),
        ({"sleep": 6.5}, "sleep is 6.5"),
        ({"resting_hr": 255}, "resting_hr is 255; it must be 20 to 150"),
        ({"rmssd_ms": 0}, "rmssd_ms"),
        ({"sleep_s": 90_000}, "sleep_s is 90000; it must be 0 to 86400 seconds"),
        ({"weight_kg": 6}, "weight_kg is 6; it must be 20 to 300 kilograms"),
        ({"mood": float("nan")}, "mood"),
        ({"mood": "good"}, "mood must be a number"),
        ({"stress": True}, "stress must be a number"),
    ],
)
def test_an_answer_out_of_range_is_named(answers: dict[str, object], words: str) -> None:
    """With the range it should have."""
    problem = check_in_or_problem("f line 2", DAY, answers, NOW)
    assert isinstance(problem, Problem)
    assert words in problem.message


@pytest.mark.parametrize("day", [date(1989, 12, 31), date(2025, 1, 3)])
def test_a_day_that_cannot_be_is_a_problem(day: date) -> None:
    """Long ago or yet to come."""
    assert isinstance(check_in_or_problem("f", day, {"mood": 3}, NOW), Problem)


def test_sore_spots_are_checked() -> None:
    """Region, side, pain, and the morning after."""
    assert SoreSpot("calf", Side.LEFT, 4, 3, True) == spot_of("calf", "left", 4, 3, True)
    for bad in (("", "left", 4), ("calf", "upper", 4), ("calf", "left", 11)):
        with pytest.raises(ValueError, match=r"region|side|pain"):
            spot_of(*bad, None, None)
    with pytest.raises(ValueError, match="rest"):
        spot_of("calf", "left", 1, None, "often")


def test_several_sources_of_a_day_are_one_check_in() -> None:
    """I42: a watch's heart, a ring's night and a runner's own answers, in whatever order."""
    told = [
        CheckIn(DAY, resting_hr=48, where="watch"),
        CheckIn(DAY, sleep=4, mood=5, ill=False, sleep_s=25_000, where="diary"),
        CheckIn(DAY, sleep_s=27_000, rmssd_ms=60, where="ring"),
        CheckIn(date(2024, 6, 2), mood=1),
        CheckIn(DAY, mood=2, runner="ben"),
    ]
    expected = (
        CheckIn(
            DAY, 4, mood=5, resting_hr=48, rmssd_ms=60, ill=False, sleep_s=25_000, where="diary"
        ),
        CheckIn(DAY, mood=2, runner="ben"),
        CheckIn(date(2024, 6, 2), mood=1),
    )
    assert {expected} == {one_a_day(order) for order in permutations(told)}


def test_equals_are_settled_alike_in_any_order() -> None:
    """I46: neither the file that came first nor the one that came last wins by that."""
    told = [CheckIn(DAY, resting_hr=rate, where=f"f{rate}") for rate in (52, 48, 50)]
    assert 1 == len({one_a_day(order) for order in permutations(told)})


def test_zero_and_no_are_answers() -> None:
    """I50: no pain, not ill, no sleep at all; they are not filled in from elsewhere."""
    said = CheckIn(DAY, ill=False, spots=(), sleep_s=0, mood=3)
    other = CheckIn(DAY, ill=True, spots=(SoreSpot("calf", Side.LEFT, 4),), sleep_s=9)
    assert (said,) == one_a_day([other, said])


def test_what_a_scale_says_is_a_weight_or_nothing() -> None:
    """A bag on it is no fault of the day's."""
    told = [weighed(kilograms) for kilograms in (61.5, 3.2, 0.0, None)]
    assert [{"weight_kg": 61.5}, {}, {}, {}] == told


def test_a_day_without_its_weight_is_what_else_it_tells() -> None:
    """And none where it told nothing else."""
    rest = without_weight(CheckIn(DAY, mood=4, weight_kg=61.5))
    assert (CheckIn(DAY, mood=4), None) == (rest, without_weight(CheckIn(DAY, weight_kg=61.5)))
