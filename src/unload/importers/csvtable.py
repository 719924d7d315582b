"""Read a CSV file as a header and numbered rows, whatever its encoding and delimiter."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unload.errors import Problem
from unload.importers.dialect import accented
from unload.importers.protocol import File, Note

if TYPE_CHECKING:
    from _csv import Reader

Row = tuple[int, list[str]]
DELIMITERS = ",;\t"
COLUMNS_MAX = 1000
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# A binary file is never a table, whatever its first line happens to hold.
_BINARY = b"\x00"
# Code pages of before UTF-8: western, central and northern Europe, Cyrillic, Japan, China. The
# first is taken where the words do not tell.
_PAGES = ("cp1252", "cp1250", "cp1251", "cp932", "gb18030")
# A text in UTF-16 without a mark: nearly every other byte is nought.
_NOUGHTS, _NOUGHT_SHARE, _NOUGHT_SLIPS = 400, 0.6, 0.1
_LINE_END = re.compile(r"\r\n|\n|\r")
# A line by which a spreadsheet tells itself the delimiter.
_SEPARATOR_LINE = re.compile(r"sep=(.)(?:\r\n|\n|\r)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A header, and rows that still have to be walked; problems stand between the rows.

    `assumed` says which encoding was taken for what the file does not say.
    """

    name: str
    header: tuple[str, ...]
    rows: Iterator[Row | Problem]
    assumed: str = ""

    def notes(self) -> Iterator[Note]:
        """What the runner should know of how it was read."""
        if self.assumed:
            yield Note(self.name, self.assumed)


def key_of(title: str) -> str:
    """A column title reduced to what it means: `Distance (km)` and `distance_km` are one."""
    words = "".join(c.lower() if c.isalnum() else " " for c in title).split()
    return "_".join(words)


def header_of(file: File) -> tuple[str, ...]:
    """The titles of the first line, from the head alone; () if this is not a table."""
    decoded = _decoded(file.head, whole=False)
    if decoded is None:
        return ()
    _, body, delimiter = _body(decoded[0])
    try:
        row = next(csv.reader([_LINE_END.split(body, maxsplit=1)[0]], delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(row) if 1 < len(row) <= COLUMNS_MAX else ()


def first_rows(file: File) -> list[list[str]]:
    """The rows that lie whole in the head, below the header."""
    decoded = _decoded(file.head, whole=False)
    if decoded is None:
        return []
    _, body, delimiter = _body(decoded[0])
    rows = _rows(file.name, csv.reader(io.StringIO(body, newline=""), delimiter=delimiter), 0)
    whole = [row[1] for row in rows if not isinstance(row, Problem)][1:]
    # Where the head holds the whole file its last row is whole as well, and this one too many.
    return whole[:-1] if len(whole) > 1 else whole


def read_table(file: File) -> Table:
    """The whole table. Nothing but its text is held; rows are made one by one."""
    with file.open() as stream:
        data = stream.read()
    text, assumed = _decoded(data, whole=True) or ("", "")
    skipped, body, delimiter = _body(text)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    header = tuple(next(reader, []))
    return Table(file.name, header, _rows(file.name, reader, skipped), assumed)


def _body(text: str) -> tuple[int, str, str]:
    """(lines before the header, the text from the header on, the delimiter)."""
    # Blank lines before the header shift the line numbers, so they are counted, not dropped.
    body = text.lstrip("\r\n\ufeff ")
    said = _SEPARATOR_LINE.match(body)
    if said:
        body = body[said.end() :]
    skipped = text[: len(text) - len(body)].count("\n")
    first = _LINE_END.split(body, maxsplit=1)[0]
    return skipped, body, said[1] if said else max(DELIMITERS, key=first.count)


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


def _decoded(data: bytes, *, whole: bool) -> tuple[str, str] | None:
    """The text and what was assumed for it: by byte-order mark, else UTF-8, else an older page.

    None if it is binary.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ""
    if _BINARY in data[:4096]:
        encoding = _unmarked_utf16(data[:_NOUGHTS])
        return (data.decode(encoding, errors="replace"), "") if encoding else None
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if not whole and error.end == len(data):  # the head ends inside a letter
            return data.decode("utf-8", errors="ignore"), ""
        return _older(data, whole=whole)


def _unmarked_utf16(start: bytes) -> str:
    """Which UTF-16 a text without a mark is in; nothing if it is a binary file."""
    even, odd = (start[n::2].count(0) / max(1, len(start[n::2])) for n in (0, 1))
    if len(start) < len(DELIMITERS) * 4:
        return ""
    if odd >= _NOUGHT_SHARE and even <= _NOUGHT_SLIPS:
        return "utf-16-le"
    return "utf-16-be" if even >= _NOUGHT_SHARE and odd <= _NOUGHT_SLIPS else ""


def _older(data: bytes, *, whole: bool) -> tuple[str, str]:
    """Text of mixed or older encoding: by the words it makes, western where none does."""
    if _mostly_utf8(data):
        said = "has letters that are not in UTF-8; they were read as Windows-1252."
        return data.decode("utf-8", errors=_REST), said
    start = data[:4096]
    best = max(_PAGES, key=lambda page: _known_words(start.decode(page, errors="replace")))
    said = (
        f"is not in UTF-8; its letters were read as {best}. Numbers and dates do not depend on it."
    )
    return data.decode(best, errors="replace" if whole else "ignore"), said


def _mostly_utf8(data: bytes) -> bool:
    """Whether most letters beyond ASCII are good UTF-8: a few bytes of another page slipped in."""
    beyond = sum(byte > 0x7F for byte in data)
    good = len(data.decode("utf-8", errors="ignore").encode())
    return len(data) - good < beyond / 2


def _known_words(text: str) -> int:
    words = accented()
    return sum(word in words for word in re.split(r'[\s,;"]+', text.casefold()))


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """What is no UTF-8 was written in the western code page."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 # decoding is all it is used for
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_REST = "unload-western"
codecs.register_error(_REST, _as_western)
