"""Paths become named streams: files, folders and zips, good and malicious."""

import weakref
import zipfile
from pathlib import Path

import pytest

from unload.errors import NoSuchPath, Problem
from unload.importers.files import opened, size_of
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


def test_a_path_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    """The sentence names the path."""
    with pytest.raises(NoSuchPath, match=r"nowhere\.zip"), opened(tmp_path / "nowhere.zip"):
        pass


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


def test_a_file_taken_off_the_list_is_let_go(tmp_path: Path) -> None:
    """With the first bytes it holds: fifty thousand of them would fill the memory."""
    (tmp_path / "a.fit").write_bytes(b"x")
    with opened(tmp_path) as found:
        assert b"x" == found.files[0].head
        file = weakref.ref(found.files.pop())
        assert file() is None


def test_a_path_is_as_large_as_what_lies_under_it(tmp_path: Path) -> None:
    """A file, or a folder with what is in its folders."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.csv").write_bytes(b"abc")
    (tmp_path / "y.csv").write_bytes(b"de")
    assert (3, 5) == (size_of(tmp_path / "a" / "x.csv"), size_of(tmp_path))
