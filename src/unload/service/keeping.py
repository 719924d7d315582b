"""The verbs that look after the store: doctor, backup, restore."""

from __future__ import annotations

import platform
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version as release_of
from pathlib import Path

from unload.errors import UnloadError
from unload.store import backup, inside, opening, sqlite

ROOM_BYTES = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `fault` says what is wrong with it and what to do."""

    name: str
    value: str
    fault: str = ""


def doctor() -> tuple[Check, ...]:
    """What the store is and whether it is sound; it makes no store where there is none."""
    place = opening.folder()
    checks = [
        Check("unload", release_of("unload")),
        Check("python", platform.python_version()),
        Check("data folder", str(place), _open_to_others(place)),
    ]
    if opening.is_sqlite():
        checks += _sqlite_version()
        if not opening.store_file().exists():
            return (*checks, Check("store", "none yet; `unload import PATH` makes one"))
    try:
        with opening.opened():
            checks += [Check(*told) for told in inside.facts()]
        if opening.is_sqlite():
            checks += _room(place)
    except UnloadError as error:
        checks.append(Check("store", "cannot be opened", str(error)))
    return tuple(checks)


def _sqlite_version() -> list[Check]:
    bug = "older than 3.51.3, so a rollback journal stands in for the write-ahead log"
    note = f" ({bug})" if sqlite.has_wal_bug() else ""
    kind = sqlite.filesystem(opening.folder())
    return [
        Check("sqlite", sqlite.version() + note),
        Check("file system", kind or "not told by the system"),
    ]


def _open_to_others(folder: Path) -> str:
    """Whether somebody else on this machine can look in."""
    if not folder.exists() or not folder.stat().st_mode & 0o077:
        return ""
    return "Others on this machine may look into it; chmod 700 keeps them out."


def _room(folder: Path) -> list[Check]:
    free = shutil.disk_usage(folder).free
    fault = "" if free >= ROOM_BYTES else "The disk is nearly full; make room before importing."
    return [Check("free disk", f"{free // 1024**2} MB", fault)]


def back_up(target: Path | None = None) -> tuple[Path, dict[str, int]]:
    """A proved copy of the store, in the data folder if no other file is named; rows by table."""
    store = opening.store_file()
    moment = datetime.now(UTC)
    name = f"unload-{moment.strftime('%Y%m%dT%H%M%S')}.sqlite3"
    path = target or opening.folder() / opening.BACKUPS / name
    if path.is_dir():
        path /= name
    with opening.opened():
        proof = backup.back_up(store, path)
        inside.note("last_backup", f"{moment.isoformat(timespec='seconds')} {path}")
    return path, proof.rows


def restore(path: Path, *, unsealed: bool = False) -> tuple[Path | None, dict[str, int]]:
    """Put a backup in the place of the store; where the store was put, and the rows by table.

    Errors: BadBackup for a file that is none or has changed since; UnloadError where it was made
    by a newer release.
    """
    store = opening.store_file()
    found = backup.checked(path, unsealed=unsealed)
    if found.migrations - opening.known_migrations():
        raise UnloadError(
            f"{path} was made by Unload {found.release}, and this is {release_of('unload')}. "
            "Install that release or a newer one; nothing was changed."
        )
    opening.close()
    aside = _aside(store)
    backup.bring_back(path, store)
    opening.ready()
    return aside, found.proof.rows


def _aside(store: Path) -> Path | None:
    """Where the present store is kept from now on: as a backup, or as it is if it is damaged."""
    folder = opening.folder() / opening.BACKUPS
    if not store.exists():
        opening.make_private(opening.folder())
        store.touch(0o600)
        return None
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    path = folder / f"before-restore-{moment}.sqlite3"
    try:
        backup.back_up(store, path)
    except UnloadError:
        path = backup.set_aside(store, folder)[0]
        store.touch(0o600)
    return path
