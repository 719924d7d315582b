"""What the runner decided about a lighter week: days taken, sessions moved, and either undone."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from unload.model.plan import Move, UnloadingWeek


class Decision(StrEnum):
    """What was done with the days of a change, or with one session."""

    ACCEPTED = "accepted"
    MOVED = "moved"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the book of changes; entries are added and never altered.

    `day` is the runner's day on which it was made, `week` the week as it was proposed, whole,
    and `days` those that were taken or given back. A `move` takes no day and gives none back. An
    undoing names the entry it `undoes`.
    """

    number: int
    made_at: datetime
    day: date
    decision: Decision
    week: UnloadingWeek
    days: tuple[date, ...]
    undoes: int | None = None
    move: Move | None = None

    @property
    def first_day(self) -> date:
        return self.week.after.days[0].day
