"""List what a zip holds as named streams, within a byte budget, without writing to disk."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from unload.errors import Problem
from unload.importers.protocol import Budget, File, Metered

# An hour of a modern watch is well under 1 MB and ten years of a table under 10 MB.
FILE_BYTES_MAX = 64 * 1024**2
# The largest full-account exports are about 10 GB.
ARCHIVE_BYTES_MAX = 20 * 1024**3
# A full account of a long life holds some 50,000 files; more is not an export of one runner.
MEMBERS_MAX = 200_000
LOCAL_HEADER_BYTES = 30
ENCRYPTED = 0x1
OFFICE_MEMBER = "[Content_Types].xml"
SKIPPED_FOLDERS = ("__MACOSX",)
BROKEN_ZIP = "is not a whole zip archive; download the export again."
# What the zip reader of the standard library raises at directories that make no sense.
ZIP_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError),
    *(OverflowError, RuntimeError, ValueError),
)

# A file, and the name by which it is put in order among the others.
Placed = tuple[str, File]


def members(path: Path, label: str, stack: ExitStack) -> Iterator[Placed | Problem]:
    """What one archive on the disk holds; those members that cannot be trusted are problems.

    An archive inside it is read too, and one inside that is not: nobody exports such a thing.
    """
    archive = stack.enter_context(zipfile.ZipFile(path))
    if OFFICE_MEMBER in archive.NameToInfo:
        # A spreadsheet is a zip too; as one file it can be named for what it is.
        yield label, File(label, lambda: path.open("rb"), FILE_BYTES_MAX, path.stat().st_size)
        return
    budget = Budget(ARCHIVE_BYTES_MAX, label)
    for member, where in _trusted(archive, label):
        if isinstance(where, Problem):
            yield where
        elif _is_zip(where):
            yield from _inner(archive, member, where, budget)
        else:
            yield (
                where,
                File(where, _opener(archive, member, budget), FILE_BYTES_MAX, member.compress_size),
            )


def hidden(name: str) -> bool:
    """True for files that the system keeps for itself."""
    return name.startswith(".") or name in SKIPPED_FOLDERS


def clean(name: str) -> str:
    """A label that is safe to print: no control or direction-changing characters."""
    return "".join(c if c.isprintable() else "?" for c in name.replace("\\", "/"))


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")


def _inner(
    outer: zipfile.ZipFile, packed: zipfile.ZipInfo, label: str, budget: Budget
) -> Iterator[Placed | Problem]:
    """The members of an archive inside an archive, read through the outer one as through a pipe.

    Memory is bounded by one member: what is unpacked on the way to it is let go. Time is bounded
    by the budget, and by some five passes over the inner archive: the library looks for the end
    of the directory first and for its beginning next, and each way back begins at the start.
    """
    if packed.file_size > budget.left:
        yield Problem(label, "unpacks to more than is allowed; it was not read.")
        return
    # To find its directory it has to be unpacked to its end.
    budget.spend(packed.file_size)
    try:
        archive = zipfile.ZipFile(cast(BinaryIO, outer.open(packed)))
        found = list(_trusted(archive, label))
    except (*ZIP_ERRORS, OSError):
        yield Problem(label, BROKEN_ZIP)
        return
    line = _Line(archive, budget)
    # One after the other as they lie, for the way back leads through the whole archive again.
    for member, where in sorted(found, key=lambda pair: pair[0].header_offset):
        if isinstance(where, Problem):
            yield where
        elif _is_zip(where):
            message = "is an archive in an archive in an archive; unpack it and give the folder."
            yield Problem(where, message)
        else:
            opener = line.opener(member)
            yield label, File(where, opener, FILE_BYTES_MAX, member.compress_size)


class _Line:
    """Members that are read from the first to the last; of them only one is held in memory.

    A member is opened several times: for its first bytes, for its hash, for its content.
    """

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self._archive, self._budget = archive, budget
        self._held: zipfile.ZipInfo | None = None
        self._data = b""

    def opener(self, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
        return lambda: BytesIO(self._content(member))

    def _content(self, member: zipfile.ZipInfo) -> bytes:
        if self._held is not member:
            self._held, self._data = None, b""
            with self._archive.open(member) as stream:
                paid = cast(BinaryIO, Metered(cast(BinaryIO, stream), self._budget))
                self._data = Metered(paid, Budget(FILE_BYTES_MAX, member.filename)).read()
            self._held = member
        return self._data


def _trusted(
    archive: zipfile.ZipFile, label: str
) -> Iterator[tuple[zipfile.ZipInfo, str | Problem]]:
    """Every member with its label, or with why it is not read."""
    files = [m for m in archive.infolist() if not m.is_dir()]
    if len(files) > MEMBERS_MAX:
        yield files[0], Problem(label, f"holds {len(files)} files; too many to be read.")
        return
    overlapping = _overlapping(files)
    for member in files:
        # The original name: the other one is cut off at a NUL, which is how names are hidden.
        name = clean(member.orig_filename)
        if not any(hidden(part) for part in name.split("/")):
            where = f"{label}:{name}"
            message = _distrust(member, overlapping)
            yield member, Problem(where, message) if message else where


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


def _opener(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget
) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, Metered(cast(BinaryIO, archive.open(member)), budget))
