"""Uploads: in portions that survive a break, read behind a wall, gone when they are imported."""

import json
import os
import time
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import fit_writer as fw
from hostile_formats import Hostile
from unload.errors import NoSuchPath, UnloadError
from unload.importers import BUILTIN
from unload.importers.child import Limits
from unload.service import records, uploads
from unload.service.stored import stored_reading
from unload.service.uploads import BadUpload, digest_of

START = datetime(2024, 6, 1, 6)
# The wall is far: a busy machine may take its time over what is good.
SHORT = Limits(cpu_s=1, wall_s=60.0)


@pytest.fixture
def export(tmp_path: Path) -> bytes:
    """A zip of three runs."""
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        for day in range(3):
            archive.writestr(f"{day}.fit", fw.run(START + timedelta(days=day)))
    return (tmp_path / "e.zip").read_bytes()


def sent(name: str, content: bytes, until: int, portion: int = 20) -> None:
    """Portions from where the server is, until so many bytes have gone."""
    while (at := uploads.received(name)) < until:
        part = content[at : at + portion]
        uploads.put_portion(name, at, part, digest_of(part))


def left(store: Path) -> list[str]:
    """What lies in the folder of uploads."""
    return sorted(path.name for path in (store / "uploads").rglob("*"))


def test_i35_i37_an_upload_that_broke_off_goes_on_and_is_imported(
    store: Path, export: bytes
) -> None:
    """Faults I35 and I37: at nine tenths; what was received is not sent again."""
    name = uploads.begin_upload("export.zip", len(export))
    sent(name, export, len(export) * 9 // 10)
    with pytest.raises(BadUpload, match="go on from byte"):
        uploads.import_upload(name, zone="UTC")
    sent(name, export, len(export))
    report = uploads.import_upload(name, zone="UTC")
    assert ("export.zip", 3, True) == (report.name, report.imported, report.finished)
    assert (3, []) == (len(stored_reading().sessions), left(store))
    with pytest.raises(BadUpload, match="begin it again"):
        uploads.received(name)


def test_i37_a_portion_whose_answer_was_lost_is_sent_again(store: Path, export: bytes) -> None:
    """Fault I37: nothing doubles, and what is in order is not undone by what is not."""
    name = uploads.begin_upload("export.zip", len(export))
    first, digest = export[:100], digest_of(export[:100])
    assert [100, 100] == [uploads.put_portion(name, 0, first, digest) for _ in range(2)]
    for at, content, said, words in (
        (150, first, digest, "gap; go on from byte 100"),
        (-1, first, digest, "gap"),
        (100, first, digest_of(b""), "damaged on the way"),
        (len(export), first, digest, "longer"),
    ):
        with pytest.raises(BadUpload, match=words):
            uploads.put_portion(name, at, content, said)
    assert 100 == uploads.received(name)


def test_a_portion_has_its_size(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server holds one portion in memory, and never a whole export."""
    monkeypatch.setattr(uploads, "PORTION_BYTES_MAX", 10)
    name = uploads.begin_upload("x.zip", 100)
    with pytest.raises(BadUpload, match="longer than 10 bytes"):
        uploads.put_portion(name, 0, bytes(11), digest_of(bytes(11)))


@pytest.mark.parametrize("size", [0, -1, uploads.ARCHIVE_BYTES_MAX + 1, 2**63])
def test_a_size_that_no_export_has_is_refused_at_once(store: Path, size: int) -> None:
    """Before a byte of it is taken (S36)."""
    with pytest.raises(BadUpload, match="too large"):
        uploads.begin_upload("x.zip", size)


def test_an_upload_takes_half_the_free_disk_at_most(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """I32: the store next to it needs room as well."""
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr(uploads.shutil, "disk_usage", lambda _: usage)
    assert uploads.begin_upload("x.zip", 500)
    with pytest.raises(BadUpload):
        uploads.begin_upload("x.zip", 501)


def test_i37_what_was_left_lying_for_a_day_is_removed(store: Path) -> None:
    """Fault I37: by the next upload that begins; one that is still written to stays."""
    old, new = (uploads.begin_upload("x.zip", 100) for _ in range(2))
    day_ago = time.time() - uploads.ABANDONED_S - 60
    for path in (store / "uploads" / old, *(store / "uploads" / old).rglob("*")):
        os.utime(path, (day_ago, day_ago))
    assert (1, 0) == (uploads.sweep(), uploads.sweep())
    assert 0 == uploads.received(new)
    with pytest.raises(BadUpload):
        uploads.received(old)


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
        ("x" * 500 + ".fit.gz", "x" * 93 + ".fit.gz"),
    ],
)
def test_i34_a_name_is_a_label_and_never_a_path(store: Path, said: str, label: str) -> None:
    """Fault I34: whatever the runner's computer calls it, it stays in its folder."""
    name = uploads.begin_upload(said, 10)
    (path,) = (store / "uploads" / name / "content").iterdir()
    assert (label, 0o600) == (path.name, path.stat().st_mode & 0o777)
    assert label == json.loads((store / "uploads" / name / "about.json").read_text())["label"]


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "nobody", "\x00", "é"])
def test_a_name_that_is_none_is_one_sentence(store: Path, name: str) -> None:
    """Also where it would lead out of the folder."""
    (store / "about.json").write_text('{"label": "x", "size_bytes": 1}')
    for verb in (uploads.received, uploads.drop_upload):
        with pytest.raises(BadUpload, match="no such upload"):
            verb(name)
    assert (store / "about.json").exists()


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


def test_an_import_that_fails_leaves_the_upload_to_be_gone_on_with(
    store: Path, export: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runner need not send a gigabyte twice."""
    name = uploads.begin_upload("export.zip", len(export))
    sent(name, export, len(export))
    with pytest.raises(UnloadError, match="no time zone"):
        uploads.import_upload(name, zone="Mars")
    assert 3 == uploads.import_upload(name, zone="UTC").imported


def test_a_path_that_is_none_is_refused(store: Path) -> None:
    """As when it is read here."""
    with pytest.raises(NoSuchPath):
        records.import_untrusted(store / "nothing", zone="UTC")
