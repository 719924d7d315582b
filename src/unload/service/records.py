"""The verbs that fill the store from files: import, list the imports, take one back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from hashlib import blake2b
from pathlib import Path
from time import monotonic

from unload.errors import NoSuchPath, Problem
from unload.importers import Progress, importers
from unload.importers.books import judged
from unload.importers.columns import NOTHING, parse_columns
from unload.importers.guarded import Known, read_guarded
from unload.importers.protocol import Note
from unload.importers.reading import (
    DIGEST_BYTES,
    FileRead,
    Memory,
    Place,
    State,
    each_file,
    folder_of,
)
from unload.service.advising import time_zone
from unload.service.tellings import settled
from unload.store import books, history, opening
from unload.store.key import key_in
from unload.store.pages import Page

# A transaction holds the only write lock there is: few files, and not for long. Whoever types a
# check-in meanwhile waits for one of these at most.
PAGES_MAX, RECORDS_MAX, PATIENCE_S = 64, 200, 0.2


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
    told by a table beside them; `others` says what else lay by.
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

    @property
    def useless(self) -> bool:
        """Whether the path holds nothing that is or could be kept."""
        return self.number is None and not any(file.state == "known" for file in self.files)

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


@dataclass
class _Desk:
    """What is remembered while one path is read."""

    pages: list[Page] = field(default_factory=list)
    records: int = 0
    since: float = field(default_factory=monotonic)
    unclaimed: list[tuple[str, str]] = field(default_factory=list)
    indexed: list[str] = field(default_factory=list)
    covered: int = 0
    files: int = 0


@opening.opened()
def import_files(
    path: Path | str,
    *,
    zone: str | None = None,
    columns: str | None = None,
    progress: Progress | None = None,
    guarded: bool = False,
) -> ImportReport:
    """Read everything under a path into the store, once: what is known is not read again.

    A stopped import goes on when the same path is imported again. `columns` says what the columns
    of a table hold. What came from elsewhere is read `guarded`, in a child with little time and
    memory; how many files there are is not known beforehand then, and `progress` is told 0.
    Errors: UnloadError where the path, the zone, the columns or the store cannot be used.
    """
    began = monotonic()
    path = Path(path)
    if not path.exists():
        raise NoSuchPath(f"There is no file or folder named {path}.")
    where = time_zone(zone)
    key = key_in(opening.folder())
    writer = books.Writer(_place_of(path, where, key), path.resolve().name)
    resumed = writer.number is not None
    known = books.digests()
    desk = _Desk()
    place = Place(where, datetime.now(where).replace(tzinfo=None))
    memory = Memory(key, known.__contains__)
    formats = importers(NOTHING if columns is None else parse_columns(columns))
    tell = progress or _silent
    if guarded:
        coming = read_guarded(formats, path, place, Known(key, frozenset(known)))
    else:
        coming = each_file(formats, path, place, tell, memory)
    for read in coming:
        if guarded:
            tell(desk.files, 0, read.name)
        _book(read, desk, known)
        if _is_due(desk):
            _write(desk, writer)
    _write(desk, writer)
    problems, others = judged(desk.unclaimed, desk.indexed, desk.files)
    writer.finish(problems, desk.covered, dict(others))
    return _report(writer, desk, dict(others), resumed, monotonic() - began)


@opening.opened()
def imports() -> tuple[books.Kept, ...]:
    """Every import, the newest first."""
    return tuple(books.imports())


@opening.opened()
def an_import(number: int) -> ImportReport:
    """One import file by file, as it stands today; UnloadError where there is none."""
    kept = books.an_import(number)
    return ImportReport(
        number=number,
        name=kept.name,
        started_at=kept.started_at,
        finished=kept.finished_at is not None,
        files=tuple(_files(books.lines(number))),
        covered=kept.covered,
        others=kept.others,
    )


@opening.opened()
def undo_import(number: int) -> int:
    """Take an import back, exactly; how many files went that no other import had seen."""
    return books.undo(number)


def _place_of(path: Path, zone: tzinfo, key: bytes) -> str:
    """What tells this import from others, without telling the path."""
    said = f"{path.resolve()}\0{zone}".encode("utf-8", "surrogateescape")
    return blake2b(said, key=key, digest_size=DIGEST_BYTES).hexdigest()


def _book(read: FileRead, desk: _Desk, known: set[str]) -> None:
    """Put one file on the desk."""
    desk.files += 1
    if read.covers is not None:
        desk.indexed.append(folder_of(read.name))
    if read.state is State.UNCLAIMED:
        desk.unclaimed.append((read.name, read.looks_like))
    elif read.state is State.COVERED:
        desk.covered += 1
    else:
        # A file of nothing but problems is not remembered, so that a better reader gets its turn.
        # What was assumed is told when a path is looked at; the rows say what came of it.
        records = tuple(record for record in read.records if not isinstance(record, Note))
        told = [record for record in records if not isinstance(record, Problem)]
        digest = read.digest if told or not records else ""
        if digest:
            known.add(digest)
        if not desk.pages:
            desk.since = monotonic()
        desk.pages.append(Page(read.name, digest, records, read.state is State.KNOWN))
        desk.records += len(records)


def _is_due(desk: _Desk) -> bool:
    return (
        len(desk.pages) >= PAGES_MAX
        or desk.records >= RECORDS_MAX
        or bool(desk.pages and monotonic() - desk.since > PATIENCE_S)
    )


def _write(desk: _Desk, writer: books.Writer) -> None:
    writer.write(desk.pages)
    desk.pages, desk.records = [], 0


def _report(
    writer: books.Writer, desk: _Desk, others: dict[str, int], resumed: bool, took_s: float
) -> ImportReport:
    """What the import did; where nothing was new, what was seen."""
    if writer.number is not None:
        return replace(an_import(writer.number), resumed=resumed, took_s=took_s)
    files = tuple(_files(books.lines_of(writer.held)))
    return ImportReport(
        number=None, name=writer.name, started_at=None, finished=True, files=files,
        covered=desk.covered, others=others, took_s=took_s,
    )  # fmt: skip


def _files(lines: Iterable[books.Line]) -> Iterator[FileReport]:
    """Each file with what became of it."""
    told = history.sessions()
    kept = {id(session) for session in settled(told).kept}
    twice = Counter(file for file, session in told if id(session) not in kept)
    for line in lines:
        # What another import or another file of this one brought already counts there.
        duplicates = twice[line.file] if line.fresh else line.sessions
        yield FileReport(
            line.name, _state(line, duplicates), line.sessions, duplicates, line.check_ins,
            line.problems,
        )  # fmt: skip


def _state(line: books.Line, duplicates: int) -> str:
    if not line.fresh:
        return "known"
    if line.sessions > duplicates or line.check_ins:
        return "imported"
    if line.sessions:
        return "duplicate"
    return "quarantined" if line.problems else "no activity"


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""
