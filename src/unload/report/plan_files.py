"""Write dated sessions for other programs: calendar, watch, intervals.icu, table."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from unload.model.history import Sport
from unload.model.plan import Kind, PlannedSession
from unload.model.units import M_PER_KM, S_PER_MIN
from unload.report.figures import tidy
from unload.report.words import Words
from unload.report.workout_fit import workout_file
from unload.report.workout_words import intervals_text

COLUMNS = ("date", "session", "sport", "distance_km", "duration_min", "hard_min", "description")
# How often a calendar that subscribed to the file is asked to look at it again.
LOOK_AGAIN_HOURS = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One session with what other programs are told of it.

    `key` is the same in every writing of the plan, so that a calendar knows the entry again. An
    entry without a title stands in no calendar. `detail` may speak of the body.
    """

    key: str
    session: PlannedSession
    title: str
    lines: tuple[str, ...] = ()
    detail: str = ""


def calendar_of(
    entries: Iterable[Entry], made: datetime, *, details: bool = False, feed: bool = False
) -> bytes:
    """An ICS file of all-day events; a later writing of an event goes over the earlier one.

    Details only where they are asked for. A feed says that it is one, and how often to look.
    """
    from icalendar import Calendar  # noqa: PLC0415 # heavy, and only calendars need it

    out = Calendar()
    out.add("prodid", "-//Unload//EN")
    out.add("version", "2.0")
    if feed:
        out.add("method", "PUBLISH")
        out.add("x-wr-calname", "Unload")
        every = timedelta(hours=LOOK_AGAIN_HOURS)
        out.add("refresh-interval", every, parameters={"VALUE": "DURATION"})
        out.add("x-published-ttl", f"PT{LOOK_AGAIN_HOURS}H")
    for entry in entries:
        if entry.title:
            out.add_component(_event(entry, made, details=details))
    return bytes(out.to_ical())


def _event(entry: Entry, made: datetime, *, details: bool) -> Any:
    from icalendar import Event  # noqa: PLC0415 # as above

    event, day = Event(), entry.session.day
    event.add("uid", f"{entry.key}@unload")
    event.add("sequence", int(made.timestamp()) // S_PER_MIN)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", entry.title)
    lines = [*entry.lines, *([entry.detail] if details and entry.detail else [])]
    if lines:
        event.add("description", "\n".join(lines))
    return event


def runs_of(entries: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """Every run or walk, with its number among the sessions that are no rest."""
    trained = (entry for entry in entries if entry.session.kind is not Kind.REST)
    for number, entry in enumerate(trained, 1):
        if entry.session.is_run or entry.session.sport is Sport.WALK:
            yield number, entry


def workout_name(number: int, entry: Entry) -> str:
    """What the file of a workout is called, in a zip and alone."""
    return f"{entry.session.day.isoformat()}-{number}-{entry.session.kind.value}.fit"


def workouts_of(
    entries: Iterable[Entry], words: Words, made: datetime, *, targets: bool = False
) -> bytes:
    """A zip with one FIT workout per run or walk, to be copied to the watch."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number, entry in runs_of(entries):
            stamp = ZipInfo(workout_name(number, entry), made.astimezone(UTC).timetuple()[:6])
            data = workout_file(entry.session, entry.title, words, made, targets=targets)
            archive.writestr(stamp, data)
    return packed.getvalue()


def intervals_of(entries: Iterable[Entry]) -> str:
    """Every session as intervals.icu's workout text, under its day and title."""
    return "\n".join(
        f"{entry.session.day.isoformat()} {entry.title}\n{intervals_text(entry.session)}"
        for entry in entries
        if entry.session.kind is not Kind.REST
    )


def table_of(entries: Iterable[Entry]) -> str:
    """A CSV that can be read back as a plan; cells that would be formulas are kept from it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        session = entry.session
        writer.writerow((
            session.day.isoformat(),
            _cell(session.title or entry.title),
            session.sport.value if session.kind is not Kind.CROSS else "other",
            tidy(session.distance_m / M_PER_KM, 3) if session.distance_m else "",
            tidy(session.duration_s / S_PER_MIN, 2) if session.duration_s else "",
            "" if session.hard_s is None else tidy(session.hard_s / S_PER_MIN, 2),
            _cell(", ".join(entry.lines)),
        ))  # fmt: skip
    return out.getvalue()


def _cell(text: str) -> str:
    """A spreadsheet takes = + - @ at the start of a cell for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
