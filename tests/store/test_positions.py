"""No place where somebody ran is kept: not in the store, a backup or a log, nor is it shown."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import located
from unload.cli import main
from unload.service import keeping

pytestmark = pytest.mark.in_a_file

WHOLE = {**located.accounts(), **located.apps()}
FORMATS = {**WHOLE, **located.damaged()}


def said(*words: str) -> str:
    """What a command prints; an error of ours fails the test."""
    return CliRunner().invoke(main, [*words], catch_exceptions=False).output


def bytes_below(*folders: Path) -> dict[str, bytes]:
    """Every file below the folders, hidden ones too."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.name: path.read_bytes() for path in files}


def told(things: dict[str, bytes]) -> dict[str, list[str]]:
    """Which of these tell a place, and in what spelling."""
    return {name: places for name, data in things.items() if (places := located.places_in(data))}


@pytest.mark.parametrize("name", FORMATS)
def test_there_is_a_place_to_be_found(name: str) -> None:
    """Each file holds the canary in a spelling that is looked for."""
    assert [] != located.places_in(FORMATS[name])


def test_no_byte_of_what_is_kept_tells_where(
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Every format that carries positions is imported, shown, checked and backed up; then every
    byte of the data folder, the temporary folder, the backup, the logs and the screen is read.
    """
    given, temporary, backup = tmp_path / "given", tmp_path / "temporary", tmp_path / "copy.sqlite3"
    for folder in (given, temporary):
        folder.mkdir()
    for name, content in FORMATS.items():
        (given / name).write_bytes(content)
    monkeypatch.setenv("TMPDIR", str(temporary))
    caplog.set_level(0)
    shown = [
        said("import", str(given), "--zone", "UTC"),
        said("imports", "1", "--json"),
        said("inspect", str(given), "--zone", "UTC"),
        said("inspect", str(given), "--zone", "UTC", "--json"),
        said("week", "--today", "2024-06-30", "--json"),
        said("doctor"),
    ]
    keeping.back_up(backup)
    kept = bytes_below(store, temporary) | {"the backup": backup.read_bytes()}
    screens = {f"screen {number}": text.encode() for number, text in enumerate(shown)}
    logs = {"the log": caplog.text.encode(), "the streams": "".join(capfd.readouterr()).encode()}
    assert {} == told(kept | screens | logs)
    imported = {f["name"].split(":")[0] for f in files_of(shown[1]) if f["state"] == "imported"}
    assert [] == [name for name in WHOLE if not any(part.startswith(name) for part in imported)]


def files_of(shown: str) -> list[dict[str, str]]:
    files: list[dict[str, str]] = json.loads(shown)["files"]
    return files


def test_a_place_in_the_wrong_column_is_not_kept(store: Path, tmp_path: Path) -> None:
    """A row that slipped is set aside, and what is quoted of it is no place."""
    (tmp_path / "shifted.csv").write_bytes(located.shifted())
    said("import", str(tmp_path / "shifted.csv"), "--zone", "UTC")
    assert {} == told(bytes_below(store))
