"""FIT bytes are walked message by message; what is not wanted is skipped, damage ends the walk."""

import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fit_writer as fw
from unload.importers import fit_wire
from unload.importers.fit_wire import (
    TIMESTAMP,
    Broken,
    Span,
    Values,
    checksum,
    spans,
    walk,
    walk_texts,
)
from unload.importers.protocol import TooLarge

WANTED = {18: frozenset((253, 2, 16)), 20: frozenset((253, 3))}
DEFINED = 0x40


def whole(data: bytes) -> list[tuple[int, Values]]:
    """The wanted messages of bytes without header and checksum."""
    return list(walk(data, Span(0, len(data), sound=True), WANTED))


def defined(
    number: int, fields: list[tuple[int, int, int]], *, big: bool = False, local: int = 0
) -> bytes:
    """A definition of a message of these (number, size, type)."""
    order = ">" if big else "<"
    packed = b"".join(bytes(field) for field in fields)
    return struct.pack(order + "BBBHB", DEFINED | local, 0, big, number, len(fields)) + packed


@given(st.binary(max_size=5000))
def test_the_checksum_is_that_of_the_byte_by_byte_rule(data: bytes) -> None:
    """The same number as the sixteen-entry table of the protocol gives."""
    assert fw.checksum(data) == checksum(data)


def test_the_checksum_of_long_files() -> None:
    """Where the folding has several rounds."""
    chance = random.Random(1)
    for size in (4096, 8192, 8193, 40_000, 131_072):
        data = chance.randbytes(size)
        assert fw.checksum(data) == checksum(data)


def test_a_whole_file_is_one_sound_span() -> None:
    """From behind its header to its checksum."""
    data = fw.fit_file([fw.file_id()])
    assert [Span(14, len(data) - 2, sound=True)] == list(spans(data))


def test_i8_chained_files_are_spans_of_their_own() -> None:
    """Fault I8: several headers in one file."""
    one = fw.fit_file([fw.file_id()])
    first, second = spans(one + one)
    assert Span(len(one) + 14, 2 * len(one) - 2, sound=True) == second
    assert first.sound


@pytest.mark.parametrize("tail", [b"\x00", bytes(20), b"firmware 17.21", b"\xff" * 300])
def test_i4_bytes_behind_the_declared_length_are_passed_over(tail: bytes) -> None:
    """Fault I4: firmware appends some; the checksum is that of the declared range."""
    data = fw.fit_file([fw.file_id()])
    assert list(spans(data)) == list(spans(data + tail))


@pytest.mark.parametrize("zeros", [12, 14])
def test_i3_a_header_of_zeros_has_data_behind_it(zeros: int) -> None:
    """Fault I3: a watch that crashed wrote the data and never its length."""
    data = bytes(zeros) + fw.fit_file([fw.file_id()])[zeros:]
    assert [Span(14, len(data), sound=False)] == list(spans(data))


def test_i3_a_length_of_zero_means_to_the_end() -> None:
    """Fault I3: the header stands, but was never closed."""
    data = bytearray(fw.fit_file([fw.file_id()]))
    data[4:8] = bytes(4)
    assert [Span(14, len(data), sound=False)] == list(spans(bytes(data)))


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x0e", b"<html>" * 10, bytes(14)])
def test_what_has_no_header_has_no_messages(data: bytes) -> None:
    """Nothing is raised."""
    assert all(not span.sound and span.end == len(data) for span in spans(data))


def test_values_come_in_either_byte_order_and_without_sentinels() -> None:
    """Fault I14: 0xFF is no heart rate."""
    fields = [(253, 4, 0x86), (3, 1, 0x02)]
    little = defined(20, fields) + b"\x00" + struct.pack("<IB", 1000, 150)
    big = defined(20, fields, big=True) + b"\x00" + struct.pack(">IB", 1000, 0xFF)
    assert [(20, {253: 1000, 3: 150}), (20, {253: 1000})] == whole(little + big)


@pytest.mark.parametrize(
    ("code", "size", "none"),
    [(0, 1, 0xFF), (1, 1, 0x7F), (2, 1, 0xFF), (0x83, 2, 0x7FFF), (0x84, 2, 0xFFFF),
     (0x85, 4, 0x7FFFFFFF), (0x86, 4, 0xFFFFFFFF), (10, 1, 0), (0x8B, 2, 0), (0x8C, 4, 0)],
)  # fmt: skip
def test_i14_the_sentinel_of_every_type_is_missing(code: int, size: int, none: int) -> None:
    """Fault I14: never a number."""
    head = defined(20, [(3, size, code)])
    assert [(20, {})] == whole(head + b"\x00" + none.to_bytes(size, "little"))
    assert [(20, {3: 5})] == whole(head + b"\x00" + (5).to_bytes(size, "little"))


@pytest.mark.parametrize("field", [(3, 3, 0x84), (3, 1, 0x86), (3, 4, 0x84), (3, 8, 0x89)])
def test_i5_a_field_whose_size_does_not_fit_its_type_is_skipped(
    field: tuple[int, int, int],
) -> None:
    """Fault I5: and only that field; text, fractions and lists are not wanted either."""
    head = defined(20, [field, (253, 4, 0x86)])
    assert [(20, {253: 7})] == whole(head + b"\x00" + bytes(field[1]) + struct.pack("<I", 7))


def test_i6_a_message_that_was_never_defined_ends_the_walk() -> None:
    """Fault I6: what came before it has been told."""
    data = defined(20, [(3, 1, 2)]) + b"\x00\x78" + b"\x05\x00\x00"
    found = walk(data, Span(0, len(data), sound=True), WANTED)
    assert (20, {3: 120}) == next(found)
    with pytest.raises(Broken, match="never defined"):
        next(found)


def test_fields_of_developers_are_skipped_by_their_size() -> None:
    """A number behind the definition says how many, three bytes each."""
    head = bytearray(defined(20, [(3, 1, 2)]))
    head[0] |= 0x20
    data = bytes(head) + bytes([2, 0, 4, 0, 1, 2, 0])
    assert [(20, {3: 120}), (20, {3: 121})] == whole(data + (b"\x00\x78" + bytes(6)
                                                           + b"\x00\x79" + bytes(6)))  # fmt: skip


def test_compressed_times_continue_the_last_full_one() -> None:
    """Five bits that wrap around; the message's own number is in two more."""
    full = defined(20, [(253, 4, 0x86), (3, 1, 2)]) + b"\x00" + struct.pack("<IB", 1000, 100)
    short = defined(20, [(3, 1, 2)], local=1)
    later = bytes([0x80 | 1 << 5 | (1003 & 31), 101, 0x80 | 1 << 5 | (1030 & 31), 102])
    assert [1000, 1003, 1030] == [v[TIMESTAMP] for _, v in whole(full + short + later)]


def test_skipped_messages_may_not_lead_past_the_end() -> None:
    """The last one is cut off, also if nobody wants it."""
    data = defined(99, [(0, 200, 2)]) + b"\x00" + bytes(50)
    with pytest.raises(Broken, match="cut off"):
        whole(data)


def test_any_cut_ends_in_broken_or_at_a_message() -> None:
    """Fault I1: no other exception, at any byte."""
    data = fw.session(fw.EPOCH.replace(year=2024)) + fw.activity(
        fw.EPOCH.replace(year=2024), fw.EPOCH.replace(year=2024)
    )
    ends = 0
    for length in range(len(data)):
        try:
            whole(data[:length])
        except Broken:
            ends += 1
    assert len(data) - 4 == ends  # but for the empty one and three ends of a message


def test_a_million_tiny_messages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cap on those that are looked at; those without a wanted field cost next to nothing."""
    monkeypatch.setattr(fit_wire, "MESSAGES_MAX", 50)
    wanted = defined(20, [(3, 1, 2)]) + b"\x00\x01" * 60
    with pytest.raises(TooLarge, match="more messages"):
        whole(wanted)
    assert [] == whole(defined(20, []) + b"\x00" * 60)
    monkeypatch.setattr(fit_wire, "DEFINITIONS_MAX", 50)
    with pytest.raises(TooLarge, match="more messages"):
        whole(defined(20, []) * 60)


def test_a_text_is_read_where_it_is_asked_for() -> None:
    """Up to its zero, without what is no UTF-8; nowhere else, and no number is taken for one."""
    shape = struct.pack("<BBBHB", 0x40, 0, 0, 27, 2) + bytes((0, 6, 7, 1, 1, 0))
    data = shape + b"\x00" + b"l\xc3\xa4\xff\x00x" + b"\x05"
    span, wanted = Span(0, len(data), sound=True), {27: frozenset((0, 1))}
    asked = list(walk_texts(data, span, wanted, {27: frozenset((0, 1))}))
    assert [(27, {1: 5}, {0: "lä"})] == asked
    assert [(27, {1: 5})] == list(walk(data, span, wanted))
