"""Read numbers and durations from text: finite plain decimals and nothing else."""

import re

from unload.model.units import S_PER_HOUR, S_PER_MIN

# float() also takes 1_000, ١٢, 1e309, nan and inf; none of them is a measurement.
# 18 digits are more than any measurement has and keep the conversion cheap.
_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,18}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})").fullmatch
_MISSING = frozenset(("", "-", "--", "n/a", "na", "none", "null"))
_PARTS_OF_SECONDS = (1, S_PER_MIN, S_PER_HOUR)


def parse_number(text: str) -> float | None:
    """The number, None where the cell says there is none; ValueError for anything else."""
    text = text.strip()
    if _PLAIN(text):
        return float(text)
    if text.lower() in _MISSING:
        return None
    raise ValueError(f"{shown(text)} is not a number")


def number_or_none(text: str) -> float | None:
    """A secondary number: what is not one is missing."""
    try:
        return parse_number(text)
    except ValueError:
        return None


def unless_zero(value: float | None) -> float | None:
    """The number, where a source writes 0 for what was not measured."""
    return None if value == 0 else value


def parse_duration(text: str) -> float | None:
    """Seconds from `h:mm:ss` or `mm:ss`, with or without a fraction; None where missing."""
    text = text.strip()
    if text.lower() in _MISSING:
        return None
    parts = text.split(":")
    if not 2 <= len(parts) <= len(_PARTS_OF_SECONDS):
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    *whole, seconds = parts
    if not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in whole):
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    if not _PLAIN(seconds) or seconds[0] in "+-" or float(seconds) >= S_PER_MIN:
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    if len(whole) > 1 and int(whole[-1]) >= S_PER_MIN:
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    values = [float(seconds), *(float(p) for p in reversed(whole))]
    return sum(value * size for value, size in zip(values, _PARTS_OF_SECONDS, strict=False))


def shown(text: str) -> str:
    """A cell as it may be quoted in a message: short and printable."""
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return f"'{clean[:40]}...'" if len(clean) > 40 else f"'{clean}'"
