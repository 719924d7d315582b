"""The way back: what the gate asks, what it answers, and the rungs of the walk-run ladder."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.evidence import Constant
from unload.model.phrase import Phrase
from unload.model.plan import PlannedSession, Week


class Light(StrEnum):
    """How one criterion stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What the gate says."""

    PASS = "pass"  # noqa: S105 # the gate opens; nothing is a password here
    EXTEND = "extend"
    REFER = "refer"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class GateAnswers:
    """One morning's answers beyond the check-in; None was not asked.

    `walks_freely`: walking and stairs without pain. `raises` are heel raises on one leg as
    (left, right), `best_raises` the runner's own best of each.
    """

    day: date
    walks_freely: bool | None = None
    limps: bool | None = None
    raises: tuple[int, int] | None = None
    best_raises: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that has to be well on one day, in words, with what it was compared with."""

    name: str
    day: date
    light: Light
    says: Phrase
    constants: tuple[Constant, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """Go on, three more easy days, or see someone; with everything that was looked at."""

    outcome: Outcome
    says: Phrase
    criteria: tuple[Criterion, ...]
    until: date | None = None

    @property
    def failed(self) -> tuple[Criterion, ...]:
        """What is not green, the gravest first."""
        order = (Light.RED, Light.AMBER, Light.UNKNOWN)
        bad = [c for c in self.criteria if c.light is not Light.GREEN]
        return tuple(sorted(bad, key=lambda c: order.index(c.light)))


class Soreness(StrEnum):
    """What a rung of the ladder did to the sore spot."""

    NONE = "none"
    WARM_UP_GOES = "sore in the warm-up, then gone"
    WARM_UP_STAYS = "sore in the warm-up, and it stayed"
    DURING = "sore during the run"
    DAY_AFTER = "sore the day after"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the walk-run ladder: `times` x (`run_s` running, `walk_s` walking)."""

    number: int
    run_s: float
    walk_s: float
    times: int
    source: str


@dataclass(frozen=True, slots=True)
class Climb:
    """Where on the ladder the next session is, and on which day at the earliest."""

    rung: int
    day: date
    says: Phrase


@dataclass(frozen=True, slots=True)
class WeekBack:
    """The first week after the gate: as it would have been, as it should be, and why."""

    before: Week
    after: Week
    whys: tuple[Phrase, ...]
    basis: Phrase


@dataclass(frozen=True, slots=True)
class LadderStep:
    """A rung to come and the session it is."""

    climb: Climb
    session: PlannedSession


@dataclass(frozen=True, slots=True)
class WayBack:
    """The gate of one day and what lies behind it: a week, or the ladder, or neither yet.

    Of the ladder the first step is the next one; the others follow if nothing gets sore.
    """

    today: date
    gate: Gate
    week: WeekBack | None = None
    ladder: tuple[LadderStep, ...] = ()
