"""Make a planned session out of what a plan says of it, or say why it cannot be one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from unload.errors import Problem
from unload.importers.plan_steps import parts_of
from unload.importers.plan_words import kind_of, size_of
from unload.importers.plausible import LONGEST_RUN_M, LONGEST_S
from unload.importers.sports import sport_of
from unload.model.history import Sport
from unload.model.plan import Effort, Kind, Part, PlannedSession, RunStep
from unload.model.units import M_PER_KM, S_PER_HOUR

TITLE_MAX = 80


@dataclass(slots=True)
class PlanRow:
    """The fields as a plan states them, units converted; missing is None or empty."""

    where: str
    day: date | None = None
    title: str = ""
    text: str = ""
    sport: str = ""
    distance_m: float | None = None
    duration_s: float | None = None
    hard_s: float | None = None
    parts: tuple[Part, ...] = ()


def planned_or_problem(row: PlanRow) -> PlannedSession | Problem:
    """The session the row asks for; what its words say fills what its fields leave out."""
    if row.day is None:
        return Problem(row.where, "has no date.")
    words = f"{row.title} {row.text}".strip()
    parts = row.parts or parts_of(row.text) or parts_of(row.title)
    sport = _sport(row.sport, words, parts)
    distance_m, duration_s = _sizes(row, words, parts)
    kind = _kind(words, parts)
    if kind is Kind.REST and not distance_m and not duration_s:
        return PlannedSession(row.day, Kind.REST, title=_short(row.title))
    # A structure told half in metres and half in seconds is as long as the runner's pace makes it.
    fault = "" if parts else _fault(distance_m, duration_s)
    if fault:
        return Problem(row.where, fault)
    hard_s = _hard_s(row, kind, parts, (distance_m, duration_s))
    return PlannedSession(
        day=row.day,
        kind=Kind.HARD if kind is Kind.RUN and hard_s else kind,
        distance_m=distance_m if sport is Sport.RUN else 0.0,
        duration_s=duration_s,
        hard_s=hard_s,
        sport=sport,
        title=_short(row.title),
        parts=parts if sport is Sport.RUN else (),
    )


def _kind(words: str, parts: tuple[Part, ...]) -> Kind:
    """By the words; where they say only easy or hard, the structure knows better."""
    kind = kind_of(words)
    if parts and kind not in (Kind.RACE, Kind.LONG):
        steps = [s for p in parts for s in ((p,) if isinstance(p, RunStep) else p.steps)]
        if any(step.effort.is_hard for step in steps):
            return Kind.HARD
        return Kind.RUN if any(step.effort is Effort.STEADY for step in steps) else Kind.EASY
    return kind or Kind.RUN


def _sport(name: str, words: str, parts: tuple[Part, ...]) -> Sport:
    """The sport the plan names; a title that names another one is believed, else it is running.

    Walking in turns with running is running.
    """
    if name:
        return sport_of(name)[0]
    for word in words.split():
        sport = sport_of(word)[0]
        if sport in (Sport.RIDE, Sport.SWIM, Sport.STRENGTH) or (sport is Sport.WALK and not parts):
            return sport
    return Sport.RUN


def _sizes(row: PlanRow, words: str, parts: tuple[Part, ...]) -> tuple[float, float]:
    """Metres and seconds of the whole session, 0 where nothing tells them."""
    metres, seconds = row.distance_m, row.duration_s
    titled = None if parts_of(row.title) else size_of(row.title)
    if metres is None and seconds is None and parts and titled is None:
        steps = [s for p in parts for s in ((p,) if isinstance(p, RunStep) else p.steps * p.times)]
        metres = sum(step.distance_m or 0.0 for step in steps) or None
        seconds = sum(step.duration_s or 0.0 for step in steps) or None
        if metres is not None and seconds is not None:
            # Told half in metres and half in seconds, neither alone is the whole session.
            metres, seconds = None, None
    if metres is None and seconds is None:
        size = titled if parts else size_of(words)
        metres = size.distance_m if size is not None else None
        seconds = size.duration_s if size is not None else None
    return metres or 0.0, seconds or 0.0


def _fault(distance_m: float, duration_s: float) -> str:
    if distance_m <= 0 and duration_s <= 0:
        return "says neither how far nor how long; add a distance or a time."
    if distance_m > LONGEST_RUN_M:
        return f"asks for {distance_m / M_PER_KM:.0f} km; a wrong unit."
    if duration_s > LONGEST_S:
        return f"asks for {duration_s / S_PER_HOUR:.0f} hours; a wrong unit."
    return ""


def _hard_s(
    row: PlanRow, kind: Kind, parts: tuple[Part, ...], sizes: tuple[float, float]
) -> float | None:
    """Hard seconds as stated, by the structure, 0 for an easy session; else unknown."""
    if row.hard_s is not None:
        return row.hard_s
    distance_m, duration_s = sizes
    if parts:
        pace = duration_s / distance_m if distance_m and duration_s else None
        steps = [s for p in parts for s in ((p,) if isinstance(p, RunStep) else p.steps * p.times)]
        hard = [step for step in steps if step.effort.is_hard]
        if all(step.duration_s is not None or pace is not None for step in hard):
            return sum(step.duration_s or (step.distance_m or 0.0) * (pace or 0.0) for step in hard)
        return None
    return 0.0 if kind in (Kind.EASY, Kind.LONG) else None


def _short(title: str) -> str:
    clean = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    return clean if len(clean) <= TITLE_MAX else f"{clean[: TITLE_MAX - 3]}..."
