"""The body: regions, what may be behind a sore spot, and how to work on it."""

import math
from dataclasses import dataclass
from enum import StrEnum

from unload.model.evidence import Grade
from unload.model.history import Sex, Side
from unload.model.phrase import Phrase
from unload.model.specialist import Instruction


class Tissue(StrEnum):
    """What mostly hurts there; a bone that hurts at all is a red-flag candidate."""

    MUSCLE = "muscle"
    TENDON = "tendon"
    BONE = "bone"
    JOINT = "joint"
    FASCIA = "fascia"
    OTHER = "other"

    @property
    def pressed(self) -> bool:
        """Whether a tool may touch it at all: never bone, joint, head, chest or belly."""
        return self in (Tissue.MUSCLE, Tissue.TENDON, Tissue.FASCIA)


class Reach(StrEnum):
    """How far a contributor lies from the sore spot."""

    LOCAL = "local"
    ADJACENT = "adjacent"
    REMOTE = "remote"


class Level(StrEnum):
    """The red-flag ladder, most urgent first."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"

    @property
    def stops(self) -> bool:
        """A, B and C stop everything below them; D is shown and stops nothing."""
        return self in (Level.A, Level.B, Level.C)


class Trigger(StrEnum):
    """What an answer about a sore spot may say: it raises a red flag or calls for its question."""

    SORE = "sore"
    STRONG = "strong"
    BONE = "bone"
    REST = "rest"
    NIGHT = "night"
    WEIGHT = "weight"
    SWELLING = "swelling"
    SUDDEN = "sudden"
    POINT = "point"
    SHARP = "sharp"
    TIGHT = "tight"
    TINGLING = "tingling"
    LONG = "long"


class Outcome(StrEnum):
    """What a screen says of the link it could refute."""

    SUPPORTS = "supports"
    UNCLEAR = "unclear"
    REFUTES = "refutes"


class Kind(StrEnum):
    """What a technique does: press, stretch or strengthen."""

    MASSAGE = "massage"
    STRETCH = "stretch"
    STRENGTH = "strength"


# The OSIICS body areas that a landing goes through, from the foot up to the low back.
LANDING = frozenset("FAQKTGL")


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body that a runner can point at.

    `rule_out` is what must be thought of first; `never_press` what no tool may touch there.
    `order` is its place in a routine: large muscles first, soles last. `height` runs from 0 at
    the toes to 100 at the crown; `snomed` is the nearest SNOMED CT structure that holds the place,
    `osiics` its body area.
    """

    key: str
    name: str
    anatomical: str
    tissue: Tissue
    sided: bool
    order: int
    rule_out: str
    never_press: str
    neighbours: tuple[str, ...]
    height: float = 0
    snomed: str = ""
    osiics: str = ""

    @property
    def lands(self) -> bool:
        """Whether a running step loads it."""
        return self.osiics in LANDING


@dataclass(frozen=True, slots=True)
class Link:
    """One edge of the chain: a region, and what may contribute to its soreness.

    `target` is a region key where the contributor is a place, else empty. `weight` is the
    prior of its reach, shared within the reach; it ranks, it is not a probability.
    """

    region: str
    contributor: str
    target: str
    reach: Reach
    grade: Grade
    source: str
    screen: str


@dataclass(frozen=True, slots=True)
class Norm:
    """The published middle of a screen's result for one sex from one age on."""

    age_from: float
    sex: Sex
    value: float


@dataclass(frozen=True, slots=True)
class Screen:
    """A self-test that can support or refute a link.

    A screen without `unit` is answered by yes (supports) or no. One with a unit is measured on
    each side: at `low` or under it supports, from `high` on it refutes; a side that lags by more
    than `difference` supports. `norms` stand in for `low`, less the `difference` that is noise.
    `telling` is false for a test too weak to move the ranking whatever it shows; `aloud` is what
    must be said wherever it is named.
    """

    key: str
    name: str
    instructions: str
    error: str
    source: str
    asks: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    difference: float | None = None
    telling: bool = True
    aloud: str = ""
    norms: tuple[Norm, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenResult:
    """What a runner found: a yes or no, or the measure of each side."""

    screen: str
    yes: bool | None = None
    left: float | None = None
    right: float | None = None

    def __post_init__(self) -> None:
        for value in (self.left, self.right):
            if value is not None and not (math.isfinite(value) and value >= 0):
                raise ValueError(f"a screen measures 0 or more, not {value}")


@dataclass(frozen=True, slots=True)
class Finding:
    """A candidate contributor to a complaint: something to check, never a cause.

    `outcome` is what its screen said, None where it was not done.
    """

    region: str
    side: Side
    contributor: str
    reach: Reach
    grade: Grade
    source: str
    screen: str
    weight: float
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A question whose yes stops everything below it.

    `regions` limits the question to sore spots there; empty means anywhere. It is asked where one
    of `asked_if` holds or is not known, and raised without a question by any of `raised_by`.
    """

    key: str
    level: Level
    question: str
    action: str
    regions: tuple[str, ...]
    source: str
    raised_by: tuple[Trigger, ...] = ()
    asked_if: tuple[Trigger, ...] = ()
    who: str = ""
    how_soon: str = ""


@dataclass(frozen=True, slots=True)
class Blocker:
    """A condition that forbids self-massage, in `regions` or, where those are empty, anywhere.

    `at_site` says that the runner may name the one place it concerns ("open-wound:calf").
    """

    key: str
    condition: str
    at_site: bool
    regions: tuple[str, ...]
    grade: Grade
    source: str


@dataclass(frozen=True, slots=True)
class Technique:
    """How to work on one region with one tool, or with none.

    `always` puts it into every routine, sore or not; `spot` works the one point that hurts;
    `optional` is offered, and is the first to go where time is short. `gentle` lowers the limit
    of pressure, `never` says in words when to leave it, `never_with` names the regions whose
    soreness forbids it.
    """

    key: str
    region: str
    tool: str
    name: str
    position: str
    stroke: str
    optional: bool
    grade: Grade
    source: str
    always: bool = False
    spot: bool = False
    kind: Kind = Kind.MASSAGE
    gentle: bool = False
    never: str = ""
    never_with: tuple[str, ...] = ()


USUAL = Phrase("step.usual")


@dataclass(frozen=True, slots=True)
class Step:
    """One timed step of a routine: technique, side, sets, seconds per set, and why it is there.

    `limit` is the discomfort, 0-10, that it may not pass.
    """

    technique: Technique
    side: Side
    sets: int
    seconds: float
    spot: bool = False
    why: Phrase = USUAL
    limit: float | None = None

    @property
    def total_s(self) -> float:
        return self.sets * self.seconds


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of steps; `left_out` names the sites or steps that were blocked and why.

    `asked` is what specialists asked for besides, as they gave it; it takes none of its time.
    """

    steps: tuple[Step, ...]
    left_out: tuple[str, ...] = ()
    asked: tuple[Instruction, ...] = ()

    @property
    def total_s(self) -> float:
        return sum(step.total_s for step in self.steps)
