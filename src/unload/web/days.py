"""The lighter week as a page shows it: one row a day, before and after, why, and what was taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from unload.model.plan import Kind, UnloadingWeek
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


def next_of(days: Collection[Day], today: date) -> Day | None:
    """The session of today, or of tomorrow where the week begins then."""
    ahead = [day for day in days if 0 <= (day.day - today).days <= 1]
    return ahead[0] if ahead else None
