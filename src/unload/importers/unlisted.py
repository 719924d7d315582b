"""Read a table of a language or program that nobody listed, by what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc, wall_clock
from unload.importers.columns import HOW, NOTHING, Columns, at, how_to_say
from unload.importers.csvtable import Row, first_rows, header_of, read_table
from unload.importers.dates import order_of, read_date
from unload.importers.lengths import KM, UNITS, metres_of
from unload.importers.marks import NO_TIME_OF_DAY
from unload.importers.numbers import (
    Mark,
    mark_of,
    number_or_none,
    parse_duration,
    parse_number,
    plain,
)
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Importer, Note, Record
from unload.importers.runwords import Words, meanings
from unload.importers.sheet import (
    Found,
    Sheet,
    distance_and_time,
    is_date,
    number_in,
    seconds_in,
    unit_of,
    without_header,
)
from unload.model.history import Sport

NO_HEADER = (
    "has no header line: its first line is already an activity. Export it again, or write a first "
    "line that names the columns."
)


class Unlisted:
    """One session per row; nothing is guessed that the cells do not prove or the runner says."""

    name = "table of unknown titles"

    def __init__(self, known: Sequence[Importer] = (), said: Columns = NOTHING) -> None:
        self.known = known
        self.said = said

    def identify(self, file: File) -> bool:
        """A table of nobody else's whose cells are activities, or are where the runner says."""
        header = header_of(file)
        if not header or any(importer.identify(file) for importer in self.known):
            return False
        if without_header(header):
            return True
        sheet = Sheet(header, first_rows(file)).sample()
        if self.said.places:
            return _fits(sheet, self.said)
        return bool(sheet.dates) and distance_and_time(sheet) is not None

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        table = read_table(file)
        if without_header(table.header):
            yield Problem(file.name, NO_HEADER)
            return
        walked = list(table.rows)
        yield from table.notes()
        yield from (row for row in walked if isinstance(row, Problem))
        rows: list[Row] = [row for row in walked if not isinstance(row, Problem)]
        plan = _plan(Sheet(table.header, [cells for _, cells in rows]), self.said, now)
        if plan.doubts:
            yield Problem(file.name, f"looks like activities, but {plan.doubts} Say {plan.how()}.")
            return
        yield Note(file.name, f"{plan.told()} If that is wrong, say {plan.how()}.")
        for line, cells in rows:
            yield plan.record(f"{file.name} line {line}", cells, zone, now)


def _fits(sheet: Sheet, said: Columns) -> bool:
    """Whether the table has the columns that were said, with dates where they should be."""
    date, width = said.index("date"), len(sheet.header)
    if any(place > width for place in said.places.values()):
        return False
    return bool(sheet.dates) if date is None else any(is_date(cell) for cell in sheet.column(date))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands and how it is written; `doubts` are what only the runner knows."""

    said: Columns
    date: int | None
    sport: int | None
    found: Found | None
    order: str | None
    mark: Mark | None
    words: Words
    doubts: str = ""

    def how(self) -> str:
        """The whole of what there is to say, ready to be copied."""
        found, said = self.found, self.said
        order = said.order or ("dmy" if self.order is None else "")
        distance = None if found is None else found.distance
        unit = _name_of(None if found is None else found.unit_m)
        manners = [unit, *(["comma"] if self.mark is None else [])]
        times = [k for k in ("s",) if said.time_s is not None]
        if self.date is None or found is None:
            return HOW
        return how_to_say(
            date=at(self.date, *[m for m in (order, "utc" if said.utc else "") if m]),
            type=at(self.sport),
            distance=at(distance, *manners) or f"COLUMN:{unit}",
            duration=at(found.duration, *times),
            hr=at(said.index("hr")),
            run=self.words.asked,
        )

    def told(self) -> str:
        """What was taken for what, in one line."""
        assert self.found is not None  # noqa: S101 # nothing is told where nothing was found
        found = self.found
        parts = [f"the date was taken from column {_nth(self.date)}"]
        parts.append(f"the time from {found.duration + 1}")
        if found.distance is not None:
            unit = {"km": "kilometres", "mi": "miles", "m": "metres"}[_name_of(found.unit_m)]
            parts.append(f"the distance from {found.distance + 1} ({unit})")
        parts.append(
            f"the sport from {self.sport + 1}" if self.sport is not None else "all rows are runs"
        )
        notes = " ".join(note for note in (found.note, self.words.note) if note)
        return f"{', '.join(parts)}.{' ' + notes if notes else ''}"

    def record(self, where: str, cells: list[str], zone: tzinfo, now: datetime) -> Record:
        """The session of one row."""
        assert self.found is not None  # noqa: S101 # rows are read after the columns are known
        found, raw = self.found, Raw(where, source="table")
        date = _cell(cells, self.date)
        try:
            if date:
                raw.start = self._start(date, zone)
            time = _cell(cells, found.duration)
            raw.moving_s = self._seconds(time)
            value = parse_number(plain(_cell(cells, found.distance), self.mark or Mark.POINT))
        except ValueError as error:
            return Problem(where, f"{error}.")
        raw.sport = Sport.RUN
        if self.sport is not None:
            raw.sport, raw.marks = self.words.sport(_cell(cells, self.sport))
        if value is not None and found.unit_m is not None:
            raw.distance_m = metres_of(value, found.unit_m, raw.moving_s, raw.sport)
        raw.avg_hr = number_or_none(plain(_cell(cells, self.said.index("hr"))))
        if date and ":" not in date and raw.start is not None and raw.start.hour == 0:
            raw.marks = (*raw.marks, NO_TIME_OF_DAY)
        return session_or_problem(raw, now)

    def _start(self, date: str, zone: tzinfo) -> datetime:
        stamp = read_date(date, self.order or "")
        if stamp.tzinfo is not None:
            return wall_clock(stamp, zone)
        return from_utc(stamp, zone) if self.said.utc else stamp

    def _seconds(self, cell: str) -> float | None:
        if self.said.time_s is None:
            return parse_duration(cell)
        value = parse_number(plain(cell, self.mark or Mark.POINT))
        return None if value is None else value * self.said.time_s


def _plan(sheet: Sheet, said: Columns, now: datetime) -> _Plan:
    """What is said, and for the rest what the cells prove."""
    if said.mark is not None and (place := said.index("distance")) is not None:
        sheet.marks[place] = said.mark
    sample = sheet.sample()
    date = said.index("date")
    if date is None and len(sample.dates) == 1:
        (date,) = sample.dates
    order = said.order or (order_of(sheet.column(date), now) if date is not None else "")
    found = _found(sample, said)
    mark: Mark | None = Mark.POINT
    if found is not None and found.distance is not None:
        mark = said.mark or mark_of(sheet.column(found.distance))
    paces = _paces(sheet, found, mark or Mark.POINT)
    sport, words = _sports(sheet, sample, said, paces)
    plan = _Plan(said, date, sport, found, order, mark, words)
    return replace(plan, doubts=" ".join(_doubts(plan, len(sample.dates))))


def _found(sheet: Sheet, said: Columns) -> Found | None:
    """The time and the distance where they are said to be, else where they are found."""
    duration, distance = said.index("duration"), said.index("distance")
    if duration is None and distance is None:
        found = distance_and_time(sheet)
        return None if found is None else replace(found, unit_m=said.unit_m or found.unit_m)
    if duration is None:
        times = distance_and_time(sheet)
        duration = None if times is None else times.duration
    if duration is None:
        return None
    unit_m = said.unit_m
    timed = duration in sheet.times and distance in sheet.numbers
    if unit_m is None and distance is not None and timed:
        unit_m = unit_of(sheet, distance, duration)
    return Found(duration, distance, unit_m)


def _sports(
    sheet: Sheet, sample: Sheet, said: Columns, paces: list[float | None]
) -> tuple[int | None, Words]:
    """The column of sports, and what its words mean; without one the rows are runs."""

    def meant(sport: int) -> Words:
        return meanings(zip(sheet.column(sport), paces, strict=True), said.runs)

    sport = said.index("type")
    if sport is None:
        sport = sample.sports()
    if sport is not None:
        return sport, meant(sport)
    tried = {n: meant(n) for n in sample.kinds if not said.places}
    if not tried:
        return None, Words({})
    first, words = next(iter(tried.items()))
    # Where several columns say the same of every row, it does not matter which is taken.
    if len({_runs_of(sheet, n, tried[n]) for n in tried}) > 1:
        words = replace(words, doubt=words.doubt or "more than one column may be the sport")
    return first, words


def _runs_of(sheet: Sheet, sport: int, words: Words) -> tuple[bool, ...]:
    return tuple(words.sport(word)[0] is Sport.RUN for word in sheet.column(sport))


def _paces(sheet: Sheet, found: Found | None, mark: Mark) -> list[float | None]:
    """Seconds a kilometre of each row, with kilometres where the unit is not known."""
    if found is None or found.distance is None:
        return [None] * len(sheet.rows)
    unit_m = found.unit_m or KM
    distances = (number_in(cell, mark) for cell in sheet.column(found.distance))
    times = (seconds_in(cell) for cell in sheet.column(found.duration))
    return [
        t / (d * unit_m) * KM if d and t else None for d, t in zip(distances, times, strict=True)
    ]


def _doubts(plan: _Plan, dates: int) -> Iterator[str]:
    """Sentences for what cannot be told."""
    found = plan.found
    if plan.date is None:
        yield (
            "no column is sure to be the date."
            if not dates
            else (f"{dates} columns hold dates, and which is the start is not clear.")
        )
    if plan.order is None:
        yield f"the dates in column {_nth(plan.date)} may have day or month first: dmy or mdy."
    if found is None:
        yield "no column is sure to be the time."
        return
    if found.doubt:
        yield f"{found.doubt}."
    elif found.distance is not None and found.unit_m is None:
        yield f"the unit of column {found.distance + 1} cannot be told: km, mi or m."
    if plan.mark is None:
        yield "its numbers may have a decimal point or a decimal comma: point or comma."
    if plan.words.doubt:
        yield f"{plan.words.doubt}."


def _cell(cells: list[str], index: int | None) -> str:
    return cells[index].strip() if index is not None and index < len(cells) else ""


def _nth(index: int | None) -> int:
    return 0 if index is None else index + 1


def _name_of(unit_m: float | None) -> str:
    return next((name for name, size in UNITS.items() if size == unit_m), "km")
