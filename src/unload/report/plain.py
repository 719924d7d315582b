"""Plain values for programs: rounded numbers, ISO days, constants and sources.

Distances are kilometres rounded to 10 m, times minutes rounded to 0.1, other numbers to four
significant digits.
"""

import math
from datetime import date
from typing import Any

from unload.model.evidence import Constant, Source
from unload.model.units import M_PER_KM, S_PER_MIN

Plain = dict[str, Any]


def km(metres: float) -> float:
    """Kilometres, to 10 m."""
    return round(finite(metres) / M_PER_KM, 2)


def minutes(seconds: float | None) -> float | None:
    """Minutes, to a tenth."""
    return None if seconds is None else round(finite(seconds) / S_PER_MIN, 1)


def number(value: float | None) -> float | None:
    """Four significant digits."""
    return None if value is None else float(f"{finite(value):.4g}")


def finite(value: float) -> float:
    """The value; ValueError where it is NaN or infinite, which no program should be told."""
    if not math.isfinite(value):
        raise ValueError(f"{value} must not reach advice; unknown is None")
    return value


def day(value: date | None) -> str | None:
    """An ISO 8601 day."""
    return None if value is None else value.isoformat()


def used_dict(constant: Constant) -> Plain:
    return {
        "name": constant.name,
        "value": number(constant.value),
        "unit": constant.unit,
        "grade": constant.grade.value,
        "verified": constant.verified,
        "source": constant.source,
    }


def source_dict(source: Source) -> Plain:
    """One source as plain values."""
    return {
        "authors": source.authors,
        "year": source.year,
        "title": source.title,
        "journal": source.journal,
        "doi": source.doi or None,
        "note": source.note or None,
    }


def constant_dict(constant: Constant, stage: str, source: Source | None) -> Plain:
    """One constant with its birthplace as plain values."""
    return {
        **used_dict(constant),
        "value": constant.value,
        "low": constant.low,
        "high": constant.high,
        "where": constant.where,
        "note": constant.note or None,
        "stage": stage,
        "source_in_full": None if source is None else source_dict(source),
    }
