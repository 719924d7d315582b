"""The way back of one runner: the gate over their history, and the first week behind it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from unload.model.comeback import (
    GateAnswers,
    LadderStep,
    Outcome,
    Rung,
    Soreness,
    WayBack,
    WeekBack,
)
from unload.model.constants import Knowledge
from unload.model.history import History, Sport
from unload.model.plan import (
    Effort,
    Kind,
    Part,
    Plan,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    Week,
    Wishes,
)
from unload.science.comeback import gate
from unload.science.frame import frame_of
from unload.science.load import daily
from unload.science.pipeline import red_flags
from unload.science.ramp import ramp_back, way_up
from unload.science.rewrite import Grid
from unload.science.signals import signals
from unload.science.verdict import State, state
from unload.science.week import NO_PLAN, NO_WISHES

DAY = timedelta(days=1)


def way_back(
    history: History,
    today: date,
    answers: Sequence[GateAnswers],
    knowledge: Knowledge,
    grid_m: float,
    *,
    plan: Plan = NO_PLAN,
    wishes: Wishes = NO_WISHES,
    amber_weeks: int = 0,
) -> WayBack:
    """What the gate says today, and where it opens, the first week back from tomorrow."""
    k = knowledge
    flags, flagged = red_flags(history, today, k)
    days = daily(history, today, flagged, k.load)
    made = gate(
        days, history.check_ins, answers, flags, (k.signals, k.comeback), amber_weeks=amber_weeks
    )
    if made.outcome is not Outcome.PASS:
        return WayBack(today, made)
    now = state(days, signals(days, k.signals), k.signals, k.verdict)
    return WayBack(today, made, _first_week(now, today + DAY, (grid_m, k), plan, wishes))


def _first_week(
    now: State, start: date, grid: tuple[float, Knowledge], plan: Plan, wishes: Wishes
) -> WeekBack | None:
    """The week as it would have been and as it should be; None where no usual week is known."""
    squares = Grid(grid[0], grid[1].week)
    frame = frame_of(now, start, squares, plan, wishes)
    if frame is None:
        return None
    pairs = ramp_back(frame.before, frame.longest_m, squares, grid[1].comeback)
    after = Week(tuple(session for session, _ in pairs))
    return WeekBack(frame.before, after, tuple(why for _, why in pairs), frame.basis)


def on_the_ladder(
    back: WayBack, done: Sequence[tuple[date, int, Soreness]], knowledge: Knowledge
) -> WayBack:
    """With the next rung of the walk-run ladder and those behind it instead of a week.

    The ladder begins when the gate opens. Once on it soreness decides, but a red light is for
    somebody who examines.
    """
    referred = back.gate.outcome is Outcome.REFER
    if referred or (not done and back.gate.outcome is not Outcome.PASS):
        return replace(back, week=None)
    past = [row for row in done if row[0] <= back.today]
    rungs = {rung.number: rung for rung in knowledge.ladder}
    steps = way_up(knowledge.ladder, past, knowledge.comeback, back.today)
    ladder = tuple(LadderStep(step, _session(rungs[step.rung], step.day)) for step in steps)
    return replace(back, week=None, ladder=ladder)


def _session(rung: Rung, day: date) -> PlannedSession:
    """A rung as a session that a calendar and a watch understand."""
    asked = (
        (StepKind.WORK, Effort.EASY, rung.run_s),
        (StepKind.RECOVERY, Effort.WALK, rung.walk_s),
    )
    steps = tuple(RunStep(kind, effort, duration_s=s) for kind, effort, s in asked if s)
    parts: tuple[Part, ...] = steps if rung.times == 1 else (Repeat(rung.times, steps),)
    total_s = rung.times * (rung.run_s + rung.walk_s)
    sport = Sport.RUN if rung.run_s else Sport.WALK
    return PlannedSession(day, Kind.EASY, 0.0, total_s, sport=sport, parts=parts)
