"""The verbs for "what if": the doubts of another week than the one that is proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from numpy.random import default_rng

from unload.model.plan import UnloadingWeek
from unload.model.supposed import Choices, Supposed
from unload.model.units import DAYS_PER_WEEK, PERCENT
from unload.science.pipeline import around
from unload.science.supposed import supposed_week, with_belief
from unload.service.advising import SEED, Answer

STEP = 5  # percent of the distance, from one depth to the next


def choices_of(answer: Answer) -> Choices | None:
    """What can be supposed of the week in an answer; None where there is no week to change."""
    week, futures, k = _week(answer), answer.advice.futures, answer.knowledge.week
    if week is None or futures is None or not week.factor:
        return None
    low, high = k.down_week_volume_factor_severe.low, k.step_back_factor.high
    own = round(week.factor * PERCENT)
    depths = sorted({own, *range(round(low * PERCENT), round(high * PERCENT) + 1, STEP)})
    first, last = week.after.days[0].day, futures.days[-1]
    weeks = max((last - first).days // DAYS_PER_WEEK, 0)
    return Choices(
        shares=tuple(depth / PERCENT for depth in depths),
        own=depths.index(own),
        first_days=tuple(first + timedelta(days=n * DAYS_PER_WEEK) for n in range(weeks + 1)),
        can_stay_sharp=any(day.hard_s for day in week.before.days),
        stays_sharp=bool(week.after.hard_s),
    )


def supposing(answer: Answer, wanted: Supposed) -> Answer:
    """The answer with the supposed week in it, its doubts and futures, and what is believed."""
    base, k = _week(answer), answer.knowledge
    week = None if base is None else supposed_week(base, wanted, k.week)
    made = around(answer.advice, week, answer.history, k, default_rng(SEED))
    return replace(answer, advice=replace(made, doubts=with_belief(made.doubts, wanted.spared)))


def _week(answer: Answer) -> UnloadingWeek | None:
    """The week that is proposed or was taken, else the one that could be had."""
    return answer.advice.week or answer.written
