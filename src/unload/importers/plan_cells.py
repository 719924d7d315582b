"""What the columns of a plan are called, and the session that one row of named cells asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from unload.errors import Problem
from unload.importers.numbers import parse_duration, parse_number, shown
from unload.importers.plan_rows import PlanRow, planned_or_problem
from unload.model.plan import PlannedSession
from unload.model.units import M_PER_KM, M_PER_MILE, S_PER_HOUR, S_PER_MIN

DAYS = ("date", "day", "workoutday")
_TITLES = ("session", "workout", "title", "name", "what")
_TEXTS = ("description", "details", "structure", "notes", "workoutdescription")
_SPORTS = ("sport", "type", "workouttype")
_METRES = {
    "distance_m": 1.0,
    "distance_km": float(M_PER_KM),
    "km": float(M_PER_KM),
    "distance_mi": M_PER_MILE,
    "miles": M_PER_MILE,
    "planneddistanceinmeters": 1.0,
}
_SECONDS = {
    "duration_s": 1.0,
    "duration_min": float(S_PER_MIN),
    "minutes": float(S_PER_MIN),
    "min": float(S_PER_MIN),
    "hours": float(S_PER_HOUR),
    "plannedduration": float(S_PER_HOUR),
}
CLOCKS = ("duration", "time")
_HARD = {"hard_min": float(S_PER_MIN), "hard_s": 1.0}
# Any of these says what a session is or how long.
SAYS = (*_TITLES, *_TEXTS, *_METRES, *_SECONDS)


def planned_of(where: str, told: Mapping[str, str]) -> PlannedSession | Problem:
    """The session of one row of named cells."""
    row = PlanRow(where)
    try:
        row.day = _day(_first(told, DAYS))
        row.distance_m = _scaled(told, _METRES)
        row.duration_s = _scaled(told, _SECONDS)
        if row.duration_s is None:
            row.duration_s = next((_clock(told[k]) for k in CLOCKS if k in told), None)
        row.hard_s = _scaled(told, _HARD)
    except ValueError as error:
        return Problem(where, f"{error}.")
    row.title, row.text = _first(told, _TITLES), _first(told, _TEXTS)
    row.sport = _first(told, _SPORTS)
    return planned_or_problem(row)


def _first(told: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((told[key] for key in keys if key in told), "")


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise ValueError(f"{shown(text)} is not a date like 2024-11-17") from None


def _scaled(told: Mapping[str, str], units: Mapping[str, float]) -> float | None:
    for key, size in units.items():
        if key in told:
            value = parse_number(told[key])
            return None if value is None else value * size
    return None


def _clock(text: str) -> float | None:
    """`1:05:00` or minutes and seconds; a bare number does not say its unit and is not taken."""
    return parse_duration(text)
