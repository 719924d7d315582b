"""Take measurements, texts and times out of a JSON object, whatever its types are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta

from unload.importers.numbers import parse_number, shown

Fields = Mapping[str, object]
_EPOCH = datetime(1970, 1, 1)


def measure(fields: Fields, name: str, scale: float = 1) -> float | None:
    """The number times `scale`, None where there is none; ValueError for anything else."""
    value = fields.get(name)
    if value is None or isinstance(value, str):
        value = None if value is None else parse_number(value)
        return None if value is None else value * scale
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{name} is {shown(str(value))}, not a number")
    return float(value) * scale


def measure_or_none(fields: Fields, name: str, scale: float = 1) -> float | None:
    """A secondary number: what is not one is missing."""
    try:
        return measure(fields, name, scale)
    except ValueError:
        return None


def text_of(fields: Fields, name: str) -> str:
    """A text, or a number as text; nothing for anything else."""
    value = fields.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()


def inside(fields: Fields, name: str) -> Fields:
    """The object that stands in a field; an empty one where there is none."""
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def all_inside(fields: Fields, name: str) -> list[Fields]:
    """The objects of the list that stands in a field."""
    value = fields.get(name)
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def clock_of_ms(milliseconds: float | None) -> datetime | None:
    """The date and time that many milliseconds after 1970 began; ValueError if it is no date."""
    if milliseconds is None:
        return None
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        raise ValueError(f"{milliseconds:.0f} is not a time in milliseconds") from None
