"""Where a number comes from: Source, Grade and Constant."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How good the evidence for a claim is. There is no default on purpose."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    EXPERT = "expert"
    CONTRADICTED = "contradicted"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Source:
    """One publication, book or decision that a number or a claim rests on."""

    key: str
    authors: str
    year: int
    title: str
    journal: str
    doi: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """One number of the science: its value, the range it may take, and its birthplace.

    `verified` is False where the number was not seen in the source itself; the user is told.
    """

    name: str
    value: float
    unit: str
    low: float
    high: float
    source: str
    where: str
    grade: Grade
    verified: bool
    note: str = ""

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.name}: {self.value} lies outside {self.low}..{self.high}")
