"""A specialist's instructions laid over a week: the strictest one wins, nothing is added."""

from collections.abc import Iterable
from dataclasses import replace

from unload.model.plan import Kind, PlannedSession
from unload.model.specialist import Instruction
from unload.science.rewrite import faster, rest


def instructed(session: PlannedSession, instructions: Iterable[Instruction]) -> PlannedSession:
    """The session under everything a specialist asked for on its day."""
    for told in instructions:
        if told.first_day <= session.day <= told.last_day and session.kind is not Kind.REST:
            session = _obeying(session, told)
    return session


def _obeying(session: PlannedSession, told: Instruction) -> PlannedSession:
    if session.is_run and not told.running:
        return rest(session)
    quick = session.kind in (Kind.HARD, Kind.RACE)
    fast = quick or session.hard_s is None or faster(session)
    if fast and not told.hard:
        kind = Kind.LONG if session.kind is Kind.LONG else Kind.EASY
        session = replace(session, kind=kind, hard_s=0.0, title="", parts=())
    if told.longest_m is not None and session.distance_m > told.longest_m:
        share = told.longest_m / session.distance_m
        hard_s = None if session.hard_s is None else session.hard_s * share
        return replace(
            session,
            distance_m=told.longest_m,
            duration_s=session.duration_s * share,
            hard_s=hard_s,
            title="",
            parts=(),
        )
    return session
