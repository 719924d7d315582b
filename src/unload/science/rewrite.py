"""Rewrite one planned session the way a coach would: never longer, never harder, never a token."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, inf

from unload.model.constants import WeekConstants
from unload.model.plan import (
    Effort,
    Kind,
    Part,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
)
from unload.model.units import COMPARE_DECIMALS


@dataclass(frozen=True, slots=True)
class Grid:
    """What distances are rounded down to, and the constants of the week."""

    metres: float
    constants: WeekConstants


def rest(session: PlannedSession) -> PlannedSession:
    """Nothing on this day instead of the session."""
    return PlannedSession(session.day, Kind.REST)


def easy(session: PlannedSession, wanted_m: float, grid: Grid) -> PlannedSession:
    """The session with about `wanted_m`, all of it easy; the long one stays the long one.

    Other sports, which have no distance of running, are shortened by their share of time.
    """
    kind = Kind.LONG if session.kind is Kind.LONG else Kind.EASY
    metres = shorter_m(session, wanted_m, grid)
    return replace(_scaled(session, metres), kind=kind, hard_s=0.0, title="", parts=())


def with_strides(session: PlannedSession, wanted_m: float, grid: Grid) -> PlannedSession:
    """An easy run that ends in a few strides: the legs keep the memory, the body the rest."""
    made = easy(session, wanted_m, grid)
    c = grid.constants
    length = c.strides_count.value * c.strides_s.value
    left_s = made.duration_s - (length + length)  # as much easy jogging between them
    if left_s <= 0:
        return made
    stride = RunStep(StepKind.WORK, Effort.STRIDES, duration_s=c.strides_s.value)
    jog = RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=c.strides_s.value)
    body = RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=left_s)
    return replace(made, parts=(body, Repeat(int(c.strides_count.value), (stride, jog))))


def fewer_repeats(session: PlannedSession, grid: Grid) -> PlannedSession | None:
    """The quality session with half its repetitions, warm-up and cool-down as they were.

    None where its structure is not known or nothing can be cut from it.
    """
    share = grid.constants.down_week_quality_reps.value
    parts = tuple(_halved(part, share) for part in session.parts)
    before_s, after_s = (parts_s(p, session) for p in (session.parts, parts))
    if not before_s or after_s >= before_s:
        return None
    left = after_s / before_s
    hard_s = sum(_seconds(step, session) for step in _hard_steps(parts))
    most_s = inf if session.hard_s is None else session.hard_s
    return replace(
        session,
        distance_m=session.distance_m * left,
        duration_s=session.duration_s * left,
        hard_s=min(hard_s, session.duration_s * left, most_s),
        title="",
        parts=parts,
    )


def cross(session: PlannedSession) -> PlannedSession:
    """The bike or the water for as long, easy: the same heart, no landing."""
    return PlannedSession(session.day, Kind.CROSS, 0.0, session.duration_s)


def shorter_m(session: PlannedSession, wanted_m: float, grid: Grid) -> float:
    """`wanted_m` on the grid; never longer than it was, never a token run."""
    least = min(grid.constants.shortest_run_min.value, session.distance_m)
    steps = floor(round(wanted_m / grid.metres, COMPARE_DECIMALS))
    return min(max(steps * grid.metres, least), session.distance_m)


def shortened_s(session: PlannedSession, share: float) -> PlannedSession:
    """A session of another sport, or one told by time alone, at a share of its time, easy."""
    kind = session.kind if session.kind in (Kind.LONG, Kind.CROSS) else Kind.EASY
    made = replace(session, kind=kind, duration_s=session.duration_s * share, hard_s=0.0)
    return replace(made, title="", parts=())


def parts_s(parts: Sequence[Part], session: PlannedSession) -> float:
    """How long the parts take, at the session's own mean speed where they are told in metres."""
    steps = [s for p in parts for s in ((p,) if isinstance(p, RunStep) else p.steps * p.times)]
    return sum(_seconds(step, session) for step in steps)


def _halved(part: Part, share: float) -> Part:
    if isinstance(part, Repeat) and any(step.effort.is_hard for step in part.steps):
        return replace(part, times=max(floor(part.times * share), 1))
    if isinstance(part, RunStep) and part.effort.is_hard:
        metres = None if part.distance_m is None else part.distance_m * share
        seconds = None if part.duration_s is None else part.duration_s * share
        return replace(part, distance_m=metres, duration_s=seconds)
    return part


def _hard_steps(parts: Sequence[Part]) -> list[RunStep]:
    steps = [s for p in parts for s in ((p,) if isinstance(p, RunStep) else p.steps * p.times)]
    return [step for step in steps if step.effort.is_hard]


def _seconds(step: RunStep, session: PlannedSession) -> float:
    if step.duration_s is not None:
        return step.duration_s
    metres = step.distance_m or 0.0
    return metres * session.duration_s / session.distance_m if session.distance_m else 0.0


def _scaled(session: PlannedSession, metres: float) -> PlannedSession:
    """The session over `metres` at the pace it had."""
    seconds = session.duration_s * metres / session.distance_m if session.distance_m else 0.0
    return replace(session, distance_m=metres, duration_s=seconds)
