"""Every row as text and back: nothing lost on the way, and nothing taken that is no row."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stores import dump, emptied, export
from unload.errors import UnloadError
from unload.service import checking_in, records
from unload.store import changes as book
from unload.store import whole
from unload.store.models import Import, StoredSession


def filled(tmp_path: Path) -> list[str]:
    """A store with an import and a check-in, as lines."""
    records.import_files(export(tmp_path / "runs"), zone="UTC")
    checking_in.record_check_in({"sleep": 4, "spots": "achilles:left:3"})
    return list(whole.lines())


def test_what_went_out_comes_back(either_store: Path, tmp_path: Path) -> None:
    """Row by row, and what is kept next is numbered after it."""
    told, before = filled(tmp_path), dump()
    emptied()
    assert whole.is_empty()
    with book.at_once():
        assert len(told) == whole.add(told)
    assert (told, before) == (list(whole.lines()), dump())
    records.undo_import(records.imports()[0].number)
    records.import_files(export(tmp_path / "more", files=1), zone="UTC")
    assert 2 == Import.objects.get().pk


def test_the_newest_moment_is_that_of_the_last_row(store: Path, tmp_path: Path) -> None:
    """Nothing has none."""
    assert whole.moment() is None
    filled(tmp_path)
    newest = whole.moment()
    checking_in.record_check_in({"mood": 2})
    assert newest
    assert newest < (whole.moment() or newest)


def lost(row: dict[str, Any]) -> None:
    del row["ordinal"]


def more(row: dict[str, Any]) -> None:
    row["shoe"] = "left"


def elsewhere(row: dict[str, Any]) -> None:
    row["table"] = "About"


def wordy(row: dict[str, Any]) -> None:
    row["distance_m"] = "far"


def orphaned(row: dict[str, Any]) -> None:
    row["file_id"] = 999


def endless(row: dict[str, Any]) -> None:
    row["distance_m"] = float("inf")


@pytest.mark.parametrize("change", [lost, more, elsewhere, wordy, orphaned, endless])
def test_what_is_no_row_is_refused(
    either_store: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    """In one sentence, and nothing of it stays."""
    told = filled(tmp_path)
    emptied()
    at = next(n for n, line in enumerate(told) if json.loads(line)["table"] == "StoredSession")
    row = json.loads(told[at])
    change(row)
    told[at] = json.dumps(row)
    with pytest.raises(UnloadError, match="not ours"), book.at_once(), whole.doubted("not ours"):
        whole.add(told)
    assert whole.is_empty()


def test_what_is_no_json_is_refused(store: Path) -> None:
    """The same."""
    with pytest.raises(UnloadError, match="not ours"), book.at_once(), whole.doubted("not ours"):
        whole.add(["{"])
    assert 0 == StoredSession.objects.count()
