"""Read a runner's own plan from a file: a table, a list, a calendar, a watch's workouts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from unload.errors import Problem, UnloadError
from unload.importers.files import opened
from unload.importers.plan_calendar import PlanCalendar
from unload.importers.plan_events import PlanEvents
from unload.importers.plan_list import PlanList
from unload.importers.plan_table import PlanTable
from unload.importers.plan_workout import PlanWorkout
from unload.importers.protocol import File
from unload.importers.sniff import looks_like
from unload.model.plan import Plan, PlannedSession

READERS = (PlanCalendar(), PlanWorkout(), PlanEvents(), PlanTable(), PlanList())


class NoPlan(UnloadError):
    """The file was read and asks for no training."""


def read_plan(path: Path, zone: tzinfo) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan under `path`, and what of it could not be understood.

    Errors: NoSuchPath; NoPlan where nothing in it is a planned session.
    """
    sessions: list[PlannedSession] = []
    problems: list[Problem] = []
    with opened(path) as found:
        problems += found.problems
        for file in found.files:
            for record in _read(file, zone):
                (problems if isinstance(record, Problem) else sessions).append(record)  # type: ignore[arg-type] # each to its own list
    if not sessions:
        told = " ".join(str(problem) for problem in problems[:3]) or "It is empty."
        raise NoPlan(f"No planned session could be read from {path}. {told}")
    return Plan(tuple(sessions)), tuple(problems)


def _read(file: File, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
    try:
        reader = next((reader for reader in READERS if reader.identify(file)), None)
        if reader is None:
            said = f"is no plan that is known; it looks like {looks_like(file)}."
            yield Problem(file.name, said)
            return
        yield from reader.read(file, zone)
    except UnloadError as error:
        yield Problem(file.name, str(error))
