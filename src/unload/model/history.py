"""What happened: sessions, check-ins and sore spots of one runner, oldest first.

Unknown is None in a noun and NaN in an array; 0 is always a measured zero.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter

from unload.model.specialist import Instruction
from unload.model.week_start import MONDAY


class Sport(StrEnum):
    """What kind of work a session was; only RUN counts as running distance and impact."""

    RUN = "run"
    WALK = "walk"
    RIDE = "ride"
    SWIM = "swim"
    STRENGTH = "strength"
    OTHER = "other"


class Side(StrEnum):
    """Which side of the body, seen by its owner."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"


class Sex(StrEnum):
    """Sex as the published formulas use it; leave it out and no formula that needs it is used."""

    FEMALE = "female"
    MALE = "male"


def _check(name: str, value: float | None, low: float, high: float = math.inf) -> None:
    """Refuse a number that is not finite or lies outside low..high."""
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        raise ValueError(f"{name} must lie in {low}..{high}, not {value}")


@dataclass(frozen=True, slots=True)
class Session:
    """One bout of training.

    `start` is the runner's own wall clock, without a zone; `duration_s` is moving time where the
    source knows it. Positions are never kept. `where` says which file and row it came from,
    `marks` what a reader should know of it ("salvaged", "treadmill").
    """

    start: datetime
    sport: Sport
    duration_s: float
    distance_m: float | None = None
    elapsed_s: float | None = None
    avg_hr: float | None = None
    max_hr: float | None = None
    climb_m: float | None = None
    rpe: float | None = None
    hard_s: float | None = None
    race: bool = False
    runner: str = ""
    source: str = ""
    source_id: str = ""
    where: str = ""
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None:
            raise ValueError("start is the runner's wall clock and carries no zone")
        if self.duration_s <= 0:
            raise ValueError("duration_s must be above 0")
        _check("duration_s", self.duration_s, 0)
        for name in ("distance_m", "elapsed_s", "climb_m", "hard_s"):
            _check(name, getattr(self, name), 0)
        _check("avg_hr", self.avg_hr, 20, 250)
        _check("max_hr", self.max_hr, 20, 250)
        _check("rpe", self.rpe, 0, 10)

    @property
    def day(self) -> date:
        """The runner's local day."""
        return self.start.date()


class Character(StrEnum):
    """How a sore spot feels, in the runner's own word."""

    DULL = "dull"
    TIGHT = "tight"
    SHARP = "sharp"
    BURNING = "burning"
    TINGLING = "tingling"


@dataclass(frozen=True, slots=True)
class SoreSpot:
    """One sore spot on one day; pain is 0-10, `next_morning` is the pain on waking after it.

    `weight_bearing`: it hurts when the leg carries the body. `point`: a fingertip covers it.
    `sudden`: it came with a pull or a pop. What was not asked is None.
    """

    region: str
    side: Side
    pain: float
    next_morning: float | None = None
    at_rest: bool | None = None
    at_night: bool | None = None
    weight_bearing: bool | None = None
    swelling: bool | None = None
    sudden: bool | None = None
    point: bool | None = None
    character: Character | None = None
    since: date | None = None

    def __post_init__(self) -> None:
        _check("pain", self.pain, 0, 10)
        _check("next_morning", self.next_morning, 0, 10)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Twenty seconds of one day. Wellness items run 1-5, higher is better, soreness too.

    `spots` is None where the question was not answered and () where nothing hurts. `sleep` is how
    well the night was, `sleep_s` the time asleep.
    """

    day: date
    sleep: float | None = None
    fatigue: float | None = None
    soreness: float | None = None
    stress: float | None = None
    mood: float | None = None
    resting_hr: float | None = None
    rmssd_ms: float | None = None
    ill: bool | None = None
    spots: tuple[SoreSpot, ...] | None = None
    sleep_s: float | None = None
    weight_kg: float | None = None
    runner: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        for name in WELLNESS_ITEMS:
            _check(name, getattr(self, name), 1, 5)
        _check("resting_hr", self.resting_hr, 20, 150)
        _check("rmssd_ms", self.rmssd_ms, 1, 400)
        _check("sleep_s", self.sleep_s, 0, 86_400)
        _check("weight_kg", self.weight_kg, 20, 300)

    def with_answers(self, said: "CheckIn") -> "CheckIn":
        """The same day with other answers laid over it; unanswered stays what it was."""
        answers = {field.name: getattr(said, field.name) for field in fields(said)}
        return replace(self, **{name: v for name, v in answers.items() if v is not None})


WELLNESS_ITEMS = ("sleep", "fatigue", "soreness", "stress", "mood")


@dataclass(frozen=True, slots=True)
class Weekly:
    """Four weekly answers of the seven days before, each an option 1 (no trouble) to 4 (most).

    `part` is how far the runner could take part, `change` how much training was changed,
    `performance` how much it suffered, `symptoms` how strong the complaint was. The questions
    are asked in our own words and must not be compared with published prevalences.
    """

    day: date
    part: int | None = None
    change: int | None = None
    performance: int | None = None
    symptoms: int | None = None

    def __post_init__(self) -> None:
        for name in WEEKLY_QUESTIONS:
            _check(name, getattr(self, name), 1, 4)


WEEKLY_QUESTIONS = ("part", "change", "performance", "symptoms")


class EntryKind(StrEnum):
    """What an entry of the calendar is about."""

    RACE = "race"
    PHASE_END = "phase end"
    TRAVEL = "travel"
    ILLNESS = "illness"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the runner's calendar, from its first day to its last."""

    kind: EntryKind
    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("the last day must not lie before the first")


@dataclass(frozen=True, slots=True)
class Race:
    """A goal race: its day and its distance."""

    day: date
    distance_m: float

    def __post_init__(self) -> None:
        _check("distance_m", self.distance_m, 1)


@dataclass(frozen=True, slots=True)
class Raced:
    """A race that was run: its day, its distance, its time."""

    day: date
    distance_m: float
    duration_s: float

    def __post_init__(self) -> None:
        _check("distance_m", self.distance_m, 1)
        _check("duration_s", self.duration_s, 1)


@dataclass(frozen=True, slots=True)
class Runner:
    """What the runner says of themselves; everything may be left out.

    `recent_race` is one that predictions may start from. `tools` are the massage tools at hand,
    `minutes` the time there is for the routine. `red_flags` and `denied` are the keys of the
    red-flag questions answered yes and no, `blockers` those of conditions that forbid self-massage.
    `weekly` are the answers to the weekly questions, `calendar` what is known of the weeks around
    today, `instructions` what a specialist asked for, `week_start` the first weekday, 0 = Monday.
    """

    sex: Sex | None = None
    weight_kg: float | None = None
    hr_rest: float | None = None
    hr_max: float | None = None
    tools: tuple[str, ...] | None = None
    minutes: float | None = None
    red_flags: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()
    recent_race: Raced | None = None
    weekly: tuple[Weekly, ...] = ()
    calendar: tuple[Entry, ...] = ()
    age: float | None = None
    instructions: tuple[Instruction, ...] = ()
    denied: tuple[str, ...] = ()
    week_start: int = MONDAY

    def __post_init__(self) -> None:
        _check("age", self.age, 10, 110)
        _check("weight_kg", self.weight_kg, 20, 300)
        _check("hr_rest", self.hr_rest, 20, 150)
        _check("hr_max", self.hr_max, 80, 250)
        _check("minutes", self.minutes, 0)
        _check("week_start", self.week_start, 0, 6)

    @property
    def answered(self) -> dict[str, bool]:
        """Every red-flag question that has an answer, by its key."""
        return {**dict.fromkeys(self.denied, False), **dict.fromkeys(self.red_flags, True)}

    def answering(self, answers: Mapping[str, bool]) -> "Runner":
        """The same runner with these answers to the red-flag questions, and no others."""
        yes, no = (tuple(k for k, yes in answers.items() if yes is told) for told in (True, False))
        return replace(self, red_flags=yes, denied=no)


@dataclass(frozen=True, slots=True)
class History:
    """Everything known of one runner, oldest first."""

    sessions: tuple[Session, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    runner: Runner = Runner()
    race: Race | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "sessions", tuple(sorted(self.sessions, key=attrgetter("start"))))
        object.__setattr__(self, "check_ins", tuple(sorted(self.check_ins, key=attrgetter("day"))))

    @property
    def runs(self) -> tuple[Session, ...]:
        """The sessions that are running."""
        return tuple(s for s in self.sessions if s.sport is Sport.RUN)
