"""Every row of every table as a line of text, and back into a store that holds none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import OperationalError, connection, models

from unload.errors import UnloadError
from unload.store.columns import WallClock
from unload.store.models import About

BATCH = 500
MOMENTS = ("made_at", "told_at", "started_at", "finished_at")


def tables() -> dict[str, Any]:
    """The tables by name, in the order in which rows may be added; facts of the store are none."""
    every = apps.get_app_config("unload").get_models()
    return {table.__name__: table for table in every if table is not About}


def is_empty() -> bool:
    return not any(table.objects.exists() for table in tables().values())


def moment() -> datetime | None:
    """When the newest of it was kept; None where nothing is."""
    found = (
        table.objects.aggregate(newest=models.Max(field.name))["newest"]
        for table in tables().values()
        for field in _columns(table)
        if field.name in MOMENTS
    )
    return max((one for one in found if one is not None), default=None)


def lines() -> Iterator[str]:
    """The rows as JSON, one a line, the same for the same rows."""
    for name, table in tables().items():
        for row in table.objects.order_by("pk").values().iterator():
            told = {"table": name, **row}
            yield json.dumps(told, default=_plain, ensure_ascii=False) + "\n"


def add(told: Iterable[str]) -> int:
    """Add rows as `lines` wrote them, inside the caller's transaction; how many there were.

    Errors: whatever a line that nobody here wrote leads to, from KeyError to Django's own.
    """
    known, count = tables(), 0
    rows = (json.loads(line) for line in told)
    for name, same in groupby(rows, lambda row: row.pop("table")):
        table = known[name]
        while made := [_made(table, row) for row in islice(same, BATCH)]:
            table.objects.bulk_create(made)
            count += len(made)
    _count_on(known.values())
    return count


@contextmanager
def doubted(says: str) -> Iterator[None]:
    """Say in one sentence what a stranger's rows lead to; the disk and the server speak themselves.

    Errors: UnloadError that says so.
    """
    try:
        yield
    except OperationalError:
        raise
    except Exception as error:
        raise UnloadError(says) from error


def _columns(table: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    return table._meta.concrete_fields  # noqa: SLF001 # the documented name of it


def _made(table: type[models.Model], row: dict[str, Any]) -> models.Model:
    columns = _columns(table)
    if row.keys() != {column.attname for column in columns}:
        raise KeyError(f"other columns than those of {table.__name__}")
    return table(**{column.attname: _back(column, row[column.attname]) for column in columns})


def _back(column: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(column, WallClock) and isinstance(value, str):
        return datetime.fromisoformat(value)
    return column.to_python(value)


def _count_on(made: Iterable[type[models.Model]]) -> None:
    """Let the next row of a table be numbered after those that came with their numbers."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(made)):
            cursor.execute(statement)
    connection.check_constraints()  # else they are looked at when nobody listens any more


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value of a table")
