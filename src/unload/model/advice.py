"""What Unload says: signals, reasons, the verdict, the doubts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.body import Finding, RedFlag, Routine
from unload.model.evidence import Constant, Grade
from unload.model.history import Race
from unload.model.phrase import Phrase
from unload.model.plan import UnloadingWeek


class Role(StrEnum):
    """What a signal may do: decide alone, or only support one that does."""

    DECIDES = "decides"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing looked at today: its value, the runner's own baseline, its threshold.

    `on` is None where the signal could not be computed; then `value` is None too and `unknown`
    says why. A signal never turns unknown into 0. `coverage` is the known share of the days it
    looks at, `age_days` the age of the newest of them.
    """

    name: str
    role: Role
    grade: Grade
    value: float | None
    baseline: float | None
    threshold: float | None
    on: bool | None
    constants: tuple[Constant, ...]
    says: Phrase
    unknown: Phrase | None = None
    coverage: float | None = None
    age_days: int | None = None


class VerdictKind(StrEnum):
    """The seven answers."""

    SEE_SOMEONE = "see someone"
    NOT_ENOUGH_DATA = "not enough data"
    TAPER = "taper"
    ALREADY_UNLOADING = "already unloading"
    UNLOAD_NOW = "unload now"
    UNLOAD_SOON = "unload soon"
    TRAIN_ON = "train on"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer and everything it rests on.

    `since` is the first day of the unbroken run of days on which the same answer stood; `by` the
    date an unloading week is due ("unload soon", "train on") or begins ("unload now").
    `changed` says what the answer before was and what has changed; empty where it is the first.
    """

    kind: VerdictKind
    says: Phrase
    since: date | None
    by: date | None
    data_age_days: int | None
    reasons: tuple[Signal, ...]
    unknown: tuple[Phrase, ...]
    would_change: tuple[Phrase, ...]
    flags: tuple[RedFlag, ...] = ()
    changed: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One step of an argument: what is said, the numbers it rests on, and sources without one."""

    says: Phrase
    constants: tuple[Constant, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """One of the three doubts: a band, the sentences that answer it, what they rest on.

    low <= middle <= high in `unit`; all three are None where the answer needs something unknown.
    `says` is the short answer, `points` the whole argument behind it.
    """

    name: str
    unit: str
    low: float | None
    middle: float | None
    high: float | None
    says: tuple[Phrase, ...]
    constants: tuple[Constant, ...]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to race day as a band: low <= middle <= high at every step."""

    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """What a forced stop leaves on the last day by one published scale, from low to high."""

    scale: str
    low: float
    high: float
    constants: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Futures:
    """The two futures, with the week and without it, at weekly steps up to the last of `days`.

    `unit` is s, the predicted time of the race if it were run on that day, or share, the speed
    against today's. `change` is the share of speed that the week alone gives or takes, `inside`
    the share of the draws in a band, `lighter` the first and the last day of the lighter week,
    `stop_days` the shortest and the longest forced stop of `stops`.
    """

    unit: str
    days: tuple[date, ...]
    with_week: Arm
    without: Arm
    change: Arm
    lighter: tuple[date, date] | None
    stops: tuple[Stop, ...]
    stop_days: tuple[int, int]
    inside: float
    constants: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much is known of the last `window_days` days."""

    window_days: int
    known_days: int
    runs: int
    runs_with_hr: int
    runs_with_rpe: int
    check_ins: int
    load_source: str
    load_tied: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole answer of one day.

    `questions` could stop everything and have no answer yet; while there are any, `routine` is None
    and `findings` are empty.
    """

    today: date
    verdict: Verdict
    signals: tuple[Signal, ...]
    week: UnloadingWeek | None
    routine: Routine | None
    findings: tuple[Finding, ...]
    doubts: tuple[Doubt, ...]
    coverage: Coverage
    knowledge_version: str
    race: Race | None = None
    futures: Futures | None = None
    questions: tuple[RedFlag, ...] = ()
