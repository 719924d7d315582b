"""The one path through all stages, in order; nothing else knows the order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

import numpy as np
from numpy.random import Generator

from unload.model.advice import Advice, Coverage, VerdictKind
from unload.model.body import RedFlag, Routine
from unload.model.constants import Knowledge
from unload.model.history import History, SoreSpot, Sport
from unload.model.plan import Plan, UnloadingWeek, Wishes
from unload.model.specialist import Instruction
from unload.science.answer import answer
from unload.science.body import findings
from unload.science.complaints import complaints, told
from unload.science.flags import questions, standing_flags
from unload.science.futures import wondering
from unload.science.ground import ground
from unload.science.load import daily
from unload.science.reasons import signals_today
from unload.science.routine import routine
from unload.science.signals import signals
from unload.science.verdict import State, state
from unload.science.week import NO_PLAN, NO_WISHES, UNLOADS, lighter_week


def advise(
    history: History,
    today: date,
    knowledge: Knowledge,
    chance: Generator,
    grid_m: float,
    *,
    plan: Plan = NO_PLAN,
    wishes: Wishes = NO_WISHES,
) -> Advice:
    """Everything Unload has to say to one runner today, the lighter week included.

    The week comes from `plan` where it asks for a run in it, else from the habit; `grid_m` rounds
    planned distances. The week is always written; whether it is shown is the
    verdict's business, see `shown`.
    """
    k = knowledge
    history = _upcoming(history, today)
    flags, flagged = red_flags(history, today, k)
    days = daily(history, today, flagged, k.load)
    base = ground(days, k.signals)
    now = state(days, signals(days, k.signals, base), k.signals, k.verdict, base)
    looked_at = signals_today(now, k.signals)
    verdict = answer(now, looked_at, flags, (k.signals, k.verdict))
    told = (*wishes.instructions, *history.runner.instructions)
    wishes = replace(wishes, instructions=told)
    aloft = frozenset(key for key, region in k.regions.items() if not region.lands)
    week = lighter_week(now, verdict, grid_m, k.week, plan=plan, wishes=wishes, aloft=aloft)
    spots = recent_spots(history, today, k)
    doubts, futures = wondering(history, week, today, k.futures, chance)
    asked = _questions(spots, history, flags, today, k)
    stopped = verdict.kind is VerdictKind.SEE_SOMEONE
    hidden = stopped or bool(asked)
    return Advice(
        today=today,
        verdict=verdict,
        signals=looked_at,
        week=week,
        routine=None if hidden else with_asked(_routine(spots, history, flags, k), told, today),
        findings=() if hidden else findings(spots, k.regions, k.links, k.body),
        doubts=doubts,
        coverage=coverage(history, now, knowledge),
        knowledge_version=k.version,
        race=history.race,
        futures=None if stopped else futures,  # running on is no future then
        questions=() if stopped else asked,
    )


def around(
    advice: Advice,
    week: UnloadingWeek | None,
    history: History,
    knowledge: Knowledge,
    chance: Generator,
) -> Advice:
    """The advice with another week in it, and the doubts of that one: what was accepted counts."""
    if week is advice.week:
        return advice
    upcoming = _upcoming(history, advice.today)
    doubts, futures = wondering(upcoming, week, advice.today, knowledge.futures, chance)
    told = None if advice.futures is None else futures
    return replace(advice, week=week, doubts=doubts, futures=told)


def _upcoming(history: History, today: date) -> History:
    """The history without a race that has been run."""
    past = history.race is not None and history.race.day < today
    return replace(history, race=None) if past else history


def _questions(
    spots: tuple[SoreSpot, ...],
    history: History,
    flags: tuple[RedFlag, ...],
    today: date,
    k: Knowledge,
) -> tuple[RedFlag, ...]:
    """What could stop everything and has no answer yet; nothing is rolled before it has one."""
    known = {**history.runner.answered, **{flag.key: True for flag in flags}}
    asked = questions(known, spots, k.regions, k.red_flags, k.body, today=today)
    return tuple(flag for flag in asked if flag.level.stops)


def _routine(
    spots: tuple[SoreSpot, ...], history: History, flags: tuple[RedFlag, ...], k: Knowledge
) -> Routine:
    return routine(
        spots, history.runner, k.regions, k.techniques, k.routine, blockers=k.blockers, flags=flags
    )


def with_asked(made: Routine, told: Sequence[Instruction], today: date) -> Routine:
    """The routine with what specialists asked for and is not over."""
    return replace(made, asked=tuple(asked for asked in told if today <= asked.last_day))


def shown(advice: Advice, *, force: bool) -> UnloadingWeek | None:
    """The week if the verdict asks for one or the runner insists.

    Nobody runs past a question that could stop everything: while one is open there is no week.
    """
    wanted = force or advice.verdict.kind in UNLOADS
    return advice.week if wanted and not advice.questions else None


def red_flags(
    history: History, today: date, knowledge: Knowledge
) -> tuple[tuple[RedFlag, ...], frozenset[date]]:
    """The flags that stand today, most urgent first, and the days on which one stopped training.

    A yes to a question counts today, and so does what the record answers by itself (rising, too
    long, again); a check-in counts on its own day. A flag that stops stands as long as the verdict
    looks back, even if its spot has been quiet since: the runner who is sent to someone must be
    told why.
    """
    k = knowledge
    told_so = told(complaints(history, today, k.regions, k.body), k.body)
    answers, named = (*history.runner.red_flags, *told_so), _spots_named(history, today, k)
    every = standing_flags(answers, named, k.regions, k.red_flags, k.body)
    newest = standing_flags(answers, _newest(named), k.regions, k.red_flags, k.body)
    now = tuple(flag for flag in every if flag.level.stops or flag in newest)
    days = {
        c.day
        for c in history.check_ins
        if c.spots and any(f.level.stops for f in _raised(c.spots, knowledge))
    }
    if any(
        f.level.stops
        for f in standing_flags(history.runner.red_flags, (), k.regions, k.red_flags, k.body)
    ):
        days.add(today)
    return now, frozenset(days)


def _raised(spots: tuple[SoreSpot, ...], k: Knowledge) -> tuple[RedFlag, ...]:
    return standing_flags((), spots, k.regions, k.red_flags, k.body)


def recent_spots(history: History, today: date, knowledge: Knowledge) -> tuple[SoreSpot, ...]:
    """The newest entry of every spot named within the last days."""
    return _newest(_spots_named(history, today, knowledge))


def _spots_named(history: History, today: date, k: Knowledge) -> tuple[SoreSpot, ...]:
    """Every entry of every spot of the last days, oldest first."""
    window = timedelta(days=int(k.verdict.flag_window_days.value))
    recent = [c for c in history.check_ins if today - window < c.day <= today]
    return tuple(spot for check_in in recent for spot in check_in.spots or ())


def _newest(spots: tuple[SoreSpot, ...]) -> tuple[SoreSpot, ...]:
    return tuple({(spot.region, spot.side): spot for spot in spots}.values())


def coverage(history: History, now: State, knowledge: Knowledge) -> Coverage:
    """How much is known of the last four weeks."""
    days, window = now.days, int(knowledge.verdict.coverage_window_days.value)
    today = days.day(-1)
    recent = timedelta(days=window)
    last = takewhile(lambda s: s.day > today - recent, reversed(history.sessions))
    runs = [s for s in last if s.sport is Sport.RUN and s.day <= today]
    checked = {c.day for c in history.check_ins if today - recent < c.day <= today}
    return Coverage(
        window_days=window,
        known_days=int((~np.isnan(days.run_m[-window:])).sum()),
        runs=len(runs),
        runs_with_hr=sum(s.avg_hr is not None for s in runs),
        runs_with_rpe=sum(s.rpe is not None for s in runs),
        check_ins=len(checked),
        load_source=days.load_source,
        load_tied=days.load_tied,
    )
