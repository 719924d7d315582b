"""The clock that the hours of runs hint at."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from unload.importers.habit import STARTS_MIN, Habit, habit_of
from unload.service import time_zone

BERLIN = ZoneInfo("Europe/Berlin")
# More by night than by day, and so many at every hour that no clock puts them all into the day.
AROUND = [*range(24), 21, 22, 23, 0, 0, 1, 2, 3, 4]


def starts(hours: list[int]) -> list[datetime]:
    """A run a day in winter at these hours."""
    first = datetime(2024, 1, 1)
    return [first + timedelta(days=day, hours=hour) for day, hour in enumerate(hours)]


@pytest.mark.parametrize(
    ("hours", "offset_h"),
    [
        # By Berlin's clock, an hour ahead of UTC. The more hours are run at, the fewer clocks fit.
        ([22, 13] * 6 + [1], -6),
        ([23] * 9 + [2] * 9 + [12], 8),
        ([1] * 12, 12),
        ([23] * 12, -10),
    ],
)
def test_the_clock_is_the_middle_of_those_that_fit(hours: list[int], offset_h: int) -> None:
    """Midnight is then as far from every run as it can be, which is what the day hangs on."""
    found = habit_of(starts(hours), BERLIN)
    assert found is not None
    away = timedelta(hours=found.offset_h - 1)
    local = [start + away for start in starts(hours)]
    assert (offset_h, len(hours)) == (found.offset_h, sum(5 <= t.hour < 21 for t in local))


@pytest.mark.parametrize(
    "hours",
    [[7] * 30, [2] * (STARTS_MIN - 1), [7, 2] * 10, list(range(24)), AROUND],
)
def test_no_hint_where_there_is_none(hours: list[int]) -> None:
    """Who runs by day, too few runs, as many by day as by night, runs around the clock."""
    assert None is habit_of(starts(hours), UTC)


def test_the_hint_has_a_zone_that_can_be_named() -> None:
    """The names of such zones have their sign the other way round."""
    told = {offset: Habit(offset, 9, 1, 10) for offset in (-6, 0, 11)}
    assert ["UTC-6", "UTC", "UTC+11"] == [habit.clock for habit in told.values()]
    for offset, habit in told.items():
        zone = time_zone(habit.zone)
        assert timedelta(hours=offset) == zone.utcoffset(datetime(2024, 1, 1))
