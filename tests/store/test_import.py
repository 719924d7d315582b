"""Importing into a store, on both databases: once, whole, balanced, and exactly undone."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from stores import dump, export, side_by_side
from unload.errors import NoSuchPath
from unload.service import records
from unload.service.stored import stored_reading
from unload.store import models
from unload.store.books import NoSuchImport

EMPTY = {
    "files": [], "imports": [], "sightings": [], "StoredSession": [], "StoredCheckIn": [],
    "StoredProblem": [], "revisions": [], "apart": [], "WeekChange": [], "GateSaying": [],
    "StoredWorked": [], "StoredHurt": [], "StoredScreen": [], "Received": [], "told": [],
}  # fmt: skip


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Thirty runs in six files, five of them twice, two check-ins, one of them impossible."""
    return export(tmp_path / "runs")


def test_every_row_ends_as_imported_duplicate_or_set_aside(either_store: Path, runs: Path) -> None:
    """The books balance, and each file says what became of it (I46)."""
    told = records.import_files(runs, zone="UTC")
    assert (37, 30, 5, 2) == (told.seen, told.imported, told.duplicate, told.quarantined)
    assert told.seen == told.imported + told.duplicate + told.quarantined
    states = {file.name: file.state for file in told.files}
    assert ("imported", "known", "quarantined", "imported") == (
        states["runs000.csv"], states["same again.csv"], states["broken.fit"], states["days.csv"],
    )  # fmt: skip
    assert 1 == told.check_ins


def test_the_same_export_once_more_leaves_no_trace(either_store: Path, runs: Path) -> None:
    """What is known is not written again, and what could not be read is told again."""
    records.import_files(runs, zone="UTC")
    before = dump()
    again = records.import_files(runs, zone="UTC")
    assert (None, 0, 36) == (again.number, again.imported, again.duplicate + again.quarantined)
    assert before == dump()
    assert 1 == len(records.imports())


def test_i52_a_preview_is_what_the_import_does_and_writes_nothing(
    either_store: Path, runs: Path
) -> None:
    """Fault I52: somebody else's file is seen before it is kept, beside what is there already."""
    records.import_files(runs / "runs001.csv", zone="UTC")
    before = dump()
    shown = records.preview(runs, zone="UTC")
    assert before == dump()
    assert (25, date(2024, 1, 1), date(2024, 1, 30)) == (shown.runs, shown.first, shown.last)
    done = records.import_files(runs, zone="UTC")
    assert set(shown.report.files) == set(done.files)
    assert (shown.report.seen, shown.report.imported) == (done.seen, done.imported)


def test_a_newer_export_brings_only_what_is_new(either_store: Path, runs: Path) -> None:
    """The second export holds the first and one run more; one run is imported."""
    records.import_files(runs, zone="UTC")
    (runs / "newest.csv").write_text(
        "start_local,type,distance_m,moving_s\n2024-03-01 07:00:00,run,9000,3000\n"
    )
    told = records.import_files(runs, zone="UTC")
    assert (1, 35) == (told.imported, told.duplicate)
    assert 31 == len(stored_reading().sessions)


def test_an_import_undone_was_never_there(either_store: Path, runs: Path) -> None:
    """Import and undo leave what was there before, to the last row (I53)."""
    first = records.import_files(runs / "runs001.csv", zone="UTC")
    before = dump()
    second = records.import_files(runs, zone="UTC")
    assert before != dump()
    records.undo_import(second.number or 0)
    assert before == dump()
    records.undo_import(first.number or 0)
    assert EMPTY == dump()


def test_undoing_the_older_import_keeps_what_the_newer_one_holds(
    either_store: Path, runs: Path
) -> None:
    """A file that two imports hold goes with the second of them, in either order."""
    first = records.import_files(runs / "runs001.csv", zone="UTC")
    records.import_files(runs, zone="UTC")
    assert 0 == records.undo_import(first.number or 0)
    assert 30 == len(stored_reading().sessions)


def test_an_import_that_is_not_there_cannot_be_undone(either_store: Path) -> None:
    """The message says where the numbers are."""
    with pytest.raises(NoSuchImport, match="unload imports"):
        records.undo_import(7)


def test_a_path_that_is_not_there_is_named(store: Path, tmp_path: Path) -> None:
    """Nothing is written for a slip of the hand."""
    with pytest.raises(NoSuchPath, match="nowhere"):
        records.import_files(tmp_path / "nowhere")
    assert EMPTY == dump()


def test_two_telling_of_one_run_count_once_and_come_apart_again(
    either_store: Path, tmp_path: Path
) -> None:
    """The richer telling hides the poorer while both are kept; undoing it shows the other again."""
    poor, rich = tmp_path / "poor.csv", tmp_path / "rich.csv"
    poor.write_text("start_local,type,distance_m,moving_s\n2024-03-01 07:00:00,run,9000,3000\n")
    rich.write_text(
        "start_local,type,distance_m,moving_s,avg_hr\n2024-03-01 07:00:10,run,9010,3005,150\n"
    )
    records.import_files(poor, zone="UTC")
    alone = stored_reading().sessions
    told = records.import_files(rich, zone="UTC")
    assert [150] == [session.avg_hr for session in stored_reading().sessions]
    records.undo_import(told.number or 0)
    assert alone == stored_reading().sessions


def test_a_file_of_which_nothing_could_be_read_gets_another_chance(
    either_store: Path, tmp_path: Path
) -> None:
    """Its content is not remembered, so that a better reader, or a repaired file, is read."""
    path = tmp_path / "days.csv"
    path.write_text("date,sleep\n2024-01-01,9\n")
    first = records.import_files(path, zone="UTC")
    assert (None, 1, ["quarantined"]) == (
        first.number, first.quarantined, [file.state for file in first.files],
    )  # fmt: skip
    assert EMPTY == dump()


def test_one_import_can_be_read_again_file_by_file(either_store: Path, runs: Path) -> None:
    """The report of an import is the same whenever it is asked for."""
    told = records.import_files(runs, zone="UTC")
    later = records.an_import(told.number or 0)
    assert (told.files, told.seen, told.imported) == (later.files, later.seen, later.imported)
    assert ("runs", True) == (later.name, later.finished)


def test_imports_at_once_end_like_one(either_store: Path, runs: Path) -> None:
    """Eight programs that import one folder at the same moment leave what one leaves (C1)."""
    records.import_files(runs, zone="UTC")
    alone = dump()
    records.undo_import(records.imports()[0].number)
    assert EMPTY == dump()
    assert {"ended": [0] * 8} == side_by_side(runs, "--at-once", "8")
    assert alone == dump()


def test_a_first_start_by_several_at_once_makes_one_store(
    store: Path, runs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An empty folder met by four programs at once gets its tables and its key once (C1, D13)."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "fresh"))
    assert {"ended": [0] * 4} == side_by_side(runs, "--at-once", "4")
    assert 30 == len(stored_reading().sessions)
    assert ["key"] == [path.name for path in (tmp_path / "fresh").glob("key*")]


def test_an_import_killed_again_and_again_ends_like_one_that_was_not(
    either_store: Path, tmp_path: Path
) -> None:
    """SIGKILL at ten random moments, then once to the end: nothing is lost or double (D1, D2)."""
    many = export(tmp_path / "many", files=150, days=2)
    records.import_files(many, zone="UTC")
    alone = dump()
    records.undo_import(records.imports()[0].number)
    told = side_by_side(many, "--kills", "10", "--within", "0.3")
    assert 0 == told["last"]
    assert alone == dump()


def test_a_first_start_that_is_killed_can_be_made_again(
    store: Path, runs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """SIGKILL while the folder, the key or the tables are made leaves nothing half made (D6)."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "fresh"))
    told = side_by_side(runs, "--kills", "1", "--within", "0.3")
    assert 0 == told["last"]
    assert 30 == len(stored_reading().sessions)


def test_an_import_that_was_stopped_goes_on(either_store: Path, runs: Path) -> None:
    """A second start joins the import that is under way and ends as if there had been one (D2)."""
    records.import_files(runs, zone="UTC")
    whole = dump()
    # As a kill leaves it: some files are in, the import has no end.
    last = models.Sighting.objects.order_by("-pk").values_list("file", flat=True)[:4]
    models.File.objects.filter(pk__in=list(last)).delete()
    models.Import.objects.update(finished_at=None, covered=0, others={})
    told = records.import_files(runs, zone="UTC")
    assert (True, True, 1) == (told.resumed, told.finished, len(records.imports()))
    assert whole == dump()


def test_other_people_s_names_for_a_folder_do_not_matter(either_store: Path, runs: Path) -> None:
    """A copy of a known folder elsewhere is known too."""
    records.import_files(runs, zone="UTC")
    copy = shutil.copytree(runs, runs.with_name("copy"))
    assert records.import_files(copy, zone="UTC").number is None
