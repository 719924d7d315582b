"""What can be said of an open store: how it is kept, whether it is whole, how much is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, Manager, Max

from unload.store import sqlite
from unload.store.models import (
    About,
    Apart,
    BodySaying,
    File,
    Import,
    Revision,
    Sighting,
    StoredCheckIn,
    StoredScreen,
    StoredSession,
    StoredWorked,
    WeekChange,
)

_FULL = 2
_BROUGHT = tuple(table.objects for table in (Sighting, Apart))
_SAYINGS = (Revision, WeekChange, BodySaying, StoredWorked, StoredScreen)
_SAID = tuple(table.objects for table in _SAYINGS)
_COUNTED = {
    "imports": Import.objects, "files": File.objects, "activities read": StoredSession.objects,
    "check-ins read": StoredCheckIn.objects, "check-ins typed": Revision.objects,
}  # fmt: skip
Fact = tuple[str, str, str]


def facts() -> Iterator[Fact]:
    """(name, value, what is wrong and what to do) of each."""
    yield from _sqlite_facts() if connection.vendor == "sqlite" else _server_facts()
    for name, kept in _COUNTED.items():
        yield name, str(kept.count()), ""
    yield "last backup", said("last_backup") or "never; `unload backup` makes one", ""


def note(key: str, value: str) -> None:
    """Write down one fact of the store itself."""
    About.objects.update_or_create(key=key, defaults={"value": value})


def said(key: str) -> str:
    return About.objects.filter(key=key).values_list("value", flat=True).first() or ""


class Stamp(NamedTuple):
    """Numbers that are others as soon as anything is kept, undone or taken back.

    `brought` are those of files and of what was chosen among their tellings, `said` of the rest.
    """

    brought: tuple[int, ...]
    said: tuple[int, ...]


def stamp() -> Stamp:
    """The numbers as they are now."""
    return Stamp(_numbers(_BROUGHT), _numbers(_SAID))


def _numbers(tables: Iterable[Manager[Any]]) -> tuple[int, ...]:
    told = [kept.aggregate(last=Max("pk"), rows=Count("pk")) for kept in tables]
    return tuple(number or 0 for row in told for number in row.values())


def _pragma(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return str(cursor.fetchone()[0])


def _sqlite_facts() -> Iterator[Fact]:
    path = connection.settings_dict["NAME"]
    yield "database", f"SQLite, {path}", ""
    journal, wanted = _pragma("journal_mode"), sqlite.journal_for(Path(path).parent)
    yield "journal", journal, "" if journal == wanted else f"It must be {wanted} here."
    level = int(_pragma("synchronous"))
    wrong = "" if level >= _FULL else "A power cut could lose what was acknowledged."
    yield "synchronous", "full" if level >= _FULL else str(level), wrong
    whole = _pragma("integrity_check(1)")
    damage = "" if whole == "ok" else "The file is damaged; `unload restore FILE` brings a backup."
    yield "integrity", whole, damage


def _server_facts() -> Iterator[Fact]:
    told = connection.settings_dict
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        release = cursor.fetchone()[0]
        cursor.execute("SHOW synchronous_commit")
        durable = cursor.fetchone()[0]
    host = told["HOST"] or "this machine"
    yield "database", f"PostgreSQL {release}, {told['NAME']} on {host}", ""
    wrong = "A power cut could lose what was acknowledged." if durable == "off" else ""
    yield "synchronous", str(durable), wrong
