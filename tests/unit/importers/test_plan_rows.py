"""Planned sessions out of fields and words, or the reason why not."""

from datetime import date

import pytest

from unload.errors import Problem
from unload.importers.plan_rows import PlanRow, planned_or_problem
from unload.model.history import Sport
from unload.model.plan import Kind, PlannedSession

DAY = date(2024, 11, 19)


def planned(title: str = "", **fields: object) -> PlannedSession:
    made = planned_or_problem(PlanRow("plan", DAY, title, **fields))  # type: ignore[arg-type] # test builder
    assert isinstance(made, PlannedSession)
    return made


def test_fields_are_believed_before_words() -> None:
    """The words fill what the fields leave out."""
    made = planned("Easy 10 km", distance_m=8000.0, duration_s=2880.0)
    assert (Kind.EASY, 8000, 2880, 0) == (made.kind, made.distance_m, made.duration_s, made.hard_s)
    assert 10_000 == planned("Easy 10 km").distance_m
    assert 2700 == planned("45 min easy").duration_s


def test_the_structure_tells_how_hard_it_is() -> None:
    """In seconds, or in metres at the session's own pace; unknown where there is none."""
    timed = planned("Track", text="WU 10 min, 4 x 3 min hard / 2 min jog, CD 10 min")
    assert (Kind.HARD, 2400, 720) == (timed.kind, timed.duration_s, timed.hard_s)
    text = "WU 2 km, 4 x 1 km hard / 400 m jog, CD 2 km"
    paced = planned("Track", text=text, distance_m=9600.0, duration_s=2880.0)
    assert 1200 == pytest.approx(paced.hard_s)
    assert planned("Track", text=text).hard_s is None
    assert 9600 == planned("Track", text=text).distance_m


def test_half_metres_half_minutes_is_no_whole() -> None:
    """Neither sum alone is the session: its length is left to the runner's pace."""
    text = "WU 15 min, 8 x 400 m hard / 60 s jog, CD 10 min"
    made = planned_or_problem(PlanRow("plan", DAY, "Track", text))
    assert isinstance(made, PlannedSession)
    assert (0, 0, None, 3) == (made.distance_m, made.duration_s, made.hard_s, len(made.parts))
    assert 8 == len(
        [s for s in planned("Track", text=text, distance_m=1e4).steps() if s.distance_m]
    )


@pytest.mark.parametrize(
    ("title", "kind", "hard_s"),
    [
        ("10 km", Kind.RUN, None),
        ("10 km easy", Kind.EASY, 0),
        ("Long 24 km", Kind.LONG, 0),
        ("Tempo 8 km", Kind.HARD, None),
        ("Race 10 km", Kind.RACE, None),
        ("45 min, 6 x 20 s strides", Kind.EASY, 0),
    ],
)
def test_what_is_not_said_of_effort_is_unknown(
    title: str, kind: Kind, hard_s: float | None
) -> None:
    """Only an easy or a long run is known to hold nothing hard."""
    made = planned(title)
    assert (kind, hard_s) == (made.kind, made.hard_s)


def test_stated_hard_minutes_make_a_session_hard() -> None:
    """Whatever it is called."""
    assert Kind.HARD is planned("10 km", hard_s=600.0).kind


def test_rest_is_rest_unless_it_has_a_length() -> None:
    """ "Rest or 5 km" is a run of five kilometres."""
    assert PlannedSession(DAY, Kind.REST, title="Rest") == planned("Rest")
    assert 5000 == planned("Rest or 5 km").distance_m


def test_other_sports_keep_their_time() -> None:
    """By the field, or by the word in the title; they have no running distance."""
    ride = planned("Easy spin", sport="Ride", duration_s=3600.0, distance_m=30_000.0)
    assert (Sport.RIDE, 0, 3600) == (ride.sport, ride.distance_m, ride.duration_s)
    assert Sport.SWIM is planned("Swim 45 min").sport


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"day": None, "title": "10 km"}, "has no date"),
        ({"title": "Run"}, "neither how far nor how long"),
        ({"title": "x", "distance_m": 2e6}, "2000 km"),
        ({"title": "x", "duration_s": 1e6}, "278 hours"),
    ],
)
def test_what_cannot_be_planned_says_why(fields: dict[str, object], says: str) -> None:
    """One problem, at its place."""
    made = planned_or_problem(PlanRow("plan line 3", **{"day": DAY, **fields}))  # type: ignore[arg-type] # test builder
    assert isinstance(made, Problem)
    assert ("plan line 3", True) == (made.where, says in made.message)


def test_a_title_is_one_short_line() -> None:
    """Control characters and a novel are kept out of it."""
    made = planned("Easy\n\x00 10 km " + "x" * 200)
    assert made.title.startswith("Easy 10 km xxx")
    assert 80 == len(made.title)
