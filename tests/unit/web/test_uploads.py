"""Uploads: one at a time, read in a guarded child, and nothing left behind."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pages import Site
from unload.errors import UnloadError
from unload.service.uploads import Sent, waiting_room
from unload.web.uploads import Desk, begin_anew, desk_of

RUNS = b"start_local,type,distance_m,moving_s,runner\n2024-11-12 08:00:00,run,8000,2880,\n"


def finished(desk: Desk) -> Desk:
    """The desk once it has read everything."""
    with desk.lock:
        return desk


def files(*names: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, RUNS + name.encode()[:0]) for name in names]


def test_a_file_is_read_and_thrown_away(new_site: Site) -> None:
    """What it held is kept, the file is not (S31)."""
    desk = Desk(1)
    desk.take(files("runs.csv"), new_site.notebook())
    report = finished(desk).report
    assert report is not None
    assert ("runs.csv", 1, False, "") == (report.name, report.imported, desk.busy, desk.error)
    assert [] == list(waiting_room().rglob("*.csv"))


def test_several_files_are_one_import(new_site: Site) -> None:
    """The same content twice is one."""
    desk = Desk(1)
    desk.take(files("a.csv", "b.csv"), new_site.notebook())
    report = finished(desk).report
    assert report is not None
    assert ("2 files", 1, 2) == (report.name, report.imported, len(report.files))


def test_two_files_of_one_name_are_two(new_site: Site) -> None:
    """A folder of a watch has them under other folders."""
    desk, other = Desk(1), RUNS.replace(b"2024-11-12", b"2024-11-13")
    sent = [SimpleUploadedFile("runs.csv", content) for content in (RUNS, other)]
    desk.take(sent, new_site.notebook())
    report = finished(desk).report
    assert report is not None
    assert (2, ["runs (2).csv", "runs.csv"]) == (report.imported, [f.name for f in report.files])


def test_one_upload_after_the_other(new_site: Site) -> None:
    """The second is told to wait, and is not lost in silence (S35)."""
    desk = Desk(1)
    with desk.lock, pytest.raises(UnloadError, match="One upload"):
        desk.take(files("a.csv"), new_site.notebook())


@pytest.mark.parametrize("error", [UnloadError("No room."), RuntimeError("secret detail")])
def test_what_fails_is_told_and_lets_the_next_one_in(new_site: Site, error: Exception) -> None:
    """A fault of ours without what it stumbled over."""

    class Broken:
        def bring(self, *_: Any) -> None:
            raise error

    desk = Desk(1)
    notebook: Any = Broken()
    desk.take(files("a.csv"), notebook)
    said = finished(desk).error
    assert (True, False) == (bool(said), "secret" in said)
    desk.take(files("a.csv"), new_site.notebook())
    assert finished(desk).report is not None


def test_what_was_not_read_to_its_end_is_gone_on_with(new_site: Site) -> None:
    """After a program that was killed; what came meanwhile is read with it, and all is gone."""
    notebook, desk = new_site.notebook(), Desk(1)
    room = waiting_room() / "reading" / "1"
    room.mkdir(parents=True)
    (room / "left.csv").write_bytes(RUNS)
    begin_anew()
    assert 1 == desk.left()
    other = RUNS.replace(b"2024-11-12", b"2024-11-13")
    notebook.uploads().put(Sent("new.csv", len(other)), 0, other)
    desk.take_arrived(notebook)
    report = finished(desk).report
    assert report is not None
    assert ("2 files", 2, 0) == (report.name, report.imported, desk.left())
    with pytest.raises(UnloadError, match="Nothing has come whole"):
        desk.take_arrived(notebook)


def test_what_was_left_may_be_thrown_away(new_site: Site) -> None:
    """It need not be read."""
    room = waiting_room() / "reading" / "1"
    room.mkdir(parents=True)
    (room / "left.csv").touch()
    Desk(1).throw_away()
    assert 0 == Desk(1).left()


def test_every_account_has_its_own_desk(new_site: Site) -> None:
    """The same one each time, and nobody else's."""
    notebook = new_site.notebook()
    other = desk_of(replace(notebook, owner=99))
    assert (True, False) == (desk_of(notebook) is desk_of(notebook), desk_of(notebook) is other)


def test_what_was_cut_short_is_swept_up(new_site: Site) -> None:
    """What the end of the program broke off, a form or a page, is gone when it starts again."""
    cut = waiting_room() / "coming" / "1" / "old.zip"
    cut.parent.mkdir(parents=True)
    cut.touch()
    (waiting_room() / "tmp123.upload").touch()
    (waiting_room() / "tmp456").mkdir()
    begin_anew()
    assert ([], 0o700) == (list(waiting_room().glob("*")), waiting_room().stat().st_mode & 0o777)


def test_a_name_leads_nowhere_else(new_site: Site, tmp_path: Path) -> None:
    """Folders in a name are dropped."""
    desk = Desk(1)
    desk.take([SimpleUploadedFile("../../x.csv", RUNS)], new_site.notebook())
    report = finished(desk).report
    assert report is not None
    assert "x.csv" == report.name


def test_a_name_is_as_long_as_a_disk_takes(new_site: Site) -> None:
    """A letter of other scripts has three bytes, and the ending says what a file is."""
    desk = Desk(1)
    desk.take(files("\u8d70" * 120 + ".csv", "\u8d70" * 120 + ".csv"), new_site.notebook())
    report = finished(desk).report
    assert report is not None
    names = [file.name for file in report.files]
    assert (2, True) == (len(names), all(name.endswith(".csv") for name in names))
