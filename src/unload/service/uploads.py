"""The verbs for files that come through a server: taken in portions, read behind a wall, removed.

    name = begin_upload("export_123.zip", size_bytes)
    while (at := received(name)) < size_bytes:      # after a break it goes on from here
        put_portion(name, at, content, digest_of(content))
    report = import_upload(name, zone="Europe/Berlin")

Whose upload it is, is for the door to know: a name is a secret that nobody can guess, and whoever
has it may write to it. Nothing of an upload outlives its import, or the day it was left lying.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import string
import time
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from unload.errors import UnloadError
from unload.importers import Progress
from unload.importers.archives import ARCHIVE_BYTES_MAX, clean, hidden
from unload.importers.child import Limits
from unload.service.import_report import ImportReport
from unload.service.records import import_untrusted
from unload.store import opening

PORTION_BYTES_MAX = 8 * 1024**2
ABANDONED_S = 24 * 60 * 60
NAME_BYTES = 32
_ABOUT, _CONTENT = "about.json", "content"
_LABEL_CHARS_MAX = 100
_NAME_CHARS = frozenset(string.ascii_letters + string.digits + "-_")


class BadUpload(UnloadError):
    """A portion or an upload that cannot be taken; what was received before is kept."""


@dataclass(frozen=True, slots=True)
class _About:
    """What was said of an upload when it began."""

    label: str
    size_bytes: int


def begin_upload(label: str, size_bytes: int) -> str:
    """Make room for a file of so many bytes; the name by which it is written to.

    `label` is what the runner calls the file; it is shown, and never a path. Errors: BadUpload
    where it is too large for an export, or for this disk.
    """
    folder = _folder()
    sweep()
    free = shutil.disk_usage(folder).free
    if not 0 < size_bytes <= min(ARCHIVE_BYTES_MAX, free // 2):
        raise BadUpload(f"{_label(label)} is empty, or too large to be taken here.")
    name = secrets.token_urlsafe(NAME_BYTES)
    (folder / name / _CONTENT).mkdir(mode=0o700, parents=True)
    about = _About(_label(label), size_bytes)
    _path(name, about).touch(0o600)
    (folder / name / _ABOUT).write_text(json.dumps(asdict(about)), "utf-8")
    return name


def received(name: str) -> int:
    """How many bytes are safe on the disk: where to go on, after a break too."""
    return _path(name, _about(name)).stat().st_size


def digest_of(content: bytes) -> str:
    """What a portion is known by, in hexadecimal: BLAKE2b of 32 bytes."""
    return blake2b(content, digest_size=32).hexdigest()


def put_portion(name: str, at: int, content: bytes, digest: str) -> int:
    """Add a portion that begins at byte `at`; how many bytes are safe on the disk by then.

    One that was received before is taken as said; so a sender who heard no answer sends it again.
    Errors: BadUpload where it was damaged on the way, leaves a gap, or is too long.
    """
    about = _about(name)
    path = _path(name, about)
    there = path.stat().st_size
    if len(content) > PORTION_BYTES_MAX or at + len(content) > about.size_bytes:
        raise BadUpload(f"The portion is longer than {PORTION_BYTES_MAX} bytes or than the file.")
    if not secrets.compare_digest(digest_of(content), digest):
        raise BadUpload("The portion was damaged on the way; send it again.")
    if not 0 <= at <= there:
        raise BadUpload(f"The portion leaves a gap; go on from byte {there}.")
    with path.open("r+b") as out:
        out.seek(at)
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    return max(there, at + len(content))


def import_upload(
    name: str,
    *,
    zone: str,
    columns: str | None = None,
    progress: Progress | None = None,
    limits: Limits = Limits(),  # noqa: B008 # frozen, and so as good as a number
) -> ImportReport:
    """Import a whole upload as `import_untrusted` does, and remove it.

    It stays where the import fails or is killed, so that the same call goes on with it.
    """
    about = _about(name)
    path = _path(name, about)
    there = path.stat().st_size
    if there < about.size_bytes:
        raise BadUpload(f"{about.label} is not all there; go on from byte {there}.")
    report = import_untrusted(path, zone=zone, columns=columns, progress=progress, limits=limits)
    drop_upload(name)
    return report


def drop_upload(name: str) -> None:
    """Remove an upload, whole or not."""
    _about(name)
    shutil.rmtree(_folder() / name)


def sweep() -> int:
    """Remove the uploads that nobody has written to for a day; how many there were."""
    gone = 0
    for folder in _folder().iterdir():
        newest = max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
        if time.time() - newest > ABANDONED_S:
            shutil.rmtree(folder)
            gone += 1
    return gone


def _folder() -> Path:
    folder = opening.folder() / "uploads"
    opening.make_private(folder)
    return folder


def _about(name: str) -> _About:
    """What is known of an upload; a name that is none never becomes a path."""
    try:
        if not name or set(name) - _NAME_CHARS:
            raise FileNotFoundError
        told = json.loads((_folder() / name / _ABOUT).read_text("utf-8"))
    except FileNotFoundError:
        raise BadUpload("There is no such upload, or no longer; begin it again.") from None
    return _About(**told)


def _path(name: str, about: _About) -> Path:
    return _folder() / name / _CONTENT / about.label


def _label(said: str) -> str:
    """The last part of a file's name, fit to be a file's name here."""
    label = clean(said).rpartition("/")[2].replace(":", "-")[-_LABEL_CHARS_MAX:].strip(". ")
    return "upload" if not label or hidden(label) else label
