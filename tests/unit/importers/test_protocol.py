"""Named byte streams: gzip is unpacked, and every byte is paid for."""

import gzip
import io
import random

import pytest

from file_samples import memory_file
from unload.importers.protocol import HEAD_BYTES, Budget, DamagedPack, File, Metered, TooLarge


def test_gzip_is_unpacked_on_the_way() -> None:
    """A .fit.gz is read like a .fit, and its name tells the format."""
    file = memory_file("A/Run.FIT.gz", gzip.compress(b"content"))
    assert b"content" == file.head
    assert b"content" == file.open().read()
    assert "a/run.fit" == file.stem


def test_the_head_is_a_beginning_only() -> None:
    """Identifying a file does not read all of it."""
    assert HEAD_BYTES == len(memory_file("x", b"a" * 100_000).head)


def test_a_small_file_cannot_become_a_large_one() -> None:
    """Reading stops at the budget, with the name of the file."""
    bomb = memory_file("bomb.fit.gz", gzip.compress(bytes(3_000_000)), limit_bytes=2_000_000)
    with pytest.raises(TooLarge, match=r"bomb\.fit\.gz"):
        bomb.open().read()


@pytest.mark.parametrize("size", [-1, 0, 5, 3_000_000])
def test_a_metered_stream_reads_what_is_asked(size: int) -> None:
    """All, none, some, or more than one portion."""
    data = bytes(range(256)) * 10_000
    stream = Metered(io.BytesIO(data), Budget(10_000_000, "x"))  # type: ignore[arg-type] # the stand-in has what is used
    assert (data if size < 0 else data[:size]) == stream.read(size)


def test_each_opening_begins_anew() -> None:
    """A format may read a file twice."""
    file: File = memory_file("x", b"abc")
    assert b"abc" == file.open().read() == file.open().read()


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(b"content" * 1000)[:-12],
        gzip.compress(b"content" * 1000)[:20] + bytes(40),
        gzip.compress(b"content")[:-8] + bytes(8),
        b"\x1f\x8b\x08\x00",
        b"\x1f\x8b\x00 what is this",
    ],
    # Named, for gzip writes the second it was made into its head, and a test's name may not change.
    ids=["no tail", "zeros inside", "wrong sum", "head alone", "words"],
)
def test_damage_to_the_packing_is_said_in_words(packed: bytes) -> None:
    """Fault I7: cut off, overwritten, a wrong sum, a header alone, another packing."""
    file = memory_file("run.fit.gz", packed)
    with pytest.raises(DamagedPack, match="the packing is damaged or breaks off"):
        file.open().read()


def up_to_the_damage(file: File) -> bytes:
    """All that a file hands out before it says that its packing is damaged."""
    with file.open() as stream:
        parts: list[bytes] = []
        try:
            while part := stream.read(997):
                parts.append(part)
        except DamagedPack:
            return b"".join(parts)
    raise AssertionError("nothing was said of the damage")


def test_what_stands_before_the_damage_is_handed_out() -> None:
    """I1: a packed file cut at any byte gives a start of its content, and then says so."""
    content = random.Random(1).randbytes(5000)  # which no packing makes smaller
    packed = gzip.compress(content, mtime=0)
    for cut in range(100, len(packed), 7):
        start = up_to_the_damage(memory_file("run.fit.gz", packed[:cut]))
        assert content[: len(start)] == start
        assert len(start) >= cut - 100


def test_several_streams_in_one_are_one_content_and_zeros_behind_are_none() -> None:
    """As a packer writes them that appends, and a tape that fills up."""
    parts = [gzip.compress(b"a" * 40_000, mtime=0), gzip.compress(b"b" * 9, mtime=0)]
    whole = b"a" * 40_000 + b"b" * 9
    for packed in (b"".join(parts), b"".join(parts) + bytes(40_000), bytes(3).join(parts)):
        with memory_file("x.gz", packed).open() as stream:
            assert whole == stream.read()
    with memory_file("x.gz", gzip.compress(b"", mtime=0)).open() as stream:
        assert b"" == stream.read()
