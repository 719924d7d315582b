"""Inspect: what lies under a path and what is wrong with it; nothing is judged."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from unload.errors import NoRuns, Problem
from unload.importers import Reading
from unload.importers.plans import NoPlan, read_plan
from unload.model.history import Sport
from unload.model.plan import Kind, Plan
from unload.model.units import M_PER_KM, S_PER_HOUR
from unload.service.advising import Progress, names_of, read_record, time_zone
from unload.service.choices import Choice, choices_of


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a path holds: counts, the span of its runs, whose they are, every problem.

    `plan` is what it asks for, where it tells of no training that was done.
    """

    reading: Reading
    activities: int
    runs: int
    run_km: float
    run_hours: float
    first_run: date | None
    last_run: date | None
    runners: tuple[str, ...]
    plan: Plan | None = None

    @property
    def files(self) -> int:
        return self.reading.files

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.reading.problems

    @property
    def notes(self) -> tuple[str, ...]:
        return self.reading.notes

    @property
    def choices(self) -> tuple[Choice, ...]:
        return choices_of(self.reading.choices)


def inspect_path(
    path: Path | str,
    *,
    zone: str | None = None,
    columns: str | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """What lies under `path` and what is wrong with it; nothing is judged."""
    plan = None
    try:
        _, reading = read_record(path, zone, columns, progress)
    except NoRuns:
        plan, problems = _only_planned(path, time_zone(zone))
        if plan is None:
            raise
        reading = Reading(
            *((), (), problems), files=1, seen=0, imported=0, duplicate=0, quarantined=0,
            not_activities=0, covered=0, others=(),
        )  # fmt: skip
    return inspection_of(reading, plan)


def inspection_of(reading: Reading, plan: Plan | None = None) -> Inspection:
    """What was read, counted."""
    runs = [s for s in reading.sessions if s.sport is Sport.RUN]
    days = [s.day for s in runs]
    return Inspection(
        reading=reading,
        activities=reading.seen,
        runs=len(runs),
        run_km=sum(s.distance_m or 0.0 for s in runs) / M_PER_KM,
        run_hours=sum(s.duration_s for s in runs) / S_PER_HOUR,
        first_run=min(days, default=None),
        last_run=max(days, default=None),
        runners=names_of(reading.sessions),
        plan=plan,
    )


def _only_planned(path: Path | str, where: tzinfo) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The plan under the path; a bare list of days and distances is none, but a log gone wrong."""
    with suppress(NoPlan):
        plan, problems = read_plan(Path(path), where)
        if any(session.kind is not Kind.RUN for session in plan.sessions):
            return plan, problems
    return None, ()
