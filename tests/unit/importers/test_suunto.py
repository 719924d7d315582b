"""Suunto's workouts."""

import json
from datetime import datetime

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.importers.suunto import Suunto
from unload.model.history import Session, Sport

FORMAT = Suunto()


def test_every_field() -> None:
    """Metres and seconds, and the clock of the place."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 2400.0, 8000.0, climb_m=55.0,
        source="suunto", where="s.json",
    )  # fmt: skip
    assert [expected] == records(FORMAT, json.dumps(ex.suunto_log()), "s.json")


@pytest.mark.parametrize(
    ("number", "sport", "marks"),
    [
        (82, Sport.RUN, ()),
        (93, Sport.RUN, (TREADMILL,)),
        (84, Sport.WALK, ()),
        (17, Sport.RIDE, ()),
        (83, Sport.SWIM, ()),
        (23, Sport.STRENGTH, ()),
        (40, Sport.OTHER, ()),
        (1, Sport.OTHER, (SPORT_UNKNOWN,)),
        (None, Sport.OTHER, (SPORT_UNKNOWN,)),
    ],
)
def test_sports_are_numbers(number: int | None, sport: Sport, marks: tuple[str, ...]) -> None:
    """I10: a sport we do not know is kept; one that is not told is marked."""
    found = sessions(records(FORMAT, json.dumps(ex.suunto_log(ActivityType=number))))
    assert [(sport, marks)] == [(s.sport, s.marks) for s in found]


def test_a_run_indoors_has_no_distance() -> None:
    """I19, I20."""
    found = sessions(records(FORMAT, json.dumps(ex.suunto_log(Distance=None, Ascent=None))))
    assert [(None, None)] == [(s.distance_m, s.climb_m) for s in found]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"DateTime": "soon"}, "is not a date"),
        ({"DateTime": None}, "no date"),
        ({"DateTime": "2006-01-01T00:00:00", "Duration": None}, "no duration"),
        ({"DateTime": "1989-12-31T00:00:00"}, "clock was not set"),
        ({"Distance": "far"}, "not a number"),
    ],
)
def test_what_cannot_be_right_is_a_problem(changes: dict[str, object], words: str) -> None:
    """I11, I15, I22."""
    found = records(FORMAT, json.dumps(ex.suunto_log(**changes)))
    assert [True] == [words in p.message for p in problems(found)]


def test_a_broken_file_is_a_problem() -> None:
    """I1."""
    assert 1 == len(problems(records(FORMAT, json.dumps(ex.suunto_log())[:-9])))


def test_it_is_known_by_its_log() -> None:
    """I41."""
    assert FORMAT.identify(memory_file("x", json.dumps(ex.suunto_log())))
    assert not FORMAT.identify(memory_file("x", '{"Header": {}}'))
