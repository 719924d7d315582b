"""Erasing: not a byte of what was kept is left in the data folder."""

from pathlib import Path

from stores import dump, export
from unload.service import checking_in, keeping, records
from unload.store.erasing import erase_everything

CANARIES = (b"runs000.csv", b"achilles", b"canary")


def test_no_byte_is_left(store: Path, tmp_path: Path) -> None:
    """Names, places on the body, backups and the key are gone from every file."""
    folder = export(tmp_path / "canary")
    records.import_files(folder, zone="UTC")
    checking_in.record_check_in({"spots": "achilles:left:3"})
    keeping.back_up()
    assert all(canary in everything(store) for canary in CANARIES)
    erase_everything()
    assert [] == [canary for canary in CANARIES if canary in everything(store)]
    assert not (store / "key").exists()


def test_the_store_goes_on_afterwards(either_store: Path, tmp_path: Path) -> None:
    """Empty, on either database, and ready for the same files."""
    folder = export(tmp_path / "runs")
    first = records.import_files(folder, zone="UTC")
    erase_everything()
    assert all(not rows for rows in dump().values())
    assert first.imported == records.import_files(folder, zone="UTC").imported


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
