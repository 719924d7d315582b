"""Accepted: which days of a lighter week the runner has taken, and the week that follows from it.

A session stays on its day unless the runner moves it. What was not run on a day that has passed is
not moved to another, and no day that has passed is taken or given back.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from unload.model.change import Change, Decision
from unload.model.phrase import Phrase
from unload.model.plan import Depth, Move, UnloadingWeek, Week
from unload.science.moves import moved

DEPTHS = (Depth.STEP_BACK, Depth.UNLOADING, Depth.NO_RUNNING)


def taken(changes: Iterable[Change], first_day: date) -> frozenset[date]:
    """The days that hold of the week that begins on a day; changes oldest first."""
    days: frozenset[date] = frozenset()
    for change in changes:
        if change.first_day == first_day:
            given = frozenset(change.days)
            days = days | given if change.decision is Decision.ACCEPTED else days - given
    return days


def current(changes: Sequence[Change], today: date) -> tuple[UnloadingWeek, frozenset[date]] | None:
    """The newest week of which a day from today on holds, as it was proposed, and its days."""
    for change in reversed(changes):
        days = taken(changes, change.first_day)
        if any(day >= today for day in days):
            return change.week, days
    return None


def open_days(week: UnloadingWeek, today: date, only: Collection[int]) -> tuple[date, ...]:
    """The days of a week that can still be taken; `only` names weekdays, 0 = Monday, none all."""
    days = dict.fromkeys(session.day for session in week.after.days)
    return tuple(d for d in days if d >= today and (not only or d.weekday() in only))


def last_standing(changes: Sequence[Change], today: date) -> Change | None:
    """The newest acceptance or move that has not been undone and can be, from today on."""
    undone = {change.undoes for change in changes}
    for change in reversed(changes):
        if change.undoes is None and change.number not in undone and _open(changes, change, today):
            return change
    return None


def _open(changes: Sequence[Change], change: Change, today: date) -> bool:
    """A day of it lies ahead; both days of a move, which would else put a session into the past."""
    if change.move is not None:
        return min(change.move.origin, change.move.target) >= today
    return bool(to_give_back(changes, change, today))


def to_give_back(changes: Sequence[Change], change: Change, today: date) -> tuple[date, ...]:
    """The days of an acceptance that can be given back, none of a move.

    Where a session was moved from a day ahead onto one that has passed, the days of the moves stay:
    what was run is not planned again.
    """
    own = moves(changes, change.first_day)
    run = any(move.target < today <= move.origin for move in own)
    stay = {day for move in own for day in (move.origin, move.target) if run}
    return tuple(day for day in change.days if day >= today and day not in stay)


def moves(changes: Sequence[Change], first_day: date) -> tuple[Move, ...]:
    """The moves that stand in the week that begins on a day, in the order they were made."""
    undone = {change.undoes for change in changes}
    own = (c for c in changes if c.first_day == first_day and c.undoes is None)
    return tuple(c.move for c in own if c.move is not None and c.number not in undone)


def held(week: UnloadingWeek, days: Collection[date]) -> UnloadingWeek:
    """The week as it is with only these days taken; the others stay as they were."""
    rows = zip(week.before.days, week.after.days, week.whys, strict=True)
    pairs = [
        (after, why) if after.day in days else (before, Phrase("why.not_taken"))
        for before, after, why in rows
    ]
    after = Week(tuple(session for session, _ in pairs))
    return replace(week, after=after, whys=tuple(why for _, why in pairs))


def decided(changes: Sequence[Change], week: UnloadingWeek) -> UnloadingWeek:
    """A proposed week as the book has it: the days that are taken, each session where it was put.

    A move whose session is gone, or whose day is no longer free, is told in a note.
    """
    first = week.after.days[0].day
    return moved(held(week, taken(changes, first)), moves(changes, first))


def shown_week(
    changes: Sequence[Change], today: date, proposed: UnloadingWeek | None
) -> UnloadingWeek | None:
    """The week of today: what was accepted as long as it lasts, else what is proposed.

    Where the body asks for more by now, a note says so; nothing is altered behind anybody's back.
    """
    found = current(changes, today)
    if found is None:
        return proposed
    week, _ = found
    first = next(change for change in changes if change.first_day == week.after.days[0].day)
    notes = [Phrase("week.accepted", {"day": first.day})]
    if proposed is not None and DEPTHS.index(proposed.depth) > DEPTHS.index(week.depth):
        notes.append(Phrase("week.deeper_now", {"depth": proposed.depth.value}))
    made = decided(changes, week)
    return replace(made, notes=(*made.notes, *notes))
