"""What a specialist asked for refuses what cannot be meant."""

from datetime import date

import pytest

from unload.model.specialist import Exercise, Instruction

DAY = date(2024, 11, 18)


@pytest.mark.parametrize(("text", "minutes"), [(" ", None), ("Raises", 0), ("Raises", 241)])
def test_an_exercise_has_words_and_a_time_that_can_be(text: str, minutes: float | None) -> None:
    """No words, no time at all and half a day are refused."""
    with pytest.raises(ValueError):
        Exercise(text, minutes)


def test_an_exercise_may_leave_its_time_open() -> None:
    """Nobody said how long it takes: that is not known, and not 0."""
    assert None is Exercise("Raises").minutes


def test_an_instruction_ends_after_it_begins() -> None:
    """The last day is not before the first."""
    assert () == Instruction(DAY, DAY).exercises
    with pytest.raises(ValueError, match="before it begins"):
        Instruction(DAY, date(2024, 11, 17))
