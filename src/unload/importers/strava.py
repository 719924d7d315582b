"""Read the `activities.csv` of a Strava bulk export in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from statistics import median

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.csvtable import header_of, read_table
from unload.importers.numbers import parse_number, shown
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.model.history import Sport
from unload.model.units import M_PER_KM, M_PER_MILE

# Some titles are left-over HTML: <span class="..." title="...">Start Time</span>
_TAG = re.compile(r"<[^>]*>")
_SIGNATURE = frozenset(("Activity ID", "Activity Date", "Activity Type", "Filename"))
# Not calendar.month_abbr: that follows the reader's locale, the export does not.
_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
    "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
# Names stand twice with different units, so a column is a name and its place among its equals.
# Shown is what the web page shows (kilometres or miles, truncated); exact is metres.
_COLUMNS = {
    "id": ("Activity ID", 0),
    "date": ("Activity Date", 0),
    "type": ("Activity Type", 0),
    "file": ("Filename", 0),
    "elapsed": ("Elapsed Time", 0),
    "elapsed_exact": ("Elapsed Time", 1),
    "moving": ("Moving Time", 0),
    "shown": ("Distance", 0),
    "exact": ("Distance", 1),
    "max_hr": ("Max Heart Rate", 0),
    "max_hr_late": ("Max Heart Rate", 1),
    "avg_hr": ("Average Heart Rate", 0),
    "climb": ("Elevation Gain", 0),
    "rpe": ("Perceived Exertion", 0),
    "race": ("Competition", 0),
}
Cells = dict[str, str]
# The shown distance is truncated to two decimals, so short ones say little about its unit.
_TELLING_SHOWN = 1.0
_TELLING_SHARE = 0.02


class Strava:
    """One session per row of activities.csv; the recordings it names are the same sessions."""

    name = "Strava export"

    def identify(self, file: File) -> bool:
        return set(_titles(header_of(file))) >= _SIGNATURE

    def covers(self, file: File) -> frozenset[str]:
        """The recordings named in the Filename column."""
        table = read_table(file)
        place = _titles(table.header).index("Filename")
        rows = (row[1] for row in table.rows if not isinstance(row, Problem))
        return frozenset(cells[place] for cells in rows if place < len(cells) and cells[place])

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        rows = list(_rows(file))
        unit_m = _unit_of_shown([row[1] for row in rows if not isinstance(row, Problem)])
        for row in rows:
            if isinstance(row, Problem):
                yield row
            else:
                yield _record(f"{file.name} line {row[0]}", row[1], (zone, unit_m), now)


def _titles(header: tuple[str, ...]) -> list[str]:
    return [_TAG.sub("", title).strip() for title in header]


def _rows(file: File) -> Iterator[tuple[int, Cells] | Problem]:
    """The cells that are used, by what they mean; empty cells are left out."""
    table = read_table(file)
    titles = _titles(table.header)
    places = {}
    for meaning, (title, nth) in _COLUMNS.items():
        same = [index for index, other in enumerate(titles) if other == title]
        if nth < len(same):
            places[meaning] = same[nth]
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        yield line, {m: cells[i] for m, i in places.items() if i < len(cells) and cells[i]}


def _unit_of_shown(rows: list[Cells]) -> float | None:
    """Metres per shown unit, told by the rows that carry both distances; None if they cannot."""
    ratios = []
    for row in rows:
        shown_value, exact = _number(row, "shown"), _number(row, "exact")
        telling = shown_value is not None and shown_value >= _TELLING_SHOWN and not _swims(row)
        if telling and shown_value is not None and exact is not None:
            ratios.append(exact / shown_value)
    if not ratios:
        return None
    typical = median(ratios)
    for unit_m in (float(M_PER_KM), M_PER_MILE):
        if abs(typical / unit_m - 1) <= _TELLING_SHARE:
            return unit_m
    return None


def _swims(row: Cells) -> bool:
    """Swims are shown in metres, whatever the account's unit."""
    return sport_of(row.get("type", ""))[0] is Sport.SWIM


def _record(where: str, row: Cells, place: tuple[tzinfo, float | None], now: datetime) -> Record:
    zone, unit_m = place
    raw = Raw(where, source="strava", source_id=row.get("id", ""))
    try:
        raw.start = from_utc(_date(row["date"]), zone) if "date" in row else None
        raw.moving_s = _strict(row, "moving")
        raw.elapsed_s = _strict(row, "elapsed_exact")
        raw.distance_m = _strict(row, "exact")
    except ValueError as error:
        return Problem(where, f"{error}.")
    raw.sport, raw.marks = sport_of(row.get("type", ""))
    if raw.elapsed_s is None:
        raw.elapsed_s = _number(row, "elapsed")
    if raw.distance_m is None:
        raw.distance_m = _shown_distance(row, unit_m)
    raw.avg_hr, raw.climb_m = _number(row, "avg_hr"), _number(row, "climb")
    raw.rpe = _number(row, "rpe")
    late = _number(row, "max_hr_late")
    raw.max_hr = late if late is not None else _number(row, "max_hr")
    raw.race = (_number(row, "race") or 0) > 0
    return session_or_problem(raw, now)


def _shown_distance(row: Cells, unit_m: float | None) -> float | None:
    value = _number(row, "shown")
    if value is None:
        return None
    if _swims(row):
        return value
    return None if unit_m is None else value * unit_m


def _strict(row: Cells, meaning: str) -> float | None:
    text = row.get(meaning)
    return None if text is None else parse_number(text)


def _number(row: Cells, meaning: str) -> float | None:
    """A number that may be missing; what is not one is missing too."""
    try:
        return _strict(row, meaning)
    except ValueError:
        return None


def _date(text: str) -> datetime:
    """`Jul 14, 2020, 10:36:55 PM`, which is UTC; ValueError if it is not of this form."""
    parts = text.replace("\u202f", " ").replace(",", " ").split()
    try:
        month, day, year, clock, *half = parts
        hour, minute, second = clock.split(":")
        number = int(hour)
        if half:
            number = number % 12 + 12 * (half[0].upper() == "PM")
        return datetime(int(year), _MONTHS[month[:3]], int(day), number, int(minute), int(second))
    except (ValueError, KeyError):
        said = f"{shown(text)} is not a date of an English export like 'Jul 14, 2020, 10:36:55 PM'"
        raise ValueError(said) from None
