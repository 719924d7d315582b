"""Uploads: in portions that survive a break, read behind a wall, gone when they are imported."""

import os
import time
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import fit_writer as fw
from hostile_formats import Hostile
from unload.errors import NoSuchPath
from unload.importers import BUILTIN
from unload.importers.child import Limits
from unload.service import records, uploads
from unload.service.stored import stored_reading
from unload.service.uploads import BadUpload, Sent, Uploads, digest_of

START = datetime(2024, 6, 1, 6)
MINE = Uploads(1)
# The wall is far: a busy machine may take its time over what is good.
SHORT = Limits(cpu_s=1, wall_s=60.0)


@pytest.fixture
def export(tmp_path: Path) -> bytes:
    """A zip of three runs."""
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        for day in range(3):
            archive.writestr(f"{day}.fit", fw.run(START + timedelta(days=day)))
    return (tmp_path / "e.zip").read_bytes()


def sent(uploads: Uploads, file: Sent, content: bytes, until: int, portion: int = 20) -> None:
    """Portions from where the server is, until so many bytes have gone."""
    while (at := uploads.received(file)) < until:
        part = content[at : at + portion]
        uploads.put(file, at, part, digest_of(part))


def left(store: Path) -> list[str]:
    """The files in the folder of uploads."""
    found = (store / "uploads").rglob("*")
    return sorted(path.name for path in found if path.is_file())


def read(store: Path) -> records.ImportReport:
    """Everything that has come whole, imported."""
    room = store / "uploads" / "reading" / "1"
    room.mkdir(parents=True, exist_ok=True)
    MINE.gather(room)
    return records.import_untrusted(room, zone="UTC", name="sent")


def test_i35_i37_an_upload_that_broke_off_goes_on_and_is_imported(
    store: Path, export: bytes
) -> None:
    """Faults I35 and I37: at nine tenths; what was received is not sent again."""
    file = Sent("export.zip", len(export))
    sent(MINE, file, export, len(export) * 9 // 10)
    assert ([False], 0) == ([one.whole for one in MINE.arriving()], MINE.gather(store))
    sent(MINE, file, export, len(export))
    report = read(store)
    assert ("sent", 3, True) == (report.name, report.imported, report.finished)
    assert (3, ()) == (len(stored_reading().sessions), MINE.arriving())
    assert ["export.zip"] == left(store)


def test_i37_a_portion_whose_answer_was_lost_is_sent_again(store: Path, export: bytes) -> None:
    """Fault I37: nothing doubles, and what is in order is not undone by what is not."""
    file = Sent("export.zip", len(export))
    first, digest = export[:100], digest_of(export[:100])
    assert [100, 100] == [MINE.put(file, 0, first, digest) for _ in range(2)]
    for at, content, said, words in (
        (150, first, digest, "gap; go on from byte 100"),
        (-1, first, digest, "gap"),
        (100, first, digest_of(b""), "damaged on the way"),
        (len(export), first, digest, "longer"),
    ):
        with pytest.raises(BadUpload, match=words):
            MINE.put(file, at, content, said)
    assert 100 == MINE.received(file)


def test_a_sender_without_a_digest_is_taken(store: Path) -> None:
    """A browser has none on a page that came neither from here nor by https."""
    assert 3 == MINE.put(Sent("x.csv", 3), 0, b"abc")


def test_d3_what_the_disk_did_not_say_it_has_is_not_there(store: Path) -> None:
    """Fault D3: a power cut leaves a file of the right length; only what was noted counts."""
    file = Sent("export.zip", 300)
    MINE.put(file, 0, bytes(100))
    (folder,) = (store / "uploads" / "arriving" / "1").iterdir()
    with (folder / "content").open("ab") as out:
        out.write(bytes(200))
    assert 100 == MINE.received(file)
    for torn, safe in ((b"\n20", 100), (b"\n200\n3", 200), (b"\n300", 300), (b"\n\0\0", 0)):
        with (folder / "safe").open("ab") as out:
            out.write(torn)
        assert safe == MINE.received(file), torn
    assert 100 == MINE.put(file, 0, bytes(100))


def test_an_account_never_sees_what_another_one_sends(store: Path) -> None:
    """The same file of two accounts is two, and nobody's hand reaches the other's."""
    other, file = Uploads(2), Sent("x.csv", 6)
    MINE.put(file, 0, b"abc")
    assert (0, ()) == (other.received(file), other.arriving())
    other.put(file, 0, b"xy")
    other.drop()
    assert (3, 0) == (MINE.received(file), other.received(file))


def test_files_of_one_name_are_two(store: Path) -> None:
    """Where folder, size or day differ; they lie beside each other when they are read."""
    for number, said in enumerate(("a/1.csv", "b/1.csv", "b/1.csv")):
        MINE.put(Sent(said, 3, str(number)), 0, b"abc")
    room = store / "room"
    room.mkdir()
    assert 3 == MINE.gather(room)
    assert ["1 (2).csv", "1 (3).csv", "1.csv"] == sorted(path.name for path in room.iterdir())


def test_a_portion_has_its_size(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server holds one portion in memory, and never a whole export."""
    monkeypatch.setattr(uploads, "PORTION_BYTES_MAX", 10)
    with pytest.raises(BadUpload, match="longer than 10 bytes"):
        MINE.put(Sent("x.zip", 100), 0, bytes(11))


@pytest.mark.parametrize("size", [0, -1, uploads.ARCHIVE_BYTES_MAX + 1, 2**63])
def test_a_size_that_no_export_has_is_refused_at_once(store: Path, size: int) -> None:
    """Before a byte of it is taken (S36)."""
    with pytest.raises(BadUpload, match="too large"):
        MINE.received(Sent("x.zip", size))


def test_an_upload_takes_half_the_free_disk_at_most(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """I32: the store next to it needs room as well; what has come already is not counted twice."""
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr(uploads.shutil, "disk_usage", lambda _: usage)
    assert 1 == MINE.put(Sent("x.zip", 500), 0, b"x")
    with pytest.raises(BadUpload, match="no room"):
        MINE.put(Sent("x.zip", 501), 0, b"x")


def test_only_so_many_files_wait(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that has begun may go on."""
    monkeypatch.setattr(uploads, "FILES_MAX", 1)
    MINE.put(Sent("x.zip", 2), 0, b"x")
    with pytest.raises(BadUpload, match="1 files wait"):
        MINE.put(Sent("y.zip", 2), 0, b"x")
    assert 2 == MINE.put(Sent("x.zip", 2), 1, b"x")


def test_i37_what_was_left_lying_for_a_day_is_removed(store: Path) -> None:
    """Fault I37: also what was not read to its end; one that is still written to stays."""
    old, new = Sent("old.zip", 100), Sent("new.zip", 100)
    for file in (old, new):
        MINE.put(file, 0, b"x")
    room = store / "uploads" / "reading" / "1"
    room.mkdir(parents=True)
    (room / "old.zip").touch()
    day_ago = time.time() - uploads.ABANDONED_S - 60
    folder = store / "uploads" / "arriving" / "1" / old.key
    for path in (folder, *folder.iterdir(), room / "old.zip"):
        os.utime(path, (day_ago, day_ago))
    uploads.sweep()
    assert (0, 1, []) == (MINE.received(old), MINE.received(new), list(room.iterdir()))


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\runs\\a.fit", "a.fit"),
        ("a\x00b.fit", "a?b.fit"),
        ("..", "upload"),
        ("", "upload"),
        (".hidden", "hidden"),
        ("__MACOSX", "upload"),
        ("x" * 500 + ".fit.gz", "x" * 193 + ".fit.gz"),
        ("\u8d70" * 120 + ".csv", "\u8d70" * 65 + ".csv"),
    ],
)
def test_i34_a_name_is_a_label_and_never_a_path(store: Path, said: str, label: str) -> None:
    """Fault I34: whatever the runner's computer calls it, it stays in its folder."""
    file = Sent(said, 1)
    MINE.put(file, 0, b"x")
    folder = store / "uploads" / "arriving" / "1" / file.key
    assert {0o600} == {path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert [label] == [one.label for one in MINE.arriving()]
    room = store / "room"
    room.mkdir()
    MINE.gather(room)
    assert [label] == [path.name for path in room.iterdir()]


def test_i39_d19_traps_are_problems_and_the_runs_between_them_are_kept(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Faults I7, I39 and D19: an endless loop, hunger for memory, a crash: one line each."""
    monkeypatch.setattr(records, "importers", lambda _: (*BUILTIN, Hostile()))
    deeds = ("die", "loop", "eat")
    for number, deed in enumerate(deeds):
        (tmp_path / f"{number}-{deed}.hostile").write_text(deed)
        (tmp_path / f"{number}-run.fit").write_bytes(fw.run(START + timedelta(days=number)))
    seen: list[tuple[int, int]] = []
    report = records.import_untrusted(
        tmp_path, zone="UTC", limits=SHORT, progress=lambda done, all_, _: seen.append((done, all_))
    )
    assert (3, 3) == (report.imported, report.quarantined)
    told = {problem.where: problem.message for problem in report.problems}
    assert "broke the reader" in told["0-die.hostile"]
    assert "takes too long" in told["1-loop.hostile"]
    assert "MemoryError" in told["2-eat.hostile"]
    assert (6, 6) == seen[-1]
    again = records.import_untrusted(tmp_path, zone="UTC", limits=SHORT)
    assert (None, 0) == (again.number, again.imported)


def test_a_path_that_is_none_is_refused(store: Path) -> None:
    """As when it is read here."""
    with pytest.raises(NoSuchPath):
        records.import_untrusted(store / "nothing", zone="UTC")
