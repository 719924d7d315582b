"""Turn a path into named byte streams: a file, a folder, a zip in a zip, within a byte budget."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from unload.errors import NoSuchPath, Problem
from unload.importers.protocol import Budget, File, Metered, TooLarge

# An hour of a modern watch is well under 1 MB and ten years of a table under 10 MB.
FILE_BYTES_MAX = 64 * 1024**2
# The largest full-account exports are about 10 GB.
ARCHIVE_BYTES_MAX = 20 * 1024**3
# An archive inside an archive is held in memory while its members are read, one at a time.
INNER_BYTES_MAX = 256 * 1024**2
# A full account of a long life holds some 50,000 files; more is not an export of one runner.
MEMBERS_MAX = 200_000
LOCAL_HEADER_BYTES = 30
ENCRYPTED = 0x1
OFFICE_MEMBER = "[Content_Types].xml"
SKIPPED_FOLDERS = ("__MACOSX",)


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
    found = Found()
    with ExitStack() as stack:
        for file_path in _paths(path):
            label = str(file_path.relative_to(path)) if path.is_dir() else path.name
            _add(file_path, _clean(label), found, stack)
        found.files.sort(key=_reading_order)
        yield found


def _reading_order(file: File) -> tuple[bool, str]:
    """Tables first: one may list the recordings beside it."""
    return (not file.stem.endswith(".csv"), file.name)


def _paths(path: Path) -> Iterator[Path]:
    """The regular files under `path` in a fixed order, hidden ones left out."""
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(s for s in subfolders if not _hidden(s))
        for name in sorted(names):
            candidate = Path(folder, name)
            if not _hidden(name) and candidate.is_file():
                yield candidate


def _hidden(name: str) -> bool:
    return name.startswith(".") or name in SKIPPED_FOLDERS


def _clean(name: str) -> str:
    """A label that is safe to print: no control or direction-changing characters."""
    return "".join(c if c.isprintable() else "?" for c in name.replace("\\", "/"))


def _add(path: Path, label: str, found: Found, stack: ExitStack) -> None:
    """Add one file, or the members of one zip."""
    try:
        if path.suffix.lower() == ".zip" or _starts_like_zip(path):
            _add_zip(path, label, found, stack)
        else:
            found.files.append(File(label, _opener(path), FILE_BYTES_MAX))
    except OSError as error:
        found.problems.append(Problem(label, f"cannot be opened ({error.strerror})."))
    except (zipfile.BadZipFile, ValueError):
        found.problems.append(
            Problem(label, "is not a whole zip archive; download the export again.")
        )


def _starts_like_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"PK\x03\x04"


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _add_zip(path: Path, label: str, found: Found, stack: ExitStack) -> None:
    """The members of one archive, and of the archives inside it."""
    archive = stack.enter_context(zipfile.ZipFile(path))
    if any(member.filename == OFFICE_MEMBER for member in archive.infolist()):
        # A spreadsheet is a zip too; as one file it can be named for what it is.
        found.files.append(File(label, _opener(path), FILE_BYTES_MAX))
        return
    budget = Budget(ARCHIVE_BYTES_MAX, label)
    shelf = _Shelf(archive, budget)
    for member in _trusted(archive, label, found):
        where = f"{label}:{_clean(member.filename)}"
        if _is_zip(member):
            _add_inner(shelf, member, where, found)
        else:
            found.files.append(File(where, _member_opener(archive, member, budget), FILE_BYTES_MAX))


def _trusted(archive: zipfile.ZipFile, label: str, found: Found) -> Iterator[zipfile.ZipInfo]:
    """The members that may be read; those that cannot be trusted become problems."""
    members = [m for m in archive.infolist() if not m.is_dir()]
    if len(members) > MEMBERS_MAX:
        found.problems.append(Problem(label, f"holds {len(members)} files; too many to be read."))
        return
    overlapping = _overlapping(members)
    for member in members:
        name = _clean(member.filename)
        if any(_hidden(part) for part in name.split("/")):
            continue
        message = _distrust(member, overlapping)
        if message:
            found.problems.append(Problem(f"{label}:{name}", message))
        else:
            yield member


def _is_zip(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(".zip")


class _Shelf:
    """The one archive inside an archive that is open; the next one takes its place."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self.archive = archive
        self.budget = budget
        self._on_it: tuple[zipfile.ZipInfo, zipfile.ZipFile] | None = None

    def opened(self, member: zipfile.ZipInfo) -> zipfile.ZipFile:
        """The inner archive, unpacked into memory unless it is there already."""
        if self._on_it is None or self._on_it[0] is not member:
            self._on_it = None  # let go before the next one is fetched
            self._on_it = member, zipfile.ZipFile(self._fetched(member))
        return self._on_it[1]

    def _fetched(self, member: zipfile.ZipInfo) -> BinaryIO:
        held, limit = io.BytesIO(), Budget(INNER_BYTES_MAX, member.filename)
        with _member_opener(self.archive, member, self.budget)() as packed:
            while chunk := packed.read(Metered.CHUNK_BYTES):
                limit.spend(len(chunk))
                held.write(chunk)
        return held


def _add_inner(shelf: _Shelf, member: zipfile.ZipInfo, where: str, found: Found) -> None:
    """The members of an archive inside the archive; deeper than that nobody packs an export."""
    try:
        inner = shelf.opened(member)
    except TooLarge:
        found.problems.append(Problem(where, "is too large inside an archive; unpack it yourself."))
        return
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        found.problems.append(Problem(where, "is not a whole zip archive."))
        return
    for name in _trusted(inner, where, found):
        label = f"{where}:{_clean(name.filename)}"
        if _is_zip(name):
            message = "is an archive in an archive in an archive; unpack it and give the folder."
            found.problems.append(Problem(label, message))
        else:
            found.files.append(File(label, _inner_opener(shelf, member, name), FILE_BYTES_MAX))


def _distrust(member: zipfile.ZipInfo, overlapping: frozenset[int]) -> str:
    """Why a member is not read, or nothing."""
    if member.flag_bits & ENCRYPTED:
        return "is locked with a password; unpack it yourself and give the folder."
    if id(member) in overlapping:
        return "shares its bytes with another member; such an archive is broken or a trap."
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link, not a file."
    return ""


def _overlapping(members: list[zipfile.ZipInfo]) -> frozenset[int]:
    """The members whose bytes overlap another's: how a few KB are made to unpack to 20 GB."""
    bad: set[int] = set()
    end, owner = 0, None
    for member in sorted(members, key=lambda m: m.header_offset):
        if owner is not None and member.header_offset < end:
            bad |= {id(owner), id(member)}
        # The extra field of the local header is not known here, so this is the least it takes.
        least = LOCAL_HEADER_BYTES + len(member.orig_filename) + member.compress_size
        if member.header_offset + least > end:
            end, owner = member.header_offset + least, member
    return frozenset(bad)


def _member_opener(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget
) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, Metered(cast(BinaryIO, archive.open(member)), budget))


def _inner_opener(
    shelf: _Shelf, member: zipfile.ZipInfo, name: zipfile.ZipInfo
) -> Callable[[], BinaryIO]:
    def stream() -> BinaryIO:
        # Asked for when it is read, not now: another archive may lie on the shelf by then.
        return _member_opener(shelf.opened(member), name, shelf.budget)()

    return stream
