"""Copy a SQLite store whole, prove the copy, and bring one back.

Copying the file by hand loses what was committed last and still looks whole. These copies are made
by SQLite itself, and carry a seal: how many rows each table has and a hash over all of them.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from unload.errors import UnloadError

SEAL = "unload_backup"
WAIT_S = 30
_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_APPLIED = "SELECT name FROM django_migrations WHERE app = 'unload'"
_RELEASE = "SELECT value FROM unload_about WHERE key = 'release'"


class BadBackup(UnloadError):
    """A file that is no backup, or no longer the one that was made."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a store holds: rows by table, and a hash over tables and rows."""

    rows: dict[str, int]
    content: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was checked: its proof, when it was made, and what its tables are."""

    proof: Proof
    made_at: str
    migrations: frozenset[str]
    release: str


def back_up(store: Path, target: Path) -> Proof:
    """Copy the store; the file has its name only once it is whole, on the disk, and proved."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        proof = _copied(store, draft)
        if checked(draft).proof != proof:
            raise BadBackup(f"{target} did not come out equal to the store; nothing was kept of it")
        _flush(draft)
        draft.replace(target)
        _flush(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise UnloadError(
            f"The backup {target} cannot be written ({error}). An older one is untouched."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return proof


def _copied(store: Path, draft: Path) -> Proof:
    """The proof of the store, from the very moment at which it was copied."""
    with _connected(store) as source, _connected(draft) as copy:
        source.execute("BEGIN")
        proof = _prove(source)
        source.backup(copy)
        source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()  # one file, nothing beside it
        copy.execute(f"DROP TABLE IF EXISTS {SEAL}")
        copy.execute(f"CREATE TABLE {SEAL} (made_at, counts, content)")
        sealed = (datetime.now(UTC).isoformat(), json.dumps(proof.rows), proof.content)
        copy.execute(f"INSERT INTO {SEAL} VALUES (?, ?, ?)", sealed)  # noqa: S608 # our own name
    return proof


def checked(path: Path, *, unsealed: bool = False) -> Backup:
    """A backup as it was made, or BadBackup; `unsealed` takes a copy that nobody proved, too."""
    if not path.is_file():
        raise UnloadError(f"There is no file named {path}; `unload backup` makes one and names it.")
    try:
        with _connected(path, "?mode=ro") as copy:
            damage = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if damage != "ok":
                raise BadBackup(f"{path} is damaged ({damage}).")
            proof = _prove(copy)
            made_at = "" if unsealed else _sealed(path, copy, proof)
            applied = frozenset(name for (name,) in copy.execute(_APPLIED))
            release = copy.execute(_RELEASE).fetchone()
    except sqlite3.Error as error:
        raise BadBackup(f"{path} is not a backup of Unload, or is damaged ({error}).") from error
    return Backup(proof, made_at, applied, release[0] if release else "")


def _sealed(path: Path, copy: sqlite3.Connection, proof: Proof) -> str:
    """When it was made, if it still holds what it held then."""
    if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (SEAL,)).fetchone():
        raise BadBackup(
            f"{path} was not made by `unload backup`. A copy of the file may lack what was written "
            "last; --unsealed takes it all the same."
        )
    made_at, counts, content = copy.execute(f"SELECT * FROM {SEAL}").fetchone()  # noqa: S608 # our own name
    if Proof(json.loads(counts), content) != proof:
        raise BadBackup(f"{path} is not what it was when it was made; take an older backup.")
    return str(made_at)


def _prove(store: sqlite3.Connection) -> Proof:
    rows: dict[str, int] = {}
    hashed = blake2b(digest_size=32)
    for name, sql in sorted(store.execute(_TABLES)):
        if name == SEAL:
            continue
        rows[name] = 0
        hashed.update(repr(sql).encode())
        for row in store.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):  # noqa: S608 # no parameter can be a table
            rows[name] += 1
            hashed.update(repr(row).encode())
    return Proof(rows, hashed.hexdigest())


def bring_back(backup: Path, store: Path) -> None:
    """Put what a backup holds in the place of the store, in one transaction."""
    with _connected(backup, "?mode=ro") as source, _connected(store) as live:
        source.backup(live)
        live.execute(f"DROP TABLE IF EXISTS {SEAL}")


def set_aside(store: Path, folder: Path) -> list[Path]:
    """Move a store that cannot be read out of the way, with all that stands beside it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    moved = []
    for ending in ("", "-journal", "-wal", "-shm"):
        path = store.with_name(store.name + ending)
        if path.exists():
            moved.append(path.replace(folder / f"damaged-{moment}.sqlite3{ending}"))
    return moved


@contextmanager
def _connected(path: Path, how: str = "") -> Iterator[sqlite3.Connection]:
    """A connection that begins no transaction of its own."""
    where = path.resolve().as_uri() + how
    with closing(
        sqlite3.connect(where, uri=True, timeout=WAIT_S, isolation_level=None)
    ) as connection:
        yield connection


def _flush(path: Path) -> None:
    """Make sure it is on the disk; folders cannot be flushed everywhere."""
    with suppress(PermissionError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
