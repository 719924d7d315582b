"""Whoever follows a plan to the letter: what is run, what counts as a step-back, what is said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import K
from unload.errors import Problem
from unload.model.advice import VerdictKind
from unload.model.proof import PlannedWeek, WeeklyPlan
from unload.science.followed import MONDAY, follow, followers, history_of, step_backs


def plan(*kms: float, **marks: tuple[int, ...]) -> WeeklyPlan:
    """Weeks of so many km with five runs, a third of it long; `races` and `taper` by number."""
    weeks = (
        PlannedWeek(
            1000 * km,
            1000 * km / 3,
            5,
            race=n in marks.get("races", ()),
            taper=n in marks.get("taper", ()),
        )
        for n, km in enumerate(kms)
    )
    return WeeklyPlan("p", tuple(weeks))


BUILDING = plan(*[40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62])
STEPPING = plan(*[40, 44, 48, 38, 46, 50, 54, 42, 50, 56, 60, 46, 54, 60, 64])


def test_a_week_is_run_to_the_letter() -> None:
    """The long run on Sunday, the others evenly before it, and the distance of the week."""
    history = history_of(plan(40, 30), K)
    first = [s for s in history.sessions if s.day < MONDAY + timedelta(7)]
    assert [0, 1, 3, 4, 6] == [(s.day - MONDAY).days for s in first]
    assert 40_000 == pytest.approx(sum(s.distance_m or 0 for s in first))
    assert 40_000 / 3 == pytest.approx(first[-1].distance_m)
    assert 14 == len(history.check_ins)
    assert history.race is not None
    assert MONDAY + timedelta(13) == history.race.day


@pytest.mark.parametrize(("runs", "days"), [(0, 1), (1, 1), (3, 3), (7, 7), (13, 7)])
def test_there_is_at_most_one_run_a_day(runs: int, days: int) -> None:
    """Doubles count as one run; a week of no run that has a distance is one run."""
    week = PlannedWeek(40_000, 40_000 if runs <= 1 else 10_000, runs)
    sessions = history_of(WeeklyPlan("p", (week,)), K).sessions
    assert days == len({s.day for s in sessions}) == len(sessions)


def test_a_week_whose_longest_run_is_all_of_it_has_no_other() -> None:
    """However many runs the plan counts."""
    sessions = history_of(WeeklyPlan("p", (PlannedWeek(10_000, 10_000, 3),)), K).sessions
    assert [10_000] == [s.distance_m for s in sessions]


def test_an_empty_week_has_no_run() -> None:
    """And the race of a plan that names none is run all the same."""
    history = history_of(WeeklyPlan("p", (PlannedWeek(0, 0, 0),)), K)
    assert () == history.sessions
    assert history.race is not None


def test_step_backs_are_lower_than_both_neighbours() -> None:
    """A twentieth under the week before; a race or the taper beside it makes it another thing."""
    assert (3, 7, 11) == step_backs(STEPPING, K)
    assert () == step_backs(BUILDING, K)
    assert () == step_backs(plan(40, 38.1, 40), K)
    assert (1,) == step_backs(plan(40, 38, 40), K)
    assert () == step_backs(plan(40, 30, 30), K)
    assert () == step_backs(plan(40, 30, 40, races=(2,)), K)
    assert () == step_backs(plan(40, 30, 40, taper=(0,)), K)


def test_whoever_builds_for_long_is_asked_and_whoever_steps_back_is_not() -> None:
    """Three building weeks are what the calendar allows; a step-back starts it anew."""
    building, stepping = follow(BUILDING, K), follow(STEPPING, K)
    assert VerdictKind.UNLOAD_SOON in building.sundays
    assert (len(BUILDING.weeks), 0) == (len(building.sundays), len(building.after))
    assert 3 * 7 == len(stepping.after)
    assert {VerdictKind.UNLOAD_SOON, VerdictKind.UNLOAD_NOW}.isdisjoint(stepping.after)


def test_a_plan_agrees_where_it_steps_back_soon() -> None:
    """Within two weeks of the Sunday that asks, and not later."""
    soon = plan(*[40] * 7, 30, *[40] * 8)
    told = follow(soon, K)
    asked = [n for n, kind in enumerate(told.sundays) if kind is VerdictKind.UNLOAD_SOON]
    assert [3, 4, 5, 6, 10, 11] == asked
    assert len([5, 6]) == told.agreed


def test_everything_is_counted() -> None:
    """Answers over all plans; what agrees is counted in plans that step back alone."""
    weeks = BUILDING.weeks
    raced = replace(BUILDING, weeks=(*weeks[:6], replace(weeks[6], race=True), *weeks[7:]))
    found = followers((raced, STEPPING), (Problem("a", "b"),), K)
    apart = [follow(one, K) for one in (raced, STEPPING)]
    kinds = [kind for one in apart for kind in one.sundays]
    assert (2, 27, 3, 1) == (found.plans, found.weeks, found.step_backs, found.problems)
    assert {kind.value: kinds.count(kind) for kind in VerdictKind} == found.kinds
    silent = kinds.count(VerdictKind.NOT_ENOUGH_DATA) + kinds.count(VerdictKind.TAPER)
    assert 27 - silent == found.asked
    assert apart[0].sundays.count(VerdictKind.UNLOAD_SOON) == found.soon_never > 0
    assert apart[0].agreed > 0
    assert apart[1].agreed == found.soon_agreed
    assert (21, 0) == (found.after_days, found.after_soon)
