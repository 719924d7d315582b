"""A change knows where its week begins."""

from datetime import UTC, datetime

from athletes import TODAY
from change_samples import WEEK, change
from unload.model.change import Change, Decision


def test_the_first_day_is_that_of_the_week() -> None:
    """Whatever days of it were taken."""
    made = change(1, WEEK.after.days[3].day)
    assert WEEK.after.days[0].day == made.first_day


def test_an_entry_says_when_it_was_made_and_what_it_undoes() -> None:
    """An acceptance undoes nothing."""
    moment = datetime(2024, 11, 17, 8, tzinfo=UTC)
    made = Change(1, moment, TODAY, Decision.ACCEPTED, WEEK, ())
    assert (moment, TODAY, None, None) == (made.made_at, made.day, made.undoes, made.move)
