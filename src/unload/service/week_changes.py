"""The verbs that keep a lighter week: accept it, give it back, list what was decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from unload.errors import UnloadError
from unload.model.advice import VerdictKind
from unload.model.change import Change
from unload.model.plan import UnloadingWeek
from unload.science.accepted import current, held, last_standing, open_days, taken
from unload.service.advising import Answer, time_zone
from unload.store import changes as book
from unload.store import opening

NO_WEEK = "No lighter week is due. --force takes one all the same."
ASK_FIRST = "Something sore asks a question first: `unload body` asks it, and then there is a week."
NO_DAY = "None of these days is left in the week; days gone by stay as they were."
SEE_FIRST = "See someone first; a week is accepted after that."


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was decided, and the week as it now is; `new` is False where nothing was added."""

    change: Change
    week: UnloadingWeek
    new: bool = True


@opening.opened()
def accept(answer: Answer, only: Collection[int] = (), *, runner: str = "") -> Accepted:
    """Take the proposed week, or its days on these weekdays (0 = Monday), from today on.

    While an accepted week lasts, more of its days are taken, not a second week over it. What is
    taken already is not taken twice. Errors: UnloadError where there is nothing to take.
    """
    today = answer.advice.today
    if answer.advice.verdict.kind is VerdictKind.SEE_SOMEONE:
        raise UnloadError(SEE_FIRST)
    with book.at_once():
        before = book.changes(runner)
        found = current(before, today)
        week = answer.advice.week if found is None else found[0]
        if week is None:
            raise UnloadError(ASK_FIRST if answer.advice.questions else NO_WEEK)
        first = week.after.days[0].day
        days = open_days(week, today, only)
        if not days:
            raise UnloadError(NO_DAY)
        had = taken(before, first)
        new = tuple(day for day in days if day not in had)
        if not new:
            last = [c for c in before if c.first_day == first][-1]
            return Accepted(last, held(week, had), new=False)
        change = book.accept(runner, today, week, new)
    return Accepted(change, held(week, {*had, *new}))


@opening.opened()
def undo(*, today: date | None = None, runner: str = "", zone: str | None = None) -> Accepted:
    """Give back the newest acceptance, from today on; days gone by stay as they were.

    Errors: UnloadError where nothing that was accepted lies ahead.
    """
    day = today or datetime.now(time_zone(zone)).date()
    with book.at_once():
        before = book.changes(runner)
        last = last_standing(before, day)
        if last is None:
            raise UnloadError("There is nothing to undo: no accepted day lies ahead.")
        back = tuple(d for d in last.days if d >= day)
        change = book.undo(runner, day, last, back)
    return Accepted(change, held(last.week, taken([*before, change], last.first_day)))


@opening.opened()
def changes(*, runner: str = "") -> tuple[Change, ...]:
    """Every change, the newest first."""
    return tuple(reversed(book.changes(runner)))
