"""Open the store that the environment names: private folder, sound journal, tables up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from datetime import UTC, datetime
from importlib.metadata import version as release_of
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError, connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import DatabaseError

from unload import settings
from unload.errors import UnloadError
from unload.store.backup import back_up
from unload.store.models import About

# Two programs may start on an empty folder at once; the second finds the tables half way and
# looks again.
TRIES = 8
MIGRATIONS = Path(__file__).parent / "migrations"
BACKUPS, UPLOADS = "backups", "uploads"
_open: dict[str, Any] = {}


def is_sqlite() -> bool:
    return bool(settings.database(os.environ)["ENGINE"] == settings.SQLITE)


def folder() -> Path:
    """The folder of what is kept on this machine."""
    return settings.data_folder(os.environ)


def store_file() -> Path:
    """The file of a SQLite store; UnloadError where the store is on a server."""
    wanted = settings.database(os.environ)
    if wanted["ENGINE"] != settings.SQLITE:
        raise UnloadError(
            "The store is on a PostgreSQL server. Use its own means: pg_dump --format=custom "
            "--file=unload.dump NAME to back up, pg_restore to bring back; keep the file `key` of "
            "the data folder with it."
        )
    return Path(wanted["NAME"])


def ready() -> None:
    """Make sure that the store is open and its tables are those that this release knows."""
    wanted = settings.database(os.environ)
    if _open == wanted:
        return
    make_private(folder())
    if wanted["ENGINE"] == settings.SQLITE:
        store_file().touch(0o600)
    _bind(deepcopy(wanted))  # Django fills in what it was not told
    try:
        _up_to_date()
    except ImproperlyConfigured as error:
        raise UnloadError(
            "DATABASE_URL names a PostgreSQL server, and its driver is not installed; install "
            "unload[postgres]."
        ) from error
    except DatabaseError as error:
        raise UnloadError(_cannot_open(wanted, error)) from error
    _open.clear()
    _open.update(wanted)


@contextmanager
def opened() -> Iterator[None]:
    """The store, ready; what the disk or the database refuses meanwhile is told in one sentence.

    Nothing is tried again: after a failed write the disk may not hold what it says it holds.
    """
    ready()
    try:
        yield
    except DatabaseError as error:
        if type(error) not in {DatabaseError, OperationalError}:
            raise  # a fault of ours
        close()
        raise UnloadError(_cannot(error)) from error


def _cannot(error: DatabaseError) -> str:
    if _is_full(error):
        return _no_room(error)
    said = _first_line(error)
    return f"The store refused ({said}). What was kept before is safe; `unload doctor` looks at it."


def _is_full(error: Exception) -> bool:
    return "full" in _first_line(error) or "space" in _first_line(error)


def _no_room(error: Exception) -> str:
    return (
        f"There is no room left for the store ({_first_line(error)}). What was kept is safe; make "
        "room and do it again, and it goes on from there."
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]


def close() -> None:
    """Forget the open store."""
    connections.close_all()
    _open.clear()


def make_private(path: Path) -> None:
    """The folder, its owner's alone if it is made here."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        said = f"The folder {path} cannot be made ({error.strerror}); name another with UNLOAD_DATA"
        raise UnloadError(f"{said}.") from error


def _bind(wanted: dict[str, Any]) -> None:
    """Point Django at a database, whichever it had before."""
    connections.close_all()
    connections.settings["default"] = connections.configure_settings({"default": wanted})["default"]
    with suppress(AttributeError):
        del connections["default"]


def _cannot_open(wanted: dict[str, Any], error: Exception) -> str:
    if _is_full(error):
        return _no_room(error)
    if wanted["ENGINE"] == settings.SQLITE:
        said = f"The store {wanted['NAME']} cannot be opened ({error})"
        return f"{said}. `unload doctor` looks at it; `unload restore FILE` brings a backup back."
    said = _first_line(error)
    return f"The database named by DATABASE_URL cannot be used ({said})."


def known_migrations() -> set[str]:
    return {path.stem for path in MIGRATIONS.glob("[0-9]*.py")}


def applied_migrations() -> set[str]:
    recorder = MigrationRecorder(connection)
    return {name for app, name in recorder.applied_migrations() if app == "unload"}


def _up_to_date() -> None:
    """Run what is missing, after a backup; a store of a newer release is left alone."""
    for attempt in range(TRIES):
        applied = applied_migrations()
        if applied - known_migrations():
            raise UnloadError(_too_new())
        if applied == known_migrations():
            return
        if applied and not attempt:
            _back_up_first(max(applied))
        try:
            make_tables()
        except (OperationalError, ProgrammingError, DatabaseError):
            if attempt == TRIES - 1:
                raise
            connection.close()


def make_tables() -> None:
    """Make or change every table in one transaction, so that a kill leaves all of it or nothing.

    Django commits a migration before it writes down that it was made; a store killed in between
    could never be opened again. SQLite asks for foreign keys to be unchecked from outside.
    """
    with connection.constraint_checks_disabled(), transaction.atomic():
        call_command("migrate", verbosity=0, interactive=False)
        _stamp()


def _stamp() -> None:
    """Write down which release made the tables what they are."""
    About.objects.update_or_create(key="release", defaults={"value": release_of("unload")})


def _too_new() -> str:
    """Which release it takes to open the store."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM unload_about WHERE key = 'release'")
        row = cursor.fetchone()
    said = f"Unload {row[0]}" if row else "a newer Unload"
    return (
        f"This store was last opened by {said}, and this is {release_of('unload')}. Install that "
        "release or a newer one; nothing was changed."
    )


def _back_up_first(last: str) -> None:
    """Keep what there is before its tables change; a server's owner has means of their own."""
    if connection.vendor != "sqlite":
        return
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    back_up(store_file(), folder() / BACKUPS / f"after-{last}-{moment}.sqlite3")
