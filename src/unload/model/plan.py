"""What is to be done: planned sessions, a week of them, and the lighter week beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.specialist import Instruction
from unload.model.week_start import MONDAY, week_of


class Kind(StrEnum):
    """What a planned session is."""

    REST = "rest"
    EASY = "easy"
    RUN = "run"
    HARD = "hard"
    LONG = "long"
    RACE = "race"
    CROSS = "bike or water"


class Effort(StrEnum):
    """How a step is run; strides are short, relaxed and not counted as hard."""

    WALK = "walk"
    EASY = "easy"
    STEADY = "steady"
    THRESHOLD = "threshold"
    HARD = "hard"
    STRIDES = "strides"

    @property
    def is_hard(self) -> bool:
        """Threshold and faster count as hard minutes."""
        return self in (Effort.THRESHOLD, Effort.HARD)


class StepKind(StrEnum):
    """What a step is for."""

    WARM_UP = "warm-up"
    WORK = "work"
    RECOVERY = "recovery"
    COOL_DOWN = "cool-down"


@dataclass(frozen=True, slots=True)
class RunStep:
    """One stretch of a structured session, as long as its distance or its time says.

    `speed_mps` is how fast the plan wants it, where the plan says so.
    """

    kind: StepKind
    effort: Effort
    distance_m: float | None = None
    duration_s: float | None = None
    speed_mps: float | None = None

    def __post_init__(self) -> None:
        if self.speed_mps is not None and self.speed_mps <= 0:
            raise ValueError("a step is run at a speed above 0, or at one nobody told")
        sizes = [size for size in (self.distance_m, self.duration_s) if size is not None]
        if len(sizes) != 1 or sizes[0] <= 0:
            raise ValueError("a step has either a distance or a time, above 0")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Steps run several times over: 6 x (800 m hard, 2 min easy)."""

    times: int
    steps: tuple[RunStep, ...]

    def __post_init__(self) -> None:
        if self.times < 1 or not self.steps:
            raise ValueError("a repeat needs at least one step, run at least once")


Part = RunStep | Repeat


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session of a plan; `hard_s` is None where nobody knows how much of it was hard.

    `parts` is its structure where the plan tells it; distance, time and hard seconds are those of
    the whole session. Sessions of other sports have no `distance_m` of running. `by_time` says that
    the plan told it in time, and that its distance is only what that comes to.
    """

    day: date
    kind: Kind
    distance_m: float = 0.0
    duration_s: float = 0.0
    hard_s: float | None = 0.0
    sport: Sport = Sport.RUN
    title: str = ""
    parts: tuple[Part, ...] = ()
    by_time: bool = False

    def __post_init__(self) -> None:
        if min(self.distance_m, self.duration_s, self.hard_s or 0.0) < 0:
            raise ValueError("a planned session cannot be negative")

    @property
    def is_run(self) -> bool:
        """Whether it is running, and not rest or another sport."""
        return self.sport is Sport.RUN and self.kind not in (Kind.REST, Kind.CROSS)

    @property
    def is_sharp(self) -> bool:
        """Whether something hard is known to be in it."""
        return self.kind in (Kind.HARD, Kind.RACE) or bool(self.hard_s)

    @property
    def told_m(self) -> float:
        """Its distance where that is what was asked for; 0 where it was a time."""
        return 0.0 if self.by_time else self.distance_m

    def steps(self) -> Iterator[RunStep]:
        """Every step in the order it is run, repeats written out."""
        for part in self.parts:
            if isinstance(part, RunStep):
                yield part
            else:
                yield from part.steps * part.times


@dataclass(frozen=True, slots=True)
class Plan:
    """Planned sessions in the order of their days; several on one day are possible."""

    sessions: tuple[PlannedSession, ...] = ()

    def __post_init__(self) -> None:
        ordered = sorted(self.sessions, key=lambda session: session.day)
        object.__setattr__(self, "sessions", tuple(ordered))

    @property
    def trained(self) -> int:
        """How many sessions it asks for, rest days left out."""
        return sum(session.kind is not Kind.REST for session in self.sessions)

    @property
    def weeks(self) -> int:
        """How many weeks from Monday to Sunday it reaches into."""
        return len({week_of(s.day, MONDAY) for s in self.sessions})

    def between(self, first: date, last: date) -> tuple[PlannedSession, ...]:
        """The sessions from one day to another, both included."""
        return tuple(session for session in self.sessions if first <= session.day <= last)


@dataclass(frozen=True, slots=True)
class Week:
    """The sessions of seven days in order; a day without any holds one of kind REST.

    Only running counts as distance and as the longest run; everything counts as time.
    """

    days: tuple[PlannedSession, ...]

    @property
    def distance_m(self) -> float:
        return sum(d.distance_m for d in self.days)

    @property
    def duration_s(self) -> float:
        return sum(d.duration_s for d in self.days)

    @property
    def hard_s(self) -> float | None:
        """Seconds of hard work, or None where one session's is unknown."""
        known = [d.hard_s for d in self.days if d.hard_s is not None]
        return sum(known) if len(known) == len(self.days) else None

    @property
    def longest_m(self) -> float:
        return max((d.distance_m for d in self.days), default=0.0)

    @property
    def rest_days(self) -> int:
        """Days on which nothing is asked."""
        busy = {d.day for d in self.days if d.kind is not Kind.REST}
        return len({d.day for d in self.days} - busy)


class Depth(StrEnum):
    """How deep the lighter week goes, and so what it is called."""

    STEP_BACK = "step-back"
    UNLOADING = "unloading week"
    NO_RUNNING = "week without running"


class Mode(StrEnum):
    """What an unloading week takes away: miles and effort, or miles alone."""

    REDUCE = "reduce"
    KEEP_ONE = "keep-one"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the runner wants the lighter week: `slot` is the work-it-out weekday, 0 = Monday.

    `never` are the weekdays that never have runs; a race that a plan sets on one stays.
    """

    mode: Mode = Mode.REDUCE
    slot: int = 2
    instructions: tuple[Instruction, ...] = ()
    never: frozenset[int] = frozenset()

    def leaves_out(self, session: PlannedSession) -> bool:
        """Whether this is a run on a day that never has one."""
        own = session.is_run and session.kind is not Kind.RACE
        return own and session.day.weekday() in self.never


@dataclass(frozen=True, slots=True)
class Move:
    """One session put on another day of its week; `place` counts the rows of its day from 0."""

    origin: date
    target: date
    place: int = 0


@dataclass(frozen=True, slots=True)
class UnloadingWeek:
    """A week as it would have been, as it should be, and why, session by session.

    `basis` says where the week before came from; `slot` is the index of the work-it-out session's
    day; `notes` say what the week as a whole rests on or costs. Where sessions were moved, `order`
    has for each row the row from which its session came; else it is empty.
    """

    depth: Depth
    before: Week
    after: Week
    whys: tuple[Phrase, ...]
    basis: Phrase
    slot: int
    notes: tuple[Phrase, ...] = ()
    order: tuple[int, ...] = ()

    def origin(self, row: int) -> int:
        """The row from which the session that stands on a row came: mostly its own."""
        return self.order[row] if self.order else row

    @property
    def factor(self) -> float | None:
        """Distance after, as a share of distance before; None where there was none."""
        return self.after.distance_m / self.before.distance_m if self.before.distance_m else None
