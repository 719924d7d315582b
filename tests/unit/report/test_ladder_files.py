"""The walk-run ladder in the files of other programs, stage by stage, without a word of why."""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta

import fitdecode
import pytest
from icalendar import Calendar

from athletes import GRID_M, TODAY, K
from file_samples import memory_file
from gate_samples import FREE, well
from unload.importers.plan_table import PlanTable
from unload.importers.plan_workout import PlanWorkout
from unload.model.comeback import LadderStep, Soreness
from unload.model.plan import PlannedSession
from unload.report.ladder_files import calendar, intervals, markdown, table, workouts
from unload.report.words import KM, Words
from unload.science.way_back import on_the_ladder, way_back

WORDS = Words(K.text, KM, TODAY)
MADE = datetime(2024, 11, 17, 12, tzinfo=UTC)
OPEN = way_back(well(), TODAY, FREE, K, GRID_M)
LADDER = on_the_ladder(OPEN, (), K).ladder
BODY = re.compile(r"injur|sore|pain|calf|rung|ladder|gate|stage", re.IGNORECASE)


def ics(ladder: tuple[LadderStep, ...] = LADDER, *, details: bool = False) -> bytes:
    return calendar(ladder, WORDS, MADE, details=details, feed=False)


def test_every_rung_stands_on_its_day() -> None:
    """Titles say what is run and walked; the description holds the minutes."""
    events = Calendar.from_ical(ics()).walk("VEVENT")
    assert [step.climb.day for step in LADDER] == [event["DTSTART"].dt for event in events]
    titles = [str(event["SUMMARY"]) for event in events]
    assert ("Walk, 30 min", "Run and walk, 30 min", "Easy, 30 min") == (
        titles[0], titles[1], titles[-1]
    )  # fmt: skip
    assert "6 x (1 min easy / 4 min walk)" == str(events[1]["DESCRIPTION"])


def test_nothing_says_why_unless_it_is_asked_for() -> None:
    """Neither title nor text; with details the rung and its condition."""
    events = Calendar.from_ical(ics()).walk("VEVENT")
    told = [f"{event['SUMMARY']} {event['DESCRIPTION']}" for event in events]
    assert [] == [text for text in told if BODY.search(text)]
    detailed = Calendar.from_ical(ics(details=True)).walk("VEVENT")
    assert [] == [str(e["SUMMARY"]) for e in detailed if BODY.search(str(e["SUMMARY"]))]
    assert "Begin at the foot of the ladder." in str(detailed[0]["DESCRIPTION"])
    assert "Rung 1. Only if the rung before left nothing sore" in str(detailed[1]["DESCRIPTION"])


def test_a_rung_that_is_put_off_moves_in_the_calendar() -> None:
    """After a sore day the same entries stand later, and none stands twice."""
    after = on_the_ladder(OPEN, [(TODAY, 0, Soreness.DAY_AFTER)], K).ladder
    before, now = (
        {str(e["UID"]): e["DTSTART"].dt for e in Calendar.from_ical(ics(ladder)).walk("VEVENT")}
        for ladder in (LADDER, after)
    )
    assert before.keys() == now.keys()
    assert all(now[uid] > before[uid] for uid in now)
    assert len(LADDER) == len(before)


def test_another_decoder_finds_walking_and_running_apart() -> None:
    """Every rung is a workout a watch can follow; the first is a walk."""
    with zipfile.ZipFile(io.BytesIO(workouts(LADDER, WORDS, MADE))) as archive:
        files = [archive.read(name) for name in archive.namelist()]
    told = [
        [frame for frame in fitdecode.FitReader(io.BytesIO(data)) if hasattr(frame, "fields")]
        for data in files[:2]
    ]
    sports = [f.get_value("sport") for frames in told for f in frames if f.name == "workout"]
    assert ["walking", "running"] == sports
    names = [f.get_value("wkt_step_name", fallback=None) for f in told[1] if f.name != "workout"]
    assert ["1 min easy", "4 min walk"] == [name for name in names if name]
    assert len(LADDER) == len(files)


@pytest.mark.parametrize("kind", ["watch", "table"])
def test_the_ladder_comes_back_as_a_plan(kind: str) -> None:
    """Day, time and structure of every rung."""
    if kind == "table":
        again = list(PlanTable().read(memory_file("ladder.csv", table(LADDER, WORDS)), UTC))
    else:
        with zipfile.ZipFile(io.BytesIO(workouts(LADDER, WORDS, MADE))) as archive:
            files = [memory_file(name, archive.read(name)) for name in archive.namelist()]
        again = [s for file in files for s in PlanWorkout().read(file, UTC)]
    sessions = [s for s in again if isinstance(s, PlannedSession)]
    assert [(s.climb.day, s.session.sport) for s in LADDER] == [(s.day, s.sport) for s in sessions]
    turns = [s.session.parts for s in LADDER if len(list(s.session.steps())) > 1]
    assert turns == [s.parts for s in sessions if s.parts]


def test_intervals_and_markdown_name_every_rung() -> None:
    """One block, one row."""
    assert len(LADDER) == intervals(LADDER, WORDS).count("2024-1")
    rows = markdown(LADDER, WORDS).splitlines()
    assert len(LADDER) + 2 == len(rows)
    day = TODAY + timedelta(2)
    why = "Rung 1. Only if the rung before left nothing sore; else ask the gate anew."
    assert f"| {day:%a} {day} | 1 | 6 x (1 min easy / 4 min walk) | {why} |" == rows[3]
