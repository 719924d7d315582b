"""The way back up: the first week after an unloading week, and the walk-run ladder after worse."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from unload.model.comeback import Climb, Rung, Soreness
from unload.model.constants import ComebackConstants
from unload.model.phrase import Phrase
from unload.model.plan import Kind, PlannedSession, Week
from unload.model.units import DAYS_PER_WEEK
from unload.science.rewrite import Grid, easy, shorter_m

Pair = tuple[PlannedSession, Phrase]


def ramp_back(
    before: Week, longest_m: float, grid: Grid, constants: ComebackConstants
) -> tuple[Pair, ...]:
    """The first week back, from the week as it would have been: session and why.

    Nearly all of it, two easy days first, and no run beyond 1.10 x the longest of the last
    30 days (`longest_m`, NaN where unknown: then the week's own longest run is the limit).
    """
    limit_m = constants.ramp_longest_max.value * longest_m if longest_m > 0 else before.longest_m
    first = min(day.day for day in before.days)
    easy_until = first + timedelta(days=int(constants.ramp_easy_days.value))
    return tuple(
        _returned(session, limit_m, session.day < easy_until, (grid, constants))
        for session in before.days
    )


def _returned(
    session: PlannedSession,
    limit_m: float,
    first: bool,
    limits: tuple[Grid, ComebackConstants],
) -> Pair:
    grid, constants = limits
    if not session.is_run:
        return session, Phrase("why.as_before")
    wanted_m = constants.ramp_first_week.value * session.distance_m
    if first and session.kind is not Kind.RACE:
        return easy(session, min(wanted_m, limit_m), grid), Phrase("why.first_days_easy")
    if wanted_m > limit_m:
        return _cut(session, shorter_m(session, limit_m, grid)), Phrase("why.under_the_limit")
    if session.kind in (Kind.HARD, Kind.RACE):
        return session, Phrase("why.as_before")
    return _cut(session, shorter_m(session, wanted_m, grid)), Phrase("why.nearly_all")


def _cut(session: PlannedSession, metres: float) -> PlannedSession:
    """The session over `metres`, with its time and hard part in proportion."""
    if not session.distance_m or metres >= session.distance_m:
        return session
    share = metres / session.distance_m
    hard_s = None if session.hard_s is None else session.hard_s * share
    seconds = session.duration_s * share
    return replace(session, distance_m=metres, duration_s=seconds, hard_s=hard_s, parts=())


def climb(
    rungs: Sequence[Rung],
    done: Sequence[tuple[date, int, Soreness]],
    constants: ComebackConstants,
    today: date,
) -> Climb:
    """The next rung and its earliest day, after the sessions `done` (day, rung, soreness).

    Soreness decides: none goes up, sore in the warm-up that goes stays, sore that stays or comes
    during the run goes down with days off, sore the day after stays with a day off. Never more
    than two rungs up in seven days.
    """
    if not done:
        return Climb(rungs[0].number, today, Phrase("ladder.begin"))
    day, rung, sore = max(done, key=lambda row: row[0])
    step, extra = _move(sore, constants)
    lately = [n for when, n, _ in done if day - timedelta(days=DAYS_PER_WEEK) < when]
    highest = min(lately) + int(constants.ladder_rungs_per_week_max.value)
    wanted = min(rung + step, highest, rungs[-1].number)
    next_day = day + timedelta(days=int(constants.ladder_days_between.value) + extra)
    key = "ladder.held" if rung + step > highest else f"ladder.{sore.name.lower()}"
    return Climb(max(wanted, rungs[0].number), max(next_day, today), Phrase(key, {"rung": wanted}))


def way_up(
    rungs: Sequence[Rung],
    done: Sequence[tuple[date, int, Soreness]],
    constants: ComebackConstants,
    today: date,
) -> tuple[Climb, ...]:
    """The next rung and those that follow up to the last, as long as nothing gets sore."""
    rows, steps = list(done), list[Climb]()
    while not steps or steps[-1].rung < rungs[-1].number:
        steps.append(climb(rungs, rows, constants, today))
        rows.append((steps[-1].day, steps[-1].rung, Soreness.NONE))
    return tuple(steps)


def _move(sore: Soreness, constants: ComebackConstants) -> tuple[int, int]:
    """How many rungs up, and how many days off more than usual."""
    off = int(constants.ladder_sore_rest_days.value)
    return {
        Soreness.NONE: (1, 0),
        Soreness.WARM_UP_GOES: (0, 0),
        Soreness.WARM_UP_STAYS: (-1, off),
        Soreness.DURING: (-1, 1),
        Soreness.DAY_AFTER: (0, 1),
    }[sore]
