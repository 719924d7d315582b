"""Read `training-session-*.json` of a Polar export, in both of its layouts.

From other programs' readers: the older layout writes `PT7374S`, the newer one milliseconds. Both
write an offset beside a clock that is the runner's own: so it was found in a real export of the
newer layout; of the older one it is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.jsonfields import (
    Fields,
    all_inside,
    inside,
    measure,
    measure_or_none,
    text_of,
)
from unload.importers.jsonstream import whole
from unload.importers.marks import TREADMILL
from unload.importers.numbers import shown, unless_zero
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.model.history import Sport
from unload.model.units import S_PER_HOUR, S_PER_MIN, S_PER_MS

_ISO_DURATION = re.compile(
    r"PT(?:([0-9]{1,4})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8}(?:\.[0-9]{1,9})?)S)?"
).fullmatch
_WANTED = frozenset((
    "exercises", "identifier", "id", "name", "startTime", "duration", "durationMillis", "distance",
    "distanceMeters", "averageHeartRate", "maximumHeartRate", "hrAvg", "hrMax", "heartRate", "avg",
    "max", "sport", "ascent", "ascentMeters",
))  # fmt: skip
# The newer layout numbers the sports. These numbers were told of a real export (version 2.6, 726
# sessions of 2018 to 2026) by a public program that reads it; the export itself names none.
_TREADMILL = "17"
_SPORTS = {
    **dict.fromkeys(("1", _TREADMILL), Sport.RUN),
    **dict.fromkeys(("3", "11"), Sport.WALK),
    **dict.fromkeys(("2", "18", "38"), Sport.RIDE),
    "15": Sport.STRENGTH,
    **dict.fromkeys(("13", "16", "39", "50", "83"), Sport.OTHER),
}


class Polar:
    """One session per exercise; a triathlon has several."""

    name = "Polar"

    def identify(self, file: File) -> bool:
        """The list of exercises may stand behind much else; the name then says what it is."""
        head = file.head
        told = b'"exercises"' in head or "training-session" in file.stem
        return told and b'"startTime"' in head and b'"stopTime"' in head

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        session = whole(file, _WANTED)
        if isinstance(session, Problem):
            yield session
            return
        exercises = all_inside(session, "exercises") or [session]
        for number, exercise in enumerate(exercises, 1):
            alone = len(exercises) == 1
            # The only exercise of a session is the session, so each may tell what the other lacks.
            fields = {**session, **exercise} if alone else exercise
            where = file.name if alone else f"{file.name} exercise {number}"
            yield _record(where, fields, text_of(session, "name"), (zone, now))


def _record(where: str, fields: Fields, title: str, place: tuple[tzinfo, datetime]) -> Record:
    zone, now = place
    raw = Raw(where, source="polar", source_id=text_of(inside(fields, "identifier"), "id"))
    try:
        start = text_of(fields, "startTime")
        raw.start = local_clock(start, zone) if start else None
        raw.moving_s = _duration_s(fields)
        raw.distance_m = measure(fields, "distanceMeters")
        if raw.distance_m is None:
            raw.distance_m = measure(fields, "distance")
    except ValueError as error:
        return Problem(where, f"{error}.")
    rates = inside(fields, "heartRate")
    raw.avg_hr = _first(fields, "hrAvg", "averageHeartRate") or measure_or_none(rates, "avg")
    raw.max_hr = _first(fields, "hrMax", "maximumHeartRate") or measure_or_none(rates, "max")
    climbs = (measure_or_none(fields, name) for name in ("ascent", "ascentMeters"))
    raw.climb_m = next((climb for climb in climbs if climb is not None), None)
    raw.sport, raw.marks = _sport(fields, title)
    return session_or_problem(raw, now)


def _sport(fields: Fields, title: str) -> tuple[Sport, tuple[str, ...]]:
    """The sport by its name or its number; by the title where the number says nothing here."""
    number = text_of(inside(fields, "sport"), "id")
    if number in _SPORTS:
        return _SPORTS[number], (TREADMILL,) if number == _TREADMILL else ()
    return sport_of(text_of(fields, "sport") or title)


def _first(fields: Fields, *names: str) -> float | None:
    """The first of several names for one thing; a heart rate of 0 is none."""
    return next(
        (v for n in names if (v := unless_zero(measure_or_none(fields, n))) is not None), None
    )


def _duration_s(fields: Fields) -> float | None:
    if fields.get("durationMillis") is not None:
        return measure(fields, "durationMillis", S_PER_MS)
    text = text_of(fields, "duration")
    if not text:
        return None
    found = _ISO_DURATION(text)
    if found is None or text == "PT":
        raise ValueError(f"{shown(text)} is not a duration like PT7374S")
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return hours * S_PER_HOUR + minutes * S_PER_MIN + seconds
