"""Read the CSV that Garmin Connect's web list exports, in any listed language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.columns import at, how_to_say
from unload.importers.csvtable import Row, header_of, read_table
from unload.importers.dates import order_of, read_date
from unload.importers.dialect import ENGLISH, Dialect, sport_in, title_key, titles_of
from unload.importers.lengths import (
    KM,
    MI,
    metres_of,
    share_plausible,
    unit_of_paces,
    unit_of_steps,
)
from unload.importers.marks import NO_TIME_OF_DAY
from unload.importers.numbers import (
    Mark,
    mark_of,
    number_or_none,
    parse_duration,
    parse_number,
    plain,
)
from unload.importers.plausible import ON_FOOT, Raw, session_or_problem
from unload.importers.protocol import File, Note, Record
from unload.importers.runwords import Words, meanings
from unload.model.history import Sport

_SIGNATURE = frozenset(("type", "date", "distance", "time"))
# A spreadsheet took the comma of 2,810 metres for a decimal one, and dropped the nought.
_TRAP = re.compile(r"[0-9]{1,3},[0-9]{1,2}").fullmatch
# Below this many units the rounding of a distance hides its unit.
_TELLING = 1.0


class Garmin:
    """One session per row; no unit is stated, so it is proved or asked for."""

    name = "Garmin Connect list"

    def identify(self, file: File) -> bool:
        return _layout(header_of(file)) is not None

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        table = read_table(file)
        layout = _layout(table.header)
        assert layout is not None  # noqa: S101 # a format reads only what it has claimed
        walked = list(table.rows)
        yield from table.notes()
        yield from (row for row in walked if isinstance(row, Problem))
        sheet = _Sheet(layout, [row for row in walked if not isinstance(row, Problem)], now)
        if sheet.doubts:
            doubts = " ".join(sheet.doubts)
            yield Problem(file.name, f"is a Garmin Connect list, but {doubts} Say {sheet.how()}.")
            return
        if sheet.words.note:
            yield Note(file.name, f"{sheet.words.note} If that is wrong, say {sheet.how()}.")
        for line, cells in sheet.rows:
            yield sheet.record(f"{file.name} line {line}", cells, now)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column holds what, in which language."""

    places: Mapping[str, int]
    dialect: Dialect

    def cell(self, cells: list[str], meaning: str) -> str:
        place = self.places.get(meaning, len(cells))
        return cells[place].strip() if place < len(cells) else ""


def _layout(header: tuple[str, ...]) -> _Layout | None:
    """The language that knows most of the titles; each title is taken where it first stands."""
    keys = [title_key(title) for title in header]
    best: _Layout | None = None
    for dialect, titles in titles_of("garmin") if keys else ():
        places: dict[str, int] = {}
        for meaning, names in titles.items():
            place = next((n for n, key in enumerate(keys) if key in names), None)
            if place is not None:
                places[meaning] = place
        if places.keys() >= _SIGNATURE and (best is None or len(places) > len(best.places)):
            best = _Layout(places, dialect)
    return best


class _Sheet:
    """All rows of one list, and what the columns as a whole tell."""

    def __init__(self, layout: _Layout, rows: list[Row], now: datetime) -> None:
        self.layout, self.rows = layout, rows
        cells = [layout.cell(row, "distance") for _, row in rows]
        # The trap tells the wrong mark, so it is asked only where nothing else does.
        sure = mark_of(cell for cell in cells if not _TRAP(cell))
        pointed = sure is Mark.POINT and any("." in cell for cell in cells)
        self._mark = Mark.POINT if pointed else mark_of(cells) or Mark.POINT
        dates = [layout.cell(row, "date") for _, row in rows]
        self.order = order_of(dates, now, layout.dialect.order)
        types = [layout.cell(row, "type") for _, row in rows]
        self.words = Words({word: sport_in(word) for word in set(types)})
        english = layout.dialect.code == ENGLISH  # what is not listed there is no running
        if not english or all(s is not Sport.RUN for s, _ in self.words.sports.values()):
            self.words = meanings(zip(types, (self._pace(r) for _, r in rows), strict=True))
        self.unit_m = self._unit()
        self.doubts = list(self._doubts())

    def _doubts(self) -> Iterator[str]:
        if self.order is None:
            yield "its dates may have the day or the month first: dmy or mdy."
        if self.unit_m is None and any(self._on_foot(cells) for _, cells in self.rows):
            yield "nothing in it tells kilometres from miles: km or mi."
        if self.words.doubt:
            yield f"{self.words.doubt}."

    def how(self) -> str:
        """What to say to have it read."""
        places = self.layout.places
        return how_to_say(
            date=at(places["date"], *(["dmy"] if self.order is None else [])),
            type=at(places["type"]),
            distance=at(places["distance"], "mi" if self.unit_m == MI else "km"),
            duration=at(places["time"]),
            hr=at(places.get("avg_hr")),
            run=self.words.asked,
        )

    def _sport(self, cells: list[str]) -> tuple[Sport, tuple[str, ...]]:
        return self.words.sport(self.layout.cell(cells, "type"))

    def _on_foot(self, cells: list[str]) -> bool:
        return self._sport(cells)[0] in ON_FOOT and bool(self._distance(cells))

    def _distance(self, cells: list[str]) -> float | None:
        """The number that stands there; None where there is none."""
        try:
            return self._strict_distance(cells)
        except ValueError:
            return None

    def _strict_distance(self, cells: list[str]) -> float | None:
        text = self.layout.cell(cells, "distance")
        if self._mark is Mark.POINT and _TRAP(text):
            whole, _, parts = text.partition(",")
            text = f"{whole}{parts:0<3}"
        return parse_number(plain(text, self._mark))

    def _number(self, cells: list[str], meaning: str) -> float | None:
        """A secondary number; a comma in it sets thousands apart, in every language."""
        return number_or_none(plain(self.layout.cell(cells, meaning), self._mark))

    def _seconds(self, cells: list[str], meaning: str) -> float | None:
        try:
            return parse_duration(self.layout.cell(cells, meaning))
        except ValueError:
            return None

    def _pace(self, cells: list[str]) -> float | None:
        """Seconds a kilometre, with the larger unit taken for one."""
        distance, seconds = self._distance(cells), self._seconds(cells, "time")
        return seconds / distance if distance and seconds else None

    def _unit(self) -> float | None:
        """Metres per unit: by steps and their length, or by the paces of rows in metres."""
        steps, metres = [], []
        for _, cells in self.rows:
            distance, seconds = self._distance(cells), self._seconds(cells, "time")
            if not distance or not seconds or self._sport(cells)[0] not in ON_FOOT:
                continue
            if share_plausible([(distance, seconds)], KM):
                cadence, stride = self._number(cells, "cadence"), self._number(cells, "stride")
                if cadence and stride and distance >= _TELLING:
                    steps.append((distance, cadence, stride, seconds))
            elif pace_s := self._seconds(cells, "pace"):
                metres.append((distance, pace_s, seconds))
        proofs = (unit_of_steps(steps), unit_of_paces(metres))
        told = {unit for unit in proofs if unit is not None}
        return told.pop() if len(told) == 1 else None

    def record(self, where: str, cells: list[str], now: datetime) -> Record:
        """The session of one row; its date is the wall clock already."""
        raw = Raw(where, source="garmin list")
        date = self.layout.cell(cells, "date")
        try:
            # Whatever zone a stranger's tool has added to it.
            raw.start = read_date(date, self.order or "").replace(tzinfo=None) if date else None
            raw.moving_s = parse_duration(self.layout.cell(cells, "time"))
            value = self._strict_distance(cells)
        except ValueError as error:
            return Problem(where, f"{error}.")
        raw.sport, raw.marks = self._sport(cells)
        raw.elapsed_s = self._seconds(cells, "elapsed")
        if value is not None:
            raw.distance_m = self._metres(value, raw)
        raw.avg_hr, raw.max_hr = self._number(cells, "avg_hr"), self._number(cells, "max_hr")
        if self.unit_m == KM:  # an account in miles may count its climbs in feet
            raw.climb_m = self._number(cells, "climb")
        if date and ":" not in date:
            raw.marks = (*raw.marks, NO_TIME_OF_DAY)
        return session_or_problem(raw, now)

    def _metres(self, value: float, raw: Raw) -> float | None:
        """Swims are in metres in every account."""
        if raw.sport is Sport.SWIM:
            return value
        return (
            None if self.unit_m is None else metres_of(value, self.unit_m, raw.moving_s, raw.sport)
        )
