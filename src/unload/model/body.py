"""The body: regions, what may be behind a sore spot, and how to work on it."""

from dataclasses import dataclass
from enum import StrEnum

from unload.model.evidence import Grade
from unload.model.history import Side


class Tissue(StrEnum):
    """What mostly hurts there; a bone that hurts at all is a red-flag candidate."""

    MUSCLE = "muscle"
    TENDON = "tendon"
    BONE = "bone"
    JOINT = "joint"
    FASCIA = "fascia"


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
    """What raises a red flag: a yes to its question, or a check-in by itself."""

    ANSWER = "answer"
    BONE = "bone"
    REST = "rest"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body that a runner can point at.

    `rule_out` is what must be thought of first; `never_press` what no tool may touch there.
    `order` is its place in a routine: large muscles first, soles last.
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
class Screen:
    """A self-test that can support or refute a link."""

    key: str
    name: str
    instructions: str
    error: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A candidate contributor to a complaint: something to check, never a cause."""

    region: str
    side: Side
    contributor: str
    reach: Reach
    grade: Grade
    source: str
    screen: str
    weight: float


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A question whose yes stops everything below it.

    `regions` limits the question to sore spots there; empty means it is always asked.
    `raised_by` says what in a check-in raises it without a question.
    """

    key: str
    level: Level
    question: str
    action: str
    regions: tuple[str, ...]
    source: str
    raised_by: Trigger = Trigger.ANSWER


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
    """How to work on one region with one tool.

    `always` puts it into every routine, sore or not; `spot` works the one point that hurts;
    `optional` is offered, and is the first to go where time is short.
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


@dataclass(frozen=True, slots=True)
class Step:
    """One timed step of a routine: technique, side, sets and seconds per set."""

    technique: Technique
    side: Side
    sets: int
    seconds: float
    spot: bool = False

    @property
    def total_s(self) -> float:
        return self.sets * self.seconds


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of steps; `left_out` names the sites or steps that were blocked and why."""

    steps: tuple[Step, ...]
    left_out: tuple[str, ...] = ()

    @property
    def total_s(self) -> float:
        return sum(step.total_s for step in self.steps)
