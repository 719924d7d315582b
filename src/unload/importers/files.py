"""Turn a path into named byte streams: a file, a folder, or a zip, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from unload.errors import NoSuchPath, Problem
from unload.importers.archives import (
    BROKEN_ZIP,
    FILE_BYTES_MAX,
    ZIP_ERRORS,
    Placed,
    clean,
    hidden,
    members,
)
from unload.importers.protocol import File

ZIP_MAGIC = b"PK\x03\x04"


@dataclass
class Found:
    """What lies under a path: files to read, members that cannot be read, things skipped."""

    files: list[File] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@contextmanager
def opened(path: Path) -> Iterator[Found]:
    """Everything under `path`, readable until the block ends; nothing is written to disk."""
    if not path.exists():
        raise NoSuchPath(f"There is no file or folder named {path}.")
    with ExitStack() as stack:
        # Whoever takes a file off this list is the last to hold it, with the bytes it remembers.
        yield _listed(path, stack)


def size_of(path: Path) -> int:
    """How many bytes lie under `path` on the disk."""
    return sum(file.stat().st_size for file in _paths(path))


def _listed(path: Path, stack: ExitStack) -> Found:
    found: list[Placed] = []
    problems: list[Problem] = []
    for file_path in _paths(path):
        label = str(file_path.relative_to(path)) if path.is_dir() else path.name
        for what in _in_file(file_path, clean(label), stack):
            if isinstance(what, Problem):
                problems.append(what)
            else:
                found.append(what)
    if not found and not problems:
        problems.append(Problem(path.name, "holds no file; choose another, or export it again."))
    found.sort(key=_reading_order)
    return Found([file for _, file in found], problems)


def _reading_order(placed: Placed) -> tuple[bool, str]:
    """Tables first: one may list the recordings beside it."""
    name, file = placed
    return (not file.stem.endswith(".csv"), name)


def _paths(path: Path) -> Iterator[Path]:
    """The regular files under `path` in a fixed order, hidden ones left out."""
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(s for s in subfolders if not hidden(s))
        for name in sorted(names):
            candidate = Path(folder, name)
            if not hidden(name) and candidate.is_file():
                yield candidate


def _in_file(path: Path, label: str, stack: ExitStack) -> Iterator[Placed | Problem]:
    """One file, or the members of one zip."""
    try:
        if path.suffix.lower() == ".zip" or _starts_like_zip(path):
            yield from members(path, label, stack)
        else:
            yield label, File(label, _opener(path), FILE_BYTES_MAX, path.stat().st_size)
    except OSError as error:
        yield Problem(label, f"cannot be opened ({error.strerror}).")
    except ZIP_ERRORS:
        yield Problem(label, BROKEN_ZIP)


def _starts_like_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(ZIP_MAGIC)) == ZIP_MAGIC


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")
