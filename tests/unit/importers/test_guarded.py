"""Files of strangers are read behind a wall: in bounded time, whatever they hold."""

import gzip
from datetime import UTC, timedelta
from pathlib import Path

import pytest

import fit_writer as fw
from file_samples import NOW, gpx, lap, straight, tcx
from hostile_formats import Hostile
from language_samples import UNLISTED
from unload.importers import BUILTIN, importers
from unload.importers.child import Limits
from unload.importers.guarded import DEATHS_MAX, Known, read_guarded
from unload.importers.memory import Memory
from unload.importers.protocol import Note
from unload.importers.reading import FileRead, Place, State, each_file

PLACE = Place(UTC, NOW)
SHORT = Limits(cpu_s=1, wall_s=2.0)
FORMATS = (*BUILTIN, Hostile())
START = NOW - timedelta(days=100)


def guarded(folder: Path, limits: Limits = SHORT) -> list[FileRead]:
    """Everything under the folder, read with all formats."""
    return list(read_guarded(FORMATS, folder, PLACE, limits=limits))


def messages(reads: list[FileRead]) -> dict[str, list[str]]:
    """What each file is said to be, or the sports of its sessions."""
    return {
        read.name: [getattr(r, "message", getattr(r, "sport", "")) for r in read.records]
        for read in reads
    }


def test_the_answer_is_that_of_reading_here(tmp_path: Path) -> None:
    """Names, states, records and digests; a table that covers its recordings included."""
    (tmp_path / "a.fit").write_bytes(fw.run(START))
    (tmp_path / "b.gpx").write_text(gpx(straight(60)))
    (tmp_path / "c.tcx.gz").write_bytes(gzip.compress(tcx([lap(1800, 5000)]).encode()))
    (tmp_path / "d.csv").write_text("start,distance_m,moving_s\n2024-05-01 07:00,5000,1800\n")
    (tmp_path / "e.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "f.csv").write_text(UNLISTED)  # what was assumed of it is a note
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    formats = importers()
    here = list(each_file(formats, tmp_path, PLACE, lambda *_: None, Memory(b"k", lambda _: False)))
    assert any(isinstance(record, Note) for read in here for record in read.records)
    assert here == list(read_guarded(formats, tmp_path, PLACE, Known(b"k")))
    known = Known(b"k", frozenset(read.digest for read in here))
    states = [read.state for read in read_guarded(formats, tmp_path, PLACE, known)]
    assert [State.READ] + [State.KNOWN] * 6 == states


def test_a_file_that_breaks_its_reader_is_one_problem(tmp_path: Path) -> None:
    """Faults I7 and I39: dying, looping, waiting, eating memory; the runs between are read."""
    deeds = ("die", "loop", "sleep", "eat", "lie", "print")
    for number, deed in enumerate(deeds):
        (tmp_path / f"{number}-{deed}.hostile").write_text(deed)
        (tmp_path / f"{number}-run.fit").write_bytes(fw.run(START + timedelta(days=number)))
    told = messages(guarded(tmp_path))
    assert 2 * len(deeds) == len(told)
    assert [["run"]] * len(deeds) == [what for name, what in told.items() if "run" in name]
    assert "broke the reader" in told["0-die.hostile"][0]
    assert "takes too long" in told["1-loop.hostile"][0]
    assert "takes too long" in told["2-sleep.hostile"][0]
    assert "MemoryError" in told["3-eat.hostile"][0]
    assert "broke the reader" in told["4-lie.hostile"][0]
    assert ["did print."] == told["5-print.hostile"]


def test_an_attack_does_not_go_on_for_ever(tmp_path: Path) -> None:
    """After so many deaths the rest is left unread, and that is said."""
    for number in range(DEATHS_MAX + 5):
        (tmp_path / f"{number:02}.hostile").write_text("die")
    reads = guarded(tmp_path)
    assert DEATHS_MAX + 1 == len(reads)
    assert "the rest of it was not read" in str(reads[-1].records[0])


def entities(count: int) -> str:
    """Entities that each hold the one before ten times."""
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, count))
    return f'<!DOCTYPE gpx [<!ENTITY a0 "ha">{rows}]><gpx>&a{count - 1};</gpx>'


ATTACKS = {
    "laughs.gpx": entities(10),
    "quadratic.gpx": f'<!DOCTYPE g [<!ENTITY a "{"x" * 10_000}">]><gpx>{"&a;" * 200_000}</gpx>',
    "external.gpx": '<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx>&a;</gpx>',
    "parameter.tcx": '<!DOCTYPE g [<!ENTITY % a SYSTEM "http://localhost/x"> %a;]>'
    "<TrainingCenterDatabase/>",
    "deep.gpx": "<gpx>" + "<a>" * 200_000,
    "flood.gpx": "<gpx " + " ".join(f'a{n}="1"' for n in range(300_000)) + "></gpx>",
    "prefixes.gpx": "<gpx>" + "".join(f'<a xmlns:p{n}="u{n}"/>' for n in range(200_000)) + "</gpx>",
    "token.gpx": "<gpx><a " + "b" * 8_000_000,
    "comment.gpx": "<gpx><!--" + "-" * 8_000_000,
    "names.gpx": "<gpx>" + "".join(f"<n{n}/>" for n in range(300_000)) + "</gpx>",
}


def test_i38_i39_every_attack_on_xml_is_one_problem(tmp_path: Path) -> None:
    """Faults I38 and I39: entities, depth, floods; nothing is fetched, nothing hangs."""
    for name, text in ATTACKS.items():
        (tmp_path / name).write_text(text)
    told = messages(guarded(tmp_path, Limits()))
    assert dict.fromkeys(ATTACKS, 1) == {name: len(what) for name, what in told.items()}
    for name in ("laughs.gpx", "quadratic.gpx", "external.gpx", "parameter.tcx"):
        assert "declares a document type" in told[name][0]
    assert "64 deep" in told["deep.gpx"][0]


def test_a_listing_that_takes_too_long_is_one_problem(tmp_path: Path) -> None:
    """Of an archive that does not even come to its list of files."""
    (tmp_path / "a.fit").write_bytes(fw.run(START))
    reads = guarded(tmp_path, Limits(wall_s=0.001))
    assert [tmp_path.name] == [read.name for read in reads]
    assert "takes too long" in str(reads[0].records[0])


@pytest.mark.parametrize("content", [b"", b"<html>", bytes(1000)])
def test_an_upload_of_nothing_is_told_as_here(tmp_path: Path, content: bytes) -> None:
    """No limit is needed for that."""
    (tmp_path / "x.fit").write_bytes(content)
    here = list(each_file(FORMATS, tmp_path, PLACE, lambda *_: None))
    assert here == guarded(tmp_path)
