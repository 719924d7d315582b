"""Another week than the one that is proposed, and what it is worth by what the runner believes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import K
from change_samples import WEEK
from unload.model.advice import Doubt, Point
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Week
from unload.model.supposed import Supposed
from unload.science.supposed import supposed_week, with_belief

PRICE = (K.futures.marathon_gap_cost_low,)


def price(key: str = "judge", gaps: int = 3, table: int = 12) -> Doubt:
    """The doubt about the race with the price of the week in it."""
    says = Phrase(f"break_even.{key}", {"loss": 0.001, "gaps": gaps, "table": table})
    points = (Point(Phrase("race.form")), Point(says, PRICE))
    return Doubt("race", "s", None, None, None, (), (), points)


def belief(doubt: Doubt, spared: int) -> list[Phrase]:
    (told,) = with_belief([doubt], spared)
    return [p.says for p in told.points if p.says.key.startswith("belief.")]


def test_nothing_supposed_is_the_week_as_written() -> None:
    """Later it is the same week on later days."""
    assert WEEK == supposed_week(WEEK, Supposed(), K.week)
    later = supposed_week(WEEK, Supposed(later_weeks=2), K.week)
    moved = [replace(day, day=day.day + timedelta(days=14)) for day in WEEK.after.days]
    assert moved == list(later.after.days)
    assert WEEK.before.distance_m == later.before.distance_m


@pytest.mark.parametrize("share", [0.3, 0.55, 0.9])
def test_a_share_of_every_run_stays(share: float) -> None:
    """Easy all of it; rest and other sports stay, and the week is never more than it was."""
    made = supposed_week(WEEK, Supposed(share), K.week)
    assert share * WEEK.before.distance_m == pytest.approx(made.after.distance_m)
    assert 0 == made.after.hard_s
    assert Kind.HARD not in {day.kind for day in made.after.days}
    others = [
        (b, a) for b, a in zip(WEEK.before.days, made.after.days, strict=True) if not b.is_run
    ]
    assert others
    assert all(before == after for before, after in others)
    assert made.after.longest_m <= WEEK.before.longest_m


def test_one_sharp_session_can_stay() -> None:
    """A part of the first that was hard, as in the week that keeps one; none of nothing."""
    days = list(WEEK.before.days)
    for number in (1, 3):
        days[number] = replace(days[number], kind=Kind.HARD, hard_s=1200.0)
    sharp = replace(WEEK, before=Week(tuple(days)))
    made = supposed_week(sharp, Supposed(0.5, sharp=True), K.week)
    assert K.week.down_week_quality_reps.value * 1200.0 == made.after.hard_s
    assert [1] == [n for n, day in enumerate(made.after.days) if day.kind is Kind.HARD]
    assert 0 == supposed_week(sharp, Supposed(0.5), K.week).after.hard_s
    assert 0 == supposed_week(WEEK, Supposed(0.5, sharp=True), K.week).after.hard_s


@pytest.mark.parametrize(
    ("spared", "paid"), [(0, "neither"), (2, "neither"), (3, "gaps"), (11, "gaps"), (12, "both")]
)
def test_a_belief_is_held_against_the_price(spared: int, paid: str) -> None:
    """On both scales, right at what they ask for, with the same evidence as the price."""
    assert [f"belief.{paid}"] == [said.key for said in belief(price(), spared)]
    (told,) = with_belief([price()], spared)
    assert (PRICE, {"spared": spared, "gaps": 3, "table": 12}) == (
        told.points[-1].constants, dict(told.points[-1].says.values),
    )  # fmt: skip


def test_what_the_table_never_gives_back_no_belief_can() -> None:
    """Where the price is split only the gaps can pay."""
    assert ["belief.gaps"] == [said.key for said in belief(price("judge_split"), 99)]


def test_a_week_that_costs_nothing_needs_no_belief() -> None:
    """And what was not said is not answered, nor is what is not weighed."""
    free = replace(price(), points=(Point(Phrase("break_even.nothing")),))
    assert ["belief.free"] == [said.key for said in belief(free, 0)]
    assert (price(),) == with_belief([price()], None)
    assert [] == belief(replace(price(), points=()), 5)
