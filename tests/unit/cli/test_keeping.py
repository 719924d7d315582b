"""doctor, backup and restore as they are typed."""

import json
from pathlib import Path

import pytest

from terminal import run
from unload.service.checking_in import record_check_in

pytestmark = pytest.mark.in_a_file


def test_the_doctor_is_content_with_a_sound_store(store: Path) -> None:
    """Exit code 0, on the terminal and for programs."""
    shown, told = run("doctor"), run("doctor", "--json")
    assert (0, 0) == (shown.exit_code, told.exit_code)
    assert "integrity" in shown.stdout
    assert json.loads(told.stdout)["sound"] is True


def test_a_fault_is_an_exit_code_too(store: Path) -> None:
    """A script need not read the table."""
    store.chmod(0o755)
    shown, told = run("doctor"), run("doctor", "--json")
    assert (1, 1) == (shown.exit_code, told.exit_code)
    assert "chmod 700" in shown.stdout
    assert json.loads(told.stdout)["sound"] is False


def test_a_backup_and_the_way_back(store: Path, tmp_path: Path) -> None:
    """Both say what they did, and where the store before is."""
    record_check_in({"sleep": 4.0})
    copy = str(tmp_path / "copy.sqlite3")
    assert "was checked against the store" in run("backup", copy).stdout
    back = run("restore", copy).stdout
    assert f"of {copy}" in back
    assert "before-restore-" in back


def test_programs_are_told_rows_and_files(store: Path, tmp_path: Path, monkeypatch: object) -> None:
    """Row counts by table; null where nothing had to be put aside."""
    copy = str(tmp_path / "copy.sqlite3")
    told = json.loads(run("backup", copy, "--json").stdout)
    assert (copy, 0) == (told["file"], told["rows"]["unload_file"])
    back = json.loads(run("restore", copy, "--json").stdout)
    assert (copy, told["rows"]) == (back["restored"], back["rows"])
    assert "before-restore-" in back["aside"]


def test_a_file_that_is_no_backup_is_refused(store: Path, tmp_path: Path) -> None:
    """One sentence, and the store is as it was."""
    (tmp_path / "x").write_text("runs " * 500)
    result = run("restore", str(tmp_path / "x"))
    assert (2, True) == (result.exit_code, "not a backup of Unload" in result.stderr)
