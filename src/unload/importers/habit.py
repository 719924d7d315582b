"""Find the clock a runner lives by from the hours of their runs; it is asked about, never set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

# Most people run between these hours, and of few runs nothing can be said.
FIRST_H, LAST_H = 5, 21
STARTS_MIN, BY_DAY_MIN = 10, 0.8
_DAY_H = 24
# Every whole hour that some place keeps, once around.
_OFFSETS_H = range(-11, 13)


@dataclass(frozen=True, slots=True)
class Habit:
    """A clock by which most runs begin by day, where by the one assumed most begin at night.

    Of the clocks that fit as well it is the middle one: what it is for is the day of a run, and
    that puts midnight as far from the runs as it can be.
    """

    offset_h: int
    by_day: int
    assumed_by_day: int
    starts: int

    @property
    def zone(self) -> str:
        """The name of a zone that keeps this clock all year; its sign is the other way round."""
        return f"Etc/GMT{-self.offset_h:+d}" if self.offset_h else "Etc/GMT"

    @property
    def clock(self) -> str:
        return f"UTC{self.offset_h:+d}" if self.offset_h else "UTC"


def habit_of(starts: Iterable[datetime], assumed: tzinfo) -> Habit | None:
    """What these starts, told by the zone that was assumed, say of another; None where nothing."""
    told = list(starts)
    by_day = sum(_is_day(start.hour) for start in told)
    if len(told) < STARTS_MIN or by_day * 2 >= len(told):
        return None
    utc_h = [start.replace(tzinfo=assumed).astimezone(UTC).hour for start in told]
    fits = [sum(_is_day((hour + offset) % _DAY_H) for hour in utc_h) for offset in _OFFSETS_H]
    most = max(fits)
    if most < BY_DAY_MIN * len(told):
        return None
    return Habit(_OFFSETS_H[_middle([fit == most for fit in fits])], most, by_day, len(told))


def _is_day(hour: int) -> bool:
    return FIRST_H <= hour < LAST_H


def _middle(best: list[bool]) -> int:
    """The middle of the longest stretch of the best, around the clock."""
    stretches: list[list[int]] = [[]]
    for place in range(2 * len(best)):
        if best[place % len(best)]:
            stretches[-1].append(place)
        elif stretches[-1]:
            stretches.append([])
    longest = max(stretches, key=len)
    return longest[(len(longest) - 1) // 2] % len(best)
