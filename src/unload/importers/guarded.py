"""Read a stranger's files in a child process that is limited in time and memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from unload.errors import Problem
from unload.importers.child import Child, ChildDied, Limits
from unload.importers.crew import Crew
from unload.importers.files import opened
from unload.importers.memory import Memory
from unload.importers.protocol import Importer
from unload.importers.reading import (
    FileRead,
    Place,
    Progress,
    State,
    folder_of,
    in_order,
)

# An upload that breaks the reader this often is an attack, not a watch with an empty battery.
DEATHS_MAX = 10


@dataclass(frozen=True, slots=True)
class Known:
    """What has been read before, in a form that can be handed to another process."""

    key: bytes
    digests: frozenset[str] = frozenset()


@dataclass
class _Way:
    """How far the children have come, and who is told of it."""

    progress: Progress
    done: int = 0
    names: list[str] | None = None
    covering: dict[str, frozenset[str]] = field(default_factory=dict)


def read_guarded(
    importers: Sequence[Importer],
    path: Path,
    place: Place,
    known: Known | None = None,
    *,
    limits: Limits = Limits(),  # noqa: B008 # frozen, and so as good as a number
    progress: Progress | None = None,
) -> Iterator[FileRead]:
    """As `each_file`, for files that came through a server.

    Each file has its share of time, and no more memory than all. One that takes more, or breaks
    the reader, is one problem; a new child goes on behind it. The formats must be of classes that
    another process can import.
    """
    way = _Way(progress or _unseen)
    for _ in range(DEATHS_MAX):
        with Child(limits) as child:
            try:
                yield from _answers(child, (importers, path, place, known), way)
                return
            except ChildDied as death:
                names = way.names
                if names is None:  # it did not get as far as the list of files
                    yield _died(path.name, str(death))
                    return
                if way.done < len(names):
                    yield _died(names[way.done], str(death))
                    way.done += 1
    yield _died(path.name, f"broke the reader {DEATHS_MAX} times; the rest of it was not read.")


def _died(name: str, message: str) -> FileRead:
    return FileRead(name, State.READ, (Problem(name, message),))


def _answers(
    child: Child,
    what: tuple[Sequence[Importer], Path, Place, Known | None],
    way: _Way,
) -> Iterator[FileRead]:
    """What one child reads, noted in `way` as it comes."""
    answers = child.answers(_files, *what, way.done, way.covering)
    way.names = cast("list[str]", next(answers))
    for answer in answers:
        read = cast(FileRead, answer)
        way.done += 1
        way.progress(way.done, len(way.names), read.name)
        if read.covers is not None:
            way.covering[folder_of(read.name)] = read.covers
        yield read


def _files(
    importers: Sequence[Importer],
    path: Path,
    place: Place,
    known: Known | None,
    *behind: object,
) -> Iterator[list[str] | FileRead]:
    """The job of the child: the names of all files, then the files behind the first `done`."""
    done, covering = cast("tuple[int, dict[str, frozenset[str]]]", behind)
    memory = None if known is None else Memory(known.key, known.digests.__contains__)
    with opened(path) as found:
        told = [FileRead(p.where, State.READ, (p,)) for p in found.problems]
        yield [read.name for read in told] + [file.name for file in found.files]
        yield from told[done:]
        del found.files[: max(0, done - len(told))]
        how = (place, _unseen, memory)
        yield from in_order(found.files, importers, how, Crew(), covering)


def _unseen(_done: int, _total: int, _name: str) -> None:
    """Nobody watches a child."""
