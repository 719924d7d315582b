"""Read every file under a path with the formats there are, and keep the books."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import cast

from unload.errors import Problem, UnloadError
from unload.importers.crew import Crew, crew_for
from unload.importers.files import opened
from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.memory import Memory
from unload.importers.plausible import restated
from unload.importers.protocol import (
    File,
    Importer,
    Index,
    Note,
    Record,
    Streaming,
    TooLarge,
)
from unload.importers.sniff import looks_like
from unload.importers.wellness import without_weight
from unload.model.history import CheckIn, Session, Sport

Progress = Callable[[int, int, str], None]
# Recordings second by second take longer than tables and may be read by child processes; one
# that is very large is read here, rather than copied from process to process.
HEAVY_ENDINGS = (".fit", ".gpx", ".tcx")
SENT_BYTES_MAX = 8 * 1024**2
WEIGHTS_LEFT = "body weights were left out; --weight, or the tick on the page Me, keeps them."


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when the runner is, what an unnamed sport is, whether weights are asked for."""

    zone: tzinfo
    now: datetime
    sport: Sport | None = None
    weight: bool = False


def each_file(
    importers: Sequence[Importer],
    path: Path,
    place: Place,
    progress: Progress,
    memory: Memory | None = None,
) -> Iterator[FileRead]:
    """Every file under `path`, in a fixed order; what is known to `memory` is not read again.

    What cannot even be opened comes first, as a file that holds its problem. Where much is to be
    read, child processes do a part of it; who stops asking ends them.
    """
    with opened(path) as found:
        for problem in found.problems:
            yield FileRead(problem.where, State.READ, (problem,))
        found.problems.clear()
        heavy = (file.size_bytes for file in found.files if file.stem.endswith(HEAVY_ENDINGS))
        with crew_for(sum(heavy)) as crew:
            yield from in_order(found.files, importers, (place, progress, memory), crew)


def in_order(
    files: list[File],
    importers: Sequence[Importer],
    how: tuple[Place, Progress, Memory | None],
    crew: Crew,
    covered: Mapping[str, frozenset[str]] | None = None,
) -> Iterator[FileRead]:
    """The files one after the other, a few of them being read ahead of the one that is told.

    `covered` are the recordings that tables read before tell of, by the tables' folders.
    """
    place, progress, memory = how
    covering = dict(covered or {})
    begun: set[str] = set()
    ahead: deque[Callable[[], FileRead]] = deque()
    total = len(files)
    # Files leave the list as they are read, so that their heads do not pile up in memory.
    waiting = files[::-1]
    files.clear()
    for done in range(total):
        file = waiting.pop()
        progress(done, total, file.name)
        if any(file.name.removeprefix(root) in names for root, names in covering.items()):
            ahead.append(partial(FileRead, file.name, State.COVERED))
        else:
            looked = _look(file, importers, memory, begun, place)
            begun.add(looked.read.digest)
            if looked.read.covers is not None:
                root = folder_of(file.name)  # several exports may lie in one folder
                covering[root] = covering.get(root, frozenset()) | looked.read.covers
            ahead.append(_reader(looked, place, crew))
        while len(ahead) > crew.ahead:
            yield ahead.popleft()()
    while ahead:
        yield ahead.popleft()()
    progress(total, total, "")


def _reader(looked: _Looked, place: Place, crew: Crew) -> Callable[[], FileRead]:
    """What gives the file's records when they are asked for; they may be on their way already."""
    file = looked.file
    if looked.claims is None:
        return lambda: looked.read
    heavy = len(looked.claims) == 1 and getattr(looked.claims[0], "heavy", False)
    if not (crew.size and heavy and file.size_bytes <= SENT_BYTES_MAX):
        return partial(_filled, looked, place)
    try:
        with file.opener() as raw:
            packed = raw.read()
    except Exception:  # noqa: BLE001 # whatever it is, reading the file here says it in words
        return partial(_filled, looked, place)
    answers = crew.begin(read_packed, file.name, packed, file.limit_bytes, looked.claims, place)
    return partial(_from_child, answers, looked.read)


def read_packed(
    name: str, packed: bytes, limit_bytes: int, claims: list[Importer], place: Place
) -> Iterator[Record]:
    """The records of a file given as bytes: the job of a child process."""
    return records_of(File(name, partial(BytesIO, packed), limit_bytes), claims, place)


def _from_child(answers: Callable[[], list[object]], read: FileRead) -> FileRead:
    """The file with what a child found in it; one that killed the child is one problem."""
    # Imported here: whoever gets here has a child and so has this module already.
    from unload.importers.child import ChildDied  # noqa: PLC0415 # see above

    try:
        return filled(read, cast("list[Record]", answers()))
    except ChildDied as death:
        return filled(read, [Problem(read.name, str(death))])


def read_file(
    file: File, importers: Sequence[Importer], place: Place, memory: Memory | None = None
) -> FileRead:
    """All that one file holds; whatever is wrong with it stays with it."""
    looked = _look(file, importers, memory, frozenset(), place)
    return looked.read if looked.claims is None else _filled(looked, place)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that was looked at: all there is to say, or which formats are still to read it."""

    file: File
    read: FileRead
    claims: list[Importer] | None = None


def _look(
    file: File,
    importers: Sequence[Importer],
    memory: Memory | None,
    begun: AbstractSet[str],
    place: Place,
) -> _Looked:
    """Whose file it is, and whether its content is known: from before or from this reading."""
    digest = ""
    try:
        claims = [importer for importer in importers if importer.identify(file)]
        file = _with_room(file, claims)
        read = FileRead(file.name, State.SILENT, covers=_covers(file, claims))
        if memory is not None:
            digest = _digest(file, claims, memory, place)
            read = replace(read, digest=digest)
            if digest and (digest in begun or memory.known(digest)):
                return _Looked(file, replace(read, state=State.KNOWN))
        if not claims:
            words = looks_like(file)
            return _Looked(file, replace(read, state=State.UNCLAIMED, looks_like=words))
    except UnloadError as error:
        said = Problem(file.name, str(error))
    except Exception as error:  # noqa: BLE001 # a format may break in any way; the rest is read
        said = _broken(file, error)
    else:
        return _Looked(file, read, claims)
    return _Looked(file, FileRead(file.name, State.READ, (said,), digest))


def _digest(file: File, claims: list[Importer], memory: Memory, place: Place) -> str:
    try:
        light = not place.weight and any(getattr(claim, "weighs", False) for claim in claims)
        return memory.digest_of(file, light=light)
    except TooLarge:
        if claims:
            raise
        return ""  # nobody will read it, so its size is nobody's problem


def _with_room(file: File, claims: list[Importer]) -> File:
    """The file with the budget that the format which claims it is made for."""
    limits = [claim.limit_bytes for claim in claims if isinstance(claim, Streaming)]
    largest = max(limits, default=0)
    return replace(file, limit_bytes=largest) if largest > file.limit_bytes else file


def _filled(looked: _Looked, place: Place) -> FileRead:
    return filled(looked.read, records_of(looked.file, looked.claims or [], place))


def filled(read: FileRead, records: Iterable[Record]) -> FileRead:
    """The file with its records; without any it is silent, whatever is noted."""
    told = tuple(records)
    silent = all(isinstance(record, Note) for record in told)
    return replace(read, state=State.SILENT if silent else State.READ, records=told)


def _covers(file: File, claims: list[Importer]) -> frozenset[str] | None:
    index = claims[0] if len(claims) == 1 else None
    return index.covers(file) if isinstance(index, Index) else None


def records_of(file: File, claims: Sequence[Importer], place: Place) -> Iterator[Record]:
    """What the one format that claims the file finds; a failure ends it as a problem."""
    if len(claims) > 1:
        names = " and ".join(claim.name for claim in claims)
        yield Problem(file.name, f"is claimed by {names}; it is not clear which one is right.")
        return
    wanted = place.weight or getattr(claims[0], "own_words", False)
    left_out = False
    try:
        for record in claims[0].read(file, place.zone, place.now):
            if isinstance(record, Session) and place.sport and SPORT_UNKNOWN in record.marks:
                yield restated(record, place.sport, place.now)
            elif isinstance(record, CheckIn) and not wanted:
                rest = without_weight(record)
                left_out |= rest != record
                yield from filter(None, [rest])
            else:
                yield record
    except UnloadError as error:
        yield Problem(file.name, str(error))
    except Exception as error:  # noqa: BLE001 # a format may break in any way; the rest is read
        yield _broken(file, error)
    if left_out:
        yield Note(file.name, WEIGHTS_LEFT)


def _broken(file: File, error: Exception) -> Problem:
    said = f"cannot be read ({type(error).__name__}: {error})"
    return Problem(file.name, f"{said}. The file is damaged or of a new kind.")


def folder_of(name: str) -> str:
    """The label up to and including the last separator of folders or archives."""
    return name[: max(name.rfind("/"), name.rfind(":")) + 1]
