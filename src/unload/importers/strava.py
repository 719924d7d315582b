"""Read the `activities.csv` of a Strava bulk export in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.columns import at, how_to_say
from unload.importers.csvtable import first_rows, header_of, read_table
from unload.importers.dates import order_of, read_date
from unload.importers.dialect import ENGLISH, Dialect, sport_in, title_key, titles_of
from unload.importers.lengths import KM, MI, unit_of_pairs
from unload.importers.numbers import Mark, mark_of, parse_number, plain
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Note, Record
from unload.importers.runwords import Words, meanings
from unload.model.history import Sport

# Names stand twice with different units, so a column is a name and its place among its equals.
# Shown is what the web page shows (kilometres or miles, truncated); exact is metres.
_GROUPS: Mapping[str, tuple[str, int]] = {
    "id": ("id", 0),
    "date": ("date", 0),
    "type": ("type", 0),
    "file": ("file", 0),
    "elapsed": ("elapsed", 0),
    "elapsed_exact": ("elapsed", 1),
    "moving": ("moving", 0),
    "shown": ("distance", 0),
    "exact": ("distance", 1),
    "max_hr": ("max_hr", 0),
    "max_hr_late": ("max_hr", 1),
    "avg_hr": ("avg_hr", 0),
    "climb": ("climb", 0),
    "rpe": ("rpe", 0),
    "race": ("race", 0),
}
_SIGNATURE = frozenset(("id", "date", "type", "file"))
# Whatever the language and the year of the export, these stand so far behind the file's name.
_BEHIND_FILE = {
    "elapsed_exact": 3, "moving": 4, "exact": 5, "climb": 8, "max_hr_late": 18, "avg_hr": 19,
    "rpe": 31,
}  # fmt: skip
_IN_FRONT = {"id": 0, "date": 1, "type": 3}
_RECORDING = re.compile(r"activities/[^/]+\.(?:fit|tcx|gpx)(?:\.gz)?", re.IGNORECASE).fullmatch
Row = tuple[int, list[str]]
Cell = Callable[[list[str]], str]


def _nothing(_cells: list[str]) -> str:
    """A column that the table does not have."""
    return ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what, and the language, if it is a known one."""

    places: Mapping[str, int]
    dialect: Dialect | None

    def cell(self, meaning: str) -> Cell:
        """A reader of one column; of none where the table has none."""
        place = self.places.get(meaning)
        if place is None:
            return _nothing
        return lambda cells: cells[place] if place < len(cells) else ""


class Strava:
    """One session per row of activities.csv; the recordings it names are the same sessions."""

    name = "Strava export"

    def identify(self, file: File) -> bool:
        return _layout(file) is not None

    def covers(self, file: File) -> frozenset[str]:
        """The recordings it names; none where they alone know which of them are runs."""
        sheet = _Sheet(file)
        if sheet.words.doubt:
            return frozenset()
        name = sheet.layout.cell("file")
        return frozenset(name(cells) for _, cells in sheet.rows) - {""}

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        sheet = _Sheet(file)
        yield from sheet.notes
        yield from sheet.problems
        order = sheet.order(now)
        if order is None or sheet.words.doubt:
            yield Problem(file.name, sheet.question(order))
            return
        if sheet.words.note:
            yield Note(file.name, f"{sheet.words.note} If that is wrong, say {sheet.how()}.")
        if sheet.unit_m is None and sheet.shown_alone:
            yield Note(
                file.name,
                f"{sheet.shown_alone} distances do not say their unit and were left out; say "
                f"{sheet.how()}.",
            )
        for line, cells in sheet.rows:
            yield sheet.record(f"{file.name} line {line}", cells, (zone, order), now)


def _layout(file: File) -> Layout | None:
    """By the titles of a listed language, else by what every export has in its place."""
    keys = [title_key(title) for title in header_of(file)]
    if not keys:
        return None
    fits = [(_by_titles(keys, titles), dialect) for dialect, titles in titles_of("strava")]
    fits = [(places, dialect) for places, dialect in fits if places.keys() >= _SIGNATURE]
    if fits:  # neighbours share titles: Danish would nearly do for a Norwegian export
        places, dialect = max(fits, key=lambda fit: len(fit[0]))
        return Layout({**_by_structure(keys, places["file"]), **places}, dialect)
    file_place = _place_of_recordings(first_rows(file))
    places = _by_structure(keys, file_place) if file_place is not None else {}
    return Layout(places, None) if places else None


def _by_titles(keys: list[str], titles: Mapping[str, frozenset[str]]) -> dict[str, int]:
    found = {}
    for meaning, (group, nth) in _GROUPS.items():
        same = [n for n, key in enumerate(keys) if key in titles.get(group, ())]
        if nth < len(same):
            found[meaning] = same[nth]
    return found


def _by_structure(keys: list[str], file_place: int) -> dict[str, int]:
    """The places counted from the file's name, proved by the two titles that stand twice."""
    places = {m: file_place + n for m, n in _BEHIND_FILE.items() if file_place + n < len(keys)}
    if "exact" not in places:
        return {}
    elapsed, shown = keys.index(keys[places["elapsed_exact"]]), keys.index(keys[places["exact"]])
    if not _IN_FRONT["type"] < elapsed < shown < file_place:
        return {}
    return {**_IN_FRONT, "file": file_place, "elapsed": elapsed, "shown": shown, **places}


def _place_of_recordings(rows: list[list[str]]) -> int | None:
    """The column that names recordings."""
    return next((n for row in rows for n, cell in enumerate(row) if _RECORDING(cell)), None)


class _Sheet:
    """All rows of one export, and what the columns as a whole tell."""

    def __init__(self, file: File) -> None:
        layout = _layout(file)
        assert layout is not None  # noqa: S101 # a format reads only what it has claimed
        self.layout = layout
        table = read_table(file)
        walked = list(table.rows)
        self.notes = list(table.notes())
        self.problems = [row for row in walked if isinstance(row, Problem)]
        self.rows: list[Row] = [row for row in walked if not isinstance(row, Problem)]
        self._type = layout.cell("type")
        known = {word: sport_in(word) for word in {self._type(cells) for _, cells in self.rows}}
        self.words = Words(known)
        english = layout.dialect is not None and layout.dialect.code == ENGLISH
        if not english or all(sport is not Sport.RUN for sport, _ in known.values()):
            self.words = meanings((self._type(cells), self._pace(cells)) for _, cells in self.rows)

    @cached_property
    def _mark(self) -> Mark:
        """Only what people are shown follows their language; exact columns have the point."""
        shown = self.layout.cell("shown")
        return mark_of(shown(cells) for _, cells in self.rows) or Mark.POINT

    @property
    def unit_m(self) -> float | None:
        """Metres per shown unit; None where it cannot be told."""
        return self._shown[0]

    @property
    def shown_alone(self) -> int:
        """How many rows carry the shown distance alone."""
        return self._shown[1]

    def _number(self, cells: list[str], meaning: str) -> float | None:
        """ValueError where a cell holds something else."""
        place = self.layout.places.get(meaning, len(cells))
        text = cells[place] if place < len(cells) else ""
        if not text:
            return None
        if meaning == "shown":
            text = plain(text, self._mark)
        return parse_number(text)

    def _loose(self, cells: list[str], meaning: str) -> float | None:
        """A number that may be missing; what is not one is missing too."""
        try:
            return self._number(cells, meaning)
        except ValueError:
            return None

    @cached_property
    def _shown(self) -> tuple[float | None, int]:
        """Metres per shown unit, told by the rows that carry both; how many carry one alone."""
        pairs, alone = [], 0
        for _, cells in self.rows:
            shown = self._loose(cells, "shown")
            if shown and not self._swims(cells):
                exact = self._loose(cells, "exact")
                if exact is None:
                    alone += 1
                else:
                    pairs.append((shown, exact))
        return unit_of_pairs(pairs, (KM, MI)), alone

    def _swims(self, cells: list[str]) -> bool:
        """Swims are shown in metres, whatever the account's unit."""
        return self.words.sport(self._type(cells))[0] is Sport.SWIM

    def _pace(self, cells: list[str]) -> float | None:
        """Seconds a kilometre."""
        metres, seconds = self._loose(cells, "exact"), self._loose(cells, "moving")
        return seconds / metres * KM if metres and seconds else None

    def order(self, now: datetime) -> str | None:
        """The order of the dates, None where it is not clear."""
        date, dialect = self.layout.cell("date"), self.layout.dialect
        known = dialect.order if dialect is not None else ""
        return order_of((date(cells) for _, cells in self.rows), now, known)

    def how(self, order: str | None = "") -> str:
        """What to say to have it read otherwise."""
        places = self.layout.places
        return how_to_say(
            date=at(places["date"], *(["dmy"] if order is None else []), "utc"),
            type=at(places["type"]),
            distance=at(places.get("exact"), "m"),
            duration=at(places.get("moving"), "s"),
            hr=at(places.get("avg_hr")),
            run=self.words.asked,
        )

    def question(self, order: str | None) -> str:
        if order is None:
            said = "may have its dates with the day or the month first; say which (dmy or mdy)"
            return f"{said}: {self.how(order)}."
        return (
            f"is an export whose sports are not understood: {self.words.doubt}. Say {self.how()}."
        )

    def record(
        self, where: str, cells: list[str], manner: tuple[tzinfo, str], now: datetime
    ) -> Record:
        """The session of one row."""
        zone, order = manner
        raw = Raw(where, source="strava", source_id=self.layout.cell("id")(cells))
        date = self.layout.cell("date")(cells)
        try:
            raw.start = from_utc(read_date(date, order), zone) if date else None
            raw.moving_s = self._number(cells, "moving")
            raw.elapsed_s = self._number(cells, "elapsed_exact")
            raw.distance_m = self._number(cells, "exact")
        except ValueError as error:
            return Problem(where, f"{error}.")
        raw.sport, raw.marks = self.words.sport(self._type(cells))
        if raw.elapsed_s is None:
            raw.elapsed_s = self._loose(cells, "elapsed")
        if raw.distance_m is None:
            raw.distance_m = self._shown_distance(cells)
        raw.avg_hr, raw.climb_m = self._loose(cells, "avg_hr"), self._loose(cells, "climb")
        raw.rpe = self._loose(cells, "rpe")
        late = self._loose(cells, "max_hr_late")
        raw.max_hr = late if late is not None else self._loose(cells, "max_hr")
        raw.race = (self._loose(cells, "race") or 0) > 0
        return session_or_problem(raw, now)

    def _shown_distance(self, cells: list[str]) -> float | None:
        value = self._loose(cells, "shown")
        if value is None or self._swims(cells):
            return value
        return None if self.unit_m is None else value * self.unit_m
