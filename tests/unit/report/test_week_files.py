"""The week in the files of other programs, each read back by a reader."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from file_samples import memory_file
from unload.importers.plan_calendar import PlanCalendar
from unload.importers.plan_table import PlanTable
from unload.knowledge import load_knowledge
from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import (
    Depth,
    Effort,
    Kind,
    Move,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    UnloadingWeek,
    Week,
)
from unload.report.week_files import calendar, intervals, markdown, runs, table, workout, workouts
from unload.report.words import KM, Words
from unload.science.moves import moved

MONDAY = date(2024, 11, 18)
MADE = datetime(2024, 11, 17, 12, tzinfo=UTC)
WORDS = Words({"why.x": "no landing: the calf talks"}, KM, MONDAY)
REPS = Repeat(4, (RunStep(StepKind.WORK, Effort.HARD, duration_s=180),
                  RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=120)))  # fmt: skip


def on(
    ahead: int, kind: Kind, metres: float = 0, seconds: float = 0, **more: object
) -> PlannedSession:
    return PlannedSession(MONDAY + timedelta(ahead), kind, metres, seconds, **more)  # type: ignore[arg-type] # test builder


DAYS = (
    on(0, Kind.EASY, 6000, 2160),
    on(1, Kind.HARD, 7000, 2400, hard_s=720.0,
       parts=(RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=1200), REPS)),
    on(2, Kind.REST),
    on(3, Kind.CROSS, 0, 1800),
    on(4, Kind.REST),
    on(5, Kind.EASY, 0, 3000, sport=Sport.RIDE),
    on(6, Kind.LONG, 12_000, 4320),
)  # fmt: skip
WEEK = UnloadingWeek(
    Depth.UNLOADING, Week(DAYS), Week(DAYS), (Phrase("why.x"),) * 7, Phrase("week.plan"), 2
)


def events(data: bytes) -> list[tuple[date, str, str]]:
    """(day, title, text) of every event, by another's reader."""
    found = Calendar.from_ical(data).walk("VEVENT")
    return [
        (e.get("DTSTART").dt, str(e.get("SUMMARY")), str(e.get("DESCRIPTION", ""))) for e in found
    ]


def test_a_calendar_holds_the_training_days_and_the_work_it_out_day() -> None:
    """Whole days, without a word about the body unless it is asked for."""
    found = events(calendar(WEEK, WORDS, MADE))
    assert ["Easy, 6 km", "Hard, 7 km", "Work it out", "Bike or water, easy, 30 min",
            "Ride, 50 min", "Long, 12 km"] == [title for _, title, _ in found]  # fmt: skip
    assert "20 min warm-up\n4 x (3 min hard / 2 min jog)" == found[1][2]
    assert "calf" not in calendar(WEEK, WORDS, MADE).decode()
    assert "the calf talks" in events(calendar(WEEK, WORDS, MADE, details=True))[0][2]


def test_a_run_on_the_work_it_out_day_says_both() -> None:
    """And the same week gives the same calendar, event by event."""
    busy = calendar(replace(WEEK, slot=0), WORDS, MADE)
    assert "Easy, 6 km + work it out" == events(busy)[0][1]
    assert busy == calendar(replace(WEEK, slot=0), WORDS, MADE)


def test_a_calendar_can_be_read_back_as_a_plan() -> None:
    """The same days and distances."""
    file = memory_file("week.ics", calendar(WEEK, WORDS, MADE))
    sessions = [s for s in PlanCalendar().read(file, UTC) if isinstance(s, PlannedSession)]
    assert [6000, 7000, 12_000] == [s.distance_m for s in sessions if s.distance_m]


def test_a_table_can_be_read_back_as_a_plan() -> None:
    """Every session of the week, its structure included."""
    file = memory_file("week.csv", table(WEEK, WORDS))
    again = [s for s in PlanTable().read(file, UTC) if isinstance(s, PlannedSession)]
    assert [
        (d.day, d.kind, d.distance_m, pytest.approx(d.duration_s)) for d in DAYS if d.is_run
    ] == [(d.day, d.kind, d.distance_m, d.duration_s) for d in again if d.is_run]
    assert DAYS[1].parts == next(d for d in again if d.parts).parts


def test_no_cell_is_a_formula() -> None:
    """A title that begins like one is kept from being one; numbers stay numbers (S20)."""
    evil = replace(WEEK, after=Week((replace(DAYS[0], title="=HYPERLINK(1)"), *DAYS[1:])))
    assert "'=HYPERLINK(1)" in table(evil, WORDS)


def test_watches_get_one_file_per_run() -> None:
    """Named by day, and nothing for the bike."""
    with zipfile.ZipFile(io.BytesIO(workouts(WEEK, WORDS, MADE))) as archive:
        names = archive.namelist()
        assert all(archive.read(name)[8:12] == b".FIT" for name in names)
    assert ["2024-11-18-1-easy.fit", "2024-11-19-2-hard.fit", "2024-11-24-5-long.fit"] == names


def test_a_run_alone_is_the_one_of_the_zip() -> None:
    """Name and content are the same; a number that no run has gives none."""
    with zipfile.ZipFile(io.BytesIO(workouts(WEEK, WORDS, MADE))) as archive:
        packed = [(name, archive.read(name)) for name in archive.namelist()]
    assert packed == [workout(WEEK, number, WORDS, MADE) for number in runs(WEEK, WORDS)]
    assert workout(WEEK, 99, WORDS, MADE) is None


def test_intervals_and_markdown_name_every_day() -> None:
    """One block a session, one row a day."""
    assert 5 == intervals(WEEK, WORDS).count("2024-11-")
    rows = markdown(WEEK, WORDS).splitlines()
    assert 10 == len(rows)
    assert "| Tue 2024-11-19 | Hard, 7 km | Hard, 7 km | no landing: the calf talks |" == rows[3]
    assert rows[-1].startswith("| total | 25 km | 25 km, 3 h 48 min")


def test_a_session_that_was_moved_is_the_same_event() -> None:
    """One event with the name it had, on its new day; a later writing goes over the earlier one."""
    made = moved(WEEK, [Move(MONDAY, MONDAY + timedelta(4))])
    texts = replace(WORDS, text=load_knowledge().text | WORDS.text)
    first, later = (
        {str(e["UID"]): e for e in Calendar.from_ical(data).walk("VEVENT")}
        for data in (calendar(WEEK, WORDS, MADE), calendar(made, texts, MADE + timedelta(hours=1)))
    )
    assert set(first) == set(later)
    was, now = (events["2024-11-18-0@unload"] for events in (first, later))
    assert [date(2024, 11, 18), date(2024, 11, 22)] == [was["DTSTART"].dt, now["DTSTART"].dt]
    assert (was["SUMMARY"], True) == (now["SUMMARY"], now["SEQUENCE"] > was["SEQUENCE"])
