"""Published plans: who follows one to the letter and feels fine is not nagged after a step-back."""

from datetime import timedelta

import pytest

from athletes import verdict_of
from plan_weeks import PLANS, followed, monday, plans, step_backs, until
from unload.model.advice import VerdictKind

needs_plans = pytest.mark.skipif(not PLANS.exists(), reason=f"no plans at {PLANS}")


@needs_plans
def test_the_week_after_a_step_back_is_never_soon() -> None:
    """On the evening of the step-back's Sunday and on every day of the week after it."""
    nagged, asked = [], 0
    for name, plan in plans().items():
        history = followed(plan)
        for number in step_backs(plan):
            for ahead in range(-1, 6):
                day = monday(number + 1) + timedelta(ahead)
                kind = verdict_of(until(history, day), day).kind
                asked += 1
                if kind in (VerdictKind.UNLOAD_SOON, VerdictKind.UNLOAD_NOW):
                    nagged.append((name, number + 1, day.strftime("%a"), kind.value))
    assert asked > 200
    assert [] == nagged
