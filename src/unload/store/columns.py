"""One column for each field of a noun, and the way of a value into it and out again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from django.db import models

from unload.store.text import clean

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    Column = models.Field[Any, Any]
else:
    Column = models.Field  # it takes no type while the program runs


class WallClock(Column):
    """A time of day and date as the runner saw it, without a zone; Django's own would add one."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "timestamp" if connection.vendor == "postgresql" else "datetime"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        if value is None or connection.vendor == "postgresql":
            return value
        return value.isoformat(" ", "microseconds")

    def from_db_value(self, value: Any, *_: object) -> datetime | None:
        return datetime.fromisoformat(value) if isinstance(value, str) else value


Reader = Callable[[Any], Any]
_KINDS: dict[type, type[Column]] = {
    bool: models.BooleanField,
    datetime: WallClock,
    date: models.DateField,
    float: models.FloatField,
    int: models.IntegerField,
    str: models.TextField,
    tuple: models.JSONField,
}


def columns_of(noun: type) -> Iterator[tuple[str, Column]]:
    """The name and the column of every field."""
    hints = get_type_hints(noun)
    for field in fields(noun):
        kind, unknown = _plain(hints[field.name])
        made = _KINDS[_stored_as(kind)]
        yield field.name, made(**({"null": True} if unknown else _default(field)))


def _plain(hint: Any) -> tuple[Any, bool]:
    """The type without its None, and whether it had one."""
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    named = [part for part in parts if part is not NoneType]
    return named[0], len(named) < len(parts)


def _stored_as(kind: Any) -> type:
    origin = get_origin(kind) or kind
    return str if issubclass(origin, Enum) else origin


def _default(field: Field[Any]) -> dict[str, Any]:
    """What rows that are older than the field hold in it."""
    if field.default is MISSING:
        return {}
    return {"default": list if field.default == () else field.default}


def finite(table: str, noun: type) -> list[models.CheckConstraint]:
    """For every number a rule that keeps out what is none; NaN counts as the largest there is."""
    names = [name for name, made in columns_of(noun) if isinstance(made, models.FloatField)]
    return [
        models.CheckConstraint(
            name=f"{table}_{name}_finite",
            condition=models.Q(**{f"{name}__isnull": True})
            | models.Q(**{f"{name}__gte": 0.0, f"{name}__lte": sys.float_info.max}),
        )
        for name in names
    ]


def row_of(noun: Any) -> dict[str, Any]:
    """The values of a noun by column."""
    return {field.name: _told(getattr(noun, field.name)) for field in fields(noun)}


def _told(value: Any) -> Any:
    """A value of a noun as a column takes it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return [_told(part) for part in value]
    if is_dataclass(value):
        return row_of(value)
    return value


def noun_of(noun: type, row: dict[str, Any]) -> Any:
    """The noun of a row; a field that the row does not have yet keeps its default."""
    kinds = _kinds(noun)
    return noun(**{name: _read(kinds[name], value) for name, value in row.items()})


def noun_from(noun: type, values: Iterable[Any]) -> Any:
    """The noun of a row's values in the order of its fields."""
    told = list(values)
    for place, read in _converted(noun):
        if told[place] is not None:
            told[place] = read(told[place])
    return noun(*told)


@cache
def _kinds(noun: type) -> dict[str, Any]:
    """The types of a noun's fields."""
    hints = get_type_hints(noun)
    return {field.name: _plain(hints[field.name])[0] for field in fields(noun)}


@cache
def _converted(noun: type) -> tuple[tuple[int, Reader], ...]:
    """Place and reader of the fields whose column holds something else than the noun does."""
    kinds = enumerate(_kinds(noun).values())
    return tuple((place, _reader(kind)) for place, kind in kinds if kind not in _KINDS)


@cache
def _reader(kind: Any) -> Reader:
    """What makes of a value of a column, which is not None, the one that the noun has."""
    if get_origin(kind) is tuple:
        return partial(_each, get_args(kind)[0])
    noun = isinstance(kind, type) and is_dataclass(kind)
    return partial(noun_of, kind) if noun else kind


def _each(kind: Any, parts: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(_read(kind, part) for part in parts)


def _read(kind: Any, value: Any) -> Any:
    """A value of a column as the noun has it."""
    return value if value is None or kind in _KINDS else _reader(kind)(value)
