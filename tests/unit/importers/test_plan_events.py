"""The calendar of intervals.icu: workouts and races, whatever else stands in it."""

import json
from datetime import UTC, date

import pytest

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.plan_events import PlanEvents
from unload.model.history import Sport
from unload.model.plan import Kind, PlannedSession

EVENTS = [
    {"category": "WORKOUT", "start_date_local": "2024-11-19T00:00:00", "name": "Easy",
     "type": "Run", "moving_time": 2700, "distance": 8000.0, "description": None},
    {"category": "NOTE", "start_date_local": "2024-11-19T00:00:00", "name": "Physio"},
    {"category": "RACE_B", "start_date_local": "2024-11-24T00:00:00", "name": "City 10",
     "type": "Run", "distance": 10000},
    {"category": "WORKOUT", "start_date_local": "2024-11-20T00:00:00", "name": "Spin",
     "type": "Ride", "moving_time": 3600},
    {"category": "WORKOUT", "start_date_local": "soon", "name": "Easy", "distance": 5000},
]  # fmt: skip


def read(text: str) -> list[PlannedSession | Problem]:
    file = memory_file("events", text)
    assert PlanEvents().identify(file)
    return list(PlanEvents().read(file, UTC))


def test_workouts_and_races_are_sessions() -> None:
    """Notes are not; a date that is none is a problem."""
    easy, race, spin, bad = read(json.dumps(EVENTS))
    assert isinstance(easy, PlannedSession)
    assert isinstance(race, PlannedSession)
    assert isinstance(spin, PlannedSession)
    assert (date(2024, 11, 19), Kind.EASY, 8000, 2700) == (
        easy.day, easy.kind, easy.distance_m, easy.duration_s
    )  # fmt: skip
    assert (Kind.RACE, Sport.RIDE) == (race.kind, spin.sport)
    assert isinstance(bad, Problem)


def test_the_same_as_a_table() -> None:
    """The columns bear the same names."""
    (easy,) = read(
        "start_date_local,category,name,type,moving_time,distance\n"
        "2024-11-19T00:00:00,WORKOUT,Easy,Run,2700,8000\n"
        "2024-11-19T00:00:00,NOTE,Physio,,,\n"
    )
    assert isinstance(easy, PlannedSession)
    assert 8000 == easy.distance_m


@pytest.mark.parametrize("cut", [20, 200])
def test_a_broken_list_is_a_problem(cut: int) -> None:
    """Nothing is guessed of it."""
    file = memory_file("events", json.dumps(EVENTS)[:cut])
    (problem,) = PlanEvents().read(file, UTC)
    assert isinstance(problem, Problem)


def test_other_lists_are_left_alone() -> None:
    """A list of anything."""
    assert not PlanEvents().identify(memory_file("x", "[1, 2, 3]"))
