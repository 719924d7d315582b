"""Figures: what a reader would never write is never written."""

from datetime import date

import pytest

from unload.report.figures import (
    change,
    clock,
    hours,
    percent,
    plural,
    span,
    spelled,
    tidy,
    weekday,
)


@pytest.mark.parametrize(
    ("number", "decimals", "shown"),
    [(29.0, 1, "29"), (9.46, 1, "9.5"), (-0.001, 1, "0"), (100.0, 0, "100"), (-1.5, 1, "-1.5")],
)
def test_tidy_numbers_have_no_trailing_zero_and_no_minus_zero(
    number: float, decimals: int, shown: str
) -> None:
    """Zeros before the point stay."""
    assert shown == tidy(number, decimals)


def test_times_round_up_into_the_next_hour() -> None:
    """59 minutes and 59.6 seconds is an hour, never 59:60."""
    assert ["1:00", "1 h", "2:00"] == [clock(3599.6), hours(3599.6), clock(7199.0)]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0, "0 s"),
        (40.4, "40 s"),
        (59.6, "1 min"),
        (200.0, "3 min 20 s"),
        (599.0, "9 min 59 s"),
        (600.0, "10 min"),
        (4_000.0, "1 h 7 min"),
    ],
)
def test_a_stretch_of_time_is_said_as_one_says_it(seconds: float, shown: str) -> None:
    """Seconds are told only where they mean something."""
    assert shown == span(seconds)


def test_shares_keep_the_decimals_asked_for() -> None:
    """A change has a sign unless it is nothing."""
    assert ["44 %", "+1.0 %", "0 %"] == [percent(0.44), change(0.01, 1), change(-0.00001, 1)]


def test_words_for_numbers_follow_the_number() -> None:
    """One is one, none and many are many, and halves are not spelled."""
    assert ["week", "weeks", "feet"] == [
        plural(1, "week"),
        plural(0, "week"),
        plural(2, "foot|feet"),
    ]
    assert ["four", "13", "2.5"] == [spelled(4.0), spelled(13), spelled(2.5)]


def test_weekdays_are_english_whatever_the_machine_speaks() -> None:
    """Names come from here, not from the locale."""
    assert "Sunday" == weekday(date(2024, 11, 17))
