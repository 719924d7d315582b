"""Walk the objects of a JSON file one by one, keeping only the fields that are wanted."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from unload.errors import Problem
from unload.importers.protocol import File

Item = dict[str, object]
CHUNK_BYTES = 256 * 1024
# One activity with all its splits is some 20 KB; an item that does not end is damage.
ITEM_CHARS_MAX = 4 * 1024**2
# A list is read item by item and may be long: an account of many years lists over 100 MB.
LIST_BYTES_MAX = 2 * 1024**3
# A file of one object is read whole, so it must fit; a day of samples every second is about 10 MB.
WHOLE_BYTES_MAX = 24 * 1024**2
_DIGITS_MAX = 18
_BLANKS = " \t\r\n"


class _Faulty(Exception):
    """What follows is not JSON, or breaks off."""


def _integer(text: str) -> float:
    """Whole numbers; a number of thousands of digits must not take for ever."""
    return int(text) if len(text) <= _DIGITS_MAX else float(text)


def _decoder(wanted: frozenset[str]) -> json.JSONDecoder:
    """Other fields, positions and samples among them, are let go while the object is read."""

    def kept(pairs: list[tuple[str, object]]) -> Item:
        return {name: value for name, value in pairs if name in wanted}

    return json.JSONDecoder(object_pairs_hook=kept, parse_int=_integer)


class _Text:
    """The part of a stream that is being looked at."""

    def __init__(self, file: File) -> None:
        self.stream = file.open()
        self._letters = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self.text, self.at, self.ended = "", 0, False

    def more(self, size: int) -> bool:
        """Drop what has been passed and read on; False at the end."""
        chunk = self.stream.read(size)
        self.ended = not chunk
        fresh = self._letters.decode(chunk, self.ended)
        self.text, self.at = self.text[self.at :] + fresh, 0
        return not self.ended

    def skip(self, letters: str) -> str:
        """The next letter that is none of these, or nothing at the end."""
        while True:
            while self.at < len(self.text):
                if self.text[self.at] not in letters:
                    return self.text[self.at]
                self.at += 1
            if self.ended or not self.more(CHUNK_BYTES):
                return ""


def items_of(
    file: File, wanted: frozenset[str], key: str = ""
) -> Iterator[tuple[str, Item] | Problem]:
    """The objects of the list that the file is, or of every list under `key`, with their places.

    What comes before a fault has been given: a download that broke off still tells of its start.
    """
    text = _Text(file)
    decoder, number = _decoder(wanted), 0
    with text.stream:
        try:
            while _at_list(text, key):
                for value in _values(text, decoder):
                    number += 1
                    where = f"{file.name} item {number}"
                    if isinstance(value, dict):
                        yield where, value
                    else:
                        yield Problem(where, "is not a record but a bare value.")
                if not key:
                    return
        except _Faulty as fault:
            yield Problem(f"{file.name} after item {number}", str(fault))


def _at_list(text: _Text, key: str) -> bool:
    """Go to the first item of the next list; False if there is none."""
    if not key:
        if text.skip(_BLANKS) != "[":
            raise _Faulty("is not the JSON list that it should be.")
        text.at += 1
        return True
    opening = re.compile(rf'"{key}"\s*:\s*\[')
    while True:
        found = opening.search(text.text, text.at)
        if found:
            text.at = found.end()
            return True
        # The key may lie across the border of two chunks.
        text.at = max(text.at, len(text.text) - len(key) - 100)
        if not text.more(CHUNK_BYTES):
            return False


def _values(text: _Text, decoder: json.JSONDecoder) -> Iterator[object]:
    """The values up to the end of the list."""
    while True:
        letter = text.skip(_BLANKS + ",")
        if letter == "]":
            text.at += 1
            return
        if not letter:
            raise _Faulty("breaks off; the export is not whole, download it again.")
        yield _value(text, decoder)


def _value(text: _Text, decoder: json.JSONDecoder) -> object:
    """One value; more is read, in growing steps, while it does not end."""
    size = CHUNK_BYTES
    while True:
        try:
            value, end = decoder.raw_decode(text.text, text.at)
        except (ValueError, RecursionError):
            if len(text.text) - text.at > ITEM_CHARS_MAX:
                raise _Faulty("holds something that is not JSON.") from None
        else:
            # A number at the very end may go on in the next chunk.
            if end < len(text.text) or text.ended:
                text.at = end
                return value
        if text.ended:
            raise _Faulty("is damaged or breaks off; download the export again.")
        text.more(size)
        size *= 2


def whole(file: File, wanted: frozenset[str]) -> Item | Problem:
    """The one object that the file is."""
    with replace(file, limit_bytes=WHOLE_BYTES_MAX).open() as stream:
        data = stream.read()
    try:
        value = _decoder(wanted).decode(data.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return Problem(file.name, "is damaged or breaks off; download the export again.")
    if isinstance(value, dict):
        return value
    return Problem(file.name, "is not a record of one training session.")
