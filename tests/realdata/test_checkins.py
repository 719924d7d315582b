"""Eight people's check-ins, efforts, exercises and nights, from two programs over five months."""

import csv
import json
from datetime import UTC, datetime, tzinfo
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from unload.importers import Reading, read_path
from unload.model.history import Sport

PEOPLE = Path(__file__).parents[3] / "shared" / "data" / "checkins"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
# The study was done there.
ZONE = ZoneInfo("Europe/Oslo")
needs_people = pytest.mark.skipif(not PEOPLE.exists(), reason=f"no check-ins at {PEOPLE}")
# person: imported, duplicate, quarantined; runs; days with answers, a resting heart rate, sleep
BOOKS = {
    "p01": ((205, 18, 1), 36, (138, 152, 151)),
    "p03": ((59, 0, 0), 5, (75, 101, 109)),
    "p05": ((151, 3, 2), 9, (134, 86, 147)),
    "p07": ((206, 80, 0), 122, (132, 144, 147)),
    "p09": ((56, 1, 0), 3, (102, 147, 144)),
    "p11": ((119, 7, 0), 21, (106, 80, 119)),
    "p13": ((59, 1, 0), 11, (67, 0, 84)),
    "p15": ((322, 24, 1), 75, (93, 144, 143)),
}


@cache
def read(person: str) -> Reading:
    """Everything of one person; reading it once is enough."""
    return read_path(PEOPLE / person, zone=ZONE, now=NOW)


def rows(person: str, name: str) -> int:
    """Records of one file: rows of a table, objects of a list."""
    path = PEOPLE / person / name
    if path.suffix == ".json":
        return len(json.loads(path.read_text("utf-8")))
    with path.open(encoding="utf-8") as stream:
        return sum(1 for _ in csv.DictReader(stream))


@needs_people
@pytest.mark.parametrize("person", BOOKS)
def test_the_books_of_every_person(person: str) -> None:
    """Counted once; every exercise and effort is imported, a duplicate or set aside."""
    reading, (books, runs, days) = read(person), BOOKS[person]
    told = reading.check_ins
    assert books == (reading.imported, reading.duplicate, reading.quarantined)
    assert runs == sum(s.sport is Sport.RUN for s in reading.sessions)
    assert days == (
        sum(c.mood is not None for c in told),
        sum(c.resting_hr is not None for c in told),
        sum(c.sleep_s is not None for c in told),
    )
    unanswered = sum("no answer" in problem.message for problem in reading.problems)
    expected = rows(person, "fitbit/exercise.json") + rows(person, "pmsys/srpe.csv") + unanswered
    assert expected == reading.seen == sum(books)


@needs_people
@pytest.mark.parametrize("person", BOOKS)
def test_nothing_was_misread(person: str) -> None:
    """One check-in a day, of the months of the study; nights and hearts of living people."""
    reading = read(person)
    days = [c.day for c in reading.check_ins]
    assert sorted(set(days)) == days
    assert {2019, 2020} >= {day.year for day in days} | {s.start.year for s in reading.sessions}
    asleep = sorted(c.sleep_s for c in reading.check_ins if c.sleep_s is not None)
    assert 5 * 3600 <= asleep[len(asleep) // 2] <= 9 * 3600
    assert all(35 <= c.resting_hr <= 90 for c in reading.check_ins if c.resting_hr is not None)
    assert all("started by accident" in p.message or "no answer" in p.message
               for p in reading.problems)  # fmt: skip


def walked_asleep(person: str, zone: tzinfo) -> tuple[int, int]:
    """Walks that begin within the main sleep of the same watch, and all walks."""
    nights = [
        (datetime.fromisoformat(log["startTime"]), datetime.fromisoformat(log["endTime"]))
        for log in json.loads((PEOPLE / person / "fitbit/sleep.json").read_text("utf-8"))
        if log["mainSleep"]
    ]
    exercises = read_path(PEOPLE / person / "fitbit/exercise.json", zone=zone, now=NOW).sessions
    walks = [s.start for s in exercises if s.sport is Sport.WALK]
    return sum(any(b < start < e for b, e in nights) for start in walks), len(walks)


@needs_people
def test_nobody_walks_asleep() -> None:
    """I47: starts are in UTC without saying so; taken as the local clock, many would."""
    told = [walked_asleep(person, ZONE) for person in BOOKS]
    misread = [walked_asleep(person, UTC) for person in BOOKS]
    walks = sum(count for _, count in told)
    assert sum(asleep for asleep, _ in told) <= walks * 0.01
    assert sum(asleep for asleep, _ in misread) >= walks * 0.08


@needs_people
def test_the_whole_folder_is_read_at_once() -> None:
    """Eight people's files in one folder are read without a stop; whose is whose is not told."""
    reading = read_path(PEOPLE, zone=ZONE, now=NOW)
    assert sum(len(list((PEOPLE / p).rglob("*.*"))) for p in BOOKS) == reading.files
    assert reading.imported + reading.duplicate + reading.quarantined == reading.seen
