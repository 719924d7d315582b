"""Looking after the store: the doctor, backups, and the way back."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from unload.errors import UnloadError
from unload.service.checking_in import check_in_of, record_check_in
from unload.service.keeping import Check, back_up, doctor, restore
from unload.store import inside, opening
from unload.store.backup import BadBackup

pytestmark = pytest.mark.in_a_file

DAY = date(2024, 11, 17)


def faults(checks: tuple[Check, ...]) -> list[str]:
    return [check.name for check in checks if check.fault]


@pytest.fixture
def day_kept(store: Path) -> Path:
    """A store with one check-in."""
    record_check_in({"sleep": 4.0}, DAY)
    return store


def test_the_doctor_names_what_matters(either_store: Path) -> None:
    """Versions, folder, database, durability, counts, the last backup."""
    checks = doctor()
    names = {check.name for check in checks}
    assert {"unload", "data folder", "database", "synchronous", "last backup", "files"} <= names
    assert [] == [name for name in faults(checks) if name != "synchronous"]


def test_the_doctor_makes_no_store(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking is not making."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "none"))
    checks = doctor()
    assert ([], False) == (faults(checks), (tmp_path / "none").exists())
    assert "none yet" in checks[-1].value


def test_the_doctor_sees_a_folder_that_others_can_read(store: Path) -> None:
    """And says what to do."""
    store.chmod(0o755)
    (fault,) = [check.fault for check in doctor() if check.fault]
    assert "chmod 700" in fault


def test_the_doctor_sees_a_full_disk(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before an import stops half way (D5)."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    assert ["free disk"] == faults(doctor())


def test_the_doctor_survives_a_store_that_cannot_be_opened(store: Path) -> None:
    """It is told as a fault, in one sentence."""
    opening.close()
    (store / "unload.sqlite3").write_text("no database " * 400)
    (fault,) = [check for check in doctor() if check.fault]
    assert ("store", True) == (fault.name, "unload restore FILE" in fault.fault)


def test_a_backup_and_the_way_back(day_kept: Path, tmp_path: Path) -> None:
    """What came after the backup is gone, and kept aside."""
    path, rows = back_up(tmp_path / "copy.sqlite3")
    assert (tmp_path / "copy.sqlite3", 1) == (path, rows["unload_revision"])
    assert str(path) in inside.said("last_backup")
    record_check_in({"sleep": 1.0}, DAY)
    aside, again = restore(path)
    assert rows == again
    assert 4.0 == (check_in_of(DAY) or pytest.fail("the day is gone")).sleep
    assert aside is not None
    with closing(sqlite3.connect(aside)) as old:
        assert [(4.0,), (1.0,)] == old.execute("SELECT sleep FROM unload_revision").fetchall()


def test_a_backup_has_a_place_and_a_name_of_its_own(day_kept: Path, tmp_path: Path) -> None:
    """In the data folder, or in a folder that is named."""
    inside_it, _ = back_up()
    (tmp_path / "stick").mkdir()
    outside, _ = back_up(tmp_path / "stick")
    assert (day_kept / "backups", tmp_path / "stick") == (inside_it.parent, outside.parent)
    assert outside.name.startswith("unload-")


def test_a_backup_can_be_taken_to_a_new_machine(
    day_kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing to put aside where there is no store yet."""
    path, _ = back_up(tmp_path / "copy.sqlite3")
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "new"))
    aside, _ = restore(path)
    assert aside is None
    assert check_in_of(DAY) is not None
    assert 0o600 == (tmp_path / "new" / "unload.sqlite3").stat().st_mode & 0o777


def test_a_damaged_store_is_put_aside_for_a_backup(day_kept: Path, tmp_path: Path) -> None:
    """The way out of a store that cannot be opened."""
    path, _ = back_up(tmp_path / "copy.sqlite3")
    opening.close()
    (day_kept / "unload.sqlite3").write_text("no database " * 400)
    aside, _ = restore(path)
    assert aside is not None
    assert aside.name.startswith("damaged-")
    assert check_in_of(DAY) is not None


def test_a_backup_of_a_newer_release_is_refused(day_kept: Path, tmp_path: Path) -> None:
    """Nothing is changed, and the release it takes is named (D10, D14)."""
    path, _ = back_up(tmp_path / "copy.sqlite3")
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        copy.execute("UPDATE unload_about SET value = '9.7.1' WHERE key = 'release'")
        copy.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('unload', '0999', '2030')"
        )
    with pytest.raises(UnloadError, match=r"was made by Unload 9\.7\.1"):
        restore(path, unsealed=True)
    with pytest.raises(BadBackup):
        restore(path)
    assert check_in_of(DAY) is not None


def test_on_a_server_its_own_means_are_named(
    store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No half backup of a database that is not ours to copy."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@127.0.0.1/runs")
    for ask in (back_up, lambda: restore(tmp_path / "x")):
        with pytest.raises(UnloadError, match="pg_dump"):
            ask()
