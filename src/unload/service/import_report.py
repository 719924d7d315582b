"""What an import did, or would do: file by file, and in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime

from unload.errors import Problem
from unload.importers.books import remarks
from unload.importers.group import Group
from unload.model.history import Session, Sport
from unload.model.units import M_PER_KM
from unload.service.tellings import settled
from unload.store.books import Line

# States of files of which something is kept, or would be.
USEFUL = frozenset(("imported", "duplicate", "known"))
# A session with the number of its file.
Told = tuple[int, Session]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: `duplicates` are its sessions that another file tells better."""

    name: str
    state: str
    sessions: int
    duplicates: int
    check_ins: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """One import, file by file; imported + duplicate + quarantined == seen.

    `number` is None where nothing was new and so nothing was written. `covered` recordings are
    told by a table beside them; `others` says what else lay by, `notes` what was assumed.
    """

    number: int | None
    name: str
    started_at: datetime | None
    finished: bool
    files: tuple[FileReport, ...]
    covered: int
    others: dict[str, int]
    resumed: bool = False
    took_s: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def useless(self) -> bool:
        """Whether the path holds nothing that is or could be kept."""
        return self.number is None and not any(file.state in USEFUL for file in self.files)

    @property
    def duplicate(self) -> int:
        return sum(file.duplicates for file in self.files)

    @property
    def imported(self) -> int:
        return sum(file.sessions for file in self.files) - self.duplicate

    @property
    def quarantined(self) -> int:
        return len(self.problems)

    @property
    def seen(self) -> int:
        return sum(file.sessions for file in self.files) + self.quarantined

    @property
    def check_ins(self) -> int:
        return sum(file.check_ins for file in self.files if file.state != "known")

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for file in self.files for problem in file.problems)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, and whose training it looks like; nothing is written."""

    report: ImportReport
    runs: int
    run_km: float
    first: date | None
    last: date | None
    runners: tuple[str, ...]


def preview_of(report: ImportReport, sessions: Sequence[Session]) -> Preview:
    """A preview of the sessions that would be new."""
    runs = [session for session in sessions if session.sport is Sport.RUN]
    days = [session.day for session in sessions]
    return Preview(
        report=report,
        runs=len(runs),
        run_km=sum(run.distance_m or 0.0 for run in runs) / M_PER_KM,
        first=min(days, default=None),
        last=max(days, default=None),
        runners=tuple(sorted({session.runner for session in sessions} - {""})),
    )


def files_of(lines: Iterable[Line], rows: Sequence[Told]) -> Iterator[FileReport]:
    """Each file with what became of it, beside all that is kept."""
    counted = {id(session) for session in settled(rows).counted}
    twice = Counter(file for file, session in rows if id(session) not in counted)
    for line in lines:
        # What another import or another file of this one brought already counts there.
        duplicates = twice[line.file] if line.fresh else line.sessions
        yield FileReport(
            line.name, state_of(line, duplicates), line.sessions, duplicates, line.check_ins,
            line.problems,
        )  # fmt: skip


def shared_in(
    sessions: Sequence[Session], rows: Sequence[Told], fresh: AbstractSet[int]
) -> Iterator[str]:
    """What was read otherwise than it stands, among all rows that are or will be kept."""
    merged, places = settled(rows), {session.where for session in sessions}
    here = [sharing for sharing in merged.sharings if sharing.session.where in places]
    yield from taken_over(merged.groups, rows, fresh)
    yield from remarks(sessions, here)


def taken_over(
    groups: Iterable[Group], rows: Sequence[Told], fresh: AbstractSet[int]
) -> Iterator[str]:
    """How many of the sessions that count from `fresh` files were counted from others before."""
    file_of = {id(session): file for file, session in rows}
    better = sum(
        file_of[id(group.kept)] in fresh
        and any(file_of[id(told.session)] not in fresh for told in group.aside)
        for group in groups
    )
    if better:
        were = "was known already and is" if better == 1 else "were known already and are"
        yield f"{better} of the imported {were} told better here; each still counts once."


def state_of(line: Line, duplicates: int) -> str:
    if not line.fresh:
        return "known"
    if line.sessions > duplicates or line.check_ins:
        return "imported"
    if line.sessions:
        return "duplicate"
    return "quarantined" if line.problems else "no activity"
