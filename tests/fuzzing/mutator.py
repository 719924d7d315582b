"""Damage the bytes of a sample file the way disks, spreadsheets, sync tools and rogues do."""

import gzip
from collections.abc import Callable, Sequence
from random import Random

import fit_writer

Damage = Callable[[bytearray, Random], None]
# What text formats stumble over: numbers that are none, letters of other scripts, markup, quotes.
TOKENS = tuple(
    token.encode()
    for token in (
        "NaN", "inf", "-1", "0", "1e309", "9" * 400, "1_000", "١٢", "１２", "\ufeff", "\x00",
        "\u202e", '"', "'", ",", ";", "\t", "\r\n", "\n\n", "<", "]]>", "&a;", "&#0;", "--",
        "null", "true", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>", "<![CDATA[", "{", "}", "[", "]",
        "[[[[[[[[", ":", "\\u0000", "1989-12-31", "2999-01-01T00:00:00Z", "0000-00-00",
        "24:60:60", "-00:00", "+99:99", "Z", "1,5", "1.234,5", "2,810", "--:--", "PT",
        "PT99999999999S", "é" * 50,
    )
)  # fmt: skip
BYTES = (0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF)
MOST_CHANGES = 6


def flip_bit(data: bytearray, rng: Random) -> None:
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def set_byte(data: bytearray, rng: Random) -> None:
    data[rng.randrange(len(data))] = rng.choice(BYTES)


def cut_off(data: bytearray, rng: Random) -> None:
    del data[rng.randrange(len(data)) :]


def leave_out(data: bytearray, rng: Random) -> None:
    begin = rng.randrange(len(data))
    del data[begin : begin + _length(rng)]


def write_twice(data: bytearray, rng: Random) -> None:
    begin = rng.randrange(len(data))
    data[begin:begin] = data[begin : begin + _length(rng)] * rng.choice((1, 1, 3, 40))


def move(data: bytearray, rng: Random) -> None:
    begin = rng.randrange(len(data))
    part = bytes(data[begin : begin + _length(rng)])
    del data[begin : begin + len(part)]
    at = rng.randrange(len(data) + 1)
    data[at:at] = part


def insert_token(data: bytearray, rng: Random) -> None:
    at = rng.randrange(len(data) + 1)
    data[at:at] = rng.choice(TOKENS)


def overwrite_token(data: bytearray, rng: Random) -> None:
    at, token = rng.randrange(len(data)), rng.choice(TOKENS)
    data[at : at + len(token)] = token


def zero_out(data: bytearray, rng: Random) -> None:
    begin = rng.randrange(len(data))
    size = min(_length(rng), len(data) - begin)
    data[begin : begin + size] = bytes(size)


def noise(data: bytearray, rng: Random) -> None:
    begin = rng.randrange(len(data))
    size = min(_length(rng), len(data) - begin)
    data[begin : begin + size] = rng.randbytes(size)


DAMAGES: tuple[Damage, ...] = (
    flip_bit, set_byte, cut_off, leave_out, write_twice, move, insert_token, overwrite_token,
    zero_out, noise,
)  # fmt: skip


def _length(rng: Random) -> int:
    return rng.choice((1, 2, 4, 8, 16, 64, 256, 1024))


def mutated(seeds: Sequence[bytes], rng: Random) -> bytes:
    """One damaged file; the same state of `rng` gives the same bytes."""
    data = bytearray(rng.choice(seeds))
    packed = data[:2] == b"\x1f\x8b" and rng.random() < 0.8
    if packed:
        data = bytearray(gzip.decompress(bytes(data)))
    if len(seeds) > 1 and rng.random() < 0.1:
        other = rng.choice(seeds)
        data = data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]
    for _ in range(rng.randint(1, MOST_CHANGES)):
        if not data:
            break
        rng.choice(DAMAGES)(data, rng)
    if data[8:12] == b".FIT" and rng.random() < 0.6:
        _sign_again(data)
    return gzip.compress(bytes(data), 1) if packed else bytes(data)


def _sign_again(data: bytearray) -> None:
    """A right length and checksum, so that the damage gets past the door."""
    header = 14 if data[0] not in (12, 14) else data[0]
    if len(data) < header + 3:
        return
    data[4:8] = (len(data) - header - 2).to_bytes(4, "little")
    if header == 14:
        data[12:14] = fit_writer.checksum(bytes(data[:12])).to_bytes(2, "little")
    data[-2:] = fit_writer.checksum(bytes(data[:-2])).to_bytes(2, "little")
