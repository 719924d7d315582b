"""Read a CSV file as a header and numbered rows, whatever its encoding and delimiter."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unload.errors import Problem
from unload.importers.protocol import File

if TYPE_CHECKING:
    from _csv import Reader

Row = tuple[int, list[str]]
DELIMITERS = ",;\t"
COLUMNS_MAX = 1000
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# A binary file is never a table, whatever its first line happens to hold.
_BINARY = b"\x00"


@dataclass(frozen=True, slots=True)
class Table:
    """A header, and rows that still have to be walked; problems stand between the rows."""

    name: str
    header: tuple[str, ...]
    rows: Iterator[Row | Problem]


def key_of(title: str) -> str:
    """A column title reduced to what it means: `Distance (km)` and `distance_km` are one."""
    words = "".join(c.lower() if c.isalnum() else " " for c in title).split()
    return "_".join(words)


def header_of(file: File) -> tuple[str, ...]:
    """The titles of the first line, from the head alone; () if this is not a table."""
    text = _text(file.head, whole=False)
    if text is None or "\n" not in text + "\n":
        return ()
    return _first_row(text)


def _first_row(text: str) -> tuple[str, ...]:
    line = text.lstrip().split("\n", 1)[0]
    try:
        row = next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return ()
    return tuple(row) if 1 < len(row) <= COLUMNS_MAX else ()


def read_table(file: File) -> Table:
    """The whole table. Nothing but its text is held; rows are made one by one."""
    with file.open() as stream:
        text = _text(stream.read(), whole=True) or ""
    # Blank lines before the header shift the line numbers, so they are counted, not dropped.
    body = text.lstrip("\r\n\ufeff ")
    skipped = text[: len(text) - len(body)].count("\n")
    delimiter = _delimiter(body.split("\n", 1)[0])
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    header = tuple(next(reader, []))
    return Table(file.name, header, _rows(file.name, reader, skipped))


def _rows(name: str, reader: Reader, skipped: int) -> Iterator[Row | Problem]:
    """Rows with the line they begin on; a row that breaks the grammar becomes a problem."""
    line = reader.line_num + 1
    while True:
        try:
            for row in reader:
                if row:
                    yield line + skipped, row
                line = reader.line_num + 1
            return
        except csv.Error as error:
            yield Problem(f"{name} line {line + skipped}", f"is not a row of a table ({error}).")
            line = reader.line_num + 1


def _delimiter(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def _text(data: bytes, *, whole: bool) -> str | None:
    """The text, by byte-order mark, else UTF-8, else Windows-1252; None if it is binary."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if _BINARY in data[:4096]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not whole and error.end == len(data):  # the head ends inside a letter
            return data.decode("utf-8", errors="ignore")
        return data.decode("cp1252", errors="replace")
