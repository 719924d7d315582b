"""Erasing: not a byte of what was kept is left in the data folder."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from athletes import TODAY
from stores import HEADER, dump, export
from told_samples import said
from unload.errors import UnloadError
from unload.service import checking_in, keeping, records, told_verdicts
from unload.service.uploads import Sent, Uploads
from unload.store import opening, sqlite
from unload.store.erasing import erase_everything

pytestmark = pytest.mark.in_a_file

CANARIES = (b"runs000.csv", b"achilles", b"canary", b"Told to nobody else")


def test_no_byte_is_left(store: Path, tmp_path: Path) -> None:
    """Names, places on the body, backups and the key are gone from every file."""
    folder = export(tmp_path / "canary")
    records.import_files(folder, zone="UTC")
    checking_in.record_check_in({"spots": "achilles:left:3"})
    told_verdicts.keep(TODAY, said("Told to nobody else."))
    keeping.back_up()
    Uploads(1).put(Sent("canary.csv", 9), 0, b"canary")
    (store / "uploads" / "tmp1.upload").write_bytes(b"canary")
    assert all(canary in everything(store) for canary in CANARIES)
    erase_everything()
    assert [] == [canary for canary in CANARIES if canary in everything(store)]
    assert (False, []) == ((store / "key").exists(), list((store / "uploads").iterdir()))


def test_the_store_goes_on_afterwards(either_store: Path, tmp_path: Path) -> None:
    """Empty, on either database, and ready for the same files."""
    folder = export(tmp_path / "runs")
    first = records.import_files(folder, zone="UTC")
    erase_everything()
    assert all(not rows for rows in dump().values())
    assert first.imported == records.import_files(folder, zone="UTC").imported


@pytest.mark.parametrize("journal_faulty", [True, False])
def test_what_was_imported_and_undone_leaves_no_byte(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal_faulty: bool
) -> None:
    """Under either journal, with the log beside the file; what another import holds stays."""
    monkeypatch.setattr(sqlite, "has_wal_bug", lambda: journal_faulty)
    opening.close()
    canaries = (b"secretive", *(f"runner{number:04}".encode() for number in range(2000)))
    rows = [f"2024-01-01 08:00:00,run,{9000 + i},2880,runner{i:04}" for i in range(2000)]
    (tmp_path / "secretive.csv").write_text(HEADER + "\n".join(rows))
    kept = records.import_files(export(tmp_path / "runs"), zone="UTC")
    told = records.import_files(tmp_path / "secretive.csv", zone="UTC")
    assert all(canary in everything(store) for canary in canaries)
    records.undo_import(told.number or 0)
    assert [] == [canary for canary in canaries if canary in everything(store)]
    assert kept.number == records.imports()[0].number


@pytest.fixture
def elsewhere(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another program that may read the store, which waits for nobody."""
    monkeypatch.setattr(sqlite, "has_wal_bug", lambda: False)
    monkeypatch.setattr("unload.settings.BUSY_S", 0)
    opening.close()
    opening.ready()
    path = store / "unload.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_a_reader_elsewhere_does_not_keep_an_import_from_being_undone(
    elsewhere: sqlite3.Connection, tmp_path: Path
) -> None:
    """The file cannot be written anew meanwhile; the import is gone all the same."""
    told = records.import_files(export(tmp_path / "runs"), zone="UTC")
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT * FROM unload_file").fetchall()
    records.undo_import(told.number or 0)
    assert () == records.imports()


def test_a_reader_elsewhere_is_told_of_when_everything_is_erased(
    elsewhere: sqlite3.Connection, tmp_path: Path
) -> None:
    """What was deleted may still be found; once the other program is closed, it is not."""
    records.import_files(export(tmp_path / "runs"), zone="UTC")
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT * FROM unload_file").fetchall()
    with pytest.raises(UnloadError, match="Close the other program"):
        erase_everything()
    elsewhere.execute("COMMIT")
    erase_everything()
    assert all(not rows for rows in dump().values())


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
