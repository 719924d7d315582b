"""Complaints: sore spots over time, one look at the body, and whether a routine helped."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.body import Finding, Level, RedFlag, Routine, ScreenResult
from unload.model.history import Session, Side, SoreSpot
from unload.model.phrase import Phrase

PAIN_MOST = 10


class Course(StrEnum):
    """How a complaint goes, one week against the week before it."""

    NEW = "new"
    RISING = "rising"
    STEADY = "steady"
    EASING = "easing"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class SoreDay:
    """The pain of one site on one day that was asked about; 0 is a quiet day."""

    day: date
    pain: float
    next_morning: float | None = None

    @property
    def worst(self) -> float:
        """The worse of the day and of the morning after."""
        return max(self.pain, self.next_morning or 0)


@dataclass(frozen=True, slots=True)
class OnsetLoad:
    """Running before a complaint began: its last week, and the usual week of the weeks before.

    The usual is None where no run is known from then.
    """

    week_m: float
    usual_week_m: float | None
    longest_m: float
    usual_longest_m: float | None


@dataclass(frozen=True, slots=True)
class Complaint:
    """One sore spot over time, from its first sore day to its last.

    `followed` are the runs right before the onset; `after_runs` and `after_rest` the mean pain on
    days that follow a run and on those that do not; `morning_change` how much more it hurts on
    waking than on the day before; `returns` how often the same spot had come back by its onset;
    `eased` whether the runner has run less since than before it.
    """

    region: str
    side: Side
    days: tuple[SoreDay, ...]
    course: Course
    returns: int
    onset: OnsetLoad
    followed: tuple[Session, ...]
    after_runs: float | None
    after_rest: float | None
    morning_change: float | None
    eased: bool | None

    @property
    def sore_days(self) -> tuple[SoreDay, ...]:
        return tuple(day for day in self.days if day.worst > 0)

    @property
    def first(self) -> date:
        return self.sore_days[0].day

    @property
    def last(self) -> date:
        return self.sore_days[-1].day

    @property
    def worst(self) -> float:
        return max(day.worst for day in self.days)


@dataclass(frozen=True, slots=True)
class Moving:
    """Complaints that went along the chain: the places in order, and whether downwards."""

    side: Side
    regions: tuple[str, ...]
    days: tuple[date, ...]
    down: bool


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one look at the body says.

    `asked` is what must be answered first; while a question that could stop is open, or a flag
    that stops stands, `findings` and `routine` are hidden and `may_run` is False.
    """

    level: Level | None
    asked: tuple[RedFlag, ...]
    flags: tuple[RedFlag, ...]
    findings: tuple[Finding, ...]
    routine: Routine | None
    may_run: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """One session on one sore site: the pain before it and right after it.

    None is not answered, and never counts as 0.
    """

    day: date
    region: str
    side: Side
    before: float | None = None
    after: float | None = None

    def __post_init__(self) -> None:
        for pain in (self.before, self.after):
            if pain is not None and not 0 <= pain <= PAIN_MOST:
                raise ValueError(f"soreness runs from 0 to {PAIN_MOST}, not {pain}")


class Helped(StrEnum):
    """Whether the routine helped this runner."""

    TOO_EARLY = "too early"
    HELPED = "helped"
    NO_DIFFERENCE = "no difference"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Trial:
    """Sore days of one site with the routine and without: change of pain to the next day.

    `chance` is the share of shuffles of the same days that differ as much; None where it is too
    early to say.
    """

    region: str
    side: Side
    answer: Helped
    days_with: int
    days_without: int
    change_with: float | None
    change_without: float | None
    right_after: float | None
    chance: float | None
    says: Phrase


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the body on one day: what was said, what it shows, and the record around it.

    `spots` are those of the day or, where none were named, the newest of the last days.
    """

    today: date
    spots: tuple[SoreSpot, ...]
    seen: Assessment
    results: tuple[ScreenResult, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    moving: Moving | None = None
    one_side: Side | None = None
    trials: tuple[Trial, ...] = ()
