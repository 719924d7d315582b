"""Paths become named streams: files, folders and zips, good and malicious."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

import unload.importers.files as files_module
from unload.errors import NoSuchPath, Problem
from unload.importers.files import opened
from unload.importers.protocol import TooLarge
from unload.importers.sniff import looks_like


def names(path: Path) -> list[str]:
    """The labels of the files under a path."""
    with opened(path) as found:
        return [file.name for file in found.files]


def problems(path: Path) -> list[Problem]:
    """The problems that show before anything is read."""
    with opened(path) as found:
        return found.problems


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """A zip with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_single_file_is_named_after_itself(tmp_path: Path) -> None:
    """The label does not carry the path."""
    (tmp_path / "a.fit").write_bytes(b"x")
    assert ["a.fit"] == names(tmp_path / "a.fit")


def test_a_folder_is_walked_in_a_fixed_order_tables_first(tmp_path: Path) -> None:
    """Hidden files and a Mac's leavings are passed over; tables may list the rest."""
    for name in ("b/2.gpx", "b/1.fit", "z.csv", ".hidden.fit", "__MACOSX/x.fit", ".git/y.fit"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert ["z.csv", "b/1.fit", "b/2.gpx"] == names(tmp_path)


def test_members_of_a_zip_are_read_in_place(tmp_path: Path) -> None:
    """The label says archive and member; nothing is written to disk."""
    path = zipped(tmp_path / "e.zip", {"activities/1.fit": b"one", "__MACOSX/._1.fit": b"x"})
    with opened(path) as found:
        assert [("e.zip:activities/1.fit", b"one")] == [(f.name, f.head) for f in found.files]
    assert ["e.zip"] == [p.name for p in tmp_path.iterdir()]


def test_a_path_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    """The sentence names the path."""
    with pytest.raises(NoSuchPath, match=r"nowhere\.zip"), opened(tmp_path / "nowhere.zip"):
        pass


def test_names_are_labels_and_never_lead_out_of_the_archive(tmp_path: Path) -> None:
    """Climbing, absolute and oddly lettered names are read like any other, and stay in place."""
    bad = {
        "../../up.fit": b"1",
        "/etc/abs.fit": b"2",
        "C:\\d.fit": b"3",
        "a\x1b[31m\u202e.fit": b"4",
    }
    path = zipped(tmp_path / "e.zip", bad)
    with opened(path) as found:
        assert {b"2", b"3", b"4"} <= {file.head for file in found.files}
        assert all(file.name.isprintable() for file in found.files)
    assert ["e.zip"] == [p.name for p in tmp_path.iterdir()]
    assert not (tmp_path.parent.parent / "up.fit").exists()


def test_a_locked_member_is_one_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    """The flag of encryption is enough to know."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1", "b.fit": b"2"})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")  # the first entry of the directory
    data[at + 8] |= 1
    path.write_bytes(data)
    assert ["e.zip:b.fit"] == names(path)
    assert ["e.zip:a.fit"] == [p.where for p in problems(path)]
    assert "password" in problems(path)[0].message


def test_members_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """Two entries over the same bytes: how 112 KB are made to unpack to 20 GB."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1" * 100, "b.fit": b"2" * 100, "c.fit": b"3"})
    data = bytearray(path.read_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = struct.pack(
        "<I", 10
    )  # its local header now lies in the first
    path.write_bytes(data)
    assert ["e.zip:c.fit"] == names(path)
    assert {"e.zip:a.fit", "e.zip:b.fit"} == {p.where for p in problems(path)}


def packed(members: dict[str, bytes]) -> bytes:
    """The bytes of a zip with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_zip_in_a_zip_is_read_in_place(tmp_path: Path) -> None:
    """I32, I35: a whole account holds its recordings so; one inner archive is held at a time."""
    inner = {f"part{n}.zip": packed({"a.fit": b"a%d" % n, "b.fit": b"b"}) for n in (1, 2)}
    path = zipped(tmp_path / "e.zip", {**inner, "list.json": b"[]"})
    with opened(path) as found:
        heads = {file.name: file.open().read() for file in found.files}
        again = [found.files[n].open().read() for n in (0, 2, 0)]
    assert {
        "e.zip:list.json": b"[]", "e.zip:part1.zip:a.fit": b"a1", "e.zip:part1.zip:b.fit": b"b",
        "e.zip:part2.zip:a.fit": b"a2", "e.zip:part2.zip:b.fit": b"b",
    } == heads  # fmt: skip
    assert [b"[]", b"b", b"[]"] == again
    assert ["e.zip"] == [p.name for p in tmp_path.iterdir()]


def test_deeper_broken_and_locked_ones_are_problems(tmp_path: Path) -> None:
    """I32, I34, I36: two archives deep and no deeper; the rest is read."""
    locked = bytearray(packed({"a.fit": b"1"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    members = {
        "broken.zip": b"PK\x03\x04 and no more", "deep.zip": packed({"more.zip": packed({})}),
        "fine.zip": packed({"a.fit": b"1"}), "locked.zip": bytes(locked),
    }  # fmt: skip
    path = zipped(tmp_path / "e.zip", members)
    assert ["e.zip:fine.zip:a.fit"] == names(path)
    told = {p.where: p.message for p in problems(path)}
    assert {"e.zip:broken.zip", "e.zip:deep.zip:more.zip", "e.zip:locked.zip:a.fit"} == told.keys()
    assert "in an archive in an archive" in told["e.zip:deep.zip:more.zip"]


def test_an_inner_archive_has_its_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """I32: it is measured while it is unpacked, and so is what comes out of it."""
    bomb = packed({"a.fit": bytes(5_000_000)})
    path = zipped(tmp_path / "e.zip", {"bomb.zip": bomb, "long.zip": packed({"b.fit": b"1"}) * 20})
    monkeypatch.setattr(files_module, "INNER_BYTES_MAX", 1000)
    assert {"e.zip:bomb.zip", "e.zip:long.zip"} == {p.where for p in problems(path)}
    monkeypatch.setattr(files_module, "INNER_BYTES_MAX", 100_000)
    monkeypatch.setattr(files_module, "ARCHIVE_BYTES_MAX", 1_000_000)
    with opened(path) as found, pytest.raises(TooLarge, match=r"e\.zip"):
        next(f for f in found.files if "bomb" in f.name).open().read()


def test_a_spreadsheet_is_a_file_not_a_folder(tmp_path: Path) -> None:
    """It is a zip inside; the runner should hear of one spreadsheet, not of ten XML files."""
    zipped(tmp_path / "runs.xlsx", {"[Content_Types].xml": b"<Types/>", "xl/a.xml": b"<a/>"})
    with opened(tmp_path / "runs.xlsx") as found:
        assert ["runs.xlsx"] == [file.name for file in found.files]
        assert "saved as CSV" in looks_like(found.files[0])


def test_a_broken_zip_is_one_problem(tmp_path: Path) -> None:
    """A download that broke off has no directory at its end."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1" * 1000})
    path.write_bytes(path.read_bytes()[:60])
    assert ["e.zip"] == [p.where for p in problems(path)]
    assert "download" in problems(path)[0].message


def test_an_archive_has_a_budget_for_all_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many members, each within its own limit, together run out."""
    monkeypatch.setattr(files_module, "ARCHIVE_BYTES_MAX", 250)
    path = zipped(tmp_path / "e.zip", {f"{n}.fit": bytes(100) for n in range(3)})
    with opened(path) as found:
        first, _, last = found.files
        assert 100 == len(first.opener().read())
        found.files[1].opener().read()
        with pytest.raises(TooLarge, match=r"e\.zip"):
            last.opener().read()


def test_a_member_that_lies_about_its_size_fails_alone(tmp_path: Path) -> None:
    """Its checksum does not fit; the reader of the member hears of it."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1" * 100, "b.fit": b"2"})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 16] ^= 0xFF  # the checksum of the first member
    path.write_bytes(data)
    with opened(path) as found:
        with pytest.raises(zipfile.BadZipFile):
            found.files[0].open().read()
        assert b"2" == found.files[1].open().read()
