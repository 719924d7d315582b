"""Which runs go: one day for rest, doubles next, and never more than frequency allows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import MONDAY, K
from unload.model.history import Sport
from unload.model.plan import Kind, PlannedSession, Week
from unload.science.dropped import dropped

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


def gone(before: Week, *, slot: int = WEDNESDAY, hurts: bool = False) -> list[tuple[int, float]]:
    """The weekday and kilometres of what goes."""
    index = next(i for i, d in enumerate(before.days) if d.day.weekday() == slot)
    indices = sorted(dropped(before, index, hurts, K.week))
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
    [(1, False, 0), (3, False, 0), (4, False, 0), (5, False, 1), (4, True, 1), (3, True, 0)],
)
def test_four_of_five_stay_and_two_of_three_where_it_hurts(
    runs: int, hurts: bool, count: int
) -> None:
    """Few runs are not made fewer."""
    days = [(5.0 + n,) if n < runs else () for n in range(7)]
    assert count == len(gone(week(*days), hurts=hurts))


def test_doubles_go_next_shortest_first() -> None:
    """Ten runs: two may go. The free day costs one, the shortest second run is the other."""
    doubles = week((8, 5), (10, 6), (9,), (12, 4), (8,), (7,), (20,))
    assert [(2, 9), (3, 4)] == gone(doubles)


def test_a_double_day_goes_whole_or_not_at_all() -> None:
    """A day with one run left is no rest day."""
    six = week((8,), (9,), (6, 5), (8,), (), (), (20,))
    assert [(3, 8)] != gone(six)
    assert 1 == len(gone(six))


def test_a_day_of_two_sports_is_no_rest_day_without_its_run() -> None:
    """The swimmer swims on; another day becomes free."""
    days = list(FIVE.days)
    days.insert(3, PlannedSession(days[2].day, Kind.EASY, 0, 1800, sport=Sport.SWIM))
    assert [(5, 6)] == gone(Week(tuple(days)))


def test_no_day_goes_where_none_is_asked_for() -> None:
    """The number of rest days is a constant like any other."""
    rest_days = replace(K.week.down_week_rest_days, value=0)
    assert frozenset() == dropped(FIVE, 2, False, replace(K.week, down_week_rest_days=rest_days))
