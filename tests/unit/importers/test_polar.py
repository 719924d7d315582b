"""Polar's training sessions, in both layouts."""

import json
import math
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.importers.polar import Polar
from unload.model.history import Session, Sport

FORMAT = Polar()
NAME = "training-session-2024-06-01.json"


def read(session: dict[str, Any]) -> list[Session]:
    """The sessions of one file, read far away."""
    found = records(FORMAT, json.dumps(session), NAME, ZoneInfo("Asia/Tokyo"))
    assert [] == problems(found)
    return sessions(found)


def test_the_older_layout() -> None:
    """I47: ISO durations, metres, and the clock that the runner saw."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 7374.0, 21_097.5, None, 155.0, 178.0, 120.0,
        source="polar", where=NAME,
    )  # fmt: skip
    assert [expected] == read(ex.polar_old())


def test_the_newer_layout() -> None:
    """Milliseconds; the sport is a number there, so the title is asked."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 1500.0, 5000.0, None, 150.0, 170.0,
        source="polar", source_id="8069", where=NAME,
    )  # fmt: skip
    assert [expected] == read(ex.polar_new())


@pytest.mark.parametrize(
    ("number", "sport", "marks"),
    [
        ("1", Sport.RUN, ()),
        ("17", Sport.RUN, (TREADMILL,)),
        ("11", Sport.WALK, ()),
        ("38", Sport.RIDE, ()),
        ("15", Sport.STRENGTH, ()),
        ("83", Sport.OTHER, ()),
        ("999", Sport.OTHER, (SPORT_UNKNOWN,)),
    ],
)
def test_the_newer_layout_names_sports_by_numbers(
    number: str, sport: Sport, marks: tuple[str, ...]
) -> None:
    """I10, I15: also where the title is empty, and where the samples hold what is no JSON."""
    exercise = {
        "startTime": "2024-06-01T07:00:00", "sport": {"id": number}, "ascentMeters": 0.0,
        "samples": {"samples": [{"type": "SPEED", "values": [math.nan, 18.0]}]},
    }  # fmt: skip
    (session,) = read(ex.polar_new(name="", exercises=[exercise]))
    assert (sport, marks, 0.0) == (session.sport, session.marks, session.climb_m)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("PT7374S", 7374.0), ("PT1H2M3.5S", 3723.5), ("PT45M", 2700.0), ("PT2H", 7200.0)],
)
def test_durations_are_written_in_parts(text: str, seconds: float) -> None:
    """Any of hours, minutes and seconds may be left out."""
    assert [seconds] == [s.duration_s for s in read(ex.polar_old(duration=text, distance=1000))]


@pytest.mark.parametrize("text", ["PT", "7374", "PT1D", "P1DT2H", "PT-5S", "PT1e9S", "PTxS"])
def test_other_durations_are_problems(text: str) -> None:
    """I15: they are not guessed at."""
    found = records(FORMAT, json.dumps(ex.polar_old(duration=text)), NAME)
    assert [True] == ["is not a duration like" in p.message for p in problems(found)]


def test_a_triathlon_has_its_legs() -> None:
    """I21: each is a session; what the sum tells is not mixed into them."""
    session = ex.polar_old(sport="SWIMMING", distance=1500.0, duration="PT30M")
    session["exercises"] += ex.polar_old(startTime="2024-06-01T07:35:00")["exercises"]
    legs = read(session)
    assert [(Sport.SWIM, 1500.0), (Sport.RUN, 21_097.5)] == [(s.sport, s.distance_m) for s in legs]
    assert [f"{NAME} exercise 1", f"{NAME} exercise 2"] == [s.where for s in legs]


def test_a_session_may_have_no_distance_and_no_heart_rate() -> None:
    """I14, I19: 0 is how a missing sensor is written."""
    session = ex.polar_old(distance=None, heartRate=None)
    session |= {"averageHeartRate": 0, "maximumHeartRate": 0}
    del session["distance"]
    assert [(None, None, None)] == [(s.distance_m, s.avg_hr, s.max_hr) for s in read(session)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"distance": "NaN"}, "not a number"),
        ({"startTime": "soon"}, "is not a date"),
        ({"startTime": ""}, "no date"),
        ({"distance": 2e7}, "glitch"),
    ],
)
def test_what_cannot_be_right_is_a_problem(changes: dict[str, object], words: str) -> None:
    """I15, I17."""
    found = records(FORMAT, json.dumps(ex.polar_old(**changes)), NAME)
    assert [True] == [words in p.message for p in problems(found)]


def test_a_broken_file_is_a_problem() -> None:
    """I1."""
    assert 1 == len(problems(records(FORMAT, json.dumps(ex.polar_old())[:-20], NAME)))


def test_it_is_known_by_its_fields() -> None:
    """The list of exercises may stand behind much else; the name says it then."""
    text = json.dumps(ex.polar_old())
    assert FORMAT.identify(memory_file("x", text))
    late = text.replace('"exercises"', '"notes": "' + "z" * 20_000 + '", "exercises"')
    assert FORMAT.identify(memory_file(NAME, late))
    assert not FORMAT.identify(memory_file("x", late))
    assert not FORMAT.identify(memory_file(NAME, "{}"))
