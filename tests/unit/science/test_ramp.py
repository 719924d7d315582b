"""The way back up: under the limit, easy at first, and a ladder whose rungs soreness decides."""

from datetime import date, timedelta
from itertools import pairwise
from math import nan

import pytest

from athletes import GRID_M, MONDAY, TODAY, K
from unload.model.comeback import Soreness
from unload.model.history import Sport
from unload.model.plan import Kind, PlannedSession, Week
from unload.science.ramp import climb, ramp_back, way_up
from unload.science.rewrite import Grid

DAY = timedelta(1)
GRID = Grid(GRID_M, K.week)
TOP = K.ladder[-1].number


def session(ahead: int, km: float, kind: Kind = Kind.EASY, **more: object) -> PlannedSession:
    hard_s = 1200.0 if kind is Kind.HARD else 0.0
    return PlannedSession(MONDAY + ahead * DAY, kind, 1000 * km, 360 * km, hard_s, **more)


WEEK = Week(
    (
        session(0, 8),
        session(1, 10, Kind.HARD),
        PlannedSession(MONDAY + 2 * DAY, Kind.REST),
        session(3, 12, Kind.HARD),
        PlannedSession(MONDAY + 4 * DAY, Kind.EASY, 0, 3600, sport=Sport.RIDE),
        session(5, 6),
        session(6, 24, Kind.LONG),
    )
)


def back(longest_m: float) -> dict[str, list[float]]:
    """The kilometres of the first week back, by the reason."""
    out: dict[str, list[float]] = {}
    for made, why in ramp_back(WEEK, longest_m, GRID, K.comeback):
        out.setdefault(why.key, []).append(made.distance_m / 1000)
        assert why.key in K.text
    return out


def test_the_first_week_back_is_nearly_the_whole_of_it() -> None:
    """Two easy days, then as before; nothing passes the limit."""
    assert {
        "why.first_days_easy": [7.5, 9.5],
        "why.as_before": [0, 12, 0],
        "why.nearly_all": [5.5, 22.5],
    } == back(24_000)


def test_no_run_passes_a_tenth_over_the_longest_of_the_month() -> None:
    """Hard days included; their time and hard part follow."""
    made = back(10_000)
    assert {"why.under_the_limit": [11, 11]}.items() <= made.items()
    (hard,) = [s for s, _ in ramp_back(WEEK, 10_000, GRID, K.comeback) if s.kind is Kind.HARD]
    assert (3960, 1100) == (pytest.approx(hard.duration_s), pytest.approx(hard.hard_s))


def test_a_run_too_short_to_cut_stays_as_it_is() -> None:
    """A token is not cut to a token."""
    short = session(5, 0.4)
    assert short == ramp_back(Week((session(0, 1), short)), 10_000, GRID, K.comeback)[1][0]


def test_an_unknown_effort_stays_unknown() -> None:
    """A run cut to the limit does not become known by it."""
    long = Week(
        (
            session(0, 1),
            session(1, 1),
            PlannedSession(MONDAY + 2 * DAY, Kind.RUN, 20_000, 7200, None),
        )
    )
    assert ramp_back(long, 10_000, GRID, K.comeback)[-1][0].hard_s is None


def test_without_a_known_longest_run_the_week_is_its_own_limit() -> None:
    """Nothing longer than it was."""
    assert max(km for kms in back(nan).values() for km in kms) <= 24


def test_the_ladder_begins_at_its_foot() -> None:
    """Walking, today."""
    first = climb(K.ladder, (), K.comeback, TODAY)
    assert (0, TODAY, "ladder.begin") == (first.rung, first.day, first.says.key)


@pytest.mark.parametrize(
    ("sore", "rung", "days"),
    [
        (Soreness.NONE, 4, 2),
        (Soreness.WARM_UP_GOES, 3, 2),
        (Soreness.WARM_UP_STAYS, 2, 4),
        (Soreness.DURING, 2, 3),
        (Soreness.DAY_AFTER, 3, 3),
    ],
)
def test_soreness_decides_the_rung(sore: Soreness, rung: int, days: int) -> None:
    """Up, again, or down with days off; every case has its words."""
    nxt = climb(K.ladder, [(TODAY, 3, sore)], K.comeback, TODAY)
    assert (rung, TODAY + days * DAY) == (nxt.rung, nxt.day)
    assert nxt.says.key in K.text


def test_no_more_than_two_rungs_in_seven_days() -> None:
    """Counted from the lowest rung of the week."""
    quick = [(TODAY - 4 * DAY, 1, Soreness.NONE), (TODAY - 2 * DAY, 2, Soreness.NONE)]
    assert 3 == climb(K.ladder, [*quick, (TODAY, 2, Soreness.NONE)], K.comeback, TODAY).rung
    held = climb(K.ladder, [*quick, (TODAY, 3, Soreness.NONE)], K.comeback, TODAY)
    assert (3, "ladder.held") == (held.rung, held.says.key)
    slow = [(TODAY - 9 * DAY, 1, Soreness.NONE), (TODAY, 3, Soreness.NONE)]
    assert 4 == climb(K.ladder, slow, K.comeback, TODAY).rung


def test_the_ladder_has_an_end_and_a_foot() -> None:
    """Nobody climbs beyond either."""
    assert TOP == climb(K.ladder, [(TODAY, TOP, Soreness.NONE)], K.comeback, TODAY).rung
    assert 0 == climb(K.ladder, [(TODAY, 0, Soreness.DURING)], K.comeback, TODAY).rung


@pytest.mark.parametrize("done", [(), ((TODAY, 3, Soreness.NONE),), ((TODAY, 4, Soreness.DURING),)])
def test_the_way_up_ends_on_the_last_rung(done: tuple[tuple[date, int, Soreness], ...]) -> None:
    """Rung by rung, every other day at most, and never more than two up in seven days."""
    steps = way_up(K.ladder, done, K.comeback, TODAY)
    assert climb(K.ladder, done, K.comeback, TODAY) == steps[0]
    assert TOP == steps[-1].rung
    ups = [b.rung - a.rung for a, b in pairwise(steps)]
    assert {0, 1} >= set(ups)
    assert all(b.day - a.day >= 2 * DAY for a, b in pairwise(steps))
    for first in steps:
        week = [s.rung for s in steps if first.day <= s.day < first.day + 7 * DAY]
        assert max(week) - min(week) <= 2


def test_at_the_top_there_is_one_step() -> None:
    """The last rung again."""
    steps = way_up(K.ladder, [(TODAY, TOP, Soreness.NONE)], K.comeback, TODAY)
    assert [TOP] == [step.rung for step in steps]


def test_a_day_that_has_passed_is_today() -> None:
    """Who waited longer need not wait again."""
    nxt = climb(K.ladder, [(TODAY - 30 * DAY, 3, Soreness.NONE)], K.comeback, TODAY)
    assert TODAY == nxt.day
