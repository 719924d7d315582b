"""Read a plain table whose headers say their units: `start_local,type,distance_m,moving_s,...`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import DATE_ONLY, local_clock
from unload.importers.columns import at, how_to_say
from unload.importers.csvtable import header_of, key_of, read_table
from unload.importers.dates import order_of
from unload.importers.marks import NO_TIME_OF_DAY
from unload.importers.numbers import (
    Mark,
    mark_of,
    number_or_none,
    parse_duration,
    parse_number,
    plain,
    shown,
)
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.signatures import program_of
from unload.importers.sports import sport_of
from unload.model.history import Sport
from unload.model.units import M_PER_FOOT, M_PER_KM, M_PER_MILE, S_PER_HOUR, S_PER_MIN

Cell = Callable[[str], object]
_YES = frozenset(("1", "true", "yes", "y", "race"))


def _yes(text: str) -> bool:
    return text.strip().lower() in _YES


def _scaled(factor: float) -> Cell:
    """A reader of numbers in a unit."""
    if factor == 1:
        return parse_number

    def scaled(text: str) -> float | None:
        value = parse_number(text)
        return None if value is None else value * factor

    return scaled


_LENGTHS = {
    "m": 1.0,
    "meters": 1.0,
    "metres": 1.0,
    "km": float(M_PER_KM),
    "kilometers": float(M_PER_KM),
    "kilometres": float(M_PER_KM),
    "mi": M_PER_MILE,
    "mile": M_PER_MILE,
    "miles": M_PER_MILE,
}
_HEIGHTS = {"m": 1.0, "meters": 1.0, "metres": 1.0, "ft": M_PER_FOOT, "feet": M_PER_FOOT}
_TIMES = {
    "s": 1.0,
    "sec": 1.0,
    "seconds": 1.0,
    "min": float(S_PER_MIN),
    "minutes": float(S_PER_MIN),
    "h": float(S_PER_HOUR),
    "hours": float(S_PER_HOUR),
}


def _with_units(field: str, words: str, units: dict[str, float]) -> dict[str, tuple[str, Cell]]:
    """Every spelling of a measurement: `distance_km`, `dist_miles`, ..."""
    return {
        f"{word}_{unit}": (field, _scaled(factor))
        for word in words.split()
        for unit, factor in units.items()
    }


def _named(field: str, words: str, reader: Cell) -> dict[str, tuple[str, Cell]]:
    return dict.fromkeys(words.split(), (field, reader))


_MOVING = "moving moving_time timer timer_time duration time"
_ELAPSED = "elapsed elapsed_time total_time"
# What a title means: a field of Raw and the reader of its cells. Where two columns tell of one
# field, the one that stands first here is read.
_MEANINGS: dict[str, tuple[str, Cell]] = {
    **_with_units("distance_m", "distance dist", _LENGTHS),
    **{unit: ("distance_m", _scaled(_LENGTHS[unit])) for unit in ("km", "miles")},
    **_with_units("moving_s", _MOVING, _TIMES),
    **_named("moving_s", _MOVING, parse_duration),
    **_with_units("elapsed_s", _ELAPSED, _TIMES),
    **_named("elapsed_s", _ELAPSED, parse_duration),
    **_with_units("climb_m", "elev_gain elevation_gain climb ascent total_ascent", _HEIGHTS),
    **_with_units("hard_s", "hard hard_time", _TIMES),
    **_named("avg_hr", "avg_hr average_hr mean_hr hr hr_avg heart_rate avg_hr_bpm", number_or_none),
    **_named("avg_hr", "avg_heart_rate average_heart_rate average_heart_rate_bpm", number_or_none),
    **_named(
        "max_hr", "max_hr hr_max max_hr_bpm max_heart_rate maximum_heart_rate", number_or_none
    ),
    **_named("rpe", "rpe", number_or_none),
    **_named("race", "race", _yes),
    **_named("runner", "runner athlete", str.strip),
    **_named("source_id", "activity_id id", str.strip),
}
_STARTS = ("start_local", "start_date_local", "start_time_local", "start", "start_time")
_DATES = ("datetime", "date", "day")
_SPORTS = ("type", "sport", "activity_type", "sport_type", "activity")
_UNSTATED = ("distance", "dist")
_NEEDED = ("distance_m", "moving_s", "elapsed_s")


class Generic:
    """A table with clear headers, as a spreadsheet or another program would write it."""

    name = "table with clear headers"

    def identify(self, file: File) -> bool:
        """A start or date column beside a distance or a time column, and no program's own table."""
        header = header_of(file)
        if program_of(header):
            return False
        keys = {key_of(title) for title in header}
        measured = any(_MEANINGS.get(k, ("",))[0] in _NEEDED for k in keys)
        return not keys.isdisjoint((*_STARTS, *_DATES)) and (
            measured or not keys.isdisjoint(_UNSTATED)
        )

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        """One session per row; the whole file is refused where a needed unit is not stated."""
        table = read_table(file)
        columns = _Columns(table.header, zone)
        rows = list(table.rows)
        message = columns.refusal([row[1] for row in rows if not isinstance(row, Problem)], now)
        if message:
            yield Problem(file.name, message)
            return
        yield from table.notes()
        for row in rows:
            yield row if isinstance(row, Problem) else columns.record(file.name, *row, now)


class _Columns:
    """Which column holds what."""

    def __init__(self, header: tuple[str, ...], zone: tzinfo) -> None:
        self.titles = header
        self.keys = [key_of(title) for title in header]
        self.readers: dict[str, tuple[int, Cell]] = {}
        for key, (field, reader) in _MEANINGS.items():
            if key in self.keys:
                self.readers.setdefault(field, (self.keys.index(key), reader))
        self.start = self._first_of((*_STARTS, *_DATES)) or 0
        self.sport = self._first_of(_SPORTS)
        self.zone = zone
        self.order = ""
        self.marks: dict[int, Mark] = {}
        self.width = 1 + max((self.start, *(index for index, _ in self.readers.values())))

    def _first_of(self, names: tuple[str, ...]) -> int | None:
        return next((self.keys.index(name) for name in names if name in self.keys), None)

    def refusal(self, rows: list[list[str]], now: datetime) -> str:
        """Why the whole file cannot be read without guessing, or nothing; learns its manner."""
        unstated = self._first_of(_UNSTATED)
        if unstated is not None and "distance_m" not in self.readers:
            return (
                f"the column {shown(self.titles[unstated])} does not say its unit. Rename it to "
                f"distance_m, distance_km or distance_mi, or say {self._how(unstated)}."
            )
        if not {"moving_s", "elapsed_s"} & self.readers.keys():
            return "there is no column for the time; add moving_s, elapsed_s or duration (h:mm:ss)."
        return self._learned(rows, now)

    def _learned(self, rows: list[list[str]], now: datetime) -> str:
        """Learn from whole columns how dates and numbers are written; why that fails, if so."""
        for index, reader in self.readers.values():
            cells = [row[index].strip() for row in rows if index < len(row)]
            first = cells[0] if cells else ""
            if reader is parse_duration and first.replace(".", "").isdigit():
                return (
                    f"the column {shown(self.titles[index])} holds {shown(first)} and does not say "
                    "its unit. Write h:mm:ss, or name it duration_s or duration_min."
                )
            if reader in (parse_duration, str.strip, _yes):
                continue
            mark = mark_of(cells)
            if mark is None and index == self.readers.get("distance_m", (-1,))[0]:
                return (
                    f"the column {shown(self.titles[index])} may have a decimal point or a decimal "
                    "comma. Write all of its numbers alike, without signs between thousands."
                )
            self.marks[index] = mark or Mark.POINT
        dates = [row[self.start] for row in rows if self.start < len(row)]
        order = order_of(dates, now)
        if order is None and all(order_of([cell], now) != "" for cell in dates):
            return (
                f"the dates in {shown(self.titles[self.start])} may have the day or the month "
                "first. Write them like 2024-06-01."
            )
        self.order = order or ""
        return ""

    def _how(self, unstated: int) -> str:
        """What to say where the distance has no unit."""
        times = [
            self.readers[name][0] for name in ("moving_s", "elapsed_s") if name in self.readers
        ]
        return how_to_say(
            date=at(self.start),
            type=at(self.sport),
            distance=at(unstated, "km"),
            duration=at(times[0] if times else None),
        )

    def record(self, name: str, line: int, row: list[str], now: datetime) -> Record:
        """The session of one row."""
        raw = Raw(f"{name} line {line}", source="table")
        if len(row) < self.width:
            said = f"has {len(row)} cells where the header has {len(self.titles)}."
            return Problem(raw.where, said)
        index = self.start
        try:
            if row[index]:
                raw.start = local_clock(row[index], self.zone, self.order)
            for field, (index, reader) in self.readers.items():
                if row[index]:
                    mark = self.marks.get(index)
                    text = row[index] if mark is None else plain(row[index], mark)
                    setattr(raw, field, reader(text))
        except ValueError as error:
            return Problem(raw.where, f"{error} (column {shown(self.titles[index])}).")
        self._describe(raw, row)
        return session_or_problem(raw, now)

    def _describe(self, raw: Raw, row: list[str]) -> None:
        """A table without a sport column is a list of runs: that is what runners keep."""
        if self.sport is None:
            raw.sport = Sport.RUN
        else:
            raw.sport, raw.marks = sport_of(row[self.sport] if self.sport < len(row) else "")
        if len(row[self.start].strip()) <= DATE_ONLY:
            raw.marks = (*raw.marks, NO_TIME_OF_DAY)
