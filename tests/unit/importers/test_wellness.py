"""Answers become a check-in or a problem."""

from datetime import date

import pytest

from file_samples import NOW
from unload.errors import Problem
from unload.importers.wellness import check_in_or_problem, spot_of
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
