"""Sessions in the words of a calendar, a watch and intervals.icu."""

from datetime import date

import pytest

from unload.knowledge.languages import session_words
from unload.model.history import Sport
from unload.model.plan import Effort, Kind, Part, PlannedSession, Repeat, RunStep, StepKind
from unload.report.words import KM, MI, Words
from unload.report.workout_words import intervals_text, lines_of, step_words, title_of

DAY = date(2024, 11, 19)
WORDS, MILES = Words({}, KM, DAY), Words({}, MI, DAY)
PARTS: tuple[Part, ...] = (
    RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=900),
    Repeat(
        4,
        (
            RunStep(StepKind.WORK, Effort.HARD, distance_m=400),
            RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=90),
        ),
    ),
    RunStep(StepKind.COOL_DOWN, Effort.EASY, distance_m=2000),
)
TRACK = PlannedSession(DAY, Kind.HARD, 8000, 2700, 480, parts=PARTS)


@pytest.mark.parametrize(
    ("session", "title"),
    [
        (PlannedSession(DAY, Kind.REST), "Rest"),
        (PlannedSession(DAY, Kind.EASY, 8000, 2700), "Easy, 8 km"),
        (PlannedSession(DAY, Kind.EASY, 0, 2700), "Easy, 45 min"),
        (PlannedSession(DAY, Kind.RUN, 8000, 2700, None), "Run, 8 km"),
        (PlannedSession(DAY, Kind.CROSS, 0, 1800), "Bike or water, easy, 30 min"),
        (PlannedSession(DAY, Kind.EASY, 0, 5400, sport=Sport.RIDE), "Ride, 1 h 30 min"),
        (TRACK, "Hard, 8 km"),
    ],
)
def test_a_title_says_what_and_how_long(session: PlannedSession, title: str) -> None:
    """Never a word about the body."""
    assert title == title_of(session, WORDS)


def test_titles_follow_the_runners_units() -> None:
    """Eight kilometres are five miles."""
    assert "Hard, 5 mi" == title_of(TRACK, MILES)


def test_the_structure_is_told_line_by_line() -> None:
    """Repeats on one line with what is repeated."""
    assert ["15 min warm-up", "4 x (400 m hard / 90 s jog)", "2 km cool-down"] == list(
        lines_of(TRACK, WORDS)
    )
    assert [] == list(lines_of(PlannedSession(DAY, Kind.EASY, 8000, 2700), WORDS))


def test_short_steps_are_seconds() -> None:
    """Twenty seconds are not no minutes."""
    assert "20 s strides" == step_words(
        RunStep(StepKind.WORK, Effort.STRIDES, duration_s=20), WORDS
    )


def test_the_language_of_intervals() -> None:
    """Warm-up and cool-down by name, a repeat as its own block, minutes as m."""
    assert (
        "- Warmup 15m Z2 Pace\n\n4x\n- 0.4km Z5 Pace\n- 1m30s Z2 Pace\n\n- Cooldown 2km Z2 Pace\n"
        == intervals_text(TRACK)
    )
    assert "- 8km Z2 Pace\n" == intervals_text(PlannedSession(DAY, Kind.EASY, 8000, 2700))
    assert "- 20s Z2 HR\n" == intervals_text(PlannedSession(DAY, Kind.CROSS, 0, 20))


def test_a_pace_of_the_plan_is_told() -> None:
    """In the runner's unit for people, per kilometre for intervals.icu."""
    fast = RunStep(StepKind.WORK, Effort.HARD, distance_m=800, speed_mps=1000 / 225)
    assert "800 m hard at 3:45/km" == step_words(fast, WORDS)
    assert "800 m hard at 6:02/mi" == step_words(fast, MILES)
    session = PlannedSession(DAY, Kind.HARD, 8000, 2700, 480, parts=(fast,))
    assert "- 0.8km 3:45/km Pace\n" == intervals_text(session)


def test_names_are_in_the_language_that_was_asked_for() -> None:
    """Titles begin with a capital; numbers and units stay as they are."""
    german = Words(session_words("de"), KM, DAY)
    assert "Hart, 8 km" == title_of(TRACK, german)
    assert "Ruhetag" == title_of(PlannedSession(DAY, Kind.REST), german)
    cross = PlannedSession(DAY, Kind.CROSS, 0, 1800)
    assert "Rad oder Wasser, locker, 30 min" == title_of(cross, german)
    told = ["15 min einlaufen", "4 x (400 m hart / 90 s Trab)", "2 km auslaufen"]
    assert told == list(lines_of(TRACK, german))
