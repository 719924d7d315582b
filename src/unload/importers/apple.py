"""Read workouts and days of Apple's `export.xml`, gigabytes of it, by search.

Of days the resting heart rate, the time asleep and the weight. From descriptions and other
programs' readers. Only the wanted elements are parsed; the document type, which is often broken,
and the millions of records of steps and heart beats are passed over. Its HRV is SDNN, which is not
rMSSD, so it makes no check-in.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from unload.errors import Problem
from unload.importers.bytescan import elements_of
from unload.importers.clock import in_zone, wall_clock
from unload.importers.marks import TREADMILL
from unload.importers.numbers import number_or_none, parse_number, shown
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.importers.wellness import check_in_or_problem, weighed
from unload.importers.xmlstream import Unreadable, root_of, walk
from unload.model.history import CheckIn, Sport
from unload.model.units import (
    KG_PER_G,
    KG_PER_LB,
    LB_PER_STONE,
    M_PER_CM,
    M_PER_FOOT,
    M_PER_KM,
    M_PER_MILE,
    M_PER_YARD,
    S_PER_HOUR,
    S_PER_MIN,
)

# Everything of one life with a watch; a few gigabytes are usual.
EXPORT_BYTES_MAX = 20 * 1024**3
_RESTING_HEART = b'<Record type="HKQuantityTypeIdentifierRestingHeartRate"'
_SLEEP = b'<Record type="HKCategoryTypeIdentifierSleepAnalysis"'
_BODY_MASS = b'<Record type="HKQuantityTypeIdentifierBodyMass"'
_OPENINGS = (
    (b"<Workout ", b"</Workout>"),
    (_RESTING_HEART, b""),
    (_SLEEP, b""),
    (_BODY_MASS, b""),
    (b"</HealthData", b""),
)
_WORKOUT, _RESTING_RATE, _ASLEEP, _WEIGHED, _END = range(5)
_ACTIVITY = "HKWorkoutActivityType"
_HEART = "HKQuantityTypeIdentifierHeartRate"
_DISTANCE = "HKQuantityTypeIdentifierDistance"
# Letters that XML forbids and that names of devices bring along.
_STRAY = bytes(code for code in range(32) if code not in b"\t\n\r")
_LENGTHS = {
    "km": float(M_PER_KM), "mi": M_PER_MILE, "m": 1.0, "yd": M_PER_YARD, "ft": M_PER_FOOT,
    "cm": M_PER_CM,
}  # fmt: skip
_MASSES = {"kg": 1.0, "g": KG_PER_G, "lb": KG_PER_LB, "st": LB_PER_STONE * KG_PER_LB}
_TIMES = {"min": float(S_PER_MIN), "s": 1.0, "sec": 1.0, "hr": float(S_PER_HOUR)}
# Asleep, AsleepUnspecified, AsleepCore, AsleepDeep, AsleepREM; not InBed and not Awake.
_ASLEEP_VALUE = "HKCategoryValueSleepAnalysisAsleep"
# Whoever falls asleep after six in the evening sleeps the night of the next day.
_EVENING = timedelta(hours=6)
_RECORDS = {_RESTING_RATE: "resting heart rate", _ASLEEP: "sleep", _WEIGHED: "weight"}
Attributes = dict[str, str]


@dataclass
class _Workout:
    """One workout with what stands in it; also what a single record is parsed into."""

    own: Attributes = field(default_factory=dict)
    statistics: dict[str, Attributes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def begin(self, name: str, attributes: Attributes) -> None:
        if name in ("Workout", "Record") and not self.own:
            self.own = attributes
        elif name == "WorkoutStatistics":
            self.statistics.setdefault(attributes.get("type", ""), attributes)
        elif name == "MetadataEntry":
            self.notes.setdefault(attributes.get("key", ""), attributes.get("value", ""))

    def end(self, name: str, text: str) -> None:
        """Text is not used here."""


@dataclass
class _Days:
    """What the records tell of each day, until the last one has been seen."""

    resting_hr: dict[date, float] = field(default_factory=dict)
    asleep: dict[date, list[tuple[float, float]]] = field(default_factory=dict)
    weighed: dict[date, dict[str, object]] = field(default_factory=dict)

    def add(self, kind: int, data: bytes | None, zone: tzinfo) -> None:
        """One record; ValueError if it tells no day or nothing of it."""
        record = _parsed(data)
        start = _clock(record, "startDate", zone)
        if start is None:
            raise ValueError("has no date")
        if kind == _RESTING_RATE:
            rate = parse_number(record.own.get("value", ""))
            if rate is not None:  # it is corrected until the day ends; the last one counts
                self.resting_hr[start.date()] = rate
        elif kind == _WEIGHED:
            self.weighed[start.date()] = weighed(_in_units(record.own, "value", "unit", _MASSES))
        elif record.own.get("value", "").startswith(_ASLEEP_VALUE):
            begin, end = (
                _moment(record.own.get(n, "")).timestamp() for n in ("startDate", "endDate")
            )
            self.asleep.setdefault((start + _EVENING).date(), []).append((begin, end))

    def check_ins(self, name: str, now: datetime) -> Iterator[CheckIn | Problem]:
        """One per day, oldest first."""
        for day in sorted(self.resting_hr.keys() | self.asleep.keys() | self.weighed.keys()):
            answers = dict(self.weighed.get(day, {}))
            if day in self.resting_hr:
                answers["resting_hr"] = self.resting_hr[day]
            if day in self.asleep:
                answers["sleep_s"] = _covered_s(self.asleep[day])
            if answers:
                yield check_in_or_problem(f"{name} day {day}", day, answers, now)


class Apple:
    """One session per workout, one check-in per day of which anything is told."""

    name = "Apple Health"
    weighs = True
    limit_bytes = EXPORT_BYTES_MAX

    def identify(self, file: File) -> bool:
        head = file.head
        if (
            head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml")
            and b"<!DOCTYPE HealthData" in head
        ):
            return True
        return root_of(head) == "HealthData"

    def covers(self, file: File) -> frozenset[str]:
        """No recording: its routes are read and merged. Its tables of heart curves are no runs."""
        return frozenset()

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        workouts, days, whole = 0, _Days(), False
        with file.open() as stream:
            for kind, data in elements_of(stream, _OPENINGS):
                if kind == _WORKOUT:
                    workouts += 1
                    yield _session(f"{file.name} workout {workouts}", data, zone, now)
                elif kind == _END:
                    whole = True
                else:
                    try:
                        days.add(kind, data, zone)
                    except ValueError as error:
                        yield Problem(f"{file.name} {_RECORDS[kind]}", f"{error}.")
        yield from days.check_ins(file.name, now)
        if not whole:
            yield Problem(file.name, "breaks off; what came before that was read. Export it again.")


def _covered_s(spans: list[tuple[float, float]]) -> float:
    """The time that at least one source was asleep in: six of them count one night once."""
    total, until = 0.0, -math.inf
    for begin, end in sorted(spans):
        total += max(end - max(begin, until), 0)
        until = max(until, end)
    return total


def _parsed(data: bytes | None) -> _Workout:
    """The element, by the strict parser; ValueError if it is none."""
    if data is None:
        raise ValueError("does not end; the export is damaged")
    clean = data.translate(None, _STRAY).decode("utf-8", errors="replace")
    # A start tag alone is closed here, whether or not something followed it in the file.
    if clean.startswith("<Record"):
        clean = clean.removesuffix(">").removesuffix("/") + "/>"
    workout = _Workout()
    try:
        fault = walk(io.BytesIO(clean.encode()), workout)
    except Unreadable as error:
        fault = str(error)
    if fault:
        raise ValueError(fault)
    return workout


def _session(where: str, data: bytes | None, zone: tzinfo, now: datetime) -> Record:
    raw = Raw(where, source="apple")
    try:
        workout = _parsed(data)
        raw.start = _clock(workout, "startDate", zone)
        raw.moving_s = _in_units(workout.own, "duration", "durationUnit", _TIMES)
        raw.distance_m = _distance_m(workout)
    except ValueError as error:
        return Problem(where, f"{error}.")
    raw.elapsed_s = _elapsed_s(workout.own)
    heart = workout.statistics.get(_HEART, {})
    raw.avg_hr = number_or_none(heart.get("average", ""))
    raw.max_hr = number_or_none(heart.get("maximum", ""))
    raw.climb_m = _climb_m(workout.notes.get("HKElevationAscended", ""))
    raw.sport, raw.marks = sport_of(
        workout.own.get("workoutActivityType", "").removeprefix(_ACTIVITY)
    )
    if raw.sport is Sport.RUN and workout.notes.get("HKIndoorWorkout") == "1":
        raw.marks = (*raw.marks, TREADMILL)
    return session_or_problem(raw, now)


def _distance_m(workout: _Workout) -> float | None:
    """Since 2022 the distance stands in the statistics, before that in the workout itself."""
    if "totalDistance" in workout.own:
        return _in_units(workout.own, "totalDistance", "totalDistanceUnit", _LENGTHS)
    for kind, statistics in workout.statistics.items():
        if kind.startswith(_DISTANCE) and "sum" in statistics:
            return _in_units(statistics, "sum", "unit", _LENGTHS)
    return None


def _in_units(own: Attributes, name: str, unit: str, known: dict[str, float]) -> float | None:
    """A value in SI; a unit that is not known is not guessed at."""
    value = parse_number(own.get(name, ""))
    if value is None:
        return None
    size = known.get(own.get(unit, ""))
    if size is None:
        raise ValueError(f"{name} is in {shown(own.get(unit, ''))}, which is no unit known here")
    return value * size


def _climb_m(text: str) -> float | None:
    """`3230 cm`."""
    value, _, unit = text.partition(" ")
    climb = number_or_none(value)
    return None if climb is None or unit not in _LENGTHS else climb * _LENGTHS[unit]


def _clock(workout: _Workout, name: str, zone: tzinfo) -> datetime | None:
    """The wall clock of the workout's own zone where it tells one.

    The offset beside the time is that of the phone on the day of the export, so away from home it
    says another hour than the runner saw.
    """
    text = workout.own.get(name)
    if text is None:
        return None
    stamp = _moment(text)
    own_zone = _zone(workout.notes.get("HKTimeZone", ""))
    if own_zone is not None and stamp.tzinfo is not None:
        return in_zone(stamp, own_zone).replace(tzinfo=None)
    return wall_clock(stamp, zone) if stamp.tzinfo is not None else stamp


def _moment(text: str) -> datetime:
    """`2021-03-04 07:00:00 +0100`."""
    day_and_time, _, offset = text.strip().rpartition(" ")
    try:
        return datetime.fromisoformat(f"{day_and_time}{offset}")
    except ValueError:
        raise ValueError(f"{shown(text)} is not a date like 2021-03-04 07:00:00 +0100") from None


def _elapsed_s(own: Attributes) -> float | None:
    try:
        seconds = (_moment(own["endDate"]) - _moment(own["startDate"])).total_seconds()
    except (KeyError, ValueError, TypeError):
        return None
    return seconds if seconds >= 0 else None


def _zone(key: str) -> ZoneInfo | None:
    """A zone by its name, which anybody may have written into the file."""
    try:
        return ZoneInfo(key) if key else None
    except (KeyError, ValueError, OSError):
        return None
