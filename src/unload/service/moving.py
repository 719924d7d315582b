"""The verbs of moving house: everything that is kept as text, and back into an empty store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import IO, Any
from zipfile import ZipFile

from unload.errors import UnloadError
from unload.service import body_stored, stored, told_verdicts, week_changes
from unload.store import changes as book
from unload.store import opening, whole

ROWS, FOR_PROGRAMS = "store.jsonl", "unload.json"
BYTES_MOST, LINE_MOST = 256 * 1024**2, 1024**2
TAKEN = (
    "There are records here already, and what was taken along comes only into an Unload that holds "
    "none. The zip can be read under Imports like any other export: runs and check-ins only."
)
NOT_OURS = (
    "This is no zip that this release of Unload gave along, or something has changed it since. "
    "Nothing of it was kept."
)


@opening.opened()
def rows() -> tuple[str, datetime | None]:
    """Everything that is kept, and when the newest of it was."""
    with book.at_once():
        return "".join(whole.lines()), whole.moment()


def about(packed: IO[bytes]) -> Mapping[str, Any]:
    """What the zip says of its runner beside the records. Errors: UnloadError for another file."""
    with whole.doubted(NOT_OURS), ZipFile(packed) as parts:
        _small(parts, FOR_PROGRAMS)
        return dict(json.loads(parts.read(FOR_PROGRAMS))["about"])


@opening.opened()
def move_in(packed: IO[bytes]) -> int:
    """Keep every row of a zip that was taken along; how many there were.

    Errors: UnloadError where records are here already, or the file is no such zip; then nothing of
    it is kept.
    """
    with book.at_once():
        if not whole.is_empty():
            raise UnloadError(TAKEN)
        with whole.doubted(NOT_OURS), ZipFile(packed) as parts:
            _small(parts, ROWS)
            with parts.open(ROWS) as told:
                count = whole.add(_lines(told))
            _prove()
    return count


def _small(parts: ZipFile, name: str) -> None:
    if parts.getinfo(name).file_size > BYTES_MOST:
        raise ValueError("too large to be ours")


def _lines(told: IO[bytes]) -> Iterator[str]:
    while line := told.readline(LINE_MOST + 1):
        if len(line) > LINE_MOST:
            raise ValueError("a line too long to be ours")
        yield line.decode("utf-8")


def _prove() -> None:
    """Read it all as the pages will: what is no record is found now, not by a page."""
    stored.with_typed(stored.imported())
    week_changes.changes()
    told_verdicts.every()
    body_stored.worked_of("")
    body_stored.hurts_of("")
    body_stored.found_by("", datetime.now().date())
