"""What imports say of themselves, made up."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from unload.errors import Problem

ODD = Problem("a[b].csv line 3", "is no number; write 10.5")


@dataclass(frozen=True)
class File:
    """One file of an import."""

    name: str = "a[b].csv"
    state: str = "imported"
    sessions: int = 3
    duplicates: int = 1
    check_ins: int = 0
    problems: tuple[Problem, ...] = (ODD,)


@dataclass(frozen=True)
class Import:
    """One import."""

    number: int | None = 7
    name: str = "export.zip"
    finished: bool = True
    resumed: bool = False
    useless: bool = False
    files: tuple[File, ...] = (File(), File("b.csv", "known", 1, 1, 0, ()))
    seen: int = 5
    imported: int = 2
    duplicate: int = 2
    quarantined: int = 1
    check_ins: int = 4
    covered: int = 6
    others: dict[str, int] = field(default_factory=lambda: {"a picture": 9})
    problems: tuple[Problem, ...] = (ODD,)
    took_s: float = 4.0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """One import in the list."""

    number: int = 7
    name: str = "export.zip"
    started_at: datetime = datetime(2024, 11, 17, 12, tzinfo=UTC)
    finished_at: datetime | None = None


@dataclass(frozen=True)
class Preview:
    """What an import would do."""

    report: Import = field(default_factory=lambda: Import(number=None))
    runs: int = 812
    run_km: float = 7912.4
    first: date | None = date(2019, 1, 2)
    last: date | None = date(2024, 11, 2)
    runners: tuple[str, ...] = ("sam",)
