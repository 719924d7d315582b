"""Read a plan from an ICS calendar: one session per event, recurring ones written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, tzinfo
from itertools import islice
from typing import Any

from unload.errors import Problem
from unload.importers.clock import wall_clock
from unload.importers.numbers import shown
from unload.importers.plan_rows import PlanRow, planned_or_problem
from unload.importers.plan_words import kind_of, size_of
from unload.importers.protocol import File
from unload.model.plan import PlannedSession

# A plan is a season, not a life; an event that repeats for ever is written out for so long.
REPEATS_MAX = 400
MESSAGE_MAX = 120
_CLOCK = re.compile(r"(?<=\d{8})T\d{6}Z?")


class PlanCalendar:
    """Sessions of a calendar; events that speak of no training are passed over."""

    name = "calendar"

    def identify(self, file: File) -> bool:
        return file.head.lstrip(b"\xef\xbb\xbf \r\n")[:15].upper() == b"BEGIN:VCALENDAR"

    def read(self, file: File, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
        from icalendar import Calendar  # noqa: PLC0415 # heavy, and only calendars need it

        with file.open() as stream:
            data = stream.read()
        try:
            calendar = Calendar.from_ical(data)
        except Exception as error:  # noqa: BLE001 # the library breaks in many ways at damage
            said = f"is not a whole calendar ({_short(error)}); export it again."
            yield Problem(file.name, said)
            return
        for number, event in enumerate(calendar.walk("VEVENT"), 1):
            where = f"{file.name} event {number}"
            try:
                yield from _planned(where, event, zone)
            except Exception as error:  # noqa: BLE001 # as above
                yield Problem(where, f"cannot be read ({_short(error)}); the other events are.")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:MESSAGE_MAX]


def _planned(where: str, event: Any, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
    """The sessions of one event; nothing where its words speak of no training."""
    title, text = str(event.get("SUMMARY", "")), str(event.get("DESCRIPTION", ""))
    words = f"{title} {text}"
    if kind_of(words) is None and size_of(words) is None:
        return
    start = event.get("DTSTART")
    if start is None:
        yield Problem(where, f"{shown(title)} has no date.")
        return
    lasted = _lasted_s(event)
    row = PlanRow(where, _local(start.dt, zone), title, text)
    row.duration_s = None if size_of(words) is not None else lasted
    # Understood once, for the words are the same on every day.
    made = planned_or_problem(row)
    if isinstance(made, Problem):
        yield made
        return
    yield from (replace(made, day=day) for day in _days(event, start.dt, zone))


def _lasted_s(event: Any) -> float | None:
    """How long the event blocks the day; an all-day event says nothing of it."""
    start, end = event.get("DTSTART"), event.get("DTEND")
    if start is None or end is None or not isinstance(start.dt, datetime):
        return None
    try:
        return float((end.dt - start.dt).total_seconds()) or None
    except TypeError:  # one with a zone, the other without
        return None


def _days(event: Any, start: date | datetime, zone: tzinfo) -> Iterator[date]:
    """The day of the event, or every day that its rule names."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 # only recurring events need it

    first, rule = _local(start, zone), event.get("RRULE")
    if rule is None:
        yield first
        return
    # The day counts, not the hour, so that a change of the clock moves nothing.
    text = _CLOCK.sub("", rule.to_ical().decode())
    try:
        every = rrulestr(text, dtstart=datetime(first.year, first.month, first.day))
        yield from (day.date() for day in islice(every, REPEATS_MAX))
    except ValueError:
        yield first


def _local(when: date | datetime, zone: tzinfo) -> date:
    if not isinstance(when, datetime):
        return when
    return when.date() if when.tzinfo is None else wall_clock(when, zone).date()
