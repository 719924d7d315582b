"""The verb of a calendar that follows: the weeks that were taken, and when that last changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from unload.model.plan import UnloadingWeek
from unload.science.accepted import decided, taken
from unload.store import changes as book
from unload.store import opening

Taken = tuple[UnloadingWeek, frozenset[date]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Every week of which days were taken, with those days; `changed_at` is the newest change."""

    weeks: tuple[Taken, ...]
    changed_at: datetime | None


@opening.opened()
def agreed(today: date, *, stopped: bool = False, runner: str = "") -> Agreed:
    """What was taken, as it was moved. Where a red flag has `stopped` it, nothing lies ahead."""
    changes = book.changes(runner)
    weeks = {change.first_day: change.week for change in changes}
    found = []
    for first, week in weeks.items():
        days = {day for day in taken(changes, first) if day < today or not stopped}
        found.append((decided(changes, week), frozenset(days)))
    return Agreed(
        weeks=tuple((week, days) for week, days in found if days),
        changed_at=changes[-1].made_at if changes else None,
    )
