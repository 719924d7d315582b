"""The secret with which contents are hashed, so that a hash tells nothing to whoever finds it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from unload.errors import UnloadError

KEY_BYTES = 32
NAME = "key"


def key_in(folder: Path) -> bytes:
    """The key of this folder, made once; whoever comes second finds the first one's."""
    path = folder / NAME
    if not path.exists():
        _make(path)
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise UnloadError(
            f"{path} is damaged. Delete it; files that were imported before will be read again "
            "and told apart by their contents."
        )
    return key


def _make(path: Path) -> None:
    """A new key, whole on the disk before it has its name."""
    draft = path.with_name(f"{NAME}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as out:  # noqa: PTH123 # from a descriptor made private at birth
        out.write(secrets.token_bytes(KEY_BYTES))
        out.flush()
        os.fsync(out.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
