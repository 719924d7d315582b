"""The laws of a rewritten week: what must hold whatever the plan asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from athletes import K
from unload.model.plan import Depth, Kind, Mode, UnloadingWeek, Wishes
from unload.science.rewrite import parts_s

TINY = 1 + 1e-12


@dataclass(frozen=True)
class Made:
    """A rewritten week, what was wished for, and whether something hurts or the runner is ill."""

    week: UnloadingWeek
    wishes: Wishes
    unwell: bool


def distance(made: Made) -> bool:
    return made.week.after.distance_m <= made.week.before.distance_m * TINY


def time(made: Made) -> bool:
    return made.week.after.duration_s <= made.week.before.duration_s * TINY


def hard(made: Made) -> bool:
    before, after = made.week.before.hard_s, made.week.after.hard_s
    return before is None or (after is not None and after <= before * TINY)


def longest(made: Made) -> bool:
    return made.week.after.longest_m <= made.week.before.longest_m * TINY


def rest(made: Made) -> bool:
    return made.week.after.rest_days >= made.week.before.rest_days


def session_by_session(made: Made) -> bool:
    """Nothing moves to another day, grows, or appears on a day of rest."""
    week = made.week
    pairs = list(zip(week.before.days, week.after.days, strict=True))
    return len(pairs) == len(week.whys) and all(
        before.day == after.day
        and after.distance_m <= before.distance_m * TINY
        and after.duration_s <= before.duration_s * TINY
        and (before.kind is not Kind.REST or after.kind is Kind.REST)
        for before, after in pairs
    )


def structure(made: Made) -> bool:
    """What is left of a structure fits into the session, or is the session's own."""
    return all(
        not after.parts
        or after.parts == before.parts
        or after.kind is Kind.HARD
        or parts_s(after.parts, before) <= after.duration_s * (1 + 1e-9)
        for before, after in zip(made.week.before.days, made.week.after.days, strict=True)
    )


def clearly_lighter(made: Made) -> bool:
    """An unloading week, but for runs that would become a token, walks, and one kept session."""
    week = made.week
    if week.depth is not Depth.UNLOADING:
        return True
    least = K.week.shortest_run_min.value
    tokens = sum(min(d.distance_m, least) for d in week.before.days if d.is_run)
    kept = sum(d.distance_m for d in week.after.days if d.kind is Kind.HARD or d.parts)
    most = K.week.step_back_factor.value * week.before.distance_m
    return week.after.distance_m <= most * TINY + tokens + kept


def hardly_hard(made: Made) -> bool:
    """At most one session of an unloading week is sharp, wished for by somebody who is well."""
    if made.week.depth is not Depth.UNLOADING:
        return True
    sharp = sum(d.hard_s != 0 for d in made.week.after.days)
    return sharp <= (made.wishes.mode is Mode.KEEP_ONE and not made.unwell)


def no_running(made: Made) -> bool:
    """Under a red flag there is no run, no bike, nothing."""
    if made.week.depth is not Depth.NO_RUNNING:
        return True
    return all(d.kind is Kind.REST and not d.duration_s for d in made.week.after.days)


def obedient(made: Made) -> bool:
    """What a specialist asked for holds on every day it was asked for."""
    for told in made.wishes.instructions:
        for d in made.week.after.days:
            if not d.is_run or not told.first_day <= d.day <= told.last_day:
                continue
            far = told.longest_m is not None and d.distance_m > told.longest_m
            sharp = d.hard_s != 0 or d.kind in (Kind.HARD, Kind.RACE)
            if not told.running or far or (sharp and not told.hard):
                return False
    return True


def told_in_time(made: Made) -> bool:
    """What was told in time stays so, in whole minutes or as it was."""
    return all(
        not before.by_time
        or after.kind in (Kind.REST, Kind.CROSS)
        or after.parts
        or bool(made.wishes.instructions)
        or (after.by_time and after.duration_s % 60 == 0)
        or after.duration_s in (before.duration_s, min(after.duration_s, 60))
        for before, after in zip(made.week.before.days, made.week.after.days, strict=True)
    )


def free_days(made: Made) -> bool:
    """A day that never has runs has none, before and after, but a race that the plan sets there."""
    pairs = zip(made.week.before.days, made.week.after.days, strict=True)
    return not any(
        before.kind is not Kind.RACE and (before.is_run or after.is_run)
        for before, after in pairs
        if before.day.weekday() in made.wishes.never
    )


LAWS: dict[str, Callable[[Made], bool]] = {
    law.__name__: law
    for law in (
        *(distance, time, hard, longest, rest, session_by_session, structure, clearly_lighter),
        *(hardly_hard, no_running, obedient, told_in_time, free_days),
    )
}


def broken(made: Made) -> list[str]:
    """The names of the laws that do not hold."""
    return [name for name, law in LAWS.items() if not law(made)]
