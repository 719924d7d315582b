"""One session rewritten: never longer, never harder, never a token."""

from dataclasses import replace

import pytest

from athletes import GRID_M, MONDAY, K
from unload.model.history import Sport
from unload.model.plan import Effort, Kind, Part, PlannedSession, Repeat, RunStep, StepKind
from unload.science.rewrite import (
    Grid,
    cross,
    easy,
    faster,
    fewer_repeats,
    gently,
    parts_s,
    rest,
    shortened_s,
    strides,
    walks,
    with_strides,
)

GRID = Grid(GRID_M, K.week)
WARM_UP = RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=900)
COOL_DOWN = RunStep(StepKind.COOL_DOWN, Effort.EASY, duration_s=600)
FAST = RunStep(StepKind.WORK, Effort.HARD, distance_m=400)
JOG = RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=60)
TEMPO = RunStep(StepKind.WORK, Effort.THRESHOLD, duration_s=1200)


def hard(*parts: Part, metres: float = 10_000, seconds: float = 3000) -> PlannedSession:
    """A quality session at five minutes a kilometre, 20 minutes of it hard."""
    return PlannedSession(MONDAY, Kind.HARD, metres, seconds, 1200, title="track", parts=parts)


EIGHT = hard(WARM_UP, Repeat(8, (FAST, JOG)), COOL_DOWN)


def test_an_easy_run_is_shorter_at_the_pace_it_had() -> None:
    """On the grid, without its structure and without anything hard."""
    made = easy(EIGHT, 6200, GRID)
    assert (Kind.EASY, 6000, 1800, 0, ()) == (
        made.kind, made.distance_m, made.duration_s, made.hard_s, made.parts
    )  # fmt: skip


def test_a_run_is_never_made_longer_and_never_a_token() -> None:
    """Whatever is wanted."""
    assert 10_000 == easy(EIGHT, 99_000, GRID).distance_m
    assert K.week.shortest_run_min.value == easy(EIGHT, 1, GRID).distance_m
    assert 900 == easy(replace(EIGHT, distance_m=900.0), 1, GRID).distance_m


def test_the_long_run_stays_the_long_run() -> None:
    """By name, shorter."""
    assert Kind.LONG is easy(replace(EIGHT, kind=Kind.LONG), 5000, GRID).kind


def test_strides_end_an_easy_run_and_are_not_hard() -> None:
    """Four of twenty seconds with as much jogging, inside the time of the run."""
    made = with_strides(EIGHT, 6000, GRID)
    assert (0, made.duration_s - 20) == (made.hard_s, parts_s(made.parts, made))  # whole minutes
    assert 4 == sum(step.effort is Effort.STRIDES for step in made.steps())
    assert not any(step.effort.is_hard for step in made.steps())


def test_a_run_too_short_for_strides_has_none() -> None:
    """Two minutes are no run to stride at the end of."""
    assert () == with_strides(hard(metres=400, seconds=120), 400, GRID).parts


def test_repetitions_are_cut_before_the_warm_up() -> None:
    """Eight become four; warm-up and cool-down stay; distance, time and hard seconds follow."""
    made = fewer_repeats(EIGHT, GRID)
    assert made is not None
    assert (WARM_UP, Repeat(4, (FAST, JOG)), COOL_DOWN) == made.parts
    # 8 x (120 s + 60 s) of 2940 s; four of them go.
    left = (2940 - 720) / 2940
    assert pytest.approx((10_000 * left, 3000 * left, 480)) == (
        made.distance_m, made.duration_s, made.hard_s
    )  # fmt: skip


def test_an_odd_number_is_cut_downwards_and_one_is_left() -> None:
    """Five become two; one stays one, and then nothing was cut."""
    five = fewer_repeats(hard(WARM_UP, Repeat(5, (FAST, JOG))), GRID)
    assert five is not None
    assert 2 == sum(step is FAST for step in five.steps())
    assert fewer_repeats(hard(WARM_UP, Repeat(1, (FAST, JOG))), GRID) is None


def test_a_tempo_run_is_halved_in_time_or_distance() -> None:
    """One long hard stretch is its own repetition."""
    made = fewer_repeats(hard(WARM_UP, TEMPO, COOL_DOWN), GRID)
    assert made is not None
    assert 600 == made.parts[1].duration_s  # type: ignore[union-attr] # a step
    far = replace(TEMPO, duration_s=None, distance_m=4000.0)
    made = fewer_repeats(hard(WARM_UP, far), GRID)
    assert made is not None
    assert 2000 == made.parts[1].distance_m  # type: ignore[union-attr] # a step


@pytest.mark.parametrize("parts", [(), (WARM_UP, COOL_DOWN), (FAST,)])
def test_where_nothing_can_be_cut_nothing_is_kept(parts: tuple[Part, ...]) -> None:
    """An unknown structure, an easy one, one whose length cannot be told."""
    assert fewer_repeats(hard(*parts, metres=0), GRID) is None


def test_hard_seconds_never_grow() -> None:
    """Where the plan itself says less than its steps add up to, the plan is believed."""
    made = fewer_repeats(replace(EIGHT, hard_s=100.0), GRID)
    assert made is not None
    assert 100 == made.hard_s
    none = fewer_repeats(replace(EIGHT, hard_s=0.0), GRID)
    assert none is not None
    assert 0 == none.hard_s
    unknown = fewer_repeats(replace(EIGHT, hard_s=None), GRID)
    assert unknown is not None
    assert pytest.approx(480) == unknown.hard_s


def test_the_bike_takes_as_long_and_lands_nowhere() -> None:
    """No distance of running, no hard second."""
    made = cross(EIGHT)
    assert (Kind.CROSS, 0, 3000, 0, False) == (
        made.kind, made.distance_m, made.duration_s, made.hard_s, made.is_run
    )  # fmt: skip


def test_other_sports_come_down_by_a_share_of_their_time() -> None:
    """A hard ride becomes an easy one, half as long; a long one stays long."""
    ride = PlannedSession(MONDAY, Kind.HARD, 0, 3600, 1800, sport=Sport.RIDE)
    half = shortened_s(ride, 0.5)
    assert (Kind.EASY, 1800, 0) == (half.kind, half.duration_s, half.hard_s)
    assert Kind.LONG is shortened_s(replace(ride, kind=Kind.LONG), 0.5).kind


def test_rest_is_nothing() -> None:
    """Of the same day."""
    assert PlannedSession(MONDAY, Kind.REST) == rest(EIGHT)


RUN_WALK = Repeat(
    8,
    (
        RunStep(StepKind.WORK, Effort.EASY, duration_s=120),
        RunStep(StepKind.RECOVERY, Effort.WALK, duration_s=60),
    ),
)
WALK = RunStep(StepKind.RECOVERY, Effort.WALK, duration_s=300)
TURNS = PlannedSession(MONDAY, Kind.EASY, 5000, 2040, parts=(WALK, RUN_WALK, WALK))
STRIDE = RunStep(StepKind.WORK, Effort.STRIDES, duration_s=20)


def test_running_and_walking_in_turns_stays_that_with_fewer_turns() -> None:
    """The walk before and after stays; the nearest number of turns, and at least one."""
    made = easy(TURNS, 3500, GRID)
    assert (WALK, replace(RUN_WALK, times=5), WALK) == made.parts
    assert pytest.approx((5000 * 1500 / 2040, 1500)) == (made.distance_m, made.duration_s)
    one = easy(replace(TURNS, distance_m=0.0, by_time=True), 0, GRID)
    assert (WALK, RUN_WALK, WALK) == one.parts
    slow = replace(TURNS, duration_s=7500.0, parts=(replace(WALK, duration_s=6000), RUN_WALK))
    short = easy(slow, 3000, GRID)
    assert () == easy(replace(TURNS, duration_s=600.0), 3000, GRID).parts
    assert 1 == sum(step.effort is Effort.EASY for step in short.steps())


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((WALK, RUN_WALK), (True, False, False)),
        ((WALK,), (False, False, False)),
        ((Repeat(4, (STRIDE,)),), (False, True, False)),
        ((Repeat(4, (STRIDE, FAST)),), (False, False, True)),
        ((replace(WALK, effort=Effort.STEADY),), (False, False, True)),
        ((), (False, False, False)),
    ],
)
def test_what_a_structure_is(parts: tuple[Part, ...], told: tuple[bool, bool, bool]) -> None:
    """Run-walk, easy with strides, or in part faster than easy."""
    session = PlannedSession(MONDAY, Kind.RUN, 5000, 1800, parts=parts)
    assert told == (walks(session), strides(session), faster(session))
    assert faster(replace(session, hard_s=60.0))


def test_no_strides_are_added_to_those_that_were_there() -> None:
    """Three stay three."""
    three = replace(EIGHT, kind=Kind.EASY, parts=(WARM_UP, Repeat(3, (STRIDE,))))
    made = with_strides(three, 6000, GRID)
    assert 3 == sum(step.effort is Effort.STRIDES for step in made.steps())


def test_what_is_told_in_time_is_cut_to_whole_minutes() -> None:
    """On no grid of metres; under a minute it is what it is."""
    timed = PlannedSession(MONDAY, Kind.EASY, 8000, 2760, by_time=True)
    made = easy(timed, 4321, GRID)
    assert (1440, pytest.approx(8000 * 1440 / 2760)) == (made.duration_s, made.distance_m)
    swim = PlannedSession(MONDAY, Kind.EASY, 0, 100, sport=Sport.SWIM)
    assert [60, 30] == [shortened_s(swim, share).duration_s for share in (0.7, 0.3)]


def test_another_sport_may_stay_as_long_as_it_is_easy() -> None:
    """Untouched where it was easy, easy where it was not."""
    ride = PlannedSession(MONDAY, Kind.HARD, 0, 3600, 1800, sport=Sport.RIDE)
    assert (Kind.EASY, 3600, 0) == ((made := gently(ride)).kind, made.duration_s, made.hard_s)
    assert Kind.LONG is gently(replace(ride, kind=Kind.LONG)).kind
    assert made is gently(made)
