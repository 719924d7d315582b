"""The verbs that fill the store from files: import, list the imports, take one back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from time import monotonic

from unload.errors import NoSuchPath, Problem
from unload.importers import Progress, importers
from unload.importers.books import judged, noted
from unload.importers.child import Limits, fair
from unload.importers.columns import NOTHING, parse_columns
from unload.importers.files import size_of
from unload.importers.guarded import Known, read_guarded
from unload.importers.memory import DIGEST_BYTES, Memory
from unload.importers.protocol import Importer, Note
from unload.importers.reading import (
    FileRead,
    Place,
    State,
    each_file,
    folder_of,
)
from unload.importers.zones import Home, machine_zone, told
from unload.model.history import Session
from unload.service.advising import home_at, time_zone
from unload.service.import_report import (
    ImportReport,
    Preview,
    Told,
    files_of,
    preview_of,
    shared_in,
)
from unload.store import books, erasing, history, opening
from unload.store.key import key_in
from unload.store.pages import Page

# A transaction holds the only write lock there is: few files, and not for long. Whoever types a
# check-in meanwhile waits for one of these at most.
PAGES_MAX, RECORDS_MAX, PATIENCE_S = 64, 200, 0.2
Formats = Sequence[Importer]
Reads = Callable[[Formats, Place, bytes, set[str]], Iterator[FileRead]]


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
    sessions: list[Session] = field(default_factory=list)
    noted: list[Note] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@opening.opened()
def import_files(
    path: Path | str,
    *,
    zone: str | None = None,
    columns: str | None = None,
    weight: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Read everything under a path into the store, once: what is known is not read again.

    A stopped import goes on when the same path is imported again. `columns` says what the columns
    of a table hold, `weight` whether the runner wants the body weights in it kept. Errors:
    UnloadError where the path, the zone, the columns or the store cannot be used.
    """
    home = home_at(_there(path), zone)

    def read(formats: Formats, place: Place, key: bytes, known: set[str]) -> Iterator[FileRead]:
        memory = Memory(key, known.__contains__)
        return each_file(formats, Path(path), place, progress or _silent, memory)

    return _import(Path(path), read, home=home, columns=columns, weight=weight)


@opening.opened()
def import_untrusted(
    path: Path | str,
    *,
    zone: str | None,
    columns: str | None = None,
    weight: bool = False,
    progress: Progress | None = None,
    limits: Limits | None = None,
    name: str | None = None,
) -> ImportReport:
    """As `import_files`, for what came through a server: a stranger's files are read elsewhere.

    Each file is read in a child process that has so much time, and no more memory than `limits`
    says, or what is fair for so many bytes; one that takes more or breaks the reader is one
    problem, and the rest is read. `zone` is where the runner lives, or None for where this machine
    is: no file is opened here to find it. `name` is what the import is called, where the path has
    no name of its own.
    """
    home = machine_zone() if zone is None else Home(time_zone(zone), zone, said=True)

    def read(formats: Formats, place: Place, key: bytes, known: set[str]) -> Iterator[FileRead]:
        before = Known(key, frozenset(known))
        return read_guarded(
            formats,
            Path(path),
            place,
            before,
            limits=limits or fair(size_of(Path(path))),
            progress=progress or _silent,
        )

    return _import(_there(path), read, home=home, columns=columns, weight=weight, name=name)


@opening.opened()
def preview(
    path: Path | str,
    *,
    zone: str | None = None,
    columns: str | None = None,
    weight: bool = False,
    progress: Progress | None = None,
) -> Preview:
    """What `import_files` would do, beside what is kept already; nothing is written."""
    began = monotonic()
    path = _there(path)
    home = home_at(path, zone)
    known = books.digests()
    desk = _Desk()
    memory = Memory(key_in(opening.folder()), known.__contains__)
    place = _place(home, weight)
    for found in each_file(_formats(columns), path, place, progress or _silent, memory):
        _book(found, desk, known)
    problems, others = judged(desk.unclaimed, desk.indexed, desk.files)
    pages = [*desk.pages, *(Page(problem.where, "", (problem,)) for problem in problems)]
    lines, rows = books.lines_to_be(pages)
    _assume(desk, rows, {number for number, _ in rows}, home)
    report = ImportReport(
        number=None, name=path.resolve().name, started_at=None, finished=False,
        files=tuple(files_of(lines, [*history.sessions(), *rows])), covered=desk.covered,
        others=dict(others), took_s=monotonic() - began, notes=tuple(desk.notes),
    )  # fmt: skip
    return preview_of(report, desk.sessions)


def _there(path: Path | str) -> Path:
    if not Path(path).exists():
        raise NoSuchPath(f"There is no file or folder named {path}.")
    return Path(path)


def _import(
    path: Path,
    read: Reads,
    *,
    home: Home,
    columns: str | None,
    weight: bool,
    name: str | None = None,
) -> ImportReport:
    """Write what is read, page by page."""
    began = monotonic()
    key = key_in(opening.folder())
    named = path.resolve() if name is None else path.resolve() / name
    writer = books.Writer(_place_of(named, home.name, key), named.name)
    resumed = writer.number is not None
    known = books.digests()
    desk = _Desk()
    for found in read(_formats(columns), _place(home, weight), key, known):
        _book(found, desk, known)
        if _is_due(desk):
            _write(desk, writer)
    _write(desk, writer)
    problems, others = judged(desk.unclaimed, desk.indexed, desk.files)
    writer.finish(problems, desk.covered, dict(others))
    lines = () if writer.number is None else books.lines(writer.number)
    _assume(desk, [], {line.file for line in lines if line.fresh}, home)
    return _report(writer, desk, dict(others), resumed, monotonic() - began)


def _place(home: Home, weight: bool) -> Place:
    return Place(home.zone, datetime.now(home.zone).replace(tzinfo=None), weight=weight)


def _formats(columns: str | None) -> tuple[Importer, ...]:
    return importers(NOTHING if columns is None else parse_columns(columns))


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
        files=tuple(files_of(books.lines(number), history.sessions())),
        covered=kept.covered,
        others=kept.others,
    )


@opening.opened()
def undo_import(number: int) -> int:
    """Take an import back, exactly; how many files went that no other import had seen.

    No byte of what went with it stays in the file of the store, unless another program reads it at
    this moment; then the next undoing cleans up for both.
    """
    gone = books.undo(number)
    erasing.forget_deleted()
    return gone


def _place_of(path: Path, zone: str, key: bytes) -> str:
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
        records = tuple(record for record in read.records if not isinstance(record, Note))
        desk.noted += [record for record in read.records if isinstance(record, Note)]
        desk.sessions += [record for record in records if isinstance(record, Session)]
        useful = [record for record in records if not isinstance(record, Problem)]
        digest = read.digest if useful or not records else ""
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
        report = an_import(writer.number)
        return replace(report, resumed=resumed, took_s=took_s, notes=tuple(desk.notes))
    files = tuple(files_of(books.lines_of(writer.held), history.sessions()))
    return ImportReport(
        number=None, name=writer.name, started_at=None, finished=True, files=files,
        covered=desk.covered, others=others, took_s=took_s, notes=tuple(desk.notes),
    )  # fmt: skip


def _assume(desk: _Desk, more: Sequence[Told], fresh: AbstractSet[int], home: Home) -> None:
    """Note what was read otherwise than it stands, and what was assumed of the zone.

    `fresh` are the numbers of the files that this import brought, or would bring.
    """
    rows = [*history.sessions(), *more] if desk.sessions else []
    shared = shared_in(desk.sessions, rows, fresh)
    zone = told(desk.sessions, home)
    desk.notes += [*noted(desk.noted), *shared, *([zone] if zone else [])]


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""
