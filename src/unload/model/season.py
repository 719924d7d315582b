"""The weeks until race day: building, lighter, taper, race; a suggestion with its rule."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.evidence import Constant
from unload.model.phrase import Phrase


class Stage(StrEnum):
    """What a week of the season is for."""

    BUILD = "build"
    LIGHTER = "lighter"
    TAPER = "taper"
    RACE = "race"


@dataclass(frozen=True, slots=True)
class SeasonWeek:
    """One week, by its first day."""

    first_day: date
    stage: Stage


@dataclass(frozen=True, slots=True)
class Season:
    """The weeks from this one to the race, the rule that spaces them, and what moved them.

    `building_weeks` is the number of building weeks between two lighter ones; `weeks` is empty
    where somebody has to look first.
    """

    today: date
    race_day: date
    building_weeks: int
    says: Phrase
    weeks: tuple[SeasonWeek, ...]
    notes: tuple[Phrase, ...]
    constants: tuple[Constant, ...]

    def first_days(self, stage: Stage) -> tuple[date, ...]:
        """The weeks of one kind."""
        return tuple(week.first_day for week in self.weeks if week.stage is stage)
