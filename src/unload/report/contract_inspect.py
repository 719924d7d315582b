"""Say to programs what was read: plain values by docs/schema/inspect.schema.json."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from unload.errors import Problem
from unload.model.plan import Plan
from unload.report.plain import Plain, day, finite


class Chosen(Protocol):
    """One session told more than once: (place, reason) set aside, (field, place) lent."""

    @property
    def kept(self) -> str: ...
    @property
    def aside(self) -> Sequence[tuple[str, str]]: ...
    @property
    def lent(self) -> Sequence[tuple[str, str]]: ...


class Inspected(Protocol):
    """What reading a path found; the service's answer fits it."""

    @property
    def files(self) -> int: ...
    @property
    def activities(self) -> int: ...
    @property
    def runs(self) -> int: ...
    @property
    def run_km(self) -> float: ...
    @property
    def run_hours(self) -> float: ...
    @property
    def first_run(self) -> date | None: ...
    @property
    def last_run(self) -> date | None: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def notes(self) -> Sequence[str]: ...
    @property
    def runners(self) -> Sequence[str]: ...
    @property
    def choices(self) -> Sequence[Chosen]: ...
    @property
    def plan(self) -> Plan | None: ...


def inspection_dict(found: Inspected) -> Plain:
    """What was read, as plain values."""
    return {
        "files": found.files,
        "activities": found.activities,
        "runs": found.runs,
        "run_km": round(finite(found.run_km), 2),
        "run_hours": round(finite(found.run_hours), 2),
        "first_run": day(found.first_run),
        "last_run": day(found.last_run),
        "runners": list(found.runners),
        "plan": None if found.plan is None else _plan_dict(found.plan),
        "problems": problems_list(found.problems),
        "notes": list(found.notes),
        "choices": [_choice(choice) for choice in found.choices],
    }


def _plan_dict(plan: Plan) -> Plain:
    """How much a plan asks for, and when."""
    return {
        "sessions": plan.trained,
        "weeks": plan.weeks,
        "first": day(plan.sessions[0].day),
        "last": day(plan.sessions[-1].day),
    }


def _choice(choice: Chosen) -> Plain:
    return {
        "kept": choice.kept,
        "aside": [{"where": where, "why": why} for where, why in choice.aside],
        "lent": [{"field": name, "where": where} for name, where in choice.lent],
    }


def problems_list(problems: Iterable[Problem]) -> list[Plain]:
    """Where each problem is and what to do about it."""
    return [{"where": problem.where, "message": problem.message} for problem in problems]
