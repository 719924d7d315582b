"""Find by their content which columns of a table hold dates, times, distances and sports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from statistics import StatisticsError, correlation, median

from unload.importers.dates import split_date
from unload.importers.dialect import sport_in
from unload.importers.lengths import (
    KM,
    MI,
    MOST,
    RIDING_S_PER_KM,
    M,
    is_metres,
    nearest,
    share_plausible,
    unit_in,
    unit_of_steps,
)
from unload.importers.numbers import Mark, mark_of, number_or_none, parse_duration, plain
from unload.model.history import Sport

# Every pair of columns is tried, so a hostile table must not have many.
SAMPLE_ROWS, SAMPLE_WIDTH = 120, 60
SHOWN = 4
# So many cells of a column must be of its kind; the rest may be slips.
_KIND_SHARE = 0.9
_MISSING = frozenset(("", "-", "--"))
# A list of sports has few words, and they come back.
_WORDS_MAX = 12
# What programs write in every language.
_YES_AND_NO = frozenset(("true", "false", "TRUE", "FALSE"))
# Longer takes longer; weight and sleep, at a pace by chance, do not go together.
_TOGETHER, _ENOUGH_ROWS = 0.4, 4
_PACE_TOLERANCE = 0.03
_UNITS_TOLERANCE = 0.02
# Times of one activity (timer, moving, elapsed) lie within this; laps and others do not.
_SAME_TIME = 1.3
_STEPS_A_MIN, _STRIDE_M = (120.0, 210.0), (0.5, 2.2)
Values = list[float | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Where the distance and the time stand, what proves the unit, and what is not clear."""

    duration: int
    distance: int | None
    unit_m: float | None = None
    doubt: str = ""
    note: str = ""


@dataclass
class Sheet:
    """The cells of a table, column by column."""

    header: tuple[str, ...]
    rows: Sequence[list[str]]
    marks: dict[int, Mark] = field(default_factory=dict)

    def column(self, index: int) -> list[str]:
        """The cells of one column, empty where a row is too short."""
        return [row[index].strip() if index < len(row) else "" for row in self.rows]

    def sample(self) -> Sheet:
        """A part large enough to tell what the columns hold, and no larger, whoever wrote it."""
        step = max(1, len(self.rows) // SAMPLE_ROWS)
        return Sheet(self.header[:SAMPLE_WIDTH], self.rows[::step][:SAMPLE_ROWS], self.marks)

    @cached_property
    def dates(self) -> list[int]:
        return [n for n in range(len(self.header)) if _all_are(is_date, self.column(n))]

    @cached_property
    def times(self) -> dict[int, Values]:
        """The columns of durations like 0:43:55, in seconds."""
        found = (n for n in range(len(self.header)) if _all_are(_is_time, self.column(n)))
        return {n: [seconds_in(cell) for cell in self.column(n)] for n in found}

    @cached_property
    def numbers(self) -> dict[int, Values]:
        """The columns of numbers, each with the mark it is written with."""
        found = {}
        for n in range(len(self.header)):
            cells = self.column(n)
            mark = self.marks.get(n) or mark_of(cells) or Mark.POINT
            values = [number_in(cell, mark) for cell in cells]
            filled = [v for v, cell in zip(values, cells, strict=True) if cell not in _MISSING]
            if filled and sum(v is not None for v in filled) >= _KIND_SHARE * len(filled):
                found[n] = values
        return found

    @cached_property
    def words(self) -> list[int]:
        """The columns of few words that come back: sports, and the like of them."""
        taken = {*self.dates, *self.times, *self.numbers}
        return [n for n in range(len(self.header)) if n not in taken and _are_words(self.column(n))]

    @cached_property
    def kinds(self) -> list[int]:
        """Of those, the columns that tell rows apart, where there are any."""
        telling = [n for n in self.words if len(set(self.column(n))) > 1]
        return telling or self.words

    def sports(self) -> int | None:
        """The column that names most sports that are known."""
        known = {
            n: sum(sport_in(cell)[0] is not Sport.OTHER for cell in self.column(n) if cell)
            for n in self.words
        }
        best = max(known, key=lambda n: known[n], default=None)
        return best if best is not None and known[best] else None


def is_date(cell: str) -> bool:
    """Whether a cell is a day, with or without its time; bare numbers are none."""
    if cell.isdigit() or not 6 <= len(cell) <= 40:
        return False
    try:
        datetime.fromisoformat(cell)
    except ValueError:
        return split_date(cell) is not None
    return True


def _is_time(cell: str) -> bool:
    return ":" in cell and seconds_in(cell) is not None


def number_in(cell: str, mark: Mark) -> float | None:
    """The number of a cell; None where there is none."""
    return number_or_none(plain(cell, mark))


def seconds_in(cell: str) -> float | None:
    """The duration of a cell; None where there is none."""
    try:
        return parse_duration(cell)
    except ValueError:
        return None


def _all_are(kind: Callable[[str], bool], cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell not in _MISSING]
    return bool(filled) and sum(map(kind, filled)) >= _KIND_SHARE * len(filled)


def _are_words(cells: list[str]) -> bool:
    """Few words that come back, and that begin with a letter."""
    words = {cell for cell in cells if cell}
    few = 0 < len(words) <= min(_WORDS_MAX, max(1, len(cells) // 2))
    return few and all(word[0].isalpha() and word not in _YES_AND_NO for word in words)


def without_header(header: tuple[str, ...]) -> bool:
    """Whether the first line is already a row: it holds a date and a number or a time."""
    measured = any(_is_time(c) or number_or_none(c) for c in header if not is_date(c))
    return measured and any(is_date(cell.strip()) for cell in header)


def distance_and_time(sheet: Sheet) -> Found | None:
    """The columns whose distances and times make paces; None if there are none."""
    fitting = [(n, t) for n in sheet.numbers for t in sheet.times if n != t and _agree(sheet, n, t)]
    if not fitting:
        return None
    proved = [(n, t) for n, t in fitting if _has_pace(sheet, n, t)]
    chosen = proved or fitting
    distances = list(dict.fromkeys(n for n, _ in chosen))
    metres = _metres_of_pair(sheet, distances)
    if metres is not None:
        distances = [metres[0]]
    elif len(distances) > 1:
        stated = [n for n in distances if unit_in(sheet.header[n]) is not None]
        distances = stated if len(stated) == 1 else distances
    distance = distances[0]
    duration, note = _one_time(sheet, [t for n, t in chosen if n == distance])
    if len(distances) > 1:
        listed = " and ".join(str(n + 1) for n in distances[:SHOWN])
        return Found(duration, None, doubt=f"columns {listed} may each be the distance")
    unit_m = metres[1] if metres else unit_of(sheet, distance, duration)
    return Found(duration, distance, unit_m, note=note)


def _pairs(sheet: Sheet, number: int, time: int) -> list[tuple[float, float]]:
    both = zip(sheet.numbers[number], sheet.times[time], strict=True)
    return [(d, t) for d, t in both if d and t]


def _agree(sheet: Sheet, number: int, time: int) -> bool:
    """Whether a number and a time make paces, and more of the one takes more of the other."""
    pairs = _pairs(sheet, number, time)
    if not any(share_plausible(pairs, unit, RIDING_S_PER_KM) >= MOST for unit in (KM, M)):
        return False
    if unit_in(sheet.header[number]) is not None:
        return True
    try:
        return len(pairs) >= _ENOUGH_ROWS and correlation(*zip(*pairs, strict=True)) >= _TOGETHER
    except StatisticsError:  # all alike
        return False


def _has_pace(sheet: Sheet, number: int, time: int) -> bool:
    """Whether some other column of times is the pace of these two."""
    for pace in sheet.times:
        rows = zip(sheet.numbers[number], sheet.times[time], sheet.times[pace], strict=True)
        whole = [(d, t, p) for d, t, p in rows if d and t and p]
        close = sum(abs(d * p / t - 1) <= _PACE_TOLERANCE for d, t, p in whole)
        if pace != time and whole and close >= MOST * len(whole):
            return True
    return False


def _metres_of_pair(sheet: Sheet, distances: list[int]) -> tuple[int, float] | None:
    """The column of metres, where another holds the same distances in kilometres or miles."""
    for one in distances:
        for other in distances:
            pairs = zip(sheet.numbers[one], sheet.numbers[other], strict=True)
            ratios = [metres / shown for shown, metres in pairs if shown and metres]
            if nearest(ratios, (KM, MI), _UNITS_TOLERANCE) is not None:
                return other, M
    return None


def _one_time(sheet: Sheet, times: list[int]) -> tuple[int, str]:
    """The shortest of the columns that tell the time of one activity, and that it was chosen."""
    middle = {t: median(v for v in sheet.times[t] if v) for t in times}
    longest = max(middle.values())
    near = [t for t in times if middle[t] * _SAME_TIME >= longest]
    shortest = min(near, key=lambda t: middle[t])
    if len(near) == 1:
        return shortest, ""
    listed = ", ".join(str(t + 1) for t in near[:SHOWN])
    return shortest, f"Columns {listed} hold times; the shortest, {shortest + 1}, was taken."


def unit_of(sheet: Sheet, distance: int, duration: int) -> float | None:
    """Metres per unit of a column: by its title, its size, or the steps beside it; else None."""
    stated = unit_in(sheet.header[distance])
    if stated is not None:
        return stated
    if is_metres(_pairs(sheet, distance, duration)):
        return M
    cadences = [n for n in sheet.numbers if _middle_within(sheet, n, _STEPS_A_MIN)]
    strides = [n for n in sheet.numbers if _middle_within(sheet, n, _STRIDE_M)]
    told = {_by_steps(sheet, distance, duration, (c, s)) for c in cadences for s in strides}
    told.discard(None)
    return told.pop() if len(told) == 1 else None


def _middle_within(sheet: Sheet, number: int, limits: tuple[float, float]) -> bool:
    values = [v for v in sheet.numbers[number] if v]
    return bool(values) and limits[0] <= median(values) <= limits[1]


def _by_steps(sheet: Sheet, distance: int, duration: int, steps: tuple[int, int]) -> float | None:
    cadence, stride = steps
    columns = (sheet.numbers[distance], sheet.numbers[cadence], sheet.numbers[stride])
    rows = zip(*columns, sheet.times[duration], strict=True)
    return unit_of_steps((d, c, s, t) for d, c, s, t in rows if d and c and s and t)
