"""Fitbit's exercises."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.fitbit import Fitbit
from unload.model.history import Session, Sport

FORMAT = Fitbit()


def one(**changes: object) -> Session:
    """The session of one exercise."""
    found = records(FORMAT, json.dumps([ex.fitbit_exercise(**changes)]), "exercise-0.json")
    assert [] == problems(found)
    return sessions(found)[0]


def fault(**changes: object) -> str:
    """What is wrong with one exercise; the one after it is read."""
    text = json.dumps([ex.fitbit_exercise(**changes), ex.fitbit_exercise(logId=5)])
    found = records(FORMAT, text, "exercise-0.json")
    assert ["5"] == [s.source_id for s in sessions(found)]
    return problems(found)[0].message


def test_every_field() -> None:
    """Milliseconds, a distance with its unit, a start in UTC with the year last."""
    expected = Session(
        datetime(2024, 6, 1, 5), Sport.RUN, 1800.0, 5250.0, 1860.0, 148.0,
        source="fitbit", source_id="77", where="exercise-0.json item 1",
    )  # fmt: skip
    assert expected == one()


def test_the_day_is_that_of_the_runner() -> None:
    """I47: 05:00 in UTC is the evening before in Los Angeles."""
    text = json.dumps([ex.fitbit_exercise()])
    found = sessions(records(FORMAT, text, zone=ZoneInfo("America/Los_Angeles")))
    assert datetime(2024, 5, 31, 22) == found[0].start


def test_newer_exports_write_iso_dates() -> None:
    """Both are in UTC."""
    assert datetime(2024, 6, 1, 5) == one(startTime="2024-06-01 05:00:00").start


def test_often_there_is_no_distance() -> None:
    """I19, I20: the run counts all the same."""
    assert one(distance=None, distanceUnit=None).distance_m is None
    assert 1860.0 == one(activeDuration=None).duration_s


@pytest.mark.parametrize(("unit", "metres"), [("Mile", 8449.056), ("Meters", 5.25)])
def test_the_unit_stands_beside_the_distance(unit: str, metres: float) -> None:
    """I24: a unit nobody knows is not guessed at."""
    assert pytest.approx(metres) == one(distanceUnit=unit).distance_m
    assert "'Furlong'" in fault(distanceUnit="Furlong")
    assert "''" in fault(distanceUnit=None)


@pytest.mark.parametrize("milliseconds", [1000, 9000, 59_000])
def test_runs_of_seconds_are_accidents(milliseconds: int) -> None:
    """I22: set aside with their reason; a minute is a run, and a short walk is a walk."""
    assert "by accident" in fault(activeDuration=milliseconds, duration=milliseconds)
    assert "by accident" in fault(activeDuration=None, duration=milliseconds)
    assert "zero seconds" in fault(activeDuration=0, duration=0)
    assert 60.0 == one(activeDuration=60_000, distance=0.1).duration_s
    assert Sport.WALK is one(activeDuration=9000, activityName="Walk", distance=None).sport


def test_other_sports_are_kept() -> None:
    """I10: known ones by their name, others as other."""
    names = ("Outdoor Bike", "Treadmill", "Aerobic Workout")
    sports = [one(activityName=name, distance=None).sport for name in names]
    assert [Sport.RIDE, Sport.RUN, Sport.OTHER] == sports


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"startTime": "yesterday"}, "is not a date"),
        ({"startTime": None}, "has no date"),
        ({"startTime": "06/01/89 05:00:00"}, "clock was not set"),
        ({"duration": "nan", "activeDuration": None}, "is not a number"),
        ({"distance": -3}, "negative"),
        ({"distance": 30}, "too fast"),
    ],
)
def test_what_cannot_be_right_is_a_problem(changes: dict[str, object], words: str) -> None:
    """I11, I15, I16, I17, I46: one record is set aside, the rest is read."""
    assert words in fault(**changes)


def test_only_exercises_are_claimed() -> None:
    """Sleep has log ids too; tables beside it belong to the account."""
    file = memory_file("x", json.dumps([ex.fitbit_exercise()]))
    assert FORMAT.identify(file)
    assert frozenset() == FORMAT.covers(file)
    night = json.dumps([ex.fitbit_night(1, "2024-06-01", 400)])
    assert not FORMAT.identify(memory_file("exercise-0.json", night))
