"""The usual week: what a runner does next week, however irregular the weeks were."""

from datetime import timedelta
from statistics import median

import numpy as np
import pytest

from athletes import (
    ANNA,
    DARA,
    ELI,
    FINN,
    GRID_M,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    Km,
    run,
    running,
    state_of,
    weekly,
)
from unload.model.history import History
from unload.model.plan import Kind, Week
from unload.science.usual import Habit, habit, usual_week

NEXT = MONDAY + timedelta(7)


def habit_of(history: History) -> Habit:
    found = habit(state_of(history), K.week)
    assert found is not None
    return found


def planned(history: History, grid_m: float = GRID_M) -> Week:
    return usual_week(habit_of(history), NEXT, grid_m, K.week)


def kms(history: History) -> list[float]:
    """The usual week from Monday on, in km."""
    return [day.distance_m / 1000 for day in planned(history).days]


def test_a_plain_week_is_its_own_habit() -> None:
    """Anna's lighter weeks leave no trace in it."""
    assert list(PLAIN) == kms(ANNA)
    assert 6 == habit_of(ANNA).weeks


def test_a_weekend_runner_runs_at_the_weekend() -> None:
    """Days that never have runs get none."""
    assert [0, 0, 0, 0, 0, 8, 14] == kms(ELI)


def test_a_day_that_is_kept_free_gives_its_run_to_another() -> None:
    """Eli's long run goes from Sunday to Saturday, the other to the first day that is free."""
    found = habit(state_of(ELI), K.week, frozenset({6, 0}))
    assert found is not None
    assert [0, 8, 0, 0, 0, 14, 0] == [metres / 1000 for metres in found.distance_m]


def test_where_few_days_are_free_the_shorter_runs_go() -> None:
    """With one day left the long run stays; with none there is no habit."""
    found = habit(state_of(ELI), K.week, frozenset(range(6)))
    assert found is not None
    assert [0, 0, 0, 0, 0, 0, 14] == [metres / 1000 for metres in found.distance_m]
    assert None is habit(state_of(ELI), K.week, frozenset(range(7)))


def test_habits_of_before_a_break_do_not_count() -> None:
    """Dara runs 20 km a week now; her 48 of the summer are another body's."""
    assert 2 == habit_of(DARA).weeks
    assert 22 == pytest.approx(sum(kms(DARA)), abs=1)


def test_silence_at_the_end_is_no_break_in_the_habit() -> None:
    """Finn's usual week is what he did before he fell silent."""
    assert list(PLAIN) == kms(FINN)


def test_without_a_whole_week_there_is_no_habit() -> None:
    """Three runs since Thursday are no week."""
    assert habit(state_of(History(running((0, 0, 0, 8, 0, 6, 16)))), K.week) is None
    assert habit(state_of(History()), K.week) is None


def test_with_nothing_but_lighter_weeks_they_are_the_habit() -> None:
    """After a break and one shorter week there is only that."""
    history = weekly(48, 48, 48, 0, 30)
    assert 30 == pytest.approx(sum(kms(history)), abs=1)


@pytest.mark.parametrize("seed", range(12))
def test_irregular_weeks_give_a_week_near_their_median(seed: int) -> None:
    """Runs on any days at any length: the total stays within a fifth of the median total."""
    chance = np.random.default_rng(seed)
    weeks: list[Km] = []
    for _ in range(8):
        days = chance.permutation(7)[: chance.integers(3, 6)]
        weeks.append(
            tuple(float(round(chance.uniform(5, 18))) if d in days else 0.0 for d in range(7))
        )
    history = History((*running((5, *[0] * 6), last=MONDAY - timedelta(56)), *running(*weeks)))
    told = habit_of(history)
    now = state_of(history).weeks
    building = now.active & ~now.unloaded & ~now.stepped_back
    totals = now.so_far_m[building][-6:]
    assert median(totals) == pytest.approx(told.distance_m.sum(), rel=0.2)


def test_the_longest_run_goes_where_the_longest_was() -> None:
    """Long Sundays with a long Saturday now and then remain long Sundays."""
    weeks = [PLAIN, PLAIN, (0, 8, 10, 8, 0, 16, 6), PLAIN, PLAIN]
    assert 16 == kms(History(running(PLAIN, *weeks)))[-1]


class TestKinds:
    def test_a_run_a_quarter_longer_than_the_next_is_the_long_run(self) -> None:
        """16 against 10 is; 8 against 8 is not."""
        kinds = [day.kind for day in planned(ANNA).days]
        run_, rest = Kind.RUN, Kind.REST
        assert [rest, run_, run_, run_, rest, run_, Kind.LONG] == kinds
        even = History(running(*[(0, 8, 0, 8, 0, 0, 8)] * 6))
        assert Kind.LONG not in [day.kind for day in planned(even).days]

    def test_the_only_run_of_the_week_is_its_long_run(self) -> None:
        """There is nothing it could be shorter than."""
        once = History(running(*[(0, 0, 0, 0, 0, 0, 12)] * 10))
        assert [Kind.LONG] == [d.kind for d in planned(once).days if d.kind is not Kind.REST]

    def test_a_weekday_that_is_usually_hard_is_hard(self) -> None:
        """Tuesdays with twenty hard minutes, the other days known to be easy."""
        hard = {1: 20.0}
        sessions = tuple(
            run(MONDAY + timedelta(n), 8, hard_min=hard.get(n % 7, 0.0)) for n in range(-42, 7)
        )
        week = planned(History(sessions))
        assert [Kind.EASY, Kind.HARD, Kind.EASY] == [day.kind for day in week.days[:3]]
        assert 1200 == week.hard_s

    def test_effort_that_nobody_knows_stays_unknown(self) -> None:
        """A run without heart rate or effort is neither easy nor hard."""
        assert planned(ANNA).hard_s is None
        assert 0 == planned(ANNA).days[0].hard_s

    def test_hard_seconds_never_exceed_the_run(self) -> None:
        """A race of a long run once does not make a short Sunday longer than itself."""
        sessions = tuple(
            run(MONDAY + timedelta(n), 4 if n % 7 == 6 else 8, hard_min=24 if n % 7 == 6 else 0)
            for n in range(-42, 7)
        )
        assert all((d.hard_s or 0) <= d.duration_s for d in planned(History(sessions), 3000).days)


def test_distances_lie_on_the_grid_and_keep_their_pace() -> None:
    """Half miles for those who run miles; six minutes a kilometre stay six minutes."""
    half_mile = 1609.344 / 2
    week = planned(ANNA, half_mile)
    for day in week.days:
        steps = day.distance_m / half_mile
        assert round(steps) == pytest.approx(steps)
        assert 0.36 * day.distance_m == pytest.approx(day.duration_s)


def test_a_short_run_is_never_rounded_away() -> None:
    """A habit of a kilometre on a grid of five is one step of it, not a rest day."""
    jogs = History(tuple(run(MONDAY + timedelta(n), 1) for n in range(-30, 7)))
    assert 7 * 5000 == planned(jogs, 5000).distance_m


def test_a_week_may_begin_on_any_day() -> None:
    """From Thursday on, Sunday's long run comes fourth."""
    days = usual_week(habit_of(ANNA), TODAY + timedelta(4), GRID_M, K.week).days
    assert [8, 0, 6, 16, 0, 8, 10] == [day.distance_m / 1000 for day in days]


def test_a_weekend_keeps_its_pace_beside_empty_weekdays() -> None:
    """Weekdays that never have runs have no pace and spoil none."""
    assert 0.36 * habit_of(ELI).distance_m.sum() == pytest.approx(habit_of(ELI).duration_s.sum())
