"""Read numbers and durations from text: finite plain decimals and nothing else."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from unload.model.units import S_PER_HOUR, S_PER_MIN

# float() also takes 1_000, ١٢, 1e309, nan and inf; none of them is a measurement.
# 18 digits are more than any measurement has and keep the conversion cheap.
_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,18}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})").fullmatch
_MISSING = frozenset(("", "-", "--", "n/a", "na", "none", "null"))
_PARTS_OF_SECONDS = (1, S_PER_MIN, S_PER_HOUR)
# Thousands are set apart by these in some languages; they never are a decimal mark.
_SPACES = re.compile(r"(?<=[0-9])[\x20\u00a0\u202f'\u2019](?=[0-9]{3}(?![0-9]))")
# More decimals than a distance or a pace has.
_LONG_DECIMALS = re.compile(r"([0-9]+[.,])[0-9]{4,}")
_MARKS = re.compile(r"[.,]")
_SET_APART = re.compile(r"[, ']")
# What no eye tells from its ASCII twin, and the marks of Arabic numbers.
_TWINS = str.maketrans({"\u066b": ".", "\u066c": ",", "\u2212": "-"})
GROUP = 3


class Mark(StrEnum):
    """The sign between whole and parts."""

    POINT = "."
    COMMA = ","


def ascii_digits(text: str) -> str:
    """The text with digits of any script, and full-width signs, as ASCII."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text).translate(_TWINS)
    return "".join(
        c if c.isascii() or (digit := unicodedata.decimal(c, None)) is None else str(digit)
        for c in text
    )


def mark_of(cells: Iterable[str]) -> Mark | None:
    """The decimal mark that a whole column is written with; None where it cannot be told.

    1.234,5 and 0,5 and 7,25 tell; 1,234 alone does not. A column without any mark has the point.
    """
    told: set[str] = set()
    unclear = False
    for cell in cells:
        if cell.isdigit() or ("," not in cell and told == {Mark.POINT} and cell.isascii()):
            continue
        bare = _bare(cell)
        marks = _MARKS.findall(bare)
        if marks:
            told_here = _told_by(bare, marks)
            told |= told_here
            unclear = unclear or not told_here
    if len(told) == 1:
        return Mark(told.pop())
    return None if told or unclear else Mark.POINT


def _told_by(text: str, marks: list[str]) -> set[str]:
    """The decimal mark that one number proves; nothing where it may be read both ways."""
    if not set(text) <= set("+-0123456789.,"):
        return set()
    first, last = marks[0], marks[-1]
    if first != last:
        return {last}
    if len(marks) > 1:
        return {Mark.COMMA if last == Mark.POINT else Mark.POINT}
    whole, _, parts = text.lstrip("+-").partition(last)
    grouped = len(parts) == GROUP and 0 < len(whole) <= GROUP and whole[0] != "0"
    return set() if grouped else {last}


def plain(text: str, mark: Mark = Mark.POINT) -> str:
    """A number written with this mark as a plain decimal; what does not fit stays as it is."""
    if mark is Mark.POINT and text.isascii() and not _SET_APART.search(text):
        return text
    bare = _bare(text)
    other = Mark.COMMA if mark is Mark.POINT else Mark.POINT
    if other in bare:
        whole, _, parts = bare.partition(mark)
        head, *groups = whole.split(other)
        if other in parts or not 0 < len(head.lstrip("+-")) <= GROUP:
            return text
        if any(len(group) != GROUP for group in groups):
            return text
        bare = bare.replace(other, "")
    return bare.replace(mark, ".")


def _bare(text: str) -> str:
    """Without the spaces that set thousands apart."""
    text = ascii_digits(text).strip()
    return text if text.isascii() and " " not in text and "'" not in text else _SPACES.sub("", text)


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
    text = ascii_digits(text).strip()
    if text.lower() in _MISSING:
        return None
    parts = text.split(":")
    if not 2 <= len(parts) <= len(_PARTS_OF_SECONDS):
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    *whole, seconds = parts
    seconds = seconds.replace(",", ".")
    if not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in whole):
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    if not _PLAIN(seconds) or seconds[0] in "+-" or float(seconds) >= S_PER_MIN:
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    if len(whole) > 1 and int(whole[-1]) >= S_PER_MIN:
        raise ValueError(f"{shown(text)} is not a duration like 0:43:55")
    values = [float(seconds), *(float(p) for p in reversed(whole))]
    return sum(value * size for value, size in zip(values, _PARTS_OF_SECONDS, strict=False))


def shown(text: str) -> str:
    """A cell as it may be quoted in a message: short, printable, and no place on earth.

    Where a row has slipped a latitude may stand anywhere, so long decimals lose theirs.
    """
    clean = "".join(c if c.isprintable() else "?" for c in text)
    clean = _LONG_DECIMALS.sub(r"\1…", clean)
    return f"'{clean[:40]}...'" if len(clean) > 40 else f"'{clean}'"
