"""Opening a store: private, up to date, and never one that is newer than we are."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, IntegrityError, OperationalError, connection

from unload.errors import UnloadError
from unload.store import opening
from unload.store.models import About, File

pytestmark = pytest.mark.in_a_file


def test_a_first_opening_makes_a_private_folder_and_file(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0700 and 0600, whatever the mask says."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "a" / "b"))
    before = os.umask(0)
    try:
        opening.ready()
        File.objects.create(digest="x")
    finally:
        os.umask(before)
    assert 0o700 == (tmp_path / "a" / "b").stat().st_mode & 0o777
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "a" / "b").iterdir()}
    assert {0o600} == modes


def test_a_folder_that_cannot_be_made_is_named(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out is in the message."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "file" / "below"))
    with pytest.raises(UnloadError, match="name another with UNLOAD_DATA"):
        opening.ready()


def test_a_file_that_is_no_store_is_refused(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever lies in the store's place is left as it is."""
    (tmp_path / "odd").mkdir()
    odd = tmp_path / "odd" / "unload.sqlite3"
    odd.write_text("not a database at all, but long enough to be looked at" * 20)
    before = odd.read_bytes()
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "odd"))
    with pytest.raises(UnloadError, match="unload restore FILE"):
        opening.ready()
    assert before == odd.read_bytes()


def test_a_server_that_does_not_answer_is_told_without_its_password(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence with the driver's reason (S32)."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/runs")
    with pytest.raises(UnloadError, match="DATABASE_URL cannot be used") as told:
        opening.ready()
    assert "secret" not in str(told.value)


def test_a_store_of_a_newer_release_is_left_alone(either_store: Path) -> None:
    """It says which release it takes (C12, D10)."""
    About.objects.update_or_create(key="release", defaults={"value": "9.7.1"})
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('unload', '0999_later', '2030-01-01')"
        )
    opening.close()
    with pytest.raises(UnloadError, match=r"Unload 9\.7\.1, and this is"):
        opening.ready()


def test_a_store_is_backed_up_before_its_tables_change(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that is missing is run after a copy was made (D6)."""
    File.objects.create(digest="kept")
    ran: list[str] = []

    def migrate(*words: Any, **_: Any) -> None:
        ran.append(words[0])
        monkeypatch.setattr(opening, "known_migrations", lambda: {"0001_initial"})

    known = {"0001_initial", "0002_next"}
    monkeypatch.setattr(opening, "known_migrations", lambda: known)
    monkeypatch.setattr(opening, "call_command", migrate)
    opening.close()
    opening.ready()
    (copy,) = (store / "backups").iterdir()
    assert ["migrate"] == ran
    assert copy.name.startswith("after-0001_initial-")
    with sqlite3.connect(copy) as other:
        assert [("kept",)] == other.execute("SELECT digest FROM unload_file").fetchall()
    other.close()


def test_tables_that_cannot_be_made_are_told_in_the_end(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some tries the database's own reason is given."""

    def fail(*_: Any, **__: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(opening, "known_migrations", lambda: {"0001_initial", "0002_next"})
    monkeypatch.setattr(opening, "call_command", fail)
    opening.close()
    with pytest.raises(UnloadError, match="disk is full"):
        opening.ready()


def test_a_server_has_no_file(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For backups of a server its own means are named."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@127.0.0.1/runs")
    assert not opening.is_sqlite()
    with pytest.raises(UnloadError, match="pg_dump"):
        opening.store_file()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OperationalError("database or disk is full"), "no room left .* goes on from there"),
        (OperationalError("disk I/O error"), "The store refused .disk I/O error."),
        (DatabaseError("database disk image is malformed"), "`unload doctor` looks at it"),
    ],
)
def test_what_the_disk_refuses_is_told_in_one_sentence(
    store: Path, error: DatabaseError, said: str
) -> None:
    """Nothing is tried again after a failed write (D5, D11)."""
    with pytest.raises(UnloadError, match=said), opening.opened():
        raise error


def test_a_fault_of_ours_stays_one(store: Path) -> None:
    """A broken rule is a bug, and is not blamed on the disk."""
    with pytest.raises(IntegrityError), opening.opened():
        raise IntegrityError


def test_a_driver_that_is_missing_is_named(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra to install, not Django's own words."""

    def fail() -> None:
        raise ImproperlyConfigured("Error loading psycopg2 or psycopg module")

    monkeypatch.setattr(opening, "_up_to_date", fail)
    opening.close()
    with pytest.raises(UnloadError, match=r"install unload\[postgres\]"):
        opening.ready()
