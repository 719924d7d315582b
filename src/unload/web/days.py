"""The lighter week as a page shows it: a row a day, what was taken, and where it may move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unload.model.advice import Advice
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Move, PlannedSession, UnloadingWeek
from unload.report.compose_week import session
from unload.report.words import Words


@dataclass(frozen=True, slots=True)
class Day:
    """One session of the week in words; `changes` says whether anything is asked of it."""

    day: date
    before: str
    after: str
    why: str
    rests: bool
    changes: bool
    taken: bool
    gone: bool
    works_out: bool


def days_of(
    week: UnloadingWeek | None, words: Words, taken: Collection[date] = ()
) -> tuple[Day, ...]:
    """Every session of a week; none where there is no week."""
    if week is None:
        return ()
    rows = enumerate(zip(week.before.days, week.after.days, week.whys, strict=True))
    return tuple(
        Day(
            day=after.day,
            before=session(before, words),
            after=session(after, words),
            why=words.say(why),
            rests=after.kind is Kind.REST,
            changes=session(before, words) != session(after, words),
            taken=after.day in taken,
            gone=after.day < words.today,
            works_out=number == week.slot,
        )
        for number, (before, after, why) in rows
    )


@dataclass(frozen=True, slots=True)
class Way:
    """One day to which a session may be moved, or why it may not."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Mover:
    """How a session of the week is named in a form, and the other days of its week."""

    name: str
    ways: tuple[Way, ...]


def movers_of(
    days: Sequence[Day], ways: Sequence[Mapping[date, Phrase | None]], words: Words
) -> list[Mover | None]:
    """Beside each row its session's ways, None where it stays."""
    rows: Counter[date] = Counter()
    found: list[Mover | None] = []
    for day, own in zip(days, ways or [{}] * len(days), strict=True):
        name = f"{day.day.isoformat()}.{rows[day.day]}"
        rows[day.day] += 1
        told = (Way(to, "" if why is None else words.say(why)) for to, why in own.items())
        found.append(Mover(name, tuple(told)) if own else None)
    return found


def move_named(name: str, target: str) -> Move | None:
    """The move that a form asks for; None where it names no session or no day."""
    day, _, place = name.partition(".")
    try:
        return Move(date.fromisoformat(day), date.fromisoformat(target), int(place))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of the week as a picture: its time before and after, as shares of the longest day."""

    day: date
    before: float
    after: float


def bars_of(week: UnloadingWeek | None) -> list[Bar]:
    """A bar for every day of a week, however many sessions it has."""
    if week is None:
        return []
    before, after = _spent(week.before.days), _spent(week.after.days)
    most = max(0.0, *before.values(), *after.values()) or 1.0
    days = sorted(before | after)
    return [Bar(day, before.get(day, 0.0) / most, after.get(day, 0.0) / most) for day in days]


def _spent(sessions: Sequence[PlannedSession]) -> dict[date, float]:
    spent: dict[date, float] = {}
    for one in sessions:
        spent[one.day] = spent.get(one.day, 0.0) + one.duration_s
    return spent


def waits_for(advice: Advice) -> str:
    """What has to come before any week: "answers", "someone" who looks at it, or nothing."""
    if advice.week is not None:
        return ""
    if advice.questions:
        return "answers"
    return "someone" if advice.verdict.flags else ""


def next_of(days: Collection[Day], today: date) -> Day | None:
    """The session of today, or of tomorrow where the week begins then."""
    ahead = [day for day in days if 0 <= (day.day - today).days <= 1]
    return ahead[0] if ahead else None
