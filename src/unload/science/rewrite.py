"""Rewrite one planned session the way a coach would: never longer, never harder, never a token."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, inf
from typing import Any

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
from unload.model.units import COMPARE_DECIMALS, S_PER_MIN


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

    Running and walking in turns stays that, with fewer turns.
    """
    kind = Kind.LONG if session.kind is Kind.LONG else Kind.EASY
    made = replace(session, kind=kind, hard_s=0.0, title="", parts=())
    if walks(session):
        return replace(made, **_fewer_turns(session, wanted_m, grid))
    return _cut(made, wanted_m, grid)


def with_strides(session: PlannedSession, wanted_m: float, grid: Grid) -> PlannedSession:
    """An easy run that ends in a few strides: the legs keep the memory, the body the rest."""
    made = easy(session, wanted_m, grid)
    c = grid.constants
    had = sum(step.effort is Effort.STRIDES for step in session.steps())
    count = min(int(c.strides_count.value), had or int(c.strides_count.value))
    length = count * c.strides_s.value
    left_s = made.duration_s - (length + length)  # as much easy jogging between them
    if left_s <= 0:
        return made
    stride = RunStep(StepKind.WORK, Effort.STRIDES, duration_s=c.strides_s.value)
    jog = RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=c.strides_s.value)
    body = RunStep(StepKind.WORK, Effort.EASY, duration_s=_whole_minutes(left_s))
    return replace(made, parts=(body, Repeat(count, (stride, jog))))


def walks(session: PlannedSession) -> bool:
    """Whether running and walking take turns in it, nothing in it is fast, and it fits its time."""
    efforts = {step.effort for step in session.steps()}
    repeats = any(isinstance(part, Repeat) for part in session.parts)
    fits = parts_s(session.parts, session) <= session.duration_s + 1
    gentle = Effort.WALK in efforts and efforts <= {Effort.WALK, Effort.EASY}
    return repeats and gentle and fits


def strides(session: PlannedSession) -> bool:
    """Whether it is an easy run with strides."""
    efforts = {step.effort for step in session.steps()}
    return Effort.STRIDES in efforts and efforts <= {Effort.STRIDES, Effort.EASY, Effort.WALK}


def faster(session: PlannedSession) -> bool:
    """Whether a part of it is faster than easy, strides not counted."""
    quick = (Effort.STEADY, Effort.THRESHOLD, Effort.HARD)
    return bool(session.hard_s) or any(step.effort in quick for step in session.steps())


def gently(session: PlannedSession) -> PlannedSession:
    """A session of another sport as long as it was, easy."""
    if session.hard_s == 0 and session.kind in (Kind.EASY, Kind.LONG, Kind.CROSS):
        return session
    kind = session.kind if session.kind in (Kind.LONG, Kind.CROSS) else Kind.EASY
    return replace(session, kind=kind, hard_s=0.0, title="", parts=())


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
    hard_s = sum(_seconds(step, session) for step in hard_steps(parts))
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
    return PlannedSession(session.day, Kind.CROSS, 0.0, _whole_minutes(session.duration_s))


def shorter_m(session: PlannedSession, wanted_m: float, grid: Grid) -> float:
    """`wanted_m` on the grid; never longer than it was, never a token run."""
    least = min(grid.constants.shortest_run_min.value, session.distance_m)
    steps = floor(round(wanted_m / grid.metres, COMPARE_DECIMALS))
    on_grid = wanted_m if session.by_time else steps * grid.metres
    return min(max(on_grid, least), session.distance_m)


def shortened_s(session: PlannedSession, share: float) -> PlannedSession:
    """A session of another sport, or one told by time alone, at a share of its time, easy."""
    kind = session.kind if session.kind in (Kind.LONG, Kind.CROSS) else Kind.EASY
    seconds = _whole_minutes(session.duration_s * share)
    return replace(session, kind=kind, duration_s=seconds, hard_s=0.0, title="", parts=())


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


def hard_steps(parts: Sequence[Part]) -> list[RunStep]:
    """The steps that count as hard, repeats written out."""
    steps = [s for p in parts for s in ((p,) if isinstance(p, RunStep) else p.steps * p.times)]
    return [step for step in steps if step.effort.is_hard]


def lasting_s(step: RunStep, seconds_per_m: float) -> float:
    """How long a step takes at a pace."""
    return step.duration_s or (step.distance_m or 0.0) * seconds_per_m


def _seconds(step: RunStep, session: PlannedSession) -> float:
    pace = session.duration_s / session.distance_m if session.distance_m else 0.0
    return lasting_s(step, pace)


def _cut(session: PlannedSession, wanted_m: float, grid: Grid) -> PlannedSession:
    """The session over about `wanted_m` at the pace it had; in whole minutes if told in time."""
    metres = shorter_m(session, wanted_m, grid)
    if not session.distance_m or metres == session.distance_m:
        return session
    pace = session.duration_s / session.distance_m
    seconds = min(metres * pace, session.duration_s)  # never longer by a last digit
    if session.by_time and pace > 0:
        seconds = _whole_minutes(seconds)
        metres = min(seconds / pace, session.distance_m)
    return replace(session, distance_m=metres, duration_s=seconds)


def _whole_minutes(seconds: float) -> float:
    """Whole minutes, but for what is shorter than one."""
    minutes = floor(round(seconds / S_PER_MIN, COMPARE_DECIMALS))
    return float(minutes * S_PER_MIN) if minutes else seconds


def _fewer_turns(session: PlannedSession, wanted_m: float, grid: Grid) -> dict[str, Any]:
    """The fields of a run with walks that has as many turns left as fit, and at least one."""
    before_s = parts_s(session.parts, session)
    ends_s = parts_s([p for p in session.parts if isinstance(p, RunStep)], session)
    share = shorter_m(session, wanted_m, grid) / session.distance_m if session.distance_m else 1
    left = max(before_s * share - ends_s, 0) / (before_s - ends_s)
    parts = tuple(
        replace(p, times=max(round(p.times * left), 1)) if isinstance(p, Repeat) else p
        for p in session.parts
    )
    kept = parts_s(parts, session) / before_s
    metres, seconds = session.distance_m * kept, session.duration_s * kept
    return {"distance_m": metres, "duration_s": seconds, "parts": parts}
