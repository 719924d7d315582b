"""What must be known and set where the store is SQLite: its version's faults, journal, disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from unload.errors import UnloadError

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# Two connections that write and checkpoint at one moment can damage a write-ahead log made by an
# older version (docs/adr/0010). Backports to older lines are not known well enough to trust them.
WAL_SOUND_SINCE = (3, 51, 3)
# A write-ahead log needs memory that all processes share, which these cannot give.
REMOTE = ("9p", "afs", "ceph", "cifs", "fuse", "nfs", "smb", "virtiofs")
MOUNTS = Path("/proc/self/mounts")


def version() -> str:
    return sqlite3.sqlite_version


def has_wal_bug(number: tuple[int, ...] | None = None) -> bool:
    """True where a write-ahead log of this version of SQLite can be damaged."""
    return (number or sqlite3.sqlite_version_info) < WAL_SOUND_SINCE


def filesystem(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of file system a folder lies on, empty where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    place = folder.resolve()
    best, kind = Path(), ""
    for _, where, found, *_ in (line.split() for line in lines if len(line.split()) > 2):
        mount = Path(where.encode().decode("unicode_escape"))
        if place.is_relative_to(mount) and len(mount.parts) >= len(best.parts):
            best, kind = mount, found
    return kind


def is_remote(kind: str) -> bool:
    return kind.startswith(REMOTE)


def journal_for(folder: Path) -> str:
    """`wal` where it is sound, else a rollback journal, under which writers wait for readers."""
    return "truncate" if has_wal_bug() or is_remote(filesystem(folder)) else "wal"


def prepare(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Set a fresh connection up: durable at power loss, never mapped into memory."""
    if connection.vendor != "sqlite":
        return
    wanted = journal_for(Path(connection.settings_dict["NAME"]).parent)
    with connection.cursor() as cursor:
        found = cursor.execute(f"PRAGMA journal_mode={wanted}").fetchone()[0]
        if found != wanted:
            raise UnloadError(
                f"The store is open elsewhere in the journal mode {found}, which is not safe with "
                f"SQLite {version()} here; close the other program, then try again."
            )
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA mmap_size=0")
        # What is deleted is written over, and a VACUUM leaves no copy in the temporary folder.
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute("PRAGMA temp_store=MEMORY")
