"""Ask what those are told who follow a published plan to the letter and feel fine.

Nobody has to be nagged who does what a coach wrote. A plan's week is told as a distance, its
longest run and the number of runs; here the longest is on Sunday, and the others share the rest
evenly over the days before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from unload.errors import Problem
from unload.model.advice import VerdictKind
from unload.model.constants import Knowledge
from unload.model.history import CheckIn, History, Race, Session, Sport
from unload.model.proof import PlannedWeek, PlanTest, WeeklyPlan
from unload.model.units import DAYS_PER_WEEK
from unload.science.ground import ground
from unload.science.load import daily
from unload.science.signals import signals
from unload.science.verdict import KINDS, state, verdicts

MONDAY = date.fromisoformat("2024-01-01")  # as any other
ASKS = (VerdictKind.UNLOAD_SOON, VerdictKind.UNLOAD_NOW)
SILENT = (VerdictKind.NOT_ENOUGH_DATA, VerdictKind.TAPER)


@dataclass(frozen=True, slots=True)
class Followed:
    """One plan: the answers on its Sundays, and on the days from each step-back's Sunday on."""

    sundays: tuple[VerdictKind, ...]
    steps: tuple[int, ...]
    after: tuple[VerdictKind, ...]
    agreed: int


def followers(
    plans: Sequence[WeeklyPlan], problems: Sequence[Problem], knowledge: Knowledge
) -> PlanTest:
    """What the followers of all plans are told, in counts; `problems` are rows set aside."""
    told = [follow(plan, knowledge) for plan in plans]
    sundays = [kind for one in told for kind in one.sundays]
    soon = [(kind in ASKS, bool(one.steps)) for one in told for kind in one.sundays]
    return PlanTest(
        plans=len(told),
        weeks=len(sundays),
        step_backs=sum(len(one.steps) for one in told),
        kinds={kind.value: sundays.count(kind) for kind in KINDS},
        asked=sum(kind not in SILENT for kind in sundays),
        soon=sum(asks for asks, _ in soon),
        soon_never=sum(asks and not steps for asks, steps in soon),
        soon_agreed=sum(one.agreed for one in told if one.steps),
        after_days=sum(len(one.after) for one in told),
        after_soon=sum(kind in ASKS for one in told for kind in one.after),
        problems=len(problems),
    )


def follow(plan: WeeklyPlan, knowledge: Knowledge) -> Followed:
    """The answers to one plan, each from what was known on its own day."""
    history, steps = history_of(plan, knowledge), step_backs(plan, knowledge)
    sundays = [_sunday(number) for number in range(len(plan.weeks))]
    kinds = tuple(_told(history, sunday, knowledge) for sunday in sundays)
    after = tuple(
        _told(history, sundays[step] + timedelta(days), knowledge)
        for step in steps
        for days in range(DAYS_PER_WEEK)
    )
    calm = {*steps, *(n for n, week in enumerate(plan.weeks) if week.race)}
    reach = int(knowledge.backtest.agree_weeks.value)
    agreed = sum(
        kind in ASKS and not calm.isdisjoint(range(n + 1, n + 1 + reach))
        for n, kind in enumerate(kinds)
    )
    return Followed(kinds, steps, after, agreed)


def step_backs(plan: WeeklyPlan, knowledge: Knowledge) -> tuple[int, ...]:
    """Weeks that are a little less than the one before and less than the next; races apart."""
    share, weeks = knowledge.signals.step_back_ratio.value, plan.weeks
    return tuple(
        n + 1
        for n, (before, week, after) in enumerate(
            zip(weeks, weeks[1:], weeks[1 + 1 :], strict=False)
        )
        if week.run_m <= share * before.run_m
        and week.run_m < after.run_m
        and not any(one.race or one.taper for one in (before, week, after))
    )


def history_of(plan: WeeklyPlan, knowledge: Knowledge) -> History:
    """The whole plan run to the letter, with a check-in every day and the race on its last."""
    k, fine = knowledge.backtest, knowledge.backtest.plan_answer.value
    size = len(plan.weeks) * DAYS_PER_WEEK
    sessions = (
        Session(
            datetime.combine(day, time.min), Sport.RUN, run_m * k.plan_pace.value, distance_m=run_m
        )
        for number, week in enumerate(plan.weeks)
        for day, run_m in _runs(week, MONDAY + timedelta(weeks=number))
    )
    check_ins = (
        CheckIn(
            MONDAY + timedelta(n), sleep=fine, fatigue=fine, soreness=fine, stress=fine, mood=fine,
            spots=(),
        )
        for n in range(size)
    )  # fmt: skip
    race = Race(MONDAY + timedelta(size - 1), max(plan.weeks[-1].longest_m, 1))
    return History(tuple(sessions), tuple(check_ins), race=race)


def _runs(week: PlannedWeek, monday: date) -> Iterator[tuple[date, float]]:
    """The runs of a week by day, at most one a day: the longest on Sunday, the others before."""
    others = min(max(week.runs, 1), DAYS_PER_WEEK) - 1
    for number in range(others):
        each = (week.run_m - week.longest_m) / others
        if each > 0:
            yield monday + timedelta(number * (DAYS_PER_WEEK - 1) // others), each
    if week.longest_m > 0:
        yield monday + timedelta(DAYS_PER_WEEK - 1), week.longest_m


def _sunday(number: int) -> date:
    return MONDAY + timedelta(number * DAYS_PER_WEEK + DAYS_PER_WEEK - 1)


def _told(history: History, today: date, knowledge: Knowledge) -> VerdictKind:
    """The answer to what was known when a day was over; the race is known from the first."""
    k = knowledge
    days = daily(history, today, frozenset(), k.load)
    base = ground(days, k.signals)
    now = state(days, signals(days, k.signals, base), k.signals, k.verdict, base)
    return KINDS[int(verdicts(now, k.verdict)[-1])]
