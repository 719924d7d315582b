"""Nothing is supposed of a week of which nothing was said."""

from datetime import date

from unload.model.supposed import Choices, Supposed


def test_nothing_said_is_the_week_as_written() -> None:
    """Neither deeper nor later, and a belief is unknown, not zero."""
    assert Supposed(share=None, later_weeks=0, sharp=False, spared=None) == Supposed()


def test_the_written_week_is_one_of_the_choices() -> None:
    """By its place."""
    made = Choices((0.3, 0.55), 1, (date(2024, 11, 18),), True, False)
    assert 0.55 == made.shares[made.own]
