"""Walk the messages of FIT bytes: headers, checksum, definitions; what is not wanted is skipped."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from unload.importers.protocol import TooLarge

# Field number to raw value; a field that holds its "no value" is left out.
Values = dict[int, int]
# The fields to decode, by message number. Messages with none of them are skipped by their size.
Wanted = Mapping[int, frozenset[int]]
NO_TEXTS: Wanted = {}

TIMESTAMP = 253
HEADER_BYTES = 12
FULL_HEADER_BYTES = 14
CHECKSUM_BYTES = 2
MAGIC = b".FIT"
MAGIC_AT = slice(8, 12)
# Five days and nights of points every second; a file of a million tiny messages is made up.
MESSAGES_MAX = 500_000
# Some writers define a message anew each time; a day of points is as far as that may go.
DEFINITIONS_MAX = 100_000
# So many are looked for at once; more would compare bytes again and again between two points.
RUN_MAX = 64

# Bits of a message's first byte.
_COMPRESSED, _DEFINITION, _DEVELOPER = 0x80, 0x40, 0x20
_LOCAL, _COMPRESSED_LOCAL, _CLOCK = 0x0F, 0x60, 0x1F
# Integers by the number of their base type: letter of `struct`, and the value meaning none.
_INTEGERS = {
    0: ("B", 0xFF),
    1: ("b", 0x7F),
    2: ("B", 0xFF),
    3: ("h", 0x7FFF),
    4: ("H", 0xFFFF),
    5: ("i", 0x7FFFFFFF),
    6: ("I", 0xFFFFFFFF),
    10: ("B", 0),
    11: ("H", 0),
    12: ("I", 0),
}
_BASE_TYPE = 0x1F
_TEXT = 7


class Broken(Exception):
    """The messages cannot be followed any further; what came before holds."""


@dataclass(frozen=True, slots=True)
class Span:
    """One of the files that may be chained in one: where its messages begin and end.

    `sound` says that it is all there and its checksum fits.
    """

    start: int
    end: int
    sound: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What a definition says of the messages that follow it.

    `reader` takes a whole message and gives its wanted `fields`, in this order.
    """

    number: int
    fields: tuple[int, ...]
    reader: struct.Struct
    none: tuple[int, ...]  # what each holds where it has no value
    places: dict[int, int]  # where each stands among them


def spans(data: bytes) -> Iterator[Span]:
    """The chained files; bytes behind the last one, as some watches append, are passed over."""
    if not any(data[:HEADER_BYTES]):  # a watch that crashed left zeros in place of the header
        yield Span(min(FULL_HEADER_BYTES, len(data)), len(data), sound=False)
        return
    at = 0
    while data[at:][MAGIC_AT] == MAGIC and data[at] >= HEADER_BYTES:
        start = at + data[at]
        (declared,) = struct.unpack_from("<I", data, at + 4)
        end = start + declared
        whole = declared > 0 and end + CHECKSUM_BYTES <= len(data)
        sound = whole and checksum(data[at:end]).to_bytes(2, "little") == data[end : end + 2]
        # A file that was never closed says a length of zero; a cut one says too much.
        yield Span(start, end if whole else len(data), sound)
        if not whole:
            return
        at = end + CHECKSUM_BYTES


# The checksum takes the lowest bit of a byte first; here the first bit is the highest power.
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
# The polynomial x^15 + x + 1, and after how many powers of x it begins again.
_PRIME, _DEGREE, _PERIOD = 0x8003, 15, 2**15 - 1


def checksum(data: bytes) -> int:
    """The CRC-16 of the FIT protocol.

    The bytes are one long polynomial over two elements, to be divided by
    x^16 + x^15 + x^2 + 1 = (x + 1)(x^15 + x + 1). By the first factor it leaves the parity of its
    ones. For the second it is folded: x^32767 = 1, then x^(15k) = x^k + 1 for k = 2^n. A few
    operations on long integers do what a loop over bytes does a hundred times slower.
    """
    first = len(data) % _PERIOD
    rest = int.from_bytes(data[:first].translate(_MIRRORED), "big")
    for at in range(first, len(data), _PERIOD):  # so many bytes are eight periods of bits
        rest ^= int.from_bytes(data[at : at + _PERIOD].translate(_MIRRORED), "big")
    rest <<= 16
    odd = rest.bit_count() % 2
    while rest.bit_length() > _PERIOD:
        rest = (rest >> _PERIOD) ^ (rest & ((1 << _PERIOD) - 1))
    step = 1 << 11
    while step:
        top = _DEGREE * step
        while high := rest >> top:
            rest = (rest & ((1 << top) - 1)) ^ high ^ (high << step)
        step >>= 1
    if rest.bit_count() % 2 != odd:
        rest ^= _PRIME
    return int(f"{rest:016b}"[::-1], 2)


def walk(data: bytes, span: Span, wanted: Wanted) -> Iterator[tuple[int, Values]]:
    """(message number, values) of each message with room for a wanted field.

    Broken where the messages cannot be followed, TooLarge where there are too many.
    """
    clock = 0
    for shape, bits, rows in runs(data, span, wanted):
        for row in rows:
            told = zip(shape.fields, row, shape.none, strict=True)
            values = {field: value for field, value, none in told if value != none}
            clock = values.get(TIMESTAMP, clock)
            if bits is not None:
                values[TIMESTAMP] = clock = later(clock, bits)
            yield shape.number, values


def walk_texts(
    data: bytes, span: Span, wanted: Wanted, texts: Wanted
) -> Iterator[tuple[int, Values, dict[int, str]]]:
    """As `walk`, with the texts of messages that hold any; what is no UTF-8 in them is left out."""
    for shape, _, rows in runs(data, span, wanted, texts):
        for row in rows:
            raw = list(zip(shape.fields, row, shape.none, strict=True))
            values = {f: v for f, v, none in raw if isinstance(v, int) and v != none}
            told = {f: _text(v) for f, v, _ in raw if isinstance(v, bytes)}
            yield shape.number, values, told


def _text(raw: bytes) -> str:
    return raw.partition(b"\x00")[0].decode(errors="ignore")


def runs(
    data: bytes, span: Span, wanted: Wanted, texts: Wanted = NO_TEXTS
) -> Iterator[tuple[Shape, int | None, Iterator[tuple[Any, ...]]]]:
    """Messages of one shape that follow each other, raw: the faster way for a thousand points.

    A row holds integers, and bytes where `texts` asks for them. The number between is the last
    bits of their time, where they have no other.
    """
    at, end, looked_at, told = span.start, span.end, 0, 0
    view = memoryview(data)
    shapes: dict[int, Shape] = {}
    known: dict[bytes, Shape] = {}
    skip = [0] * 256  # by first byte, the size of a message that nobody wants
    while at < end:
        head = data[at]
        if skip[head]:
            at += skip[head]
            continue
        compressed = head & _COMPRESSED
        if not compressed and head & _DEFINITION:
            words = _definition(data, at, end)
            shape = known.get(words) or known.setdefault(words, _shape(words, wanted, texts))
            _define(head & _LOCAL, shape, shapes, skip)
            at, told = at + len(words), told + 1
        else:
            found = shapes.get((head & _COMPRESSED_LOCAL) >> 5 if compressed else head & _LOCAL)
            if found is None:
                raise Broken("a message that was never defined")
            stop = _run_end(data, at, end, found.reader.size)
            looked_at += (stop - at) // found.reader.size
            bits = head & _CLOCK if compressed else None
            yield found, bits, found.reader.iter_unpack(view[at:stop])
            at = stop
        if looked_at > MESSAGES_MAX or told > DEFINITIONS_MAX:
            raise TooLarge("holds more messages than a watch writes in five days; it was not read.")
    if at > end:
        raise Broken("the last message is cut off")


def later(clock: int, bits: int) -> int:
    """The next time after the clock that ends in these five bits."""
    return clock + ((bits - clock) & _CLOCK)


def _run_end(data: bytes, at: int, end: int, size: int) -> int:
    """Where the messages end that begin with the same byte as the one here."""
    heads = data[at : min(end, at + RUN_MAX * size) : size]
    alike = len(heads) - len(heads.lstrip(heads[:1]))
    alike = min(alike, (end - at) // size)
    if not alike:
        raise Broken("a message is cut off")
    return at + alike * size


def _define(local: int, shape: Shape, shapes: dict[int, Shape], skip: list[int]) -> None:
    """Let the first bytes that lead to this shape know it, or how much to skip."""
    shapes[local] = shape
    size = 0 if shape.fields else shape.reader.size
    for head in range(local, _DEFINITION, _LOCAL + 1):
        skip[head] = size
    if local << 5 <= _COMPRESSED_LOCAL:
        for clock in range(_CLOCK + 1):
            skip[_COMPRESSED | local << 5 | clock] = size


def _definition(data: bytes, at: int, end: int) -> bytes:
    """The bytes of a definition: six, three for each field, and the same for developers' fields."""
    after = at + 6 + 3 * data[at + 5] if at + 6 <= end else end + 1
    if data[at] & _DEVELOPER:
        after += 1 + 3 * data[after] if after < end else end
    if after > end:
        raise Broken("a definition is cut off")
    return data[at:after]


def _shape(words: bytes, wanted: Wanted, texts: Wanted) -> Shape:
    """What a definition says. A field whose size does not fit its type is skipped."""
    order = ">" if words[2] else "<"
    (number,) = struct.unpack_from(order + "H", words, 3)
    named, texted = wanted.get(number, frozenset()), texts.get(number, frozenset())
    fields, layout, none = [], order + "x", []
    own = 6 + 3 * words[5]
    for place in range(6, own, 3):
        field, size, base = words[place], words[place + 1], words[place + 2]
        letter, missing = _INTEGERS.get(base & _BASE_TYPE, ("", 0))
        if field in named and letter and struct.calcsize(letter) == size:
            fields.append(field)
            none.append(missing)
            layout += letter
        elif field in texted and base & _BASE_TYPE == _TEXT:
            fields.append(field)
            none.append(0)
            layout += f"{size}s"
        else:
            layout += f"{size}x"
    layout += f"{sum(words[own + 2 :: 3])}x"
    places = {field: place for place, field in enumerate(fields)}
    return Shape(number, tuple(fields), struct.Struct(layout), tuple(none), places)
