"""A disk that loses what was not flushed when the power goes, and a store that is written on it.

The statements are those of real imports and check-ins, noted as they were sent, and sent again to
a SQLite whose files lie on this disk. A power cut keeps each sector that was not flushed with even
odds, so that writes are lost, torn and reordered. What was committed before the cut must be there.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import count
from typing import Any

import apsw

SECTOR = 512
STORE = "store.sqlite3"
_names = count()


class Off(Exception):
    """The power is off, or the disk says that it cannot."""


@dataclass
class Platter:
    """One file: what everybody sees, and what would be there without power."""

    seen: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, data: bytes) -> None:
        _put(self.seen, at, data)
        self.waiting += [(at + n, bytes(data[n : n + SECTOR])) for n in range(0, len(data), SECTOR)]

    def truncate(self, size: int) -> None:
        _cut(self.seen, size)
        self.waiting.append((size, None))

    def flush(self) -> None:
        self.safe, self.waiting = bytearray(self.seen), []

    def after_the_cut(self, chance: random.Random) -> "Platter":
        left = bytearray(self.safe)
        for at, data in self.waiting:
            if chance.random() < 1 / 2:
                _cut(left, at) if data is None else _put(left, at, data)
        return Platter(left, bytearray(left))


def _put(content: bytearray, at: int, data: bytes) -> None:
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


def _cut(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


@dataclass
class Disk:
    """Files by name. The call `fails_at` fails; but for `once`, the disk is off from then on.

    One that is `off` takes no more notice of anything, and nobody is left to be answered.
    """

    files: dict[str, Platter] = field(default_factory=dict)
    fails_at: int | None = None
    once: bool = False
    calls: int = 0
    off: bool = False

    def takes(self) -> bool:
        """One more write, flush or change of size; the end of it, if that was so arranged."""
        if self.off:
            return False
        self.calls += 1
        if self.calls == self.fails_at:
            self.off = not self.once
            raise Off
        return True

    def after_the_cut(self, chance: random.Random) -> "Disk":
        return Disk({name: file.after_the_cut(chance) for name, file in self.files.items()})


class _File:
    """A file as SQLite opens it; nobody else has it open."""

    def __init__(self, disk: Disk, file: Platter) -> None:
        self._disk, self._file = disk, file

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 # as apsw calls it
        return bytes(self._file.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 # as apsw calls it
        if self._disk.takes():
            self._file.write(offset, data)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 # as apsw calls it
        if self._disk.takes():
            self._file.truncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 # as apsw calls it
        if self._disk.takes():
            self._file.flush()

    def xFileSize(self) -> int:  # noqa: N802 # as apsw calls it
        return len(self._file.seen)

    def xLock(self, level: int) -> None: ...  # noqa: N802 # as apsw calls it

    def xUnlock(self, level: int) -> None: ...  # noqa: N802 # as apsw calls it

    def xCheckReservedLock(self) -> bool:  # noqa: N802 # as apsw calls it
        return False

    def xClose(self) -> None: ...  # noqa: N802 # as apsw calls it

    def xSectorSize(self) -> int:  # noqa: N802 # as apsw calls it
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802 # as apsw calls it
        return 0

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802 # as apsw calls it
        return False


class _System(apsw.VFS):
    """The disk as SQLite sees it."""

    def __init__(self, disk: Disk) -> None:
        self.name = f"disk{next(_names)}"
        self._disk = disk
        super().__init__(self.name, base="")

    def xFullPathname(self, name: str) -> str:  # noqa: N802 # as apsw calls it
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802 # as apsw calls it
        return pathname in self._disk.files

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 # as apsw calls it
        if self._disk.takes():
            self._disk.files.pop(filename, None)

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802 # as apsw calls it
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        place = path or f"temporary{next(_names)}"
        return _File(self._disk, self._disk.files.setdefault(place, Platter()))


@contextmanager
def connected(disk: Disk, journal: str, synchronous: str) -> Iterator[apsw.Connection]:
    """A connection to the store on the disk, set up as the store sets up its own.

    No two programs are at work here, so a write-ahead log needs no memory that they share.
    """
    system = _System(disk)
    connection = apsw.Connection(STORE, vfs=system.name)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute(f"PRAGMA synchronous={synchronous}")
        yield connection
    finally:
        disk.off = True
        connection.close(force=True)
        system.unregister()


def sent_by(deed: Callable[[], object]) -> list[str]:
    """The statements that write, as the store sends them while the deed is done."""
    from django.db import connection  # noqa: PLC0415 # brings Django, which most tests need not pay for

    connection.ensure_connection()
    told: list[str] = []
    connection.connection.set_trace_callback(told.append)
    try:
        deed()
    finally:
        connection.connection.set_trace_callback(None)
    return [sql for sql in told if not sql.lstrip().upper().startswith(("SELECT", "PRAGMA", "--"))]


def written(disk: Disk, statements: list[str], journal: str, synchronous: str) -> int:
    """Send the statements until one fails; how many commits were answered."""
    done = 0
    with suppress(apsw.Error, Off), connected(disk, journal, synchronous) as connection:
        for sql in statements:
            connection.execute(sql)
            done += connection.getautocommit() and not disk.off
    return done


def content(disk: Disk, journal: str) -> str:
    """A hash over every row of a sound store; what is wrong with one that is not."""
    try:
        with connected(disk, journal, "FULL") as connection:
            ((damage,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
            return rows_of(connection) if damage == "ok" else str(damage)
    except (apsw.CorruptError, apsw.NotADBError) as error:
        return str(error)


def rows_of(connection: apsw.Connection) -> str:
    """A hash over every row of every table."""
    hashed = blake2b(digest_size=16)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    for (table,) in connection.execute(tables).fetchall():
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):
            hashed.update(repr((table, row)).encode())
    return hashed.hexdigest()


@dataclass
class Trial:
    """Statements on a store that exists, and what it holds after each of their commits."""

    store: bytes
    statements: list[str]
    journal: str
    synchronous: str = "FULL"
    states: list[str] = field(init=False)
    calls: int = field(init=False)

    def __post_init__(self) -> None:
        disk = self.disk()
        with connected(disk, self.journal, self.synchronous) as connection:
            connection.execute("PRAGMA user_version=0")  # under its journal from now on
        self.store, disk = bytes(disk.files[STORE].seen), self.disk()
        with connected(disk, self.journal, self.synchronous) as connection:
            self.states = [rows_of(connection)]
            for sql in self.statements:
                connection.execute(sql)
                if connection.getautocommit():
                    self.states.append(rows_of(connection))
            self.calls = disk.calls

    def disk(self, fails_at: int | None = None, *, once: bool = False) -> Disk:
        """A disk on which the store lies."""
        return Disk({STORE: Platter(bytearray(self.store), bytearray(self.store))}, fails_at, once)

    def lost_by(self, disk: Disk, chance: random.Random | None) -> int | None:
        """How many answered commits are gone after the failure; None where the store is damaged.

        With chance the power goes, else the program ends and finds what it had written.
        """
        answered = written(disk, self.statements, self.journal, self.synchronous)
        left = Disk(disk.files) if chance is None else disk.after_the_cut(chance)
        found = content(left, self.journal)
        if found not in self.states:
            return None
        # Of equal states the later one: a commit that changes nothing cannot be lost.
        reached = max(n for n, state in enumerate(self.states) if state == found)
        return max(0, answered - reached)

    def cut(self, chance: random.Random) -> int | None:
        """Cut the power at a random moment; as `lost_by`."""
        return self.lost_by(self.disk(chance.randint(1, self.calls)), chance)
