"""From the time stamps of files to the runner's wall clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from unload.importers.clock import from_utc, local_clock, moment, month_first, wall_clock

BOGOTA = ZoneInfo("America/Bogota")


def test_without_a_zone_it_is_the_wall_clock() -> None:
    """Local times are taken as they stand."""
    assert datetime(2020, 7, 15, 9, 41) == local_clock("2020-07-15 09:41:00", BOGOTA)
    assert datetime(2020, 7, 15) == local_clock(" 2020-07-15 ", BOGOTA)


def test_utc_moves_to_the_zone_and_may_change_the_day() -> None:
    """A run at 21:00 in Bogota is stamped on the next day in UTC."""
    assert datetime(2020, 7, 14, 21) == local_clock("2020-07-15T02:00:00Z", BOGOTA)
    assert datetime(2020, 7, 14, 21) == from_utc(datetime(2020, 7, 15, 2), BOGOTA)


def test_another_offset_is_the_wall_clock_of_the_place() -> None:
    """Who ran in Tokyo ran in the Tokyo morning."""
    assert datetime(2020, 7, 15, 6) == local_clock("2020-07-15T06:00:00+09:00", BOGOTA)
    assert datetime(2020, 7, 14, 21) == wall_clock(datetime(2020, 7, 15, 2, tzinfo=UTC), BOGOTA)


def test_points_without_a_zone_are_utc() -> None:
    """So say GPX and TCX."""
    assert datetime(2020, 7, 15, 2, tzinfo=UTC) == moment("2020-07-15T02:00:00")
    assert moment("yesterday") is None


@pytest.mark.parametrize("text", ["7/5/20 9:41", "5.7.2020", "yesterday", "2020-13-01"])
def test_ambiguous_dates_are_refused_with_the_way_to_write_them(text: str) -> None:
    """I27: month or day first is not guessed."""
    with pytest.raises(ValueError, match="like 2020-07-15"):
        local_clock(text, BOGOTA)


def test_an_order_that_the_column_told_is_followed() -> None:
    """I27: what one date leaves open, the others of its column tell."""
    assert datetime(2020, 5, 7, 9, 41) == local_clock("7/5/20 9:41", BOGOTA, "dmy")
    assert datetime(2020, 7, 5, 9, 41) == local_clock("7/5/20 9:41", BOGOTA, "mdy")
    assert datetime(2020, 7, 15) == local_clock("15.07.2020", BOGOTA)


def test_the_first_and_last_years_do_not_overflow() -> None:
    """A date at the end of the calendar stays what it is."""
    assert datetime(1, 1, 1) == from_utc(datetime(1, 1, 1), BOGOTA)


def test_the_month_may_come_first_and_the_year_last() -> None:
    """I27: one program writes it so in every country; ISO is read too, anything else refused."""
    assert datetime(2020, 3, 4, 17, 23, 37) == month_first("03/04/20 17:23:37")
    assert datetime(2020, 3, 4) == month_first("2020-03-04")
    for bad in ("23/04/20 17:23:37", "03/04/20", ""):
        with pytest.raises(ValueError, match="not a date"):
            month_first(bad)
