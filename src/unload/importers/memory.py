"""Remember contents by their keyed hashes: what was read, and what was read without its weights."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b

from unload.importers.protocol import DamagedPack, File

DIGEST_BYTES = 32
CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been read before: a key for hashing content, and whether a hash is known."""

    key: bytes
    known: Callable[[str], bool]

    def digest_of(self, file: File, *, light: bool) -> str:
        """The hash by which the content is remembered.

        `light`: its weights are left out this time. That has a hash of its own, so that the
        content is read again once they are asked for; where they are known it is known all the
        same.
        """
        digest = digest_of(file, self.key)
        if not light or self.known(digest):
            return digest
        return blake2b(digest.encode(), digest_size=DIGEST_BYTES).hexdigest()


def digest_of(file: File, key: bytes) -> str:
    """The keyed hash of the content, in hexadecimal: it tells equal files and nothing else.

    Of a damaged packing it is the hash of what can be unpacked, which is what will be read.
    """
    hashed = blake2b(key=key, digest_size=DIGEST_BYTES)
    with file.open() as stream, suppress(DamagedPack):
        while chunk := stream.read(CHUNK_BYTES):
            hashed.update(chunk)
    return hashed.hexdigest()
