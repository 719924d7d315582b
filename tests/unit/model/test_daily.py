"""Days as arrays know their dates and weekdays."""

from dataclasses import replace
from datetime import date

from athletes import ANNA, EMPTY, MONDAY, PLAIN, TODAY, days_of, running
from unload.model.history import History


def test_the_last_column_is_today() -> None:
    """Negative indices count from the end, as everywhere."""
    days = days_of(ANNA)
    assert (TODAY, days.first_day) == (days.day(-1), days.day(0))
    assert days.day(-1) == days.day(days.days - 1)


def test_weekdays_follow_the_calendar_wherever_the_record_begins() -> None:
    """A history that begins on a Tuesday has Tuesday in its first column."""
    days = days_of(History(running(PLAIN, EMPTY)))
    assert date(2024, 11, 5) == days.first_day
    assert [1, 2] == days.in_week()[:2].tolist()
    assert 0 == days.in_week()[(MONDAY - days.first_day).days]


def test_a_week_begins_on_the_runners_own_day() -> None:
    """With weeks from Sunday on, Sunday is the first of seven and Saturday the last."""
    days = replace(days_of(ANNA), week_start=6)
    sunday = (MONDAY - days.first_day).days - 1
    assert list(range(7)) == days.in_week()[sunday - 7 : sunday].tolist()
