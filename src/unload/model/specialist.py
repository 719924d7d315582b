"""What a specialist asked for: who it was, for how long, and the exercises in their own words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Specialist(StrEnum):
    """Who looks at a runner, and so whom a page is written for."""

    MASSAGE = "massage"
    PHYSIO = "physio"
    DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as it was given; `minutes` is what it takes a day, None where nobody said."""

    text: str
    minutes: float | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("an exercise needs its words")
        if self.minutes is not None and not 0 < self.minutes <= EXERCISE_MINUTES_MAX:
            raise ValueError(f"minutes must lie above 0 and up to {EXERCISE_MINUTES_MAX}")


EXERCISE_MINUTES_MAX = 240


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a specialist asked for, from `first_day` to `last_day`.

    `running` False: no running; `hard` False: nothing hard; `longest_m`: no run beyond it. `by` is
    who asked, None where it was not said.
    """

    first_day: date
    last_day: date
    running: bool = True
    hard: bool = True
    longest_m: float | None = None
    exercises: tuple[Exercise, ...] = ()
    by: Specialist | None = None

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("an instruction cannot end before it begins")
