"""Which journal is sound where (D3, D4, D12)."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from unload.errors import UnloadError
from unload.store import opening, sqlite

pytestmark = pytest.mark.in_a_file

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//nas/share /mnt/nas cifs rw 0 0
me@host: /mnt/with\\040space fuse.sshfs rw 0 0
short
"""


@pytest.mark.parametrize(
    ("version", "faulty"),
    [((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False), ((3, 53, 0), False)],
)
def test_the_fault_of_write_ahead_logs_ends_with_3_51_3(
    version: tuple[int, ...], faulty: bool
) -> None:
    """The version gate (D4)."""
    assert faulty == sqlite.has_wal_bug(version)


@pytest.mark.parametrize(
    ("folder", "kind", "remote"),
    [
        ("/data", "ext4", False),
        ("/mnt/nas/x", "cifs", True),
        ("/mnt/with space", "fuse.sshfs", True),
    ],
)
def test_a_remote_folder_is_told_from_a_disk(
    tmp_path: Path, folder: str, kind: str, remote: bool
) -> None:
    """The deepest mount that holds the folder says what it is (D12)."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    found = sqlite.filesystem(Path(folder), mounts)
    assert (kind, remote) == (found, sqlite.is_remote(found))


def test_a_system_that_does_not_tell_its_mounts_is_taken_for_a_disk(tmp_path: Path) -> None:
    """Where there is no list, nothing is claimed."""
    assert "" == sqlite.filesystem(tmp_path, tmp_path / "no mounts")


@pytest.mark.parametrize(
    ("faulty", "kind", "journal"),
    [(True, "ext4", "truncate"), (False, "nfs4", "truncate"), (False, "ext4", "wal")],
)
def test_the_journal_fits_the_version_and_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, faulty: bool, kind: str, journal: str
) -> None:
    """A write-ahead log only where nothing speaks against it."""
    monkeypatch.setattr(sqlite, "has_wal_bug", lambda: faulty)
    monkeypatch.setattr(sqlite, "filesystem", lambda _: kind)
    assert journal == sqlite.journal_for(tmp_path)


@pytest.mark.parametrize("faulty", [True, False])
def test_a_connection_is_durable_and_not_mapped(
    store: Path, monkeypatch: pytest.MonkeyPatch, faulty: bool
) -> None:
    """Synchronous is FULL, memory mapping off, the journal the one chosen (D3)."""
    monkeypatch.setattr(sqlite, "has_wal_bug", lambda: faulty)
    opening.close()
    opening.ready()
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()
            for name in (
                "synchronous",
                "mmap_size",
                "journal_mode",
                "foreign_keys",
                "secure_delete",
                "temp_store",
            )
        }
    chosen = "truncate" if faulty else "wal"
    assert {
        "synchronous": (2,), "mmap_size": (0,), "journal_mode": (chosen,), "foreign_keys": (1,),
        "secure_delete": (1,), "temp_store": (2,),
    } == found  # fmt: skip


def test_a_store_held_open_under_the_unsound_log_is_refused(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old SQLite does not write beside a program that holds the write-ahead log open."""
    monkeypatch.setattr("unload.settings.BUSY_S", 0)
    other = sqlite3.connect(store / "unload.sqlite3", isolation_level=None)
    opening.close()
    other.execute("PRAGMA journal_mode=wal")
    other.execute("BEGIN")
    other.execute("SELECT * FROM unload_file").fetchall()
    monkeypatch.setattr(sqlite, "has_wal_bug", lambda: True)
    with pytest.raises(UnloadError, match=r"close the other program|cannot be opened"):
        opening.ready()
    other.close()
