"""Find elements of a huge XML stream by their opening bytes, holding one window of it at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

WINDOW_BYTES = 4 * 1024**2
# An element that has not ended after so many bytes is not waited for.
ELEMENT_BYTES_MAX = 2 * 1024**2
_ABSENT = -1


def elements_of(
    stream: BinaryIO, openings: Sequence[tuple[bytes, bytes]]
) -> Iterator[tuple[int, bytes | None]]:
    """(index of the opening, the element's bytes) in the order of the stream.

    An opening is how the start tag begins and, where the content is wanted too, how the end tag
    reads; without one the start tag alone is given. An element that does not end has no bytes.
    What stands between is never parsed, so it may be anything: no declaration, entity or broken
    letter there can do harm, and it passes at the speed of a search for bytes.
    """
    longest = max(len(start) for start, _ in openings)
    window, ended = b"", False
    while not ended:
        chunk = stream.read(WINDOW_BYTES)
        ended = not chunk
        window += chunk
        view, at = _Window(window, openings), 0
        while True:
            begin, index = view.next_from(at)
            if index == _ABSENT:
                # An opening may lie across the border of two windows.
                window = window[max(at, len(window) - longest) :]
                break
            end = view.end_of(begin, index)
            if end == _ABSENT and not ended and len(window) - begin < ELEMENT_BYTES_MAX:
                window = window[begin:]
                break
            yield index, None if end == _ABSENT else window[begin:end]
            at = begin + 1 if end == _ABSENT else end


class _Window:
    """A stretch of bytes; what was once searched in vain is not searched again."""

    def __init__(self, data: bytes, openings: Sequence[tuple[bytes, bytes]]) -> None:
        self.data = data
        self.openings = openings
        self._places = [0] * len(openings)
        self._looked_from = [-1] * len(openings)
        self._without: set[bytes] = set()

    def next_from(self, at: int) -> tuple[int, int]:
        """(place, index) of the first opening from `at` on."""
        best, index = len(self.data), _ABSENT
        for number, (start, _) in enumerate(self.openings):
            place = self._places[number]
            if place != _ABSENT and (self._looked_from[number] < 0 or place < at):
                place = self._places[number] = self.data.find(start, at)
                self._looked_from[number] = at
            if place != _ABSENT and place < best:
                best, index = place, number
        return best, index

    def end_of(self, begin: int, index: int) -> int:
        """Where the element ends, or absent: nothing ends it, or its like begins before that."""
        start, closer = self.openings[index]
        tag_end = self._find(b">", begin + len(start))
        if tag_end == _ABSENT or not closer or self.data[tag_end - 1 : tag_end] == b"/":
            return tag_end if tag_end == _ABSENT else tag_end + 1
        end = self._find(closer, tag_end)
        if end == _ABSENT or self.data.find(start, begin + 1, end) != _ABSENT:
            return _ABSENT
        return end + len(closer)

    def _find(self, wanted: bytes, at: int) -> int:
        if wanted in self._without:
            return _ABSENT
        place = self.data.find(wanted, at)
        if place == _ABSENT:
            self._without.add(wanted)
        return place
