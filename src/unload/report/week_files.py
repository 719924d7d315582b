"""Write a lighter week for other programs: calendar, watch, intervals.icu, table, Markdown."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from unload.model.plan import Depth, Kind, UnloadingWeek
from unload.report.figures import hours
from unload.report.plan_files import (
    Entry,
    calendar_of,
    intervals_of,
    runs_of,
    table_of,
    workout_name,
    workouts_of,
)
from unload.report.words import Words
from unload.report.workout_fit import workout_file
from unload.report.workout_words import lines_of, title_of

WORK_IT_OUT = "Work it out"


def entries(week: UnloadingWeek, words: Words) -> Iterator[Entry]:
    """Every session of the week, known again by the day and the place it had when it was proposed.

    So a calendar that has a session moves it with the runner, and has it once.
    """
    keys = list(_keys(week))
    for row, (session, why) in enumerate(zip(week.after.days, week.whys, strict=True)):
        lines = tuple(lines_of(session, words))
        key = keys[week.origin(row)]
        yield Entry(key, session, title_of(session, words), lines, words.say(why))


def _keys(week: UnloadingWeek) -> Iterator[str]:
    """The day of each row and its place in the day."""
    places: Counter[date] = Counter()
    for session in week.after.days:
        yield f"{session.day.isoformat()}-{places[session.day]}"
        places[session.day] += 1


def calendar(
    week: UnloadingWeek, words: Words, made: datetime, *, details: bool = False, feed: bool = False
) -> bytes:
    """An ICS file. Reasons, which may speak of the body, only with `details`."""
    return calendar_of(_marked(week, words), made, details=details, feed=feed)


def _marked(week: UnloadingWeek, words: Words) -> Iterator[Entry]:
    """The entries of a calendar: rest days left blank, the day to work it out named."""
    for index, entry in enumerate(entries(week, words)):
        works = index == week.slot and week.depth is not Depth.NO_RUNNING
        title = "" if entry.session.kind is Kind.REST else entry.title
        if works:
            title = f"{title} + {WORK_IT_OUT.lower()}" if title else WORK_IT_OUT
        yield Entry(entry.key, entry.session, title, entry.lines, entry.detail)


def workouts(week: UnloadingWeek, words: Words, made: datetime, *, targets: bool = False) -> bytes:
    """A zip with one FIT workout per run, to be copied to the watch."""
    return workouts_of(list(entries(week, words)), words, made, targets=targets)


def runs(week: UnloadingWeek, words: Words) -> dict[int, Entry]:
    """The runs and walks of the week, each under the number that its workout's file bears."""
    return dict(runs_of(entries(week, words)))


def workout(
    week: UnloadingWeek, number: int, words: Words, made: datetime
) -> tuple[str, bytes] | None:
    """One of the runs as a FIT workout and its name; None where no run has the number."""
    entry = runs(week, words).get(number)
    if entry is None:
        return None
    return workout_name(number, entry), workout_file(entry.session, entry.title, words, made)


def intervals(week: UnloadingWeek, words: Words) -> str:
    """Every session as intervals.icu's workout text, under its day and title."""
    return intervals_of(entries(week, words))


def table(week: UnloadingWeek, words: Words) -> str:
    """A CSV that can be read back as a plan."""
    return table_of(entries(week, words))


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
