"""Everything under a path is read, nothing stops it, and the books balance."""

import gzip
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

import export_samples as ex
import fit_writer as fw
from file_samples import (
    NOW,
    STRAVA_HEADER,
    gpx,
    lap,
    memory_file,
    straight,
    strava_row,
    tcx,
)
from hostile_formats import Hostile
from language_samples import CODES, season, strava_csv
from unload.errors import NoRuns, Problem
from unload.importers import BUILTIN, Reading, crew, importers, read_path
from unload.importers import reading as reading_module
from unload.importers.books import read_with
from unload.importers.generic import Generic
from unload.importers.marks import SALVAGED
from unload.importers.memory import Memory
from unload.importers.protocol import File, Importer, Record
from unload.importers.reading import FileRead, Place, State, each_file, read_file
from unload.model.history import CheckIn, Session, Sport

START = datetime(2024, 6, 1, 6)
TABLE = "start,distance_m,moving_s\n2024-05-01 07:00,5000,1800\n2024-05-02 07:00,6000,2000\n"


def read(path: Path, **changes: object) -> Reading:
    """Everything under the path, with its books checked."""
    reading = read_path(path, zone=UTC, now=NOW, **changes)  # type: ignore[arg-type] # any field may be changed
    assert reading.imported + reading.duplicate + reading.quarantined == reading.seen
    assert reading.imported == len(reading.sessions)
    assert reading.quarantined == len(reading.problems)
    return reading


def filled(folder: Path, files: dict[str, bytes | str]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_a_folder_of_every_format(tmp_path: Path) -> None:
    """All of them side by side; the same run from two sources is one."""
    files = {
        "a.fit": fw.run(START),
        "a.fit.gz": gzip.compress(fw.run(START + timedelta(days=1))),
        "same.tcx": tcx([lap(1800, 5000)]),
        "b.gpx": gpx(straight(60), "running").replace("2024-06-01", "2024-06-09"),
        "runs.csv": TABLE,
        "checkins.csv": "date,mood\n2024-06-01,4\n2024-06-01,4\n",
        "settings.fit": fw.fit_file([fw.file_id("settings")]),
        "photo.jpg": b"\xff\xd8\xff\xe0",
        "notes.txt": "dear diary",
    }
    reading = read(filled(tmp_path, files))
    assert (9, 6, 5, 1, 0) == (
        reading.files, reading.seen, reading.imported, reading.duplicate, reading.quarantined
    )  # fmt: skip
    assert (1, 1) == (reading.not_activities, len(reading.check_ins))
    assert {("a JPEG picture", 1), ("a text", 1)} == set(reading.others)
    assert sorted(s.start for s in reading.sessions) == [s.start for s in reading.sessions]


def test_bad_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    """Web page, empty, cut off, torn, wrong ending, future, 1990: one problem each."""
    power_on = fw.message(fw.SESSION, start_time=1000, sport=1, total_timer_time=99_000)
    files = {
        "good.fit": fw.run(START),
        "html.fit": "<!DOCTYPE html><html>Sign in</html>",
        "empty.gpx": b"",
        "cut.tcx": "<TrainingCenterDatabase><Activ",
        "noheader.csv": "2024-06-01,5000,1800\n",
        "torn.fit.gz": gzip.compress(fw.run(START))[:-30],
        "future.fit": fw.run(NOW + timedelta(days=2)),
        "old.fit": fw.fit_file([fw.file_id(), power_on]),
        "zero.fit": fw.run(START, total_timer_time=0.0),
        "far.fit": fw.run(START, total_distance=21_000_000.0, total_timer_time=99_000.0),
        "bomb.gpx": '<!DOCTYPE g [<!ENTITY a "b">]><gpx>&a;</gpx>',
        "binary.csv": bytes(range(256)),
        "photo.jpg": b"\xff\xd8\xff\xe0",
    }
    reading = read(filled(tmp_path, files))
    assert ["good.fit"] == [s.where for s in reading.sessions]
    assert sorted(files.keys() - {"good.fit", "photo.jpg"}) == sorted(
        p.where for p in reading.problems
    )
    told = {p.where: p.message for p in reading.problems}
    assert "a web page" in told["html.fit"]
    assert "an empty file" in told["empty.gpx"]
    assert "has no header line" in told["noheader.csv"]
    assert "future" in told["future.fit"]


def strava_zip(path: Path) -> Path:
    """A bulk export: a table, the recordings it names, one it does not, and the account's rest."""
    row = {
        "id": "1", "date": "Jun 1, 2024, 6:00:00 AM", "type": "Run", "moving": "1800",
        "metres": "5000", "file": "activities/1.fit.gz",
    }  # fmt: skip
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("activities.csv", f"{STRAVA_HEADER}\n{strava_row(**row)}\n")
        archive.writestr("activities/1.fit.gz", gzip.compress(fw.run(START + timedelta(days=7))))
        archive.writestr("activities/2.fit.gz", gzip.compress(fw.run(START + timedelta(days=9))))
        archive.writestr("achievements.csv", "name,when\nbig,2024\n")
        archive.writestr("media/1.jpg", b"\xff\xd8\xff\xe0")
    return path


def test_recordings_that_a_table_tells_of_are_not_read_again(tmp_path: Path) -> None:
    """Named ones are covered, unnamed ones read, the account's other tables only counted."""
    reading = read(strava_zip(tmp_path / "export_1.zip"))
    assert [START, START + timedelta(days=9)] == [s.start for s in reading.sessions]
    assert (1, 0) == (reading.covered, reading.quarantined)
    assert {("a table", 1), ("a JPEG picture", 1)} == set(reading.others)


def test_the_unpacked_export_is_read_alike(tmp_path: Path) -> None:
    """A folder and a zip of the same files give the same sessions."""
    with zipfile.ZipFile(strava_zip(tmp_path / "e.zip")) as archive:
        archive.extractall(tmp_path / "unpacked")
    packed, unpacked = read(tmp_path / "e.zip"), read(tmp_path / "unpacked")
    assert [s.start for s in packed.sessions] == [s.start for s in unpacked.sessions]
    assert packed.covered == unpacked.covered == 1


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    """The copy is counted as duplicate."""
    once = read(filled(tmp_path / "once", {"a.csv": TABLE}))
    twice = read(filled(tmp_path / "twice", {"a.csv": TABLE, "b.csv": TABLE}))
    assert [s.start for s in once.sessions] == [s.start for s in twice.sessions]
    assert (2, 4) == (twice.duplicate, twice.seen)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "holds no file; choose another"),
        ({"html.fit": "<html>"}, "html.fit: is no known format; it looks like a web page"),
        ({"1.jpg": b"\xff\xd8\xff", "2.jpg": b"\xff\xd8\xff"}, "2 x a JPEG picture"),
        ({"s.fit": fw.fit_file([fw.file_id("settings")])}, "without an activity in it"),
        ({f"{n}.gpx": "<gpx/>" for n in range(9)}, "and 6 more"),
        (
            {"w.json": '[{"logId": 1, "weight": 62, "bmi": 0, "date": "06/01/24"}]'},
            "or pounds, nothing tells which",
        ),
    ],
)
def test_a_path_without_activities_says_what_is_there(
    tmp_path: Path, files: dict[str, bytes | str], words: str
) -> None:
    """Instead of what was looked for."""
    with pytest.raises(NoRuns) as caught:
        read(filled(tmp_path, files))
    assert words in str(caught.value)


def test_a_file_given_by_itself_is_never_passed_over(tmp_path: Path) -> None:
    """Even a photo: the runner pointed at it."""
    filled(tmp_path, {"1.jpg": b"\xff\xd8\xff"})
    with pytest.raises(NoRuns, match=r"1\.jpg: is no known format; it looks like a JPEG picture"):
        read(tmp_path / "1.jpg")


class Other:
    """A stranger's format that claims every table, and breaks on request."""

    name = "other"

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error

    def identify(self, file: File) -> bool:
        return file.name.endswith(".csv")

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        yield Problem(file.name, "first")
        if self.error is not None:
            raise self.error


def under(path: Path, *formats: Importer) -> Reading:
    """Read with these formats alone."""
    return read_with(formats, path, Place(UTC, NOW), lambda *_: None)


def test_two_exports_in_one_folder_keep_their_own(tmp_path: Path) -> None:
    """What one table covers is not forgotten when another export beside it has been read."""
    with zipfile.ZipFile(strava_zip(tmp_path / "e.zip")) as archive:
        archive.extractall(tmp_path / "unpacked")
    filled(tmp_path / "unpacked", {"samsung.csv": ex.samsung_table(ex.samsung_row())})
    reading = read(tmp_path / "unpacked")
    assert (1, 3) == (reading.covered, len(reading.sessions))


def test_a_format_that_streams_has_room() -> None:
    """Gigabytes of one life are read and hashed; another format's file of that size is not."""
    place, memory = Place(UTC, NOW), Memory(b"key", lambda _: False)

    def told(name: str, content: str) -> FileRead:
        return read_file(memory_file(name, content, 20_000), BUILTIN, place, memory)

    export = told("export.xml", ex.apple_export(*[ex.apple_workout()] * 200))
    assert (200, 64) == (len(export.records), len(export.digest))
    assert "more than is allowed" in str(told("a.gpx", gpx(straight(600))).records[0])
    document = told("export_cda.xml", "<ClinicalDocument>" + "x" * 30_000)
    assert (State.UNCLAIMED, "") == (document.state, document.digest)


def test_a_weight_is_handed_on_where_the_runner_asked_for_it() -> None:
    """What an export tells beside it is read all the same; one's own table is one's own word."""
    header = ex.INTERVALS_WELLNESS_HEADER
    days = [{"weight": "61.5"}, {"weight": "61.0", "restingHR": "48"}]
    rows = [ex.row(header, date=f"2024-06-0{n}", **day) for n, day in enumerate(days, 1)]
    export, own = "\n".join([header, *rows]), "date,weight_kg\n2024-06-01,60\n"

    def told(content: str, *, weight: bool) -> list[tuple[float | None, float | None]]:
        read = read_file(memory_file("w.csv", content), BUILTIN, Place(UTC, NOW, weight=weight))
        days = (record for record in read.records if isinstance(record, CheckIn))
        return [(day.weight_kg, day.resting_hr) for day in days]

    assert [(61.5, None), (61.0, 48.0)] == told(export, weight=True)
    assert [(None, 48.0)] == told(export, weight=False)
    assert [(60.0, None)] == told(own, weight=False)


def test_a_whole_garmin_account(tmp_path: Path) -> None:
    """I9, I32, I42: the list, the recordings in a zip of their own, the days, the side tables."""
    begin_ms = (START - datetime(1970, 1, 1)).total_seconds() * 1000
    told = {"duration": 1_800_000, "elapsedDuration": 1_800_000, "distance": 500_000}
    activity = ex.garmin_activity(startTimeLocal=begin_ms, **told)
    with zipfile.ZipFile(tmp_path / "parts.zip", "w") as archive:
        archive.writestr("1.fit", fw.run(START))
        archive.writestr("2.fit", fw.run(START + timedelta(days=2)))
        archive.writestr("3.fit", fw.fit_file([fw.file_id("settings")]))
    with zipfile.ZipFile(tmp_path / "account.zip", "w") as archive:
        fitness, wellness = "DI_CONNECT/DI-Connect-Fitness/", "DI_CONNECT/DI-Connect-Wellness/"
        archive.writestr(f"{fitness}a_summarizedActivities.json", ex.garmin_list(activity))
        night = {"calendarDate": "2024-06-01", "sleepStartTimestampGMT": "x", "deepSleepSeconds": 9}
        archive.writestr(f"{wellness}1_sleepData.json", json.dumps([night]))
        archive.writestr(f"{fitness}a_gear.json", "[]")
        parts = (tmp_path / "parts.zip").read_bytes()
        archive.writestr("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", parts)
    reading = read(tmp_path / "account.zip")
    assert [START, START + timedelta(days=2)] == [s.start for s in reading.sessions]
    assert (1, 1, 0) == (reading.duplicate, reading.not_activities, reading.quarantined)
    assert [9.0] == [c.sleep_s for c in reading.check_ins]
    assert (("a JSON file", 1),) == reading.others


def test_a_night_and_a_diary_are_one_check_in(tmp_path: Path) -> None:
    """I42: from two files, field by field."""
    files = {
        "c.csv": "date,mood\n2024-06-01,4\n",
        "sleep.json": json.dumps([ex.fitbit_night(1, "2024-06-01", 420)]),
    }
    expected = [(4.0, 25_200.0)]
    reading = read(filled(tmp_path, files))
    assert expected == [(c.mood, c.sleep_s) for c in reading.check_ins]


def test_two_claims_are_a_problem_that_names_the_claimants(tmp_path: Path) -> None:
    """Nobody wins by standing first."""
    filled(tmp_path, {"a.csv": TABLE})
    with pytest.raises(NoRuns, match="claimed by table with clear headers and other"):
        under(tmp_path, Generic(), Other())


def test_a_format_that_breaks_stops_nothing(tmp_path: Path) -> None:
    """Any exception becomes a problem of its file; an interrupt is let through."""
    filled(tmp_path, {"a.csv": "x,y\n", "b.fit": fw.run(START)})
    reading = under(tmp_path, Other(RuntimeError("boom")), BUILTIN[0])
    assert [
        "first",
        "cannot be read (RuntimeError: boom). The file is damaged or of a new kind.",
    ] == [p.message for p in reading.problems]
    assert 1 == reading.imported
    with pytest.raises(KeyboardInterrupt):
        under(tmp_path, Other(KeyboardInterrupt()))


def test_an_unstated_sport_can_be_stated_by_the_caller(tmp_path: Path) -> None:
    """Whoever knows that a folder holds runs says so; a stated sport is not overruled."""
    files = {
        "a.gpx": gpx(straight(60)),
        "b.gpx": gpx(straight(60), "biking").replace("2024-06-01", "2024-06-02"),
    }
    reading = read(filled(tmp_path, files), sport=Sport.RUN)
    assert [(Sport.RUN, ()), (Sport.RIDE, ())] == [(s.sport, s.marks) for s in reading.sessions]


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    """From nothing done to everything done."""
    seen: list[tuple[int, int, str]] = []
    read(
        filled(tmp_path, {"a.csv": TABLE, "b.fit": fw.run(START)}),
        progress=lambda *a: seen.append(a),
    )
    assert [(0, 2, "a.csv"), (1, 2, "b.fit"), (2, 2, "")] == seen


def test_now_may_carry_a_zone(tmp_path: Path) -> None:
    """An aware moment is the same as the wall clock it shows."""
    filled(tmp_path, {"a.csv": TABLE})
    aware = read_path(tmp_path, zone=UTC, now=NOW.replace(tzinfo=UTC))
    assert aware == read(tmp_path)


def test_every_format_keeps_the_contract() -> None:
    """Ours stand in the tuple; each has its own name."""
    assert all(isinstance(format_, Importer) for format_ in importers())
    assert len(BUILTIN) == len({format_.name for format_ in BUILTIN})


def test_a_table_is_read_without_heavy_libraries(tmp_path: Path) -> None:
    """No array library, web framework or FIT decoder on the way of a table."""
    filled(tmp_path, {"a.csv": TABLE})
    script = (
        "import sys, datetime; from unload.importers import read_path;"
        f"read_path({str(tmp_path)!r}, zone=datetime.UTC, now=datetime.datetime(2025, 1, 1));"
        "heavy = {'numpy', 'pandas', 'django', 'multiprocessing'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()


def test_what_was_read_before_is_not_read_again(tmp_path: Path) -> None:
    """Known by its content, whatever it is called now and however it is packed."""
    seen: set[str] = set()
    memory = Memory(b"key", seen.__contains__)
    place = Place(UTC, NOW)

    def states(folder: Path) -> list[tuple[str, State]]:
        reads = list(each_file(BUILTIN, folder, place, lambda *_: None, memory))
        seen.update(read.digest for read in reads)
        return [(read.name, read.state) for read in reads]

    first = filled(tmp_path / "1", {"a.fit": fw.run(START), "notes.txt": "dear diary"})
    assert [("a.fit", State.READ), ("notes.txt", State.UNCLAIMED)] == states(first)
    again = filled(tmp_path / "2", {"b.fit.gz": gzip.compress(fw.run(START)), "runs.csv": TABLE})
    assert [("runs.csv", State.READ), ("b.fit.gz", State.KNOWN)] == states(again)
    assert all(len(digest) == 2 * 32 for digest in seen)


def test_a_digest_says_nothing_without_its_key(tmp_path: Path) -> None:
    """Another key gives other hashes of the same content."""
    folder = filled(tmp_path, {"runs.csv": TABLE})
    digests = {
        read.digest
        for key in (b"one", b"two", b"one")
        for read in each_file(
            BUILTIN, folder, Place(UTC, NOW), lambda *_: None, Memory(key, lambda _: False)
        )
    }
    assert 2 == len(digests)


def many(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of every kind of file that counts as much work."""
    monkeypatch.setattr(crew, "WORTH_BYTES", 1)
    monkeypatch.setattr(crew, "processors", lambda: 2)
    files: dict[str, bytes | str] = {
        f"{n:02}.fit": fw.run(START + timedelta(days=n)) for n in range(20)
    }
    files |= {
        "50.gpx": gpx(straight(60)), "51.tcx.gz": gzip.compress(tcx([lap(1800, 5000)]).encode()),
        "52.fit": b"", "53.fit": fw.run(START)[:60], "54.gpx": "<html>", "55.csv": TABLE,
    }  # fmt: skip
    return filled(path, files)


def test_children_read_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads a file, and however many."""
    alone = list(each_file(BUILTIN, many(tmp_path, monkeypatch), Place(UTC, NOW), _silent))
    monkeypatch.setattr(crew, "WORTH_BYTES", 10**9)
    assert list(each_file(BUILTIN, tmp_path, Place(UTC, NOW), _silent)) == alone
    assert 24 == len([read for read in alone if read.state is State.READ])


def test_a_file_that_kills_its_child_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault I46: and the files beside it are read, by another child."""
    folder = many(tmp_path, monkeypatch)
    (folder / "10.hostile").write_text("die")
    monkeypatch.setattr(reading_module, "HEAVY_ENDINGS", (".fit", ".hostile"))
    reads = list(each_file((*BUILTIN, Hostile()), folder, Place(UTC, NOW), _silent))
    told = {read.name: read.records for read in reads}
    assert "broke the reader" in str(told["10.hostile"][0])
    assert 20 == sum(isinstance(told[f"{n:02}.fit"][0], Session) for n in range(20))


def test_who_stops_asking_ends_the_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After Ctrl-C nothing goes on reading."""
    made: list[crew.Crew] = []
    begin = crew.Crew.begin

    def noted(self: crew.Crew, *args: object) -> object:
        made.append(self)
        return begin(self, *args)  # type: ignore[arg-type] # the stand-in has what is used

    monkeypatch.setattr(crew.Crew, "begin", noted)
    reads = each_file(BUILTIN, many(tmp_path, monkeypatch), Place(UTC, NOW), _silent)
    next(reads)
    next(reads)
    reads.close()  # type: ignore[attr-defined] # the stand-in has what is used
    assert made
    assert all(child._process.returncode is not None for child in made[0]._all)


def test_the_same_content_twice_in_one_reading_is_read_once(tmp_path: Path) -> None:
    """Where a store keeps hashes: the second is known though nothing has been stored yet."""
    files = filled(tmp_path, {"a.fit": fw.run(START), "b.fit": fw.run(START)})
    memory = Memory(b"key", lambda _: False)
    reads = each_file(BUILTIN, files, Place(UTC, NOW), _silent, memory)
    assert [State.READ, State.KNOWN] == [read.state for read in reads]


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""


@pytest.mark.parametrize("code", CODES)
def test_a_bulk_zip_of_any_language_covers_its_recordings(code: str, tmp_path: Path) -> None:
    """I26: the table tells the runs, and the recordings it names are not read again."""
    path = tmp_path / "export_1.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("activities.csv", strava_csv(code, season(20)))
        for number in (1, 2, 99):
            archive.writestr(f"activities/{number}.fit.gz", gzip.compress(fw.run(START)))
    reading = read(path)
    assert (2, len(season(20)) + 1) == (reading.covered, reading.imported)


def test_what_was_assumed_travels_with_the_reading(tmp_path: Path) -> None:
    """A note is no problem, and the books balance without it."""
    rows = "".join(f"2024-06-{n:02d},{5 + n / 10:.1f},0:{26 + n}:00\n" for n in range(1, 10))
    reading = read(filled(tmp_path, {"t.csv": "mikor,km,ido\n" + rows}))
    assert ((), 9) == (reading.problems, reading.imported)
    (note,) = reading.notes
    assert note.startswith("t.csv: the date was taken from column 1, the time from 3")


def test_a_cut_packed_recording_is_remembered_by_what_can_be_unpacked(tmp_path: Path) -> None:
    """I1: it has a digest like any other, so that an import does not read it twice."""
    packed = gzip.compress(fw.run(NOW - timedelta(days=9)), mtime=0)
    (tmp_path / "a.fit.gz").write_bytes(packed[:-3])
    memory = Memory(b"k", lambda _: False)
    (told,) = each_file(BUILTIN, tmp_path, Place(UTC, NOW), lambda *_: None, memory)
    (run,) = told.records
    assert isinstance(run, Session)
    assert ((SALVAGED,), 64) == (run.marks, len(told.digest))
