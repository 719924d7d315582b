"""Read the exercises and the weights of a Samsung Health export.

`com.samsung.shealth.exercise.*.csv` is verified on a real file, `com.samsung.health.weight.*.csv`,
in kilograms, is as other programs read it. The first line names the table and not its columns, rows
have one field more than there are titles, times are UTC with their offset beside them.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.marks import TREADMILL
from unload.importers.numbers import shown
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none
from unload.importers.wellness import check_in_or_problem, weighed
from unload.model.history import Sport
from unload.model.units import S_PER_MS

_PREFIX, _WEIGHT_PREFIX = "com.samsung.health.exercise.", "com.samsung.health.weight."
# Running, treadmill and walking are seen in real files; the others come from Samsung's own list.
_SPORTS = {
    "1001": (Sport.WALK, ()),
    "1002": (Sport.RUN, ()),
    "15005": (Sport.RUN, (TREADMILL,)),
    "11007": (Sport.RIDE, ()),
    "13001": (Sport.WALK, ()),
    "14001": (Sport.SWIM, ()),
}  # fmt: skip
_OFFSET = re.compile(r"UTC([+-])(\d{2}):?(\d{2})").fullmatch


class Samsung(Titled):
    """One session per row."""

    name = "Samsung Health"
    title_line = 2

    def covers(self, file: File) -> frozenset[str]:
        """No recording; but the many other tables beside it belong to the account."""
        return frozenset()

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record:
        """Newer exports put the table's name before the titles of the fields that matter."""
        cells = {title.removeprefix(_PREFIX): cell for title, cell in cells.items()}
        raw = Raw(where, source="samsung", source_id=cells.get("datauuid", ""))
        try:
            raw.start = _start(cells, zone)
            raw.moving_s = number_in(cells, "duration", S_PER_MS)
            raw.distance_m = number_in(cells, "distance")
        except ValueError as error:
            return Problem(where, f"{error}.")
        raw.avg_hr = number_in_or_none(cells, "mean_heart_rate")
        raw.max_hr = number_in_or_none(cells, "max_heart_rate")
        raw.climb_m = number_in_or_none(cells, "altitude_gain")
        raw.sport, raw.marks = _SPORTS.get(cells.get("exercise_type", ""), (Sport.OTHER, ()))
        return session_or_problem(raw, now)


class SamsungWeight(Titled):
    """One check-in per row of the table of weights."""

    name = "Samsung Health weight"
    weighs = True
    title_line = 2

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record | None:
        cells = {title.removeprefix(_WEIGHT_PREFIX): cell for title, cell in cells.items()}
        answers = weighed(number_in_or_none(cells, "weight"))
        try:
            start = _start(cells, zone)
        except ValueError as error:
            return Problem(where, f"{error}.")
        if start is None or not answers:
            return None
        return check_in_or_problem(where, start.date(), answers, now)


def _start(cells: Cells, zone: tzinfo) -> datetime | None:
    """The wall clock of the place where the run was, told by the offset beside the UTC."""
    text = cells.get("start_time")
    if text is None:
        return None
    try:
        utc = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise ValueError(f"{shown(text)} is not a date like 2024-01-15 08:00:00.000") from None
    found = _OFFSET(cells.get("time_offset", ""))
    if found is None:
        return from_utc(utc, zone)
    away = timedelta(hours=int(found[2]), minutes=int(found[3]))
    try:
        return utc + away if found[1] == "+" else utc - away
    except OverflowError:
        raise ValueError(f"{shown(text)} is not a date of our time") from None
