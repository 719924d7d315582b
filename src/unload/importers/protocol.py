"""The contract of a format: a named byte stream in, a stream of records out."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from typing import BinaryIO, Protocol, Self, cast, runtime_checkable

from unload.errors import Problem, UnloadError
from unload.model.history import CheckIn, Session


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was assumed while reading, and how to say it otherwise; nothing is wrong."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


Record = Session | CheckIn | Problem | Note

# The header line of a Strava export is long (94 columns, some of them HTML), and identifying a
# table needs the whole line.
HEAD_BYTES = 16 * 1024
GZIP_MAGIC = b"\x1f\x8b"
# For zlib: the header, checksum and length of gzip around the largest window.
GZIP_BITS = 16 + zlib.MAX_WBITS
PACKED_BYTES = 16 * 1024


class TooLarge(UnloadError):
    """A file or archive holds more bytes than its budget; reading stopped."""


class DamagedPack(UnloadError):
    """A packed file cannot be unpacked to its end; what comes before the damage was handed out."""


@dataclass(frozen=True)
class File:
    """A named byte stream. The name is a label for people, never a path to open.

    `opener` gives a fresh raw stream; gzip is unpacked on the way, and `limit_bytes` counts what
    comes out, so that a small file cannot become a large one. `size_bytes` is what it is said to
    take where it lies: good for planning, never to be trusted.
    """

    name: str
    opener: Callable[[], BinaryIO]
    limit_bytes: int
    size_bytes: int = 0

    @property
    def stem(self) -> str:
        """The name in lower case without `.gz`, so that its ending tells the format."""
        return self.name.lower().removesuffix(".gz")

    def open(self) -> BinaryIO:
        """A fresh stream of the unpacked content, cut off with TooLarge at the budget."""
        packed, raw = self._magic == GZIP_MAGIC, self.opener()
        content = cast(BinaryIO, _Unpacked(raw)) if packed else raw
        return cast(BinaryIO, Metered(content, Budget(self.limit_bytes, self.name), raw))

    @cached_property
    def _magic(self) -> bytes:
        with self.opener() as raw:
            return raw.read(len(GZIP_MAGIC))

    @cached_property
    def head(self) -> bytes:
        """The first bytes of the content: enough to say what it is."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)


class _Unpacked:
    """The content of a gzip stream, up to the damage if there is any; then that is said in words.

    What can be unpacked is handed out first: the recording of a watch whose battery went empty is
    worth the same whether it was packed afterwards or not.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._inflate = zlib.decompressobj(GZIP_BITS)
        self._packed = b""
        self._ended = self._broken = False

    def read(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size > 0 and not self._ended:
            part = self._next(size)
            parts.append(part)
            size -= len(part)
        content = b"".join(parts)
        if self._broken and not content:
            said = "is packed, and the packing is damaged or breaks off; copy or export it again."
            raise DamagedPack(said)
        return content

    def _next(self, most: int) -> bytes:
        """Some more of the content; it may be nothing on the way, too."""
        packed = self._packed or self._raw.read(PACKED_BYTES)
        drained = not packed
        if self._inflate.eof:  # another stream may follow the one that ended, or zeros
            packed = self._packed = packed.lstrip(b"\x00")
            if not packed:
                self._ended = drained
                return b""
            self._inflate = zlib.decompressobj(GZIP_BITS)
        content = b""
        try:
            content = self._inflate.decompress(packed, most)
            self._packed = self._inflate.unused_data or self._inflate.unconsumed_tail
        except zlib.error:
            self._broken = True
        self._broken |= drained and not content and not self._inflate.eof
        self._ended = self._broken
        return content

    def close(self) -> None:
        self._raw.close()


@dataclass
class Budget:
    """Bytes that may still be read, shared by everything that draws on it."""

    left: int
    name: str

    def spend(self, count: int) -> None:
        """Take `count` bytes, or stop the reading."""
        self.left -= count
        if self.left < 0:
            raise TooLarge(f"{self.name} unpacks to more than is allowed; it was not read further")


class Metered:
    """A stream that pays for every byte it hands out."""

    # One read never asks for more than this, so a bomb is stopped before it fills the memory.
    CHUNK_BYTES = 1024 * 1024

    def __init__(self, stream: BinaryIO, budget: Budget, below: BinaryIO | None = None) -> None:
        self._stream = stream
        self._below = below  # closed with the stream; gzip leaves the file under it open
        self._budget = budget

    def read(self, size: int = -1) -> bytes:
        if 0 <= size <= self.CHUNK_BYTES:
            return self._paid(self._stream.read(size))
        parts: list[bytes] = []
        missing = size if size >= 0 else math.inf
        while missing > 0:
            part = self._paid(self._stream.read(int(min(missing, self.CHUNK_BYTES))))
            if not part:
                break
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _paid(self, part: bytes) -> bytes:
        self._budget.spend(len(part))
        return part

    def close(self) -> None:
        self._stream.close()
        if self._below is not None:
            self._below.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@runtime_checkable
class Importer(Protocol):
    """One format. `now` is the runner's wall clock, against which future dates are told.

    A format that takes long may say `heavy = True`: it may then be read in a child process, and
    must be of a class that can be pickled. One that tells body weights says `weighs = True`: its
    files are read again once the runner asks for those.
    """

    name: str

    def identify(self, file: File) -> bool:
        """True if this format claims the file; must look at the content, not only at the name."""
        ...

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        """The records of the file, as a stream; nothing if it holds no activity."""
        ...


@runtime_checkable
class Streaming(Importer, Protocol):
    """A format that holds one record at a time, so that its files may be larger than others'."""

    limit_bytes: int


@runtime_checkable
class Index(Importer, Protocol):
    """A format that lists the recordings lying beside it, so that they are not read twice."""

    def covers(self, file: File) -> frozenset[str]:
        """The names, relative to the folder of `file`, of the recordings it already tells of."""
        ...
