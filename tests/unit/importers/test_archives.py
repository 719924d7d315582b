"""Archives are read in place, whatever they were made for: exports, bombs and traps."""

import gzip
import io
import stat
import struct
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import fit_writer as fw
from file_samples import NOW
from unload.errors import NoRuns, Problem
from unload.importers import Reading, archives, read_path
from unload.importers.files import opened
from unload.importers.protocol import TooLarge

START = datetime(2024, 6, 1, 6)
DIRECTORY = b"PK\x01\x02"  # how an entry of the directory begins


def names(path: Path) -> list[str]:
    """The labels of the files in an archive."""
    with opened(path) as found:
        return [file.name for file in found.files]


def problems(path: Path) -> list[Problem]:
    """The problems that show before anything is read."""
    with opened(path) as found:
        return found.problems


def packed(members: dict[str, bytes]) -> bytes:
    """A zip with these members, in memory."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """The same on the disk."""
    path.write_bytes(packed(members))
    return path


def run(day: int) -> bytes:
    """A FIT file of a run."""
    return fw.run(START + timedelta(days=day))


def read(path: Path) -> Reading:
    """Everything in an archive."""
    return read_path(path, zone=UTC, now=NOW)


def test_members_of_a_zip_are_read_in_place(tmp_path: Path) -> None:
    """The label says archive and member; nothing is written to disk."""
    path = zipped(tmp_path / "e.zip", {"activities/1.fit": b"one", "__MACOSX/._1.fit": b"x"})
    with opened(path) as found:
        assert [("e.zip:activities/1.fit", b"one")] == [(f.name, f.head) for f in found.files]
    assert ["e.zip"] == [p.name for p in tmp_path.iterdir()]


def test_i34_names_are_labels_and_never_lead_out_of_the_archive(tmp_path: Path) -> None:
    """Fault I34: climbing, absolute and oddly lettered names are read, and stay in place."""
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


def test_i34_a_locked_member_is_one_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    """Fault I34: the flag of encryption is enough to know."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1", "b.fit": b"2"})
    data = bytearray(path.read_bytes())
    at = data.index(DIRECTORY)
    data[at + 8] |= 1
    path.write_bytes(data)
    assert ["e.zip:b.fit"] == names(path)
    assert ["e.zip:a.fit"] == [p.where for p in problems(path)]
    assert "password" in problems(path)[0].message


def test_i33_members_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """Fault I33: two entries over the same bytes: how 112 KB are made to unpack to 20 GB."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1" * 100, "b.fit": b"2" * 100, "c.fit": b"3"})
    data = bytearray(path.read_bytes())
    first = data.index(DIRECTORY)
    second = data.index(DIRECTORY, first + 4)
    data[second + 42 : second + 46] = struct.pack(
        "<I", 10
    )  # its local header now lies in the first
    path.write_bytes(data)
    assert ["e.zip:c.fit"] == names(path)
    assert {"e.zip:a.fit", "e.zip:b.fit"} == {p.where for p in problems(path)}


def test_i34_a_name_with_a_nul_is_shown_whole(tmp_path: Path) -> None:
    """Fault I34: `ok.fit` with something behind a NUL is not taken for `ok.fit`."""
    path = zipped(tmp_path / "e.zip", {"ok.fit_hid": run(0)})
    path.write_bytes(path.read_bytes().replace(b"ok.fit_hid", b"ok.fit\0hid"))
    assert ["e.zip:ok.fit?hid"] == names(path)


def test_i34_a_link_is_no_file(tmp_path: Path) -> None:
    """Fault I34: it would lead somewhere on the reader's disk."""
    link = zipfile.ZipInfo("a.fit")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert ["e.zip:a.fit: is a link, not a file."] == [str(p) for p in problems(tmp_path / "e.zip")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_i34_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    """Fault I34: neither hides the other."""
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("a.fit", run(0))
        archive.writestr("a.fit", run(1))
    assert [0, 1] == [(s.start - START).days for s in read(tmp_path / "e.zip").sessions]


def test_i32_a_bomb_is_stopped_while_it_unpacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault I32: a thousand to one, plain and gzipped in the zip; the run beside it is read."""
    monkeypatch.setattr(archives, "FILE_BYTES_MAX", 2 * 1024**2)
    zeros = bytes(64 * 1024**2)
    members = {
        "bomb.fit": run(5) + zeros, "bomb.fit.gz": gzip.compress(run(6) + zeros), "good.fit": run(0)
    }  # fmt: skip
    path = zipped(tmp_path / "e.zip", members)
    del zeros, members
    tracemalloc.start()
    reading = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 1 == reading.imported
    assert ["e.zip:bomb.fit", "e.zip:bomb.fit.gz"] == [p.where for p in reading.problems]
    assert all("unpacks to more" in p.message for p in reading.problems)
    assert peak < 12 * 1024**2


def test_i32_an_archive_in_an_archive_is_read_without_a_file_on_the_disk(tmp_path: Path) -> None:
    """Fault I32: a full account holds zips of FIT files; each member is read where it lies."""
    parts = {
        f"Part{n}.zip": packed({f"{d}.fit": run(10 * n + d) for d in range(9)}) for n in (1, 2)
    }
    path = zipped(tmp_path / "e.zip", {**parts, "0.fit": run(0)})
    assert "e.zip:Part2.zip:8.fit" in names(path)
    assert 19 == read(path).imported
    assert ["e.zip"] == [p.name for p in tmp_path.iterdir()]


def test_i32_only_one_member_of_an_inner_archive_is_held(tmp_path: Path) -> None:
    """Fault I32: memory does not grow with the archive."""
    noise = bytes(range(256)) * 4096  # one megabyte that is no run
    inner = packed({f"{n}.fit": run(n) + noise for n in range(40)})
    path = zipped(tmp_path / "e.zip", {"part.zip": inner})
    del inner
    tracemalloc.start()
    reading = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 40 == reading.imported
    assert peak < 16 * 1024**2


def test_i32_a_third_depth_is_refused(tmp_path: Path) -> None:
    """Fault I32: bombs are built that way, exports are not."""
    deep = packed({"deep.zip": packed({"1.fit": run(1)}), "2.fit": run(2)})
    reading = read(zipped(tmp_path / "e.zip", {"part.zip": deep}))
    assert 1 == reading.imported
    assert ["e.zip:part.zip:deep.zip"] == [p.where for p in reading.problems]
    assert "in an archive in an archive" in reading.problems[0].message


def test_i32_an_inner_archive_pays_from_the_same_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault I32: what it claims to unpack to is weighed before it is touched."""
    monkeypatch.setattr(archives, "ARCHIVE_BYTES_MAX", 1500)
    inner = packed({"1.fit": run(1)})
    path = zipped(tmp_path / "e.zip", {"a.zip": inner, "b.zip": inner + bytes(2000)})
    assert ["e.zip:b.zip"] == [p.where for p in problems(path)]


def test_i32_a_bomb_in_an_inner_archive_is_stopped_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault I32: by its own limit, and by what all members of the archive may take together."""
    inner = packed({"1.fit": run(1) + bytes(9000), "2.fit": run(2), "3.fit": run(3)})
    path = zipped(tmp_path / "e.zip", {"part.zip": inner})
    monkeypatch.setattr(archives, "FILE_BYTES_MAX", 5000)
    assert ["e.zip:part.zip:1.fit"] == [p.where for p in read(path).problems]
    spent = len(inner) + len(run(1)) + 9000 + len(run(2))
    monkeypatch.setattr(archives, "ARCHIVE_BYTES_MAX", spent + 10)
    assert ["e.zip:part.zip:1.fit", "e.zip:part.zip:3.fit"] == [
        p.where for p in read(path).problems
    ]


@pytest.mark.parametrize("content", [b"<html>", b"", b"PK\x03\x04" + bytes(50)])
def test_i46_a_broken_inner_archive_is_one_problem(tmp_path: Path, content: bytes) -> None:
    """Fault I46: the rest of the export is read."""
    reading = read(zipped(tmp_path / "e.zip", {"a.zip": content, "b.fit": run(0)}))
    assert (1, ["e.zip:a.zip"]) == (reading.imported, [p.where for p in reading.problems])


def test_i35_fifty_thousand_entries_are_listed(tmp_path: Path) -> None:
    """Fault I35: within 300 MB; each is only a name and a place until it is read."""
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        for n in range(50_000):
            archive.writestr(f"{n}.fit", b"")
    tracemalloc.start()
    with opened(tmp_path / "e.zip") as found:
        listed = len(found.files)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert 50_000 == listed
    assert peak < 150 * 1024**2


def test_i35_more_entries_than_an_export_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault I35: one problem for the whole archive."""
    monkeypatch.setattr(archives, "MEMBERS_MAX", 2)
    path = zipped(tmp_path / "e.zip", {f"{n}.fit": b"" for n in range(3)})
    assert ["e.zip: holds 3 files; too many to be read."] == [str(p) for p in problems(path)]


def test_i32_an_archive_has_a_budget_for_all_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault I32: many members, each within its own limit, together run out."""
    monkeypatch.setattr(archives, "ARCHIVE_BYTES_MAX", 250)
    path = zipped(tmp_path / "e.zip", {f"{n}.fit": bytes(100) for n in range(3)})
    with opened(path) as found:
        first, _, last = found.files
        assert 100 == len(first.opener().read())
        found.files[1].opener().read()
        with pytest.raises(TooLarge, match=r"e\.zip"):
            last.opener().read()


def test_i36_a_member_that_lies_about_its_checksum_fails_alone(tmp_path: Path) -> None:
    """Fault I36: its checksum does not fit; the reader of the member hears of it."""
    path = zipped(tmp_path / "e.zip", {"a.fit": b"1" * 100, "b.fit": b"2"})
    data = bytearray(path.read_bytes())
    at = data.index(DIRECTORY)
    data[at + 16] ^= 0xFF  # the checksum of the first member
    path.write_bytes(data)
    with opened(path) as found:
        with pytest.raises(zipfile.BadZipFile):
            found.files[0].open().read()
        assert b"2" == found.files[1].open().read()


@pytest.mark.parametrize(("size", "expected"), [(0, 1), (1, 1), (10**6, 2), (0xFFFFFFFE, 2)])
def test_i36_a_member_that_lies_about_its_size_fails_alone(
    tmp_path: Path, size: int, expected: int
) -> None:
    """Fault I36: a part of it is refused; it is all there where more was promised."""
    path = zipped(tmp_path / "e.zip", {"a.fit": run(0), "b.fit": run(1)})
    data = bytearray(path.read_bytes())
    at = data.index(DIRECTORY)
    data[at + 24 : at + 28] = struct.pack("<I", size)
    path.write_bytes(data)
    reading = read(path)
    assert (expected, 2 - expected) == (reading.imported, reading.quarantined)
    assert "e.zip:b.fit" == reading.sessions[-1].where


def test_i36_i46_any_flipped_byte_of_an_archive_ends_in_sessions_or_problems(
    tmp_path: Path,
) -> None:
    """Faults I36 and I46: no exception but the one sentence that nothing was found."""
    whole = packed({"a.fit": run(0), "part.zip": packed({"b.fit": run(1)})})
    path = tmp_path / "e.zip"
    for at in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        path.write_bytes(damaged)
        with suppress(NoRuns):
            assert read(path).seen > 0


def test_i41_what_a_file_really_is_is_said(tmp_path: Path) -> None:
    """Fault I41: a login page saved as .fit, an empty file, a run with another ending."""
    members = {"login.fit": b"<!DOCTYPE html><html>", "empty.fit": b"", "run.jpg": run(0)}
    reading = read(zipped(tmp_path / "e.zip", members))
    assert ["e.zip:run.jpg"] == [s.where for s in reading.sessions]
    told = {p.where: p.message for p in reading.problems}
    assert "a web page" in told["e.zip:login.fit"]
    assert "an empty file" in told["e.zip:empty.fit"]
