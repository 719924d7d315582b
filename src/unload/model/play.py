"""A session as it is played: where it stands, what hurt, what was lowered and left out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.body import Step
from unload.model.history import Side


class Press(StrEnum):
    """What the runner does while it plays; YES and NO answer the question about what hurts."""

    PAUSE = "pause"
    SKIP = "skip"
    BACK = "back"
    HURTS = "hurts"
    YES = "yes"
    NO = "no"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Tick:
    """Time that went by."""

    seconds: float


Event = Press | Tick


class Phase(StrEnum):
    """What is going on; after the last three nothing goes on any more."""

    CHANGE = "change"
    WORK = "work"
    ASKING = "asking"
    DONE = "done"
    QUIT = "quit"
    STOPPED = "stopped"

    @property
    def over(self) -> bool:
        return self in (Phase.DONE, Phase.QUIT, Phase.STOPPED)


@dataclass(frozen=True, slots=True)
class Hurt:
    """One "that hurts": its step, its place, and the limit of pressure that held then.

    `alarming` is the answer to the question that follows it; None where it is still open.
    """

    day: date
    step: int
    technique: str
    region: str
    side: Side
    limit: float | None = None
    alarming: bool | None = None


@dataclass(frozen=True, slots=True)
class Play:
    """Where a session stands: the step, the seconds left of it or of the change before it.

    `limits` are the limits of pressure by step, as far as they were lowered; `left_out` the
    regions that hurt twice. While a question is open `phase` is ASKING, time stands still, and
    `held` is the phase to which its answer goes back.
    """

    day: date
    at: int
    left_s: float
    phase: Phase
    paused: bool
    limits: tuple[float | None, ...]
    hurts: tuple[Hurt, ...] = ()
    left_out: tuple[str, ...] = ()
    held: Phase = Phase.WORK

    @property
    def changing(self) -> bool:
        """Whether the seconds left are those of a change of tools."""
        return Phase.CHANGE is (self.held if self.phase is Phase.ASKING else self.phase)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is shown of a session at one instant: the step, its countdown, and what comes.

    `left_s` counts the set down, or the change of tools before the step, where `changing`; `rest_s`
    the whole session. `eased` says that the limit was lowered; `about` is the step that a question
    is about.
    """

    phase: Phase
    paused: bool
    number: int
    steps: int
    step: Step
    set_number: int
    left_s: float
    limit: float | None
    eased: bool
    following: Step | None
    rest_s: float
    whole_s: float
    about: Step | None = None
    changing: bool = False

    @property
    def mark(self) -> tuple[int, int, Phase]:
        """What changes where a bell rings."""
        return self.number, self.set_number, self.phase
