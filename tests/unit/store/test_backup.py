"""Backups: whole, sealed, and taken back only if they are what they were."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connections

from unload.errors import UnloadError
from unload.store import backup
from unload.store.backup import BadBackup, back_up, bring_back, checked, set_aside
from unload.store.models import File

pytestmark = pytest.mark.in_a_file


def rows(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as store:
        return [digest for (digest,) in store.execute("SELECT digest FROM unload_file ORDER BY id")]


@pytest.fixture
def kept(store: Path) -> Path:
    """A store with three files in it."""
    for digest in "abc":
        File.objects.create(digest=digest)
    return store / "unload.sqlite3"


def test_a_backup_holds_what_the_store_holds(kept: Path, tmp_path: Path) -> None:
    """Row for row, as one private file, with nothing left beside it."""
    target = tmp_path / "out" / "copy.sqlite3"
    proof = back_up(kept, target)
    assert (3, ["a", "b", "c"]) == (proof.rows["unload_file"], rows(target))
    assert proof == checked(target).proof
    assert [target] == list(target.parent.iterdir())
    assert 0o600 == target.stat().st_mode & 0o777


def test_a_backup_of_an_open_write_ahead_log_lacks_nothing_where_a_copy_does(
    kept: Path, tmp_path: Path
) -> None:
    """Copying the file misses what is still in the log, and looks whole; a backup does not (D7)."""
    with closing(sqlite3.connect(kept, isolation_level=None)) as writer:
        connections.close_all()
        writer.execute("PRAGMA journal_mode=wal")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("INSERT INTO unload_file (digest) VALUES ('late')")
        shutil.copy(kept, tmp_path / "cp.sqlite3")
        back_up(kept, tmp_path / "backup.sqlite3")
        with closing(sqlite3.connect(tmp_path / "cp.sqlite3")) as copy:
            assert ("ok",) == copy.execute("PRAGMA integrity_check").fetchone()
        assert (["a", "b", "c"], ["a", "b", "c", "late"]) == (
            rows(tmp_path / "cp.sqlite3"), rows(tmp_path / "backup.sqlite3")
        )  # fmt: skip


def test_a_copy_without_a_seal_is_taken_only_on_demand(kept: Path, tmp_path: Path) -> None:
    """A file copied by hand may lack the newest rows (D7)."""
    shutil.copy(kept, tmp_path / "cp.sqlite3")
    with pytest.raises(BadBackup, match="--unsealed"):
        checked(tmp_path / "cp.sqlite3")
    assert "" == checked(tmp_path / "cp.sqlite3", unsealed=True).made_at


def test_a_backup_that_changed_since_is_refused(kept: Path, tmp_path: Path) -> None:
    """One digit of one row, which no integrity check can see (D9, D22)."""
    target = tmp_path / "copy.sqlite3"
    back_up(kept, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("UPDATE unload_file SET digest = 'd' WHERE digest = 'c'")
        assert ("ok",) == copy.execute("PRAGMA integrity_check").fetchone()
    with pytest.raises(BadBackup, match="take an older backup"):
        checked(target)


def test_a_damaged_backup_is_refused(kept: Path, tmp_path: Path) -> None:
    """A page of noise, and a file that is none."""
    target = tmp_path / "copy.sqlite3"
    back_up(kept, target)
    content = bytearray(target.read_bytes())
    content[4096:8192] = os.urandom(4096)
    target.write_bytes(content)
    with pytest.raises(BadBackup, match="damaged"):
        checked(target)
    (tmp_path / "text").write_text("runs " * 400)
    with pytest.raises(BadBackup, match="not a backup of Unload"):
        checked(tmp_path / "text")
    with pytest.raises(UnloadError, match="no file named"):
        checked(tmp_path / "absent")


def test_a_backup_that_fails_leaves_the_older_one(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Disk full half way: the draft goes, the backup of yesterday stays (D8, D13, D14)."""
    target = tmp_path / "out" / "copy.sqlite3"
    back_up(kept, target)
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_flush", full)
    with pytest.raises(UnloadError, match="An older one is untouched"):
        back_up(kept, target)
    assert ([target], before) == (list(target.parent.iterdir()), target.read_bytes())


def test_a_copy_that_differs_from_the_store_is_not_kept(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read back is compared with what was there, before the file gets its name."""
    real = backup._copied

    def careless(store: Path, draft: Path) -> backup.Proof:
        proof = real(store, draft)
        return backup.Proof(proof.rows | {"unload_file": 4}, proof.content)

    monkeypatch.setattr(backup, "_copied", careless)
    with pytest.raises(BadBackup, match="did not come out equal"):
        back_up(kept, tmp_path / "copy.sqlite3")
    assert not (tmp_path / "copy.sqlite3").exists()


def test_a_backup_can_be_backed_up(kept: Path, tmp_path: Path) -> None:
    """A seal is no part of what is sealed."""
    one = back_up(kept, tmp_path / "one.sqlite3")
    assert one == back_up(tmp_path / "one.sqlite3", tmp_path / "two.sqlite3")


def test_a_backup_brought_back_is_the_store_again(kept: Path, tmp_path: Path) -> None:
    """What came after it is gone, and its seal is not in the store."""
    proof = back_up(kept, tmp_path / "copy.sqlite3")
    File.objects.create(digest="later")
    bring_back(tmp_path / "copy.sqlite3", kept)
    assert ["a", "b", "c"] == rows(kept)
    with closing(sqlite3.connect(kept)) as store:
        assert proof == backup._prove(store)
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master")]
    assert backup.SEAL not in names


def test_a_damaged_store_is_moved_away_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    """Nothing is deleted, for somebody may still save some of it."""
    store = tmp_path / "unload.sqlite3"
    store.write_text("broken")
    (tmp_path / "unload.sqlite3-wal").write_text("log")
    moved = set_aside(store, tmp_path / "aside")
    assert ["broken", "log"] == [path.read_text() for path in moved]
    assert not store.exists()
