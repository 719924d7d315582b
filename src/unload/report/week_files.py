"""Write a week for other programs: calendar, watch, intervals.icu, table, Markdown."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from unload.model.plan import Depth, Kind, PlannedSession, UnloadingWeek
from unload.model.units import M_PER_KM, S_PER_MIN
from unload.report.figures import hours, tidy
from unload.report.words import Words
from unload.report.workout_fit import workout_file
from unload.report.workout_words import intervals_text, lines_of, title_of

COLUMNS = ("date", "session", "sport", "distance_km", "duration_min", "hard_min", "description")


def trained(week: UnloadingWeek) -> Iterator[PlannedSession]:
    """The sessions of the lighter week, rest left out."""
    return (session for session in week.after.days if session.kind is not Kind.REST)


def calendar(week: UnloadingWeek, words: Words, made: datetime, *, details: bool = False) -> bytes:
    """An ICS file of all-day events. Reasons, which may speak of the body, only with `details`."""
    from icalendar import Calendar, Event  # noqa: PLC0415 # heavy, and only calendars need it

    out = Calendar()
    out.add("prodid", "-//Unload//EN")
    out.add("version", "2.0")
    for index, (session, why) in enumerate(zip(week.after.days, week.whys, strict=True)):
        works = index == week.slot and week.depth is not Depth.NO_RUNNING
        if session.kind is Kind.REST and not works:
            continue
        event = Event()
        event.add("uid", f"{session.day.isoformat()}-{index}@unload")
        event.add("dtstamp", made)
        event.add("dtstart", session.day)
        event.add("dtend", session.day + timedelta(days=1))
        slot = "Work it out" if works else ""
        title = slot if session.kind is Kind.REST else title_of(session, words)
        event.add("summary", f"{title} + {slot.lower()}" if slot and title != slot else title)
        lines = [*lines_of(session, words), *([words.say(why)] if details else [])]
        if lines:
            event.add("description", "\n".join(lines))
        out.add_component(event)
    return bytes(out.to_ical())


def workouts(week: UnloadingWeek, words: Words, made: datetime) -> bytes:
    """A zip with one FIT workout per run, to be copied to the watch."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number, session in enumerate(trained(week), 1):
            if session.is_run:
                name = f"{session.day.isoformat()}-{number}-{session.kind.value}.fit"
                stamp = ZipInfo(name, made.astimezone(UTC).timetuple()[:6])
                archive.writestr(stamp, workout_file(session, words, made))
    return packed.getvalue()


def intervals(week: UnloadingWeek, words: Words) -> str:
    """Every session as intervals.icu's workout text, under its day and title."""
    return "\n".join(
        f"{session.day.isoformat()} {title_of(session, words)}\n{intervals_text(session)}"
        for session in trained(week)
    )


def table(week: UnloadingWeek, words: Words) -> str:
    """A CSV that can be read back as a plan; cells that would be formulas are kept from it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for session in week.after.days:
        writer.writerow((
            session.day.isoformat(),
            _cell(session.title or title_of(session, words)),
            session.sport.value if session.kind is not Kind.CROSS else "other",
            tidy(session.distance_m / M_PER_KM, 3) if session.distance_m else "",
            tidy(session.duration_s / S_PER_MIN, 2) if session.duration_s else "",
            "" if session.hard_s is None else tidy(session.hard_s / S_PER_MIN, 2),
            _cell(", ".join(lines_of(session, words))),
        ))  # fmt: skip
    return out.getvalue()


def _cell(text: str) -> str:
    """A spreadsheet takes = + - @ at the start of a cell for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text


def markdown(week: UnloadingWeek, words: Words) -> str:
    """Before, after and why as a Markdown table."""
    rows = ["| day | before | after | why |", "| -- | -- | -- | -- |"]
    for before, after, why in zip(week.before.days, week.after.days, week.whys, strict=True):
        day = f"{after.day:%a} {after.day.isoformat()}"
        told = (title_of(before, words), title_of(after, words), words.say(why))
        rows.append("| " + " | ".join((day, *(text.replace("|", "/") for text in told))) + " |")
    total = f"{words.distance(week.after.distance_m)}, {hours(week.after.duration_s)}"
    rows.append(f"| total | {words.distance(week.before.distance_m)} | {total} |  |")
    return "\n".join(rows) + "\n"
