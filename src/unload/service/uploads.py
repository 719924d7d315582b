"""The verbs for files that come through a server: taken in portions that survive a break.

    uploads = Uploads(account)
    file = Sent("watch/export_123.zip", size_bytes, changed)
    at = uploads.received(file)            # where to begin, and after a break where to go on
    at = uploads.put(file, at, content, digest_of(content))
    uploads.gather(folder)                 # whatever is all there, to be read and removed

A file is known by what its sender says of it: no answer that was lost makes two of it. What it is
called is shown and never becomes a path, and no account sees or reaches what another one sends.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from unload.errors import UnloadError
from unload.importers.archives import ARCHIVE_BYTES_MAX, clean, hidden
from unload.store import opening

PORTION_BYTES_MAX = 8 * 1024**2
ABANDONED_S = 24 * 60 * 60
# As many as the watch of a long life has written, dragged in as one folder.
FILES_MAX = 20_000
LABEL_BYTES_MAX = 200  # most disks take names of 255, and " (2)" may have to follow
ARRIVING, _KEY_BYTES = "arriving", 16
_ABOUT, _CONTENT, _SAFE = "about.json", "content", "safe"
# One portion is written at a time: the disk is one, and nothing is taken away under a writer.
_WRITING = Lock()


class BadUpload(UnloadError):
    """A portion or a file that cannot be taken; what was received before is kept."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as its sender tells of it: what it is called there, its size, when it was changed."""

    said: str
    size_bytes: int
    changed: str = ""

    @property
    def key(self) -> str:
        told = f"{self.said}\0{self.size_bytes}\0{self.changed}".encode("utf-8", "replace")
        return blake2b(told, digest_size=_KEY_BYTES).hexdigest()


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file of which so many bytes are safe on the disk."""

    key: str
    label: str
    size_bytes: int
    received_bytes: int

    @property
    def whole(self) -> bool:
        return self.received_bytes == self.size_bytes


@dataclass(frozen=True, slots=True)
class Uploads:
    """What one account has sent and nobody has read yet."""

    account: int

    def received(self, file: Sent) -> int:
        """How many of its bytes are safe on the disk; BadUpload for a file that is not taken."""
        if not 0 < file.size_bytes <= ARCHIVE_BYTES_MAX:
            raise BadUpload("It is empty, or too large to be taken here.")
        there = _arriving(self._folder() / file.key)
        return 0 if there is None else there.received_bytes

    def put(self, file: Sent, at: int, content: bytes, digest: str = "") -> int:
        """Add a portion that begins at byte `at`; how many bytes are safe on the disk by then.

        One that was received before is taken as said; so a sender who heard no answer sends it
        again. `digest` is left out where the sender cannot make one. Errors: BadUpload where it was
        damaged on the way, leaves a gap, is too long, or there is no room.
        """
        if len(content) > PORTION_BYTES_MAX or at + len(content) > file.size_bytes:
            raise BadUpload(f"The portion is longer than {PORTION_BYTES_MAX} bytes or the file.")
        if digest and not secrets.compare_digest(digest_of(content), digest):
            raise BadUpload("The portion was damaged on the way; send it again.")
        with _WRITING:
            there = self.received(file)
            if not 0 <= at <= there:
                raise BadUpload(f"The portion leaves a gap; go on from byte {there}.")
            folder = self._folder() / file.key
            self._make_room(folder, file, at)
            _write(folder, at, content)
        return max(there, at + len(content))

    def arriving(self) -> tuple[Arriving, ...]:
        """What has begun to come and was not read yet, in the order of names."""
        found = filter(None, map(_arriving, self._folder().iterdir()))
        return tuple(sorted(found, key=lambda file: (file.label, file.key)))

    def gather(self, folder: Path) -> int:
        """Move the files that are all there into a folder, from where they are read; how many."""
        whole = [file for file in self.arriving() if file.whole]
        with _WRITING:
            for file in whole:
                (self._folder() / file.key / _CONTENT).replace(beside(folder / file.label))
                shutil.rmtree(self._folder() / file.key)
        return len(whole)

    def drop(self) -> None:
        """Throw away whatever has come, whole or not."""
        with _WRITING:
            shutil.rmtree(self._folder())

    def _folder(self) -> Path:
        folder = waiting_room() / ARRIVING / str(self.account)
        opening.make_private(folder)
        return folder

    def _make_room(self, folder: Path, file: Sent, at: int) -> None:
        """See that the rest of it has room, half the disk being the store's; begin if need be."""
        if file.size_bytes - at > shutil.disk_usage(folder.parent).free // 2:
            raise BadUpload("There is no room for it on this disk.")
        if _arriving(folder) is not None:
            return
        with os.scandir(folder.parent) as there:
            waiting = sum(1 for _ in there)
        if waiting >= FILES_MAX:
            raise BadUpload(f"{FILES_MAX} files wait already; let them be read first.")
        folder.mkdir(mode=0o700, exist_ok=True)
        about = {"label": label_of(file.said), "size_bytes": file.size_bytes}
        for name, content in ((_CONTENT, ""), (_SAFE, "0"), (_ABOUT, json.dumps(about))):
            (folder / name).touch(0o600)
            (folder / name).write_text(content, "utf-8")


def waiting_room() -> Path:
    """The private folder of everything that came through a server and was not read yet."""
    folder = opening.folder() / opening.UPLOADS
    opening.make_private(folder)
    return folder


def digest_of(content: bytes) -> str:
    """What a portion is known by, in hexadecimal: SHA-256, which every browser can make."""
    return sha256(content).hexdigest()


def label_of(said: str) -> str:
    """The last part of a file's name, fit to be a file's name here."""
    label = clean(said).rpartition("/")[2].replace(":", "-")
    label = label.encode()[-LABEL_BYTES_MAX:].decode(errors="ignore").strip(". ")
    return "upload" if not label or hidden(label) else label


def beside(path: Path) -> Path:
    """A path that is free; two of one name stand beside each other."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def sweep() -> None:
    """Remove what nobody has sent more of, or gone on reading, for a day."""
    with _WRITING:
        for path in waiting_room().glob("*/*/*"):
            noted = path / _SAFE  # with every portion; a file that lies to be read has none
            newest = (noted if noted.exists() else path).stat().st_mtime
            if time.time() - newest > ABANDONED_S:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _write(folder: Path, at: int, content: bytes) -> None:
    """Put a portion into its place; that it is safe is noted when the disk has it, not before.

    A note that the power cut short is a number with fewer digits, and so never says too much.
    """
    with (folder / _CONTENT).open("r+b") as out:
        out.seek(at)
        _write_through(out, content)
    with (folder / _SAFE).open("ab") as out:
        _write_through(out, f"\n{at + len(content)}".encode())


def _write_through(out: BinaryIO, content: bytes) -> None:
    out.write(content)
    out.flush()
    os.fsync(out.fileno())


def _arriving(folder: Path) -> Arriving | None:
    """What is there of a file; None where nothing is, or what a power cut left cannot be read."""
    try:
        about = json.loads((folder / _ABOUT).read_text("utf-8"))
        safe = max(map(int, (folder / _SAFE).read_text("ascii").split()))
        there = min(safe, (folder / _CONTENT).stat().st_size)
        return Arriving(folder.name, str(about["label"]), int(about["size_bytes"]), there)
    except (OSError, ValueError, KeyError, TypeError):
        return None
