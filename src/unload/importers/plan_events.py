"""Read the planned workouts of an intervals.icu calendar: its events as JSON or as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, tzinfo

from unload.errors import Problem
from unload.importers.csvtable import header_of, read_table
from unload.importers.numbers import parse_number
from unload.importers.plan_rows import PlanRow, planned_or_problem
from unload.importers.protocol import File
from unload.model.plan import PlannedSession

# Notes, targets and holidays stand in the same calendar; only these ask for training.
_TRAINING = frozenset(("WORKOUT", "RACE", "RACE_A", "RACE_B", "RACE_C"))
_SIGNATURE = frozenset(("start_date_local", "category"))


class PlanEvents:
    """One session per event of the kinds that ask for training."""

    name = "intervals.icu calendar"

    def identify(self, file: File) -> bool:
        head = file.head
        listed = head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"[")
        if listed:
            return all(f'"{name}"'.encode() in head for name in _SIGNATURE)
        return set(header_of(file)) >= _SIGNATURE

    def read(self, file: File, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
        rows = _table(file) if set(header_of(file)) >= _SIGNATURE else _listed(file)
        for number, row in enumerate(rows, 1):
            if isinstance(row, Problem):
                yield row
            elif str(row.get("category", "")) in _TRAINING:
                yield _planned(f"{file.name} event {number}", row)


def _table(file: File) -> Iterator[Mapping[str, object] | Problem]:
    table = read_table(file)
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
        else:
            yield dict(zip(table.header, row[1], strict=False))


def _listed(file: File) -> Iterator[Mapping[str, object] | Problem]:
    with file.open() as stream:
        data = stream.read()
    try:
        events = json.loads(data.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        yield Problem(file.name, "is damaged or breaks off; export the calendar again.")
        return
    yield from (event for event in events if isinstance(event, dict))


def _planned(where: str, event: Mapping[str, object]) -> PlannedSession | Problem:
    title = str(event.get("name") or "")
    if str(event.get("category")) != "WORKOUT":
        title = f"race {title}"
    row = PlanRow(where, title=title, text=str(event.get("description") or ""))
    row.sport = str(event.get("type") or "")
    try:
        row.day = _day(str(event.get("start_date_local") or ""))
        row.duration_s = _number(event.get("moving_time")) or None
        row.distance_m = _number(event.get("distance")) or None
    except ValueError as error:
        return Problem(where, f"{error}.")
    return planned_or_problem(row)


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()


def _number(value: object) -> float | None:
    return None if value is None else parse_number(str(value))
