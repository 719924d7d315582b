"""Accepted: which days of a lighter week the runner has taken, and the week that follows from it.

A session belongs to its day. What was not run on a day that has passed is not moved to another,
and no day that has passed is taken or given back.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from unload.model.change import Change, Decision
from unload.model.phrase import Phrase
from unload.model.plan import Depth, UnloadingWeek, Week

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
    """The newest acceptance of a day from today on that has not been undone."""
    undone = {change.undoes for change in changes}
    for change in reversed(changes):
        open_still = any(day >= today for day in change.days)
        if change.decision is Decision.ACCEPTED and change.number not in undone and open_still:
            return change
    return None


def held(week: UnloadingWeek, days: Collection[date]) -> UnloadingWeek:
    """The week as it is with only these days taken; the others stay as they were."""
    rows = zip(week.before.days, week.after.days, week.whys, strict=True)
    pairs = [
        (after, why) if after.day in days else (before, Phrase("why.not_taken"))
        for before, after, why in rows
    ]
    after = Week(tuple(session for session, _ in pairs))
    return replace(week, after=after, whys=tuple(why for _, why in pairs))


def shown_week(
    changes: Sequence[Change], today: date, proposed: UnloadingWeek | None
) -> UnloadingWeek | None:
    """The week of today: what was accepted as long as it lasts, else what is proposed.

    Where the body asks for more by now, a note says so; nothing is altered behind anybody's back.
    """
    found = current(changes, today)
    if found is None:
        return proposed
    week, days = found
    first = next(change for change in changes if change.first_day == week.after.days[0].day)
    notes = [Phrase("week.accepted", {"day": first.day})]
    if proposed is not None and DEPTHS.index(proposed.depth) > DEPTHS.index(week.depth):
        notes.append(Phrase("week.deeper_now", {"depth": proposed.depth.value}))
    made = held(week, days)
    return replace(made, notes=(*made.notes, *notes))
