"""Workouts made for a watch, read back as a plan."""

from datetime import UTC, date, datetime

import pytest

from file_samples import memory_file
from fit_writer import file_id, fit_file, message
from unload.errors import Problem
from unload.importers.plan_workout import PlanWorkout
from unload.model.history import Sport
from unload.model.plan import Effort, Kind, Part, PlannedSession, Repeat, RunStep, StepKind
from unload.report.words import KM, Words
from unload.report.workout_fit import workout_file
from unload.report.workout_words import title_of

DAY = date(2024, 11, 19)
MADE = datetime(2024, 11, 18, 12, tzinfo=UTC)
WORKOUT = (26, {"sport": (4, "enum")})
STEP = (27, {"duration": (1, "enum"), "value": (2, "u32"), "target": (3, "enum"),
             "times": (4, "u32"), "intensity": (7, "enum")})  # fmt: skip
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


def read(data: bytes, name: str = "2024-11-19-2-hard.fit") -> PlannedSession | Problem:
    file = memory_file(name, data)
    assert PlanWorkout().identify(file)
    (found,) = PlanWorkout().read(file, UTC)
    return found


def planned(data: bytes, name: str = "2024-11-19-2-hard.fit") -> PlannedSession:
    found = read(data, name)
    assert isinstance(found, PlannedSession)
    return found


def own(session: PlannedSession) -> bytes:
    words = Words({}, KM, DAY)
    return workout_file(session, title_of(session, words), words, MADE)


def made(*steps: bytes, sport: int = 1) -> bytes:
    return fit_file([file_id("workout"), message(WORKOUT, sport=sport), *steps])


def test_a_workout_of_ours_comes_back_as_it_was() -> None:
    """Its steps, its repeat, and how hard it is by its name."""
    again = planned(own(PlannedSession(DAY, Kind.HARD, 8000, 2700, 480, parts=PARTS)))
    assert (DAY, Kind.HARD, PARTS) == (again.day, again.kind, again.parts)


@pytest.mark.parametrize(
    ("kind", "metres", "seconds"),
    [(Kind.LONG, 18_000, 0), (Kind.EASY, 0, 2700), (Kind.EASY, 8000, 0)],
)
def test_one_plain_step_is_a_run_without_structure(
    kind: Kind, metres: float, seconds: float
) -> None:
    """As far or as long as the step."""
    data = own(PlannedSession(DAY, kind, metres, seconds))
    again = planned(data, f"plans/2024-11-19-{kind.value}.fit")
    assert (kind, metres, seconds, ()) == (
        again.kind, again.distance_m, again.duration_s, again.parts
    )  # fmt: skip


def test_a_name_without_a_day_leaves_the_day_it_was_made() -> None:
    """And a file without either has no date."""
    assert MADE.date() == planned(own(PlannedSession(DAY, Kind.EASY, 8000)), "track.fit").day
    assert MADE.date() == planned(own(PlannedSession(DAY, Kind.EASY, 8000)), "20241399.fit").day
    undated = read(made(message(STEP, duration=1, value=500_000)), "track.fit")
    assert isinstance(undated, Problem)
    assert "no date" in undated.message


def test_strides_come_back_as_strides() -> None:
    """By the names of the steps; the run around them stays easy, and a walk a walk."""
    stride = RunStep(StepKind.WORK, Effort.STRIDES, duration_s=20)
    walk = RunStep(StepKind.RECOVERY, Effort.WALK, duration_s=60)
    parts = (RunStep(StepKind.WORK, Effort.EASY, duration_s=1800), Repeat(4, (stride, walk)))
    again = planned(own(PlannedSession(DAY, Kind.EASY, 0, 2120, parts=parts)), "tuesday.fit")
    assert (Kind.EASY, parts) == (again.kind, again.parts)


def test_a_pace_comes_back_as_the_middle_of_what_the_watch_was_told() -> None:
    """To a few millimetres a second; a step without one has none."""
    fast = RunStep(StepKind.WORK, Effort.HARD, distance_m=800, speed_mps=4.444)
    parts = (RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=900), Repeat(6, (fast,)))
    again = planned(own(PlannedSession(DAY, Kind.HARD, 8000, 2700, 480, parts=parts)))
    warm_up, *_, last = again.steps()
    assert (None, Effort.HARD) == (warm_up.speed_mps, last.effort)
    assert pytest.approx(4.444, abs=0.002) == last.speed_mps


def test_a_zone_says_how_hard_a_step_without_a_name_is() -> None:
    """Heart-rate zones alone; a target of another kind, or one of one's own, says nothing."""
    zones = [message(STEP, duration=0, value=600_000, target=1, times=n) for n in range(1, 7)]
    efforts = [step.effort for step in planned(made(*zones)).steps()]
    e = Effort
    assert [e.EASY, e.EASY, e.STEADY, e.THRESHOLD, e.HARD, e.HARD] == efforts
    power = [message(STEP, duration=0, value=600_000, target=4, times=1) for _ in range(2)]
    assert {e.HARD} == {step.effort for step in planned(made(*power)).steps()}


def test_a_step_called_run_is_as_hard_as_its_file_says() -> None:
    """That is the name which watches give to a step that has none."""
    data = own(PlannedSession(DAY, Kind.HARD, parts=PARTS))
    unnamed = planned(data.replace(b"400 m hard", b"Run\x00\x00\x00\x00\x00\x00\x00"), "track.fit")
    easy = planned(data.replace(b"400 m hard", b"400 m easy"), "track.fit")
    assert [1, 0] == [any(s.effort is Effort.HARD for s in run.steps()) for run in (unnamed, easy)]


def test_an_easy_run_with_steps_stays_easy_and_a_ride_a_ride() -> None:
    """By the name of the file, and by the sport in it."""
    steps = [message(STEP, duration=0, value=600_000) for _ in range(2)]
    assert [Kind.EASY, Kind.HARD] == [
        planned(made(*steps), f"2024-11-19 {name}.fit").kind for name in ("easy", "track")
    ]
    assert [Sport.RIDE, Sport.OTHER] == [planned(made(*steps, sport=s)).sport for s in (2, 4)]


@pytest.mark.parametrize(
    "steps",
    [
        [message(STEP, duration=5, value=0)],
        [message(STEP, duration=0, value=0)],
        [message(STEP, duration=6, value=0, times=3)],
        [message(STEP, duration=0, value=9000), message(STEP, duration=6, value=7, times=3)],
        [message(STEP, duration=0, value=9000), message(STEP, duration=6, value=0, times=0)],
    ],
)
def test_what_is_not_understood_whole_is_a_problem(steps: list[bytes]) -> None:
    """A step until the button is pressed, or a repeat that goes back nowhere."""
    found = read(made(*steps))
    assert isinstance(found, Problem)
    assert "without a length" in found.message


@pytest.mark.parametrize(
    "data", [fit_file([file_id("activity")]), fit_file([file_id("workout")]), own(
        PlannedSession(DAY, Kind.EASY, 8000))[:40]],
)  # fmt: skip
def test_what_is_no_workout_says_so(data: bytes) -> None:
    """A recording, an empty one, one that breaks off."""
    found = read(data)
    assert isinstance(found, Problem)
    assert "without a workout" in found.message


def test_a_table_is_no_workout() -> None:
    """Nothing but FIT is taken."""
    assert not PlanWorkout().identify(memory_file("a.csv", b"date,session\n"))
