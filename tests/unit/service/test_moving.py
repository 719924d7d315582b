"""Moving house: all of it or nothing, and only into a store that holds nothing."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from stores import dump, export
from unload.errors import UnloadError
from unload.service import checking_in, moving, records
from unload.store import whole
from unload.store.erasing import erase_everything


def packed(rows: str, about: str = '{"about": {}}') -> io.BytesIO:
    out = io.BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr(moving.ROWS, rows)
        parts.writestr(moving.FOR_PROGRAMS, about)
    return out


@pytest.fixture
def told(store: Path, tmp_path: Path) -> str:
    """What a store with an import and a check-in gives along; it holds nothing any more."""
    records.import_files(export(tmp_path / "runs"), zone="UTC")
    checking_in.record_check_in({"sleep": 4})
    rows = moving.rows()[0]
    erase_everything()
    return rows


def test_all_of_it_comes_in(told: str) -> None:
    """And goes out again the same."""
    assert len(told.splitlines()) == moving.move_in(packed(told))
    assert told == moving.rows()[0]


def test_nothing_comes_into_a_store_that_holds_something(told: str) -> None:
    """Two records of one runner would be one heap."""
    checking_in.record_check_in({"mood": 3})
    before = dump()
    with pytest.raises(UnloadError, match="records here already"):
        moving.move_in(packed(told))
    assert before == dump()


def test_another_file_is_said_to_be_none(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No zip, a zip without rows, one that is too large, a line that is too long."""
    empty = io.BytesIO()
    ZipFile(empty, "w").close()
    for odd in (io.BytesIO(b"run"), empty):
        with pytest.raises(UnloadError, match="no zip that this release"):
            moving.move_in(odd)
        with pytest.raises(UnloadError, match="no zip that this release"):
            moving.about(odd)
    for bound in ("BYTES_MOST", "LINE_MOST"):
        with monkeypatch.context() as patched:
            patched.setattr(moving, bound, 10)
            with pytest.raises(UnloadError, match="no zip that this release"):
                moving.move_in(packed(told))
    assert whole.is_empty()


def test_rows_that_are_no_record_are_found_at_once(told: str) -> None:
    """Not by a page, later: a sport that is none, and then nothing of it is kept."""
    lines = [json.loads(line) for line in told.splitlines()]
    for line in lines:
        if line["table"] == "StoredSession":
            line["sport"] = "levitation"
    with pytest.raises(UnloadError, match="no zip that this release"):
        moving.move_in(packed("\n".join(map(json.dumps, lines))))
    assert whole.is_empty()


def test_what_it_says_of_the_runner(told: str) -> None:
    """By name; what is no such thing is no zip of ours."""
    assert {"units": "mi"} == moving.about(packed(told, '{"about": {"units": "mi"}}'))
    for odd in ("{", "[]", '{"about": 3}'):
        with pytest.raises(UnloadError, match="no zip that this release"):
            moving.about(packed(told, odd))
