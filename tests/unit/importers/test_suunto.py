"""Suunto's workouts."""

import json
from datetime import datetime

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.suunto import Suunto
from unload.model.history import Session, Sport

FORMAT = Suunto()


def test_every_field() -> None:
    """Metres and seconds; the number of the sport is not documented, so nobody guesses (I10)."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.OTHER, 2400.0, 8000.0, climb_m=55.0,
        source="suunto", where="s.json", marks=(SPORT_UNKNOWN,),
    )  # fmt: skip
    assert [expected] == records(FORMAT, json.dumps(ex.suunto_log()), "s.json")


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
