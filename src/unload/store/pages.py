"""What was read from one file, and its way into the tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any, cast

from django.db import connection

from unload.errors import Problem
from unload.model.history import CheckIn, Session
from unload.store.columns import Column, row_of
from unload.store.models import NOUNS, Row, StoredCheckIn, StoredProblem, StoredSession

Record = Session | CheckIn | Problem
TABLES: dict[type, type[Row]] = {
    Session: StoredSession, CheckIn: StoredCheckIn, Problem: StoredProblem,
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """What was read from one file; without `digest` it is not remembered and read again.

    A `known` one was not read, because its digest was in the store.
    """

    name: str
    digest: str
    records: tuple[Record, ...] = ()
    known: bool = False

    @cached_property
    def rows(self) -> list[tuple[type[Row], tuple[Any, ...]]]:
        """The records as rows, made before the transaction in which others wait."""
        return [_row(record) for record in self.records]


def put_rows(pages: dict[int, Page]) -> None:
    """The rows of some files by plain SQL, because others wait while they are written."""
    rows: defaultdict[type[Row], list[tuple[Any, ...]]] = defaultdict(list)
    for file, page in pages.items():
        for ordinal, (table, values) in enumerate(page.rows):
            rows[table].append((file, ordinal, *values))
    for table, made in rows.items():
        names = ("file_id", "ordinal", *(field.name for field in fields(NOUNS[table])))
        columns = ", ".join(connection.ops.quote_name(name) for name in names)
        places = ", ".join(["%s"] * len(names))
        into = connection.ops.quote_name(table._meta.db_table)  # noqa: SLF001 # Django's documented door
        with connection.cursor() as cursor:
            said = f"INSERT INTO {into} ({columns}) VALUES ({places})"  # noqa: S608 # our names
            cursor.executemany(said, made)


@cache
def _columns(table: type[Row]) -> tuple[Column, ...]:
    """The columns of a noun's fields, in the order of its fields."""
    get = table._meta.get_field  # noqa: SLF001 # Django's documented door to its fields
    return tuple(cast(Column, get(field.name)) for field in fields(NOUNS[table]))


def _row(record: Record) -> tuple[type[Row], tuple[Any, ...]]:
    """The table of a record, and its values as the database takes them."""
    table = TABLES[type(record)]
    values = row_of(record)
    return table, tuple(
        column.get_db_prep_save(values[column.name], connection) for column in _columns(table)
    )
