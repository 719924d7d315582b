"""Which runs go: second runs, one day for rest, tokens; never more than frequency allows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import GRID_M, MONDAY, K
from unload.model.constants import WeekConstants
from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import Kind, PlannedSession, Week, Wishes
from unload.science.dropped import dropped
from unload.science.frame import Frame
from unload.science.rewrite import Grid

WEDNESDAY = 2


def week(*days: tuple[float, ...]) -> Week:
    """Seven days, each with the kilometres of its runs; the longest run is the long one."""
    longest = max(km for day in days for km in day)
    sessions = []
    for ahead, kms in enumerate(days):
        day = MONDAY + timedelta(ahead)
        for km in kms:
            kind = Kind.LONG if km == longest else Kind.EASY
            sessions.append(PlannedSession(day, kind, 1000 * km, 300 * km))
        if not kms:
            sessions.append(PlannedSession(day, Kind.REST))
    return Week(tuple(sessions))


FAR = 99_000.0  # more than any of these weeks may come to


def framed(
    before: Week,
    *,
    slot: int = WEDNESDAY,
    hurts: bool = False,
    ill: bool = False,
    constants: WeekConstants = K.week,
) -> Frame:
    index = next(i for i, d in enumerate(before.days) if d.day.weekday() == slot)
    return Frame(
        before, index, Phrase("week.plan"), Grid(GRID_M, constants), Wishes(), 0, 0, 0, 0,
        hurts=hurts, ill=ill, well_but_sore=hurts and not ill,
    )  # fmt: skip


def gone(before: Week, target_m: float = FAR, **more: bool | int) -> list[tuple[int, float]]:
    """The weekday and kilometres of what goes."""
    indices = sorted(dropped(framed(before, **more), target_m))  # type: ignore[arg-type] # test builder
    return [(before.days[i].day.weekday(), before.days[i].distance_m / 1000) for i in indices]


FIVE = week((), (8,), (10,), (8,), (), (6,), (16,))


def test_the_work_it_out_day_is_the_first_to_be_free() -> None:
    """Whichever weekday that is."""
    assert [(2, 10)] == gone(FIVE)
    assert [(1, 8)] == gone(FIVE, slot=1)


def test_else_the_day_beside_the_long_run() -> None:
    """The day after it where there is one, else the day before."""
    assert [(5, 6)] == gone(FIVE, slot=0)
    assert [(5, 8)] == gone(week((), (8,), (5,), (8,), (18,), (8,), ()), slot=0)


def test_else_the_shortest_run() -> None:
    """Where the long run has rest on both sides."""
    assert [(1, 4)] == gone(week((8,), (4,), (), (6,), (9,), (), (20,)), slot=6)


def test_the_long_run_is_never_the_one_to_go() -> None:
    """Not even on the work-it-out day."""
    assert [(3, 8)] == gone(week((6,), (8,), (18,), (8,), (), (8,), ()))


@pytest.mark.parametrize(
    ("runs", "hurts", "count"),
    [(1, False, 0), (3, False, 0), (4, False, 0), (5, False, 1), (4, True, 1), (3, True, 1)],
)
def test_four_of_five_stay_and_two_of_three_where_it_hurts(
    runs: int, hurts: bool, count: int
) -> None:
    """Few runs are not made fewer."""
    days = [(5.0 + n,) if n < runs else () for n in range(7)]
    assert count == len(gone(week(*days), hurts=hurts))


def test_every_second_run_of_a_day_goes() -> None:
    """The longer one stays the day's run, and then one day becomes free."""
    doubles = week((8, 5), (10, 6), (9,), (12, 4), (8,), (7,), (20,))
    assert [(0, 5), (1, 6), (2, 9), (3, 4)] == gone(doubles)


def test_a_double_day_goes_whole_or_not_at_all() -> None:
    """A day with one run left is no rest day."""
    assert [(2, 6), (2, 5)] == gone(week((8,), (9,), (6, 5), (8,), (), (8,), (20,)))


def test_who_is_ill_rests_first() -> None:
    """On the first day that has a run, and with fewer runs than usual."""
    assert [(1, 8)] == gone(FIVE, ill=True)
    assert [(1, 8)] == gone(week((), (8,), (), (9,), (), (), (16,)), ill=True)
    assert [(0, 8)] == gone(week((8,), (), (), (), (), (), (16,)), ill=True)
    assert [(0, 16)] == gone(week((16,), (), (), (8,), (), (), ()), ill=True)
    assert [] == gone(week((), (), (), (), (), (), (16,)), ill=True)


def test_who_is_ill_does_not_swim_before_that_rest() -> None:
    """What comes on the days before the first run, or beside it, goes with it."""
    swims = [
        PlannedSession(FIVE.days[n].day, Kind.EASY, 0, 1800, sport=Sport.SWIM) for n in (0, 1, 4)
    ]
    days = tuple(sorted((*FIVE.days[1:4], *FIVE.days[5:], *swims), key=lambda d: d.day))
    assert [(0, 0), (1, 8), (1, 0)] == gone(Week(days), ill=True)


def test_the_second_of_two_long_runs_goes_before_anything_else() -> None:
    """Saturday and Sunday long is no week to rest in."""
    days = week((), (12,), (16,), (12,), (), (36,), (24,)).days
    long = Week((*days[:-1], replace(days[-1], kind=Kind.LONG)))
    assert [(6, 24)] == gone(long)


def test_what_would_become_a_token_goes_down_to_two_runs_of_three() -> None:
    """The shortest first, never the long run, and nothing that is told by time alone."""
    three = week((), (4,), (), (5,), (), (), (7,))
    assert [(1, 4)] == gone(three, 8000)
    assert [] == gone(three, 9000)
    untold = Week(tuple(replace(d, distance_m=0.0) for d in three.days))
    assert [] == gone(untold, 0)


def test_a_day_of_two_sports_is_no_rest_day_without_its_run() -> None:
    """The swimmer swims on; another day becomes free."""
    days = list(FIVE.days)
    days.insert(3, PlannedSession(days[2].day, Kind.EASY, 0, 1800, sport=Sport.SWIM))
    assert [(5, 6)] == gone(Week(tuple(days)))


def test_no_day_goes_where_none_is_asked_for() -> None:
    """The number of rest days is a constant like any other."""
    rest_days = replace(K.week.down_week_rest_days, value=0)
    frame = framed(FIVE, constants=replace(K.week, down_week_rest_days=rest_days))
    assert frozenset() == dropped(frame, FAR)
