"""The verbs that keep a lighter week: accept it, move a session, give it back, list all of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from unload.errors import UnloadError
from unload.model.advice import VerdictKind
from unload.model.change import Change
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Move, UnloadingWeek
from unload.science.accepted import (
    current,
    decided,
    last_standing,
    open_days,
    taken,
    to_give_back,
)
from unload.science.moves import place_of, refusal
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
    with book.at_once():
        before = book.changes(runner)
        week = _at_hand(answer, before)
        first = week.after.days[0].day
        days = open_days(week, today, only)
        if not days:
            raise UnloadError(NO_DAY)
        had = taken(before, first)
        new = tuple(day for day in days if day not in had)
        if not new:
            last = [c for c in before if c.first_day == first][-1]
            return Accepted(last, decided(before, week), new=False)
        change = book.accept(runner, today, week, new)
    return Accepted(change, decided([*before, change], week))


@opening.opened()
def move(
    answer: Answer, wanted: Move, *, runner: str = "", never: Collection[int] = ()
) -> Accepted | Phrase:
    """Put a session on another day of the week; where that cannot be, the Phrase says why.

    A week that is only proposed is taken with it; of an accepted one, the days that are taken can
    be moved. `never` are the weekdays without runs. Errors: as `accept`.
    """
    today = answer.advice.today
    with book.at_once():
        before = book.changes(runner)
        week = _at_hand(answer, before)
        had = taken(before, week.after.days[0].day)
        under_way = any(day >= today for day in had)
        shown = decided(before, week) if under_way else week
        says = _why_not(answer, shown, wanted, had, never)
        if says is not None:
            return says
        days = (wanted.target,) if under_way else open_days(week, today, ())
        new = tuple(day for day in days if day not in had)
        made = [book.accept(runner, today, week, new)] if new else []
        made.append(book.move(runner, today, week, wanted))
    return Accepted(made[-1], decided([*before, *made], week))


def ways(
    answer: Answer, had: Collection[date], *, never: Collection[int] = ()
) -> tuple[Mapping[date, Phrase | None], ...]:
    """For each session of the week that is shown every other day, and why it cannot go there.

    `had` are the days of that week which are taken. Whose session cannot move at all has no day.
    """
    week = answer.advice.week
    if week is None or answer.advice.verdict.kind is VerdictKind.SEE_SOMEONE:
        return ()
    days = tuple(dict.fromkeys(session.day for session in week.after.days))
    found = []
    for row, session in enumerate(week.after.days):
        moves = (Move(session.day, day, place_of(week, row)) for day in days if day != session.day)
        said = {move.target: _why_not(answer, week, move, had, never) for move in moves}
        found.append(said if None in said.values() else {})
    return tuple(found)


def _why_not(
    answer: Answer,
    week: UnloadingWeek,
    wanted: Move,
    had: Collection[date],
    never: Collection[int],
) -> Phrase | None:
    """Why a move cannot be made in a week as it is shown, with the days of it that are taken."""
    told, today = answer.history.runner.instructions, answer.advice.today
    says = refusal(week, wanted, today, instructions=told, never=never)
    left = any(day >= today for day in had) and wanted.origin not in had
    return Phrase("move.not_taken", {"day": wanted.origin}) if left and says is None else says


def by_weekday(week: UnloadingWeek, origin: int, target: int) -> Move:
    """The move of what stands on one weekday of a week to another (0 = Monday)."""
    days = {session.day.weekday(): session.day for session in week.after.days}
    rows = [row for row, s in enumerate(week.after.days) if s.day == days[origin]]
    busy = [row for row in rows if week.after.days[row].kind is not Kind.REST]
    return Move(days[origin], days[target], place_of(week, (busy or rows)[0]))


def _at_hand(answer: Answer, before: Sequence[Change]) -> UnloadingWeek:
    """The week that lasts, as it was proposed, else the one that is proposed now."""
    if answer.advice.verdict.kind is VerdictKind.SEE_SOMEONE:
        raise UnloadError(SEE_FIRST)
    found = current(before, answer.advice.today)
    week = answer.advice.week if found is None else found[0]
    if week is None:
        raise UnloadError(ASK_FIRST if answer.advice.questions else NO_WEEK)
    return week


@opening.opened()
def undo(*, today: date | None = None, runner: str = "", zone: str | None = None) -> Accepted:
    """Give back the newest acceptance or move, from today on; days gone by stay as they were.

    Errors: UnloadError where nothing that was accepted lies ahead.
    """
    day = today or datetime.now(time_zone(zone)).date()
    with book.at_once():
        before = book.changes(runner)
        last = last_standing(before, day)
        if last is None:
            raise UnloadError("There is nothing to undo: no accepted day lies ahead.")
        change = book.undo(runner, day, last, to_give_back(before, last, day))
    return Accepted(change, decided([*before, change], last.week))


@opening.opened()
def undoes(today: date, *, runner: str = "") -> Change | None:
    """What `undo` would give back on a day, None where there is nothing."""
    return last_standing(book.changes(runner), today)


@opening.opened()
def changes(*, runner: str = "") -> tuple[Change, ...]:
    """Every change, the newest first."""
    return tuple(reversed(book.changes(runner)))
