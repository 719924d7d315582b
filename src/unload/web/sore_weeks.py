"""The body over time: what is sore today, and each week before at its worst."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from unload.model.complaint import Look, SoreDay
from unload.model.history import CheckIn, SoreSpot

DAYS = 7
WEEKS_MOST = 26  # half a year back; a slider of more is hard to set


@dataclass(frozen=True, slots=True)
class SoreWeek:
    """What was sore from one day to another; with one day alone it is that day as it is shown."""

    first_day: date
    last_day: date
    spots: tuple[SoreSpot, ...]


def sore_weeks(look: Look, check_ins: Iterable[CheckIn]) -> tuple[SoreWeek, ...]:
    """Today, then week by week back to the first that was sore; quiet weeks between them too."""
    today, far = look.today, look.today - timedelta(days=DAYS * WEEKS_MOST)
    asked = [said for said in check_ins if said.spots and said.day > far]
    weeks = [_week(asked, today - timedelta(days=DAYS * back)) for back in range(WEEKS_MOST)]
    while weeks and not weeks[-1].spots:
        weeks.pop()
    return SoreWeek(today, today, look.spots), *weeks


def _week(check_ins: Iterable[CheckIn], last_day: date) -> SoreWeek:
    first_day = last_day - timedelta(days=DAYS - 1)
    worst: dict[tuple[str, str], SoreSpot] = {}
    for spot in _sore(c for c in check_ins if first_day <= c.day <= last_day):
        place = spot.region, spot.side.value
        if place not in worst or worst[place].pain < spot.pain:
            worst[place] = spot
    return SoreWeek(first_day, last_day, tuple(worst.values()))


def _sore(check_ins: Iterable[CheckIn]) -> Iterator[SoreSpot]:
    """Every spot that hurt, with the worse of its day and of the morning after as its pain."""
    for said in check_ins:
        for spot in said.spots or ():
            pain = SoreDay(said.day, spot.pain, spot.next_morning).worst
            if pain > 0:
                yield SoreSpot(spot.region, spot.side, pain)
