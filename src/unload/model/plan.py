"""What is to be done: planned sessions, a week of them, and the lighter week beside it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.advice import Phrase


class Kind(StrEnum):
    """What a day of the plan holds."""

    REST = "rest"
    EASY = "easy"
    RUN = "run"
    HARD = "hard"
    LONG = "long"
    RACE = "race"


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One day of a plan; `hard_s` is None where nobody knows how much of it was hard."""

    day: date
    kind: Kind
    distance_m: float = 0.0
    duration_s: float = 0.0
    hard_s: float | None = 0.0

    def __post_init__(self) -> None:
        if min(self.distance_m, self.duration_s, self.hard_s or 0.0) < 0:
            raise ValueError("a planned session cannot be negative")


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of a plan, one session a day, oldest first."""

    days: tuple[PlannedSession, ...]

    @property
    def distance_m(self) -> float:
        return sum(d.distance_m for d in self.days)

    @property
    def duration_s(self) -> float:
        return sum(d.duration_s for d in self.days)

    @property
    def hard_s(self) -> float | None:
        """Seconds of hard running, or None where one day's is unknown."""
        known = [d.hard_s for d in self.days if d.hard_s is not None]
        return sum(known) if len(known) == len(self.days) else None

    @property
    def longest_m(self) -> float:
        return max((d.distance_m for d in self.days), default=0.0)

    @property
    def rest_days(self) -> int:
        return sum(d.kind is Kind.REST for d in self.days)


class Depth(StrEnum):
    """How deep the lighter week goes, and so what it is called."""

    STEP_BACK = "step-back"
    UNLOADING = "unloading week"
    NO_RUNNING = "week without running"


@dataclass(frozen=True, slots=True)
class UnloadingWeek:
    """A week as it would have been, as it should be, and why, day by day.

    `basis` says where the week before came from; `slot` is the index of the work-it-out day.
    """

    depth: Depth
    before: Week
    after: Week
    whys: tuple[Phrase, ...]
    basis: Phrase
    slot: int

    @property
    def factor(self) -> float | None:
        """Distance after, as a share of distance before; None where there was none."""
        return self.after.distance_m / self.before.distance_m if self.before.distance_m else None
