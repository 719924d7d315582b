"""Moves: a session of a lighter week put on another of its days, under the laws the week obeys.

A move changes places with a free day and alters no session, so distance, time, effort and the
longest run stay what they were; what it could still break is asked here, law by law.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unload.model.phrase import Phrase
from unload.model.plan import Kind, Move, PlannedSession, UnloadingWeek, Week
from unload.model.specialist import Instruction
from unload.science.instructed import instructed

DAY = timedelta(days=1)
REST_FIRST = "why.rest_first"


@dataclass(frozen=True, slots=True)
class Asked:
    """A move that is wanted in a week as it stands: from one row to the first row of a day."""

    week: UnloadingWeek
    row: int
    there: int

    @property
    def session(self) -> PlannedSession:
        return self.week.after.days[self.row]

    @property
    def target(self) -> date:
        return self.week.after.days[self.there].day


Law = Callable[[Asked], Phrase | None]


def refusal(
    week: UnloadingWeek,
    move: Move,
    today: date,
    *,
    instructions: Iterable[Instruction] = (),
    never: Collection[int] = (),
) -> Phrase | None:
    """Why a move cannot be made in a week as it stands, or None where it can.

    `instructions` are what specialists asked for, `never` the weekdays without runs, 0 = Monday.
    """
    if min(move.origin, move.target) < today:
        return Phrase("move.past")
    asked = _asked(week, move)
    says = asked if isinstance(asked, Phrase) else _broken(asked)
    if isinstance(asked, Phrase) or says is not None:
        return says
    there = replace(asked.session, day=move.target)
    if instructed(there, instructions) != there:
        return Phrase("move.told", {"to": move.target})
    if there.is_run and move.target.weekday() in never:
        return Phrase("move.never", {"to": move.target})
    return None


def moved(week: UnloadingWeek, moves: Iterable[Move]) -> UnloadingWeek:
    """The week with these moves made in it, in their order; a note for each that is no more."""
    made, lost = week, []
    for move in moves:
        asked = _asked(made, move)
        if isinstance(asked, Phrase) or _broken(asked) is not None:
            lost.append(Phrase("week.move_lost", {"day": move.origin, "to": move.target}))
        else:
            made = _exchanged(asked)
    whys = tuple(_why(week, made, row) for row in range(len(week.whys)))
    return replace(made, whys=whys, notes=(*week.notes, *lost))


def place_of(week: UnloadingWeek, row: int) -> int:
    """Which row of its day a row is, from 0."""
    return _rows(week, week.after.days[row].day).index(row)


def _rows(week: UnloadingWeek, day: date) -> list[int]:
    return [row for row, session in enumerate(week.after.days) if session.day == day]


def _asked(week: UnloadingWeek, move: Move) -> Asked | Phrase:
    """The rows of a move, or what is said where there is no such day or no such session."""
    theirs, own = _rows(week, move.target), _rows(week, move.origin)
    if not theirs:
        return Phrase("move.outside", {"to": move.target})
    row = own[move.place] if move.place in range(len(own)) else None
    if row is None or week.after.days[row].kind is Kind.REST:
        return Phrase("move.nothing", {"day": move.origin})
    return Asked(week, row, theirs[0])


def _broken(asked: Asked) -> Phrase | None:
    """What is said of the first law of the week that a move would break."""
    return next((says for law in LAWS if (says := law(asked)) is not None), None)


def _no_race(asked: Asked) -> Phrase | None:
    return Phrase("move.race") if asked.session.kind is Kind.RACE else None


def _free(asked: Asked) -> Phrase | None:
    """One session a day: so no two runs, and no day that is more than the session moved to it."""
    there = (asked.week.after.days[row] for row in _rows(asked.week, asked.target))
    busy = any(session.kind is not Kind.REST for session in there)
    return Phrase("move.busy", {"to": asked.target}) if busy else None


def _rested_first(asked: Asked) -> Phrase | None:
    """Who is ill rests before anything else."""
    rows = zip(asked.week.after.days, asked.week.whys, strict=True)
    until = max((s.day for s, why in rows if why.key == REST_FIRST), default=date.min)
    return None if asked.target > until else Phrase("move.ill", {"to": asked.target})


def _between_hard(asked: Asked) -> Phrase | None:
    """An easier day between two hard ones."""
    beside = (asked.target - DAY, asked.target + DAY)
    others = (s for row, s in enumerate(asked.week.after.days) if row != asked.row)
    hard = next((s.day for s in others if s.is_sharp and s.day in beside), None)
    return Phrase("move.hard", {"other": hard}) if asked.session.is_sharp and hard else None


def _easy_work_day(asked: Asked) -> Phrase | None:
    """Nothing hard on the day to work it out."""
    works_out = asked.week.after.days[asked.week.slot].day == asked.target
    hard = works_out and asked.session.is_sharp
    return Phrase("move.work_day", {"to": asked.target}) if hard else None


def _rest_days(asked: Asked) -> Phrase | None:
    """One of two sessions of a day would take a free day and leave none."""
    fewer = _exchanged(asked).after.rest_days < asked.week.before.rest_days
    return Phrase("move.rest_days") if fewer else None


LAWS: tuple[Law, ...] = (
    _no_race, _free, _rested_first, _between_hard, _easy_work_day, _rest_days,
)  # fmt: skip


def _exchanged(asked: Asked) -> UnloadingWeek:
    """The week with the session and the free row in each other's place."""
    week, one, other = asked.week, asked.row, asked.there
    days = list(week.after.days)
    order = list(week.order) or list(range(len(days)))
    here, there = days[one], days[other]
    days[one], days[other] = replace(there, day=here.day), replace(here, day=there.day)
    order[one], order[other] = order[other], order[one]
    return replace(week, after=Week(tuple(days)), order=tuple(order))


def _why(week: UnloadingWeek, made: UnloadingWeek, row: int) -> Phrase:
    """Why a row is what it is: its own reason, or where its session came from or went to."""
    came = made.origin(row)
    if came == row:
        return week.whys[row]
    if made.after.days[row].kind is not Kind.REST:
        return Phrase("why.moved_here", {"day": week.after.days[came].day})
    if week.after.days[row].kind is not Kind.REST:
        return Phrase("why.moved_away", {"day": week.after.days[made.order.index(row)].day})
    return week.whys[row]
