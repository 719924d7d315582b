"""The key with which sessions and forms are signed, made once and kept in the data folder."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from unload.errors import UnloadError

NAME = "web-key"
BYTES = 48
SHORTEST = 50  # characters; Django asks for as many


def secret_in(folder: Path) -> str:
    """The key of this folder, its owner's alone; UnloadError where the file is damaged."""
    path = folder / NAME
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w") as out:  # noqa: PTH123 # from a descriptor made private at birth
            out.write(secrets.token_urlsafe(BYTES))
    key = path.read_text("ascii", "replace").strip()
    if len(key) < SHORTEST:
        raise UnloadError(f"{path} is damaged. Delete it; everybody then signs in once more.")
    return key
