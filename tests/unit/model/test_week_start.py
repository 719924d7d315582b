"""A day lies in the week of whoever asks, on whatever weekday that begins."""

from datetime import timedelta

import pytest

from athletes import MONDAY
from unload.model.week_start import next_week, place_in_week, place_of, week_days, week_of

DAY = timedelta(days=1)
SUNDAY = 6


def test_a_weekday_has_its_place() -> None:
    """Monday is the second day of a week that begins on Sunday, and Saturday its last."""
    assert [1, 2, 3, 4, 5, 6, 0] == [place_of(weekday, SUNDAY) for weekday in range(7)]


@pytest.mark.parametrize("week_start", range(7))
def test_seven_days_are_one_week_in_their_order(week_start: int) -> None:
    """From its first day to its last; the day before belongs to the week before."""
    first = MONDAY + week_start * DAY
    days = [first + n * DAY for n in range(7)]
    assert list(range(7)) == [place_in_week(day, week_start) for day in days]
    assert {first} == {week_of(day, week_start) for day in days}
    assert first - 7 * DAY == week_of(first - DAY, week_start)
    assert {first + 7 * DAY} == {next_week(day, week_start) for day in days}


def test_the_weekdays_are_told_in_the_order_of_the_week() -> None:
    """Sunday first where weeks begin on it."""
    assert (6, 0, 1, 2, 3, 4, 5) == week_days(SUNDAY)
