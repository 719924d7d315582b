"""Whatever the zone and its changes of clock, no run is lost and no day is doubled."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from file_samples import records, sessions
from language_samples import Bout, strava_csv
from unload.importers.clock import from_utc
from unload.importers.strava import Strava

ZONES = sorted(available_timezones())
QUARTER = timedelta(minutes=15)


@cache
def changes(name: str, year: int) -> tuple[datetime, ...]:
    """The hours of a year, in UTC, in which a zone changes its clock."""
    zone, found = ZoneInfo(name), []
    first = datetime(year, 1, 1)
    for day in range(366):
        start = first + timedelta(days=day)
        if _offset(zone, start) != _offset(zone, start + timedelta(days=1)):
            hours = (start + timedelta(hours=n) for n in range(24))
            found += [h for h in hours if _offset(zone, h) != _offset(zone, h + timedelta(hours=1))]
    return tuple(found)


def _offset(zone: ZoneInfo, utc: datetime) -> timedelta | None:
    return utc.replace(tzinfo=UTC).astimezone(zone).utcoffset()


@settings(max_examples=150)
@given(st.sampled_from(ZONES), st.integers(1999, 2023), st.integers(0, 7))
@example("Pacific/Apia", 2011, 0)  # no 30 December
@example("Pacific/Kwajalein", 2011, 0)
@example("Europe/Berlin", 2023, 1)
@example("Asia/Beirut", 2022, 0)  # a day without hour 0
@example("Australia/Lord_Howe", 2023, 0)  # half an hour
@example("America/St_Johns", 2006, 1)  # one minute past midnight
def test_around_a_change_of_clock_no_moment_is_lost_or_doubled(
    name: str, year: int, which: int
) -> None:
    """I47, I48: every quarter of an hour of three days has a wall clock of its own."""
    moments = changes(name, year)
    assume(moments)
    middle = moments[which % len(moments)]
    stamps = [middle + n * QUARTER for n in range(-144, 145)]
    local = [from_utc(stamp, ZoneInfo(name)) for stamp in stamps]
    assert len(stamps) == len({(when, when.fold) for when in local})
    assert len(stamps) == Counter(when.date() for when in local).total()
    days = list(dict.fromkeys(when.date() for when in local))
    assert days == sorted(days)


@settings(max_examples=60)
@given(st.sampled_from(ZONES), st.datetimes(datetime(1999, 1, 1), datetime(2024, 12, 20)))
@example("Pacific/Apia", datetime(2011, 12, 30, 9, 30))
@example("America/New_York", datetime(2023, 11, 5, 5, 30))
@example("Europe/London", datetime(2015, 12, 31, 23, 30))
@example("UTC", datetime(2024, 2, 28, 23, 0))
def test_an_export_keeps_every_run_on_its_local_day(name: str, when: datetime) -> None:
    """I47-I49: leap days, the ends of years, the date line; totals are conserved (X10)."""
    zone, start = ZoneInfo(name), when.replace(microsecond=0)
    bouts = [Bout(start + timedelta(hours=7 * n), "run", 8000, 2880, 2940, 140) for n in range(12)]
    found = sessions(records(Strava(), strava_csv("de", bouts), "a.csv", zone))
    assert [b.start.replace(tzinfo=UTC).astimezone(zone).date() for b in bouts] == [
        s.day for s in found
    ]
    by_day: Counter[date] = Counter()
    for session in found:
        by_day[session.day] += round(session.distance_m or 0)
    assert 12 * 8000 == by_day.total()
    weeks = {day.isocalendar()[:2] for day in by_day}
    assert len(weeks) <= 2
