"""Days as arrays know their dates and weekdays."""

from datetime import date

from athletes import ANNA, EMPTY, MONDAY, PLAIN, TODAY, days_of, running
from unload.model.daily import WEEKDAYS
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
    assert ["Tue", "Wed"] == [WEEKDAYS[i] for i in days.weekday()[:2]]
    assert "Mon" == WEEKDAYS[days.weekday()[(MONDAY - days.first_day).days]]
