"""Dated sessions in the files of other programs: written again they go over, not beside."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from unload.model.history import Sport
from unload.model.plan import Kind, PlannedSession
from unload.report.plan_files import Entry, calendar_of, intervals_of, table_of, workouts_of
from unload.report.words import KM, Words

MONDAY = date(2024, 11, 18)
MADE = datetime(2024, 11, 17, 12, tzinfo=UTC)
WORDS = Words({}, KM, MONDAY)
RUN = PlannedSession(MONDAY, Kind.EASY, 6000, 2160)
ENTRIES = (
    Entry("one", RUN, "Easy, 6 km", ("6 km easy",), "the calf talks"),
    Entry("two", PlannedSession(MONDAY + timedelta(1), Kind.REST), ""),
    Entry("three", replace(RUN, sport=Sport.WALK, distance_m=0.0), "Walk, 36 min"),
)


def events(data: bytes) -> dict[str, Any]:
    """Every event by its UID, by another's reader; a UID stands once."""
    found = Calendar.from_ical(data).walk("VEVENT")
    by_uid = {str(event["UID"]): event for event in found}
    assert len(found) == len(by_uid)
    return by_uid


def test_a_calendar_that_takes_it_twice_holds_nothing_twice() -> None:
    """The same UIDs with a higher sequence, moved and renamed: the later writing counts."""
    later = replace(ENTRIES[0], session=replace(RUN, day=MONDAY + timedelta(2)), title="Easy, 5 km")
    first = events(calendar_of(ENTRIES, MADE))
    second = events(calendar_of((later, *ENTRIES[1:]), MADE + timedelta(hours=1)))
    assert first.keys() == second.keys() == {"one@unload", "three@unload"}
    assert all(first[uid]["SEQUENCE"] < second[uid]["SEQUENCE"] for uid in first)
    held = first | second
    assert ("Easy, 5 km", MONDAY + timedelta(2)) == (
        str(held["one@unload"]["SUMMARY"]), held["one@unload"]["DTSTART"].dt
    )  # fmt: skip


@pytest.mark.parametrize(
    "title", ["A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x", "A\nATTACH:file:///x", "A\rURL:x"]
)
def test_no_title_becomes_another_line_of_the_calendar(title: str) -> None:
    """What a plan calls a run is text, wherever it breaks (S15)."""
    entry = replace(ENTRIES[0], title=title, lines=(title,))
    (plain,), (found,) = (events(calendar_of((e,), MADE)).values() for e in (ENTRIES[0], entry))
    assert plain.keys() == found.keys()
    assert title.splitlines() == str(found["SUMMARY"]).splitlines()


def test_details_only_where_they_are_asked_for() -> None:
    """They may speak of the body (S12, S14)."""
    assert b"calf" not in calendar_of(ENTRIES, MADE)
    assert b"calf" in calendar_of(ENTRIES, MADE, details=True)


def test_a_feed_says_how_often_to_look() -> None:
    """And a file that is no feed does not; a feed may be empty."""
    feed = Calendar.from_ical(calendar_of((), MADE, feed=True))
    assert ("PUBLISH", "Unload", timedelta(hours=6)) == (
        feed["METHOD"], feed["X-WR-CALNAME"], feed["REFRESH-INTERVAL"].dt
    )  # fmt: skip
    raw = calendar_of((), MADE, feed=True)
    assert [True] * 2 == [
        line in raw.splitlines()
        for line in (b"REFRESH-INTERVAL;VALUE=DURATION:PT6H", b"X-PUBLISHED-TTL:PT6H")
    ]
    assert b"METHOD" not in calendar_of(ENTRIES, MADE)


def test_rest_is_in_the_table_and_nowhere_else() -> None:
    """A watch and intervals.icu are told of training alone; a walk is training."""
    assert 2 == workouts_of(ENTRIES, WORDS, MADE).count(b"PK\x01\x02")
    assert 2 == intervals_of(ENTRIES).count("2024-11-")
    assert 4 == table_of(ENTRIES).count("\n")
