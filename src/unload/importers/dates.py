"""Read dates in any order and language, the order being told by the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from unload.importers.dialect import halves, months, word_key
from unload.importers.numbers import ascii_digits, shown
from unload.importers.plausible import FUTURE_SLACK

DMY, MDY = "dmy", "mdy"
MONTHS = 12
NOON_H = 12
# A two-digit year below this is of this century, as spreadsheets have it.
CENTURY_TURNS = 70
_TOKENS = re.compile(r"[0-9]+|[^\W\d_]+")
# `a. m.` is one word to us.
_HALF = re.compile(r"\b([ap])\.?[\s\u00a0\u202f]?m\.", re.IGNORECASE)
# Day, month and year as numbers, the year not in front.
_BACK = r"\D{0,4}\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}(?!\d)"
_NUMERIC = re.compile(_BACK).match
# As above, or the year in front, as 2020/07/14 and 2020年7月14日 are written.
_DAY = re.compile(_BACK + r"|\D{0,4}\d{4}[^\d:]{1,3}\d{1,2}[^\d:]{1,3}\d{1,2}(?!\d)").match
# A day and a year beside a month's name.
_NAMED_LENGTHS = ({1, 2}, {2}, {1, 4}, {2, 4})
# Fewer dates than this in a row prove nothing by their order.
TELLING_ROWS = 5


@dataclass(frozen=True, slots=True)
class Split:
    """A date taken apart: up to three numbers of the day, a month by name, the time of day."""

    numbers: tuple[str, ...]
    month: int | None
    time: tuple[int, int, int] | None

    @property
    def year_first(self) -> bool:
        return len(self.numbers[0]) > 2

    @property
    def open(self) -> bool:
        """Whether day and month may be taken for one another."""
        if self.month is not None or self.year_first:
            return False
        first, second = int(self.numbers[0]), int(self.numbers[1])
        return first <= MONTHS and second <= MONTHS and first != second

    def date(self, order: str) -> datetime:
        """The moment, with day and month in this order; ValueError if there is no such day."""
        hour, minute, second = self.time or (0, 0, 0)
        one, two, *rest = (int(number) for number in self.numbers)
        if self.month is not None:
            year, day = (one, two) if self.year_first else (two, one)
            return datetime(_full(year), self.month, day, hour, minute, second)
        (three,) = rest
        if self.year_first:
            return datetime(one, two, three, hour, minute, second)
        day, month = (one, two) if order == DMY else (two, one)
        return datetime(_full(three), month, day, hour, minute, second)


def read_date(text: str, order: str = "") -> datetime:
    """The moment that a cell tells, with the zone it names if it names one.

    `order` says which comes first in 03/04/2024; without it such a date is a ValueError.
    """
    text = text.strip()
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        split = split_date(text)
    if split is None:
        raise ValueError(f"{shown(text)} is not a date like 2020-07-15 or 2020-07-15 09:41:00")
    if split.open and order not in (DMY, MDY):
        raise ValueError(
            f"{shown(text)} may be day or month first; write it like 2020-07-15 or say which"
        )
    order = _told(split) or order
    try:
        return split.date(order)
    except ValueError:
        raise ValueError(f"{shown(text)} is not a day of the calendar, like 2020-07-15") from None


def split_date(text: str) -> Split | None:
    """The parts of a date that is not ISO 8601; None if it is no date."""
    text = ascii_digits(text)
    tokens = _TOKENS.findall(_HALF.sub(r"\1m", text) if "m." in text.lower() else text)
    numbers = [token for token in tokens if token.isdigit()]
    month = after = None
    for token in tokens:
        if not token.isdigit():
            word = token.lower() if token.isascii() else word_key(token)
            month = months().get(word, month)
            after = halves().get(word, after)
    count = 2 if month is not None else 3
    if not count <= len(numbers) <= count + 4 or any(len(n) > 4 for n in numbers[: count + 3]):
        return None
    time = _time(numbers[count : count + 3], after)
    if time is None and len(numbers) > count:
        return None
    if month is None and not _DAY(text):
        return None
    if month is not None and {len(n) for n in numbers[:2]} not in _NAMED_LENGTHS:
        return None
    return Split(tuple(numbers[:count]), month, time)


def _time(numbers: list[str], after_noon: bool | None) -> tuple[int, int, int] | None:
    """Hour, minute and second; None where they are not there or cannot be."""
    if len(numbers) < 2:
        return None
    hour, minute, second = (*(int(n) for n in numbers), 0)[:3]
    if after_noon is not None and hour <= NOON_H:
        hour = hour % NOON_H + NOON_H * after_noon
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _full(year: int) -> int:
    if year >= 100:
        return year
    return year + (2000 if year < CENTURY_TURNS else 1900)


def order_of(cells: Iterable[str], now: datetime, known: str = "") -> str | None:
    """`dmy` or `mdy` as the column is written, "" where it needs neither, None if unclear.

    A day beyond 12 tells, and so does a dot between the numbers, a date that would lie ahead of
    now, or rows that stand in order one way only. `known` is what the language writes.
    """
    splits = [(split, cell) for cell in cells if (split := _numeric(cell)) is not None]
    if not splits:
        return ""
    told = {_told(split) for split, _ in splits} - {""}
    if len(told) == 2:
        return None
    if told:
        return told.pop()
    if known in (DMY, MDY):
        return known
    if all(re.match(r"\D*\d+\s?\.", cell) for _, cell in splits):
        return DMY
    possible = [o for o in (DMY, MDY) if _none_ahead([s for s, _ in splits], o, now)]
    if len(possible) == 2:
        possible = [o for o in possible if _in_order([s for s, _ in splits], o)]
    return possible[0] if len(possible) == 1 else None


def _numeric(cell: str) -> Split | None:
    """The parts of a date of which the order matters."""
    cell = ascii_digits(cell)
    split = split_date(cell) if _NUMERIC(cell) else None
    if split is None or split.month is not None or not all(int(n) for n in split.numbers[:2]):
        return None
    return split


def _told(split: Split) -> str:
    """The order that one date proves by a day beyond the months."""
    if split.month is not None or split.year_first:
        return ""
    first, second = int(split.numbers[0]), int(split.numbers[1])
    if first > MONTHS >= second:
        return DMY
    return MDY if second > MONTHS >= first else ""


def _none_ahead(splits: list[Split], order: str, now: datetime) -> bool:
    return all(split.date(order) <= now + FUTURE_SLACK for split in splits)


def _in_order(splits: list[Split], order: str) -> bool:
    """Whether enough rows stand oldest or newest first, read this way."""
    days = [split.date(order) for split in splits]
    if len(set(days)) < TELLING_ROWS:
        return False
    return days == sorted(days) or days == sorted(days, reverse=True)
