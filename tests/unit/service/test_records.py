"""Importing: what is put into the books, when it is written, what a report says."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fit_writer as fw
from file_samples import gpx, straight
from language_samples import UNLISTED
from stores import export
from unload.errors import Problem, UnloadError
from unload.importers import zones
from unload.importers.reading import WEIGHTS_LEFT, FileRead, State
from unload.importers.zones import Home
from unload.model.history import CheckIn
from unload.service import records
from unload.service.stored import stored_reading
from unload.store import books


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """A folder of small tables."""
    return export(tmp_path / "runs", files=3)


def test_progress_is_told_file_by_file(store: Path, runs: Path) -> None:
    """Somebody may watch: the last call says that all are done."""
    seen: list[tuple[int, int]] = []
    records.import_files(runs, progress=lambda done, total, _: seen.append((done, total)))
    assert ((0, 6), (6, 6)) == (seen[0], seen[-1])


def test_a_zone_that_is_none_is_refused_before_anything_is_read(store: Path, runs: Path) -> None:
    """A slip of the hand leaves no import behind."""
    with pytest.raises(UnloadError, match="Europe/Berlin"):
        records.import_files(runs, zone="Mars")
    assert () == records.imports()


def test_the_same_path_in_another_zone_is_another_import(store: Path, runs: Path) -> None:
    """A stopped import goes on only under the zone it began with."""
    key = b"k" * 32
    here, there = "Europe/Berlin", "America/Denver"
    assert records._place_of(runs, here, key) == records._place_of(runs, here, key)
    assert records._place_of(runs, here, key) != records._place_of(runs, there, key)
    assert str(runs) not in records._place_of(runs, here, key)


def test_the_zone_is_found_as_when_nothing_is_kept(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the watch's own clock, and what was assumed is told."""
    monkeypatch.setattr(zones, "machine_zone", lambda: Home(UTC, "UTC"))
    for number in range(4):
        start = datetime(2024, 1 + 2 * number, 1, 22, 30)
        end = start + timedelta(minutes=30)
        offset = end.replace(tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo")).utcoffset()
        run = fw.session(start, total_timer_time=1800.0, total_distance=5000.0)
        told = fw.fit_file([fw.file_id(), run, fw.activity(end, end + (offset or timedelta()))])
        (tmp_path / f"{number}.fit").write_bytes(told)
    (tmp_path / "9.gpx").write_text(gpx(straight(60)))
    report = records.import_files(tmp_path)
    assert ["Days are told by the watch's clock"] == [note[:34] for note in report.notes]
    assert {7, 15} == {session.start.hour for session in stored_reading().sessions}


def test_what_a_reader_assumed_is_told(store: Path, tmp_path: Path) -> None:
    """A table of a stranger is read by what its columns hold, and the runner reads so."""
    (tmp_path / "x.csv").write_text(UNLISTED)
    assert any("x.csv" in note for note in records.import_files(tmp_path, zone="UTC").notes)


def test_pages_are_written_when_they_are_many_or_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many files, so many records, or so long a time: whichever comes first (C7)."""
    now = [100.0]
    monkeypatch.setattr(records, "monotonic", lambda: now[0])
    known: set[str] = set()
    desk = records._Desk()
    assert not records._is_due(desk)
    records._book(FileRead("a", State.SILENT, digest="a"), desk, known)
    assert not records._is_due(desk)
    now[0] += 2 * records.PATIENCE_S
    assert records._is_due(desk)
    now[0] = 100.0
    for number in range(records.PAGES_MAX):
        records._book(FileRead(f"{number}", State.SILENT, digest=f"{number}"), desk, known)
    assert records._is_due(desk)
    few = records._Desk()
    many = tuple(Problem("x", "y") for _ in range(records.RECORDS_MAX))
    records._book(FileRead("b", State.READ, many, digest="b"), few, known)
    assert records._is_due(few)


def test_what_a_file_is_remembered_for(store: Path) -> None:
    """A content is remembered if something, or rightly nothing, was read from it."""
    known: set[str] = set()
    desk = records._Desk()
    day, odd = CheckIn(date(2024, 1, 1)), Problem("x", "y")
    for name, found in {"good": (day,), "mixed": (day, odd), "silent": (), "bad": (odd,)}.items():
        records._book(FileRead(name, State.READ, found, digest=name), desk, known)
    assert {"good", "mixed", "silent"} == known
    assert "" == desk.pages[-1].digest


def test_a_recording_told_by_its_table_is_counted_and_not_read(store: Path, tmp_path: Path) -> None:
    """The recordings of a Strava export are covered, also when it is imported again."""
    sample = Path(__file__).parents[2] / "files" / "strava" / "activities.csv"
    with sample.open(encoding="utf-8", newline="") as table:
        header, *rows = csv.reader(table)
    rows[0][header.index("Filename")] = "activities/1.fit.gz"
    folder = tmp_path / "export"
    (folder / "activities").mkdir(parents=True)
    (folder / "activities" / "1.fit.gz").write_bytes(b"never read")
    with (folder / "activities.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([header, *rows])
    first, again = (records.import_files(folder, zone="UTC") for _ in range(2))
    assert (1, 1) == (first.covered, again.covered)
    assert "1.fit.gz" not in " ".join(file.name for file in first.files)


def test_what_lies_by_is_counted(store: Path, runs: Path) -> None:
    """Photos are neither imported nor a problem."""
    (runs / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 100)
    told = records.import_files(runs, zone="UTC")
    assert 1 == sum(told.others.values())
    assert told.others == records.an_import(told.number or 0).others


def test_an_import_undone_while_it_runs_stops(store: Path, runs: Path) -> None:
    """It says so instead of writing on into nothing (C9)."""
    (runs / "zzz.csv").write_text(
        "start_local,type,distance_m,moving_s\n2024-05-01 07:00:00,run,9000,3000\n"
    )

    def undo_at_the_end(done: int, total: int, name: str) -> None:
        if name == "zzz.csv":
            writer_is_late()

    def writer_is_late() -> None:
        for kept in records.imports():
            records.undo_import(kept.number)

    records.PAGES_MAX, before = 1, records.PAGES_MAX
    try:
        with pytest.raises(books.NoSuchImport, match="undone"):
            records.import_files(runs, zone="UTC", progress=undo_at_the_end)
    finally:
        records.PAGES_MAX = before
    assert () == records.imports()


@pytest.mark.parametrize("weight", [False, True])
def test_weights_are_kept_where_they_were_asked_for(
    store: Path, tmp_path: Path, weight: bool
) -> None:
    """By either way in; nothing of them is there otherwise, and they go with their import."""
    text = "com.samsung.health.weight,1,5\nstart_time,weight\n2024-06-01 05:00:00.000,61.5\n"
    (tmp_path / "one.csv").write_text(text)
    (tmp_path / "two.csv").write_text(text.replace("06-01", "06-02"))
    preview = records.preview(tmp_path / "one.csv", zone="UTC", weight=weight)
    assert int(weight) == preview.report.check_ins
    records.import_files(tmp_path / "one.csv", zone="UTC", weight=weight)
    records.import_untrusted(tmp_path / "two.csv", zone="UTC", weight=weight)
    kept = [61.5, 61.5] if weight else []
    assert kept == [day.weight_kg for day in stored_reading().check_ins]
    for one in records.imports():
        records.undo_import(one.number)
    assert () == stored_reading().check_ins


def test_weights_asked_for_later_are_read_then(store: Path, tmp_path: Path) -> None:
    """What was left out is said, and no known file keeps it from whoever asks for it."""
    text = "com.samsung.health.weight,1,5\nstart_time,weight\n2024-06-01 05:00:00.000,61.5\n"
    for name in ("one.csv", "copy.csv"):
        (tmp_path / name).write_text(text)
    told = records.import_files(tmp_path, zone="UTC")
    assert (f"copy.csv: {WEIGHTS_LEFT}",) == told.notes
    assert ["no activity", "known"] == [file.state for file in told.files]
    assert None is records.import_files(tmp_path, zone="UTC").number
    asked = records.import_files(tmp_path, zone="UTC", weight=True)
    assert (["imported", "known"], ()) == ([file.state for file in asked.files], asked.notes)
    for weight in (True, False):
        assert None is records.import_files(tmp_path, zone="UTC", weight=weight).number
    assert [61.5] == [day.weight_kg for day in stored_reading().check_ins]


def test_what_a_newer_telling_takes_over_is_said(store: Path, tmp_path: Path) -> None:
    """Three runs imported and two known: the two are told better now, and each counts once."""
    start = datetime(2024, 6, 1, 6)
    for place, days in (("table", 2), ("watch", 3)):
        (tmp_path / place).mkdir()
        for day in range(days):
            begun = start + timedelta(days=day)
            run = fw.run(begun, **({"avg_heart_rate": 150} if place == "watch" else {}))
            row = f"start_local,type,distance_m,moving_s\n{begun},run,5000,1800\n"
            name = tmp_path / place / f"{day}.{'fit' if place == 'watch' else 'csv'}"
            name.write_bytes(run if place == "watch" else row.encode())
    records.import_files(tmp_path / "table", zone="UTC")
    told = records.preview(tmp_path / "watch", zone="UTC").report
    better = (
        "2 of the imported were known already and are told better here; each still counts once."
    )
    assert ((3, 0), (better,)) == ((told.imported, told.duplicate), told.notes[:1])
    told = records.import_files(tmp_path / "watch", zone="UTC")
    assert ((3, 0), (better,)) == ((told.imported, told.duplicate), told.notes[:1])
    assert 3 == len(stored_reading().sessions)
