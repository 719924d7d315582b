"""Published plans: who follows one to the letter and feels fine is not nagged after a step-back."""

from dataclasses import replace
from pathlib import Path

import pytest

from athletes import K
from unload.importers.plan_weeks import read_plan_weeks
from unload.model.advice import VerdictKind
from unload.science.followed import followers

PLANS = Path(__file__).parents[3] / "shared" / "data" / "plans" / "weeks.csv"

pytestmark = pytest.mark.skipif(not PLANS.exists(), reason=f"no plans at {PLANS}")


def test_no_day_of_the_week_after_a_step_back_asks() -> None:
    """On the evening of the step-back's Sunday and on every day of the week after it."""
    found = followers(*read_plan_weeks(PLANS), K)
    assert 0 == found.problems
    assert found.after_days > 200
    assert 0 == found.after_soon
    assert 0 == found.kinds[VerdictKind.UNLOAD_NOW]


def test_the_pace_of_the_follower_does_not_matter() -> None:
    """A pace had to be taken; at either end of its range the answers are the same."""
    plans, problems = read_plan_weeks(PLANS)
    counts = set()
    for pace in (K.backtest.plan_pace.low, K.backtest.plan_pace.high):
        taken = replace(K.backtest, plan_pace=replace(K.backtest.plan_pace, value=pace))
        found = followers(plans[::4], problems, replace(K, backtest=taken))
        counts.add((found.soon, found.asked, found.after_soon))
    assert 1 == len(counts)
