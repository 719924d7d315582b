"""Read every file under a path with the formats there are, and keep the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from unload.errors import NoRuns, Problem, UnloadError
from unload.importers.files import opened
from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.merge import merge
from unload.importers.plausible import restated
from unload.importers.protocol import File, Importer, Index, Record
from unload.importers.sniff import looks_like
from unload.model.history import WELLNESS_ITEMS, CheckIn, Session, Sport

Progress = Callable[[int, int, str], None]
_SHOWN_PROBLEMS = 3
DIGEST_BYTES = 32
CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was under a path: imported + duplicate + quarantined == seen.

    `covered` recordings are told by a table beside them and were not read again;
    `not_activities` were read and hold none; `others` says what else was there, and how often.
    """

    sessions: tuple[Session, ...]
    check_ins: tuple[CheckIn, ...]
    problems: tuple[Problem, ...]
    files: int
    seen: int
    imported: int
    duplicate: int
    quarantined: int
    not_activities: int
    covered: int
    others: tuple[tuple[str, int], ...]


class State(StrEnum):
    """What became of one file."""

    READ = "read"
    SILENT = "silent"  # readable, but without an activity: settings, workouts
    COVERED = "covered"  # a table beside it tells the same sessions
    KNOWN = "known"  # the same content has been read before
    UNCLAIMED = "unclaimed"  # no format knows it


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file with all that was found in it.

    `digest` is the keyed hash of its content, empty where nobody asked; `looks_like` says in
    words what an unclaimed file seems to be; `covers` names the recordings that this one, being
    a list of them, tells of.
    """

    name: str
    state: State
    records: tuple[Record, ...] = ()
    digest: str = ""
    looks_like: str = ""
    covers: frozenset[str] | None = None


@dataclass
class _Desk:
    """The books while reading."""

    sessions: list[Session] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    indexed: list[str] = field(default_factory=list)
    unclaimed: list[tuple[str, str]] = field(default_factory=list)
    silent: int = 0
    covered: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when the runner is, and what an unnamed sport is to be taken for."""

    zone: tzinfo
    now: datetime
    sport: Sport | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been read before: a key for hashing content, and whether a hash is known."""

    key: bytes
    known: Callable[[str], bool]


def each_file(
    importers: Sequence[Importer],
    path: Path,
    place: Place,
    progress: Progress,
    memory: Memory | None = None,
) -> Iterator[FileRead]:
    """Every file under `path`, read one by one; what is known to `memory` is not read again.

    What cannot even be opened comes first, as a file that holds its problem.
    """
    covering: dict[str, frozenset[str]] = {}
    with opened(path) as found:
        for problem in found.problems:
            yield FileRead(problem.where, State.READ, (problem,))
        total = len(found.files)
        # Files leave the list as they are read, so that their heads do not pile up in memory.
        waiting = found.files[::-1]
        found.files.clear()
        for done in range(total):
            file = waiting.pop()
            progress(done, total, file.name)
            if any(file.name.removeprefix(root) in names for root, names in covering.items()):
                yield FileRead(file.name, State.COVERED)
                continue
            read = read_file(file, importers, place, memory)
            if read.covers is not None:
                covering[folder_of(file.name)] = read.covers
            yield read
        progress(total, total, "")


def read_file(
    file: File, importers: Sequence[Importer], place: Place, memory: Memory | None = None
) -> FileRead:
    """All that one file holds; whatever is wrong with it stays with it."""
    digest = ""
    try:
        claims = [importer for importer in importers if importer.identify(file)]
        covers = _covers(file, claims)
        if memory is not None:
            digest = digest_of(file, memory.key)
            if memory.known(digest):
                return FileRead(file.name, State.KNOWN, digest=digest, covers=covers)
        if not claims:
            words = looks_like(file)
            return FileRead(file.name, State.UNCLAIMED, digest=digest, looks_like=words)
    except UnloadError as error:
        return FileRead(file.name, State.READ, (Problem(file.name, str(error)),), digest)
    except Exception as error:  # noqa: BLE001 # a format may break in any way; the rest is read
        return FileRead(file.name, State.READ, (_broken(file, error),), digest)
    records = tuple(_records(file, claims, place))
    state = State.READ if records else State.SILENT
    return FileRead(file.name, state, records, digest, covers=covers)


def digest_of(file: File, key: bytes) -> str:
    """The keyed hash of the content, in hexadecimal: it tells equal files and nothing else."""
    hashed = blake2b(key=key, digest_size=DIGEST_BYTES)
    with file.open() as stream:
        while chunk := stream.read(CHUNK_BYTES):
            hashed.update(chunk)
    return hashed.hexdigest()


def _covers(file: File, claims: list[Importer]) -> frozenset[str] | None:
    index = claims[0] if len(claims) == 1 else None
    return index.covers(file) if isinstance(index, Index) else None


def _records(file: File, claims: list[Importer], place: Place) -> Iterator[Record]:
    """What the one format that claims the file finds; a failure ends it as a problem."""
    if len(claims) > 1:
        names = " and ".join(claim.name for claim in claims)
        yield Problem(file.name, f"is claimed by {names}; it is not clear which one is right.")
        return
    try:
        for record in claims[0].read(file, place.zone, place.now):
            if isinstance(record, Session) and place.sport and SPORT_UNKNOWN in record.marks:
                yield restated(record, place.sport, place.now)
            else:
                yield record
    except UnloadError as error:
        yield Problem(file.name, str(error))
    except Exception as error:  # noqa: BLE001 # a format may break in any way; the rest is read
        yield _broken(file, error)


def _broken(file: File, error: Exception) -> Problem:
    said = f"cannot be read ({type(error).__name__}: {error})"
    return Problem(file.name, f"{said}. The file is damaged or of a new kind.")


def read_with(
    importers: Sequence[Importer], path: Path, place: Place, progress: Progress
) -> Reading:
    """Everything under `path`; NoRuns, with what was found instead, if nothing can be read."""
    desk = _Desk()
    for read in each_file(importers, path, place, progress):
        _book(read, desk)
    return _closed(path, desk)


def _book(read: FileRead, desk: _Desk) -> None:
    """Put one file into the books."""
    desk.files += 1
    desk.covered += read.state is State.COVERED
    desk.silent += read.state is State.SILENT
    if read.state is State.UNCLAIMED:
        desk.unclaimed.append((read.name, read.looks_like))
    if read.covers is not None:
        desk.indexed.append(folder_of(read.name))
    for record in read.records:
        if isinstance(record, Session):
            desk.sessions.append(record)
        elif isinstance(record, CheckIn):
            desk.check_ins.append(record)
        else:
            desk.problems.append(record)


def folder_of(name: str) -> str:
    """The label up to and including the last separator of folders or archives."""
    return name[: max(name.rfind("/"), name.rfind(":")) + 1]


def _closed(path: Path, desk: _Desk) -> Reading:
    """The closed books."""
    unread, others = judged(desk.unclaimed, desk.indexed, desk.files)
    desk.problems += unread
    if not desk.sessions and not desk.check_ins:
        raise NoRuns(_nothing(path, desk, others))
    kept, duplicates = merge(desk.sessions)
    return Reading(
        sessions=kept,
        check_ins=one_a_day(desk.check_ins),
        problems=tuple(desk.problems),
        files=desk.files,
        seen=len(desk.sessions) + len(desk.problems),
        imported=len(kept),
        duplicate=len(duplicates),
        quarantined=len(desk.problems),
        not_activities=desk.silent,
        covered=desk.covered,
        others=tuple(others.most_common()),
    )


def judged(
    unclaimed: Iterable[tuple[str, str]], indexed: Sequence[str], files: int
) -> tuple[list[Problem], Counter[str]]:
    """Unclaimed files become problems where a runner would expect them to hold activities.

    The photos and side tables of an export are only counted: naming each would bury what matters.
    `unclaimed`: names and what they look like; `indexed`: folders with a list of their recordings.
    """
    problems: list[Problem] = []
    others: Counter[str] = Counter()
    for name, words in unclaimed:
        beside_index = any(name.startswith(root) for root in indexed)
        ending = name.lower().removesuffix(".gz").rpartition(".")[2]
        expected = ending in ("fit", "tcx", "gpx") or (ending == "csv" and not beside_index)
        if expected or files == 1:
            problems.append(Problem(name, f"is no known format; it looks like {words}."))
        else:
            others["a table" if words.startswith("a table") else words] += 1
    return problems, others


def one_a_day(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """One check-in per runner and day, the one that answers most; then any fixed order."""
    best: dict[tuple[str, object], CheckIn] = {}
    for check_in in sorted(check_ins, key=repr):
        key = (check_in.runner, check_in.day)
        if key not in best or _answers(check_in) > _answers(best[key]):
            best[key] = check_in
    return tuple(sorted(best.values(), key=lambda c: (c.day, c.runner)))


def _answers(check_in: CheckIn) -> int:
    names = (*WELLNESS_ITEMS, "resting_hr", "rmssd_ms", "ill", "spots")
    return sum(getattr(check_in, name) is not None for name in names)


def _nothing(path: Path, desk: _Desk, others: Counter[str]) -> str:
    """What was found where runs were looked for."""
    told = [f"{problem}" for problem in desk.problems[:_SHOWN_PROBLEMS]]
    if len(desk.problems) > _SHOWN_PROBLEMS:
        told.append(f"and {len(desk.problems) - _SHOWN_PROBLEMS} more of the kind.")
    told += [f"{count} x {words}." for words, count in others.most_common(_SHOWN_PROBLEMS)]
    if desk.silent:
        told.append(f"{desk.silent} readable without an activity in it (settings, workouts).")
    told = told or ["it is empty."]
    return f"No activity could be read from {path}. What is there: " + " ".join(told)
