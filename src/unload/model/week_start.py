"""Where a day lies in its week; weeks begin on the runner's own day, 0 = Monday."""

from datetime import date, timedelta

from unload.model.units import DAYS_PER_WEEK

MONDAY = 0  # on which the weeks begin of whoever has not said otherwise


def place_of(weekday: int, week_start: int) -> int:
    """How many days of the week lie before a weekday."""
    return (weekday - week_start) % DAYS_PER_WEEK


def place_in_week(day: date, week_start: int) -> int:
    """How many days of its week lie before a day: 0 on the week's first."""
    return place_of(day.weekday(), week_start)


def week_of(day: date, week_start: int) -> date:
    """The first day of the week that a day lies in."""
    return day - timedelta(days=place_in_week(day, week_start))


def next_week(day: date, week_start: int) -> date:
    """The first day of the week after it; it lies ahead of every day of its own."""
    return week_of(day, week_start) + timedelta(days=DAYS_PER_WEEK)


def week_days(week_start: int) -> tuple[int, ...]:
    """The weekdays in the order of the week."""
    return tuple((week_start + place) % DAYS_PER_WEEK for place in range(DAYS_PER_WEEK))
