"""Read a plan from FIT workout files: one session per file, its day in the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, tzinfo

from unload.errors import Problem
from unload.importers.fit_wire import (
    MAGIC,
    MAGIC_AT,
    Broken,
    Values,
    Wanted,
    spans,
    walk_texts,
)
from unload.importers.plan_rows import PlanRow, planned_or_problem
from unload.importers.plan_words import effort_of, kind_of
from unload.importers.protocol import File, TooLarge
from unload.model.plan import Effort, Kind, Part, PlannedSession, Repeat, RunStep, StepKind
from unload.model.units import M_PER_CM, M_PER_MM, S_PER_MS

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
# Numbers of messages, of their fields and of values in the FIT profile.
_FILE_ID, _WORKOUT, _STEP = 0, 26, 27
_KIND, _CREATED, _WORKOUT_FILE = 0, 4, 5
_SPORT = 4
# A step's target and how often steps are repeated stand in one field.
_DURATION, _VALUE, _TARGET, _TIMES, _INTENSITY = 1, 2, 3, 4, 7
_SPEED, _HEART_RATE = 0, 1
_SLOWEST, _FASTEST = 5, 6  # of a target speed, in mm/s
# What a heart-rate zone of the watch asks for, where no name says it.
_ZONES = {1: Effort.EASY, 2: Effort.EASY, 3: Effort.STEADY, 4: Effort.THRESHOLD, 5: Effort.HARD}
_TIME, _DISTANCE, _UNTIL_REPEATED = 0, 1, 6
_KINDS = {
    1: StepKind.RECOVERY,
    2: StepKind.WARM_UP,
    3: StepKind.COOL_DOWN,
    4: StepKind.RECOVERY,
}
_SPORTS = {0: "run", 1: "run", 2: "ride", 5: "swim", 11: "walk"}
_WANTED: Wanted = {
    _FILE_ID: frozenset((_KIND, _CREATED)),
    _WORKOUT: frozenset((_SPORT,)),
    _STEP: frozenset((_DURATION, _VALUE, _TARGET, _TIMES, _SLOWEST, _FASTEST, _INTENSITY)),
}
_TITLE, _STEP_NAME = 8, 0
_TEXTS: Wanted = {_WORKOUT: frozenset((_TITLE,)), _STEP: frozenset((_STEP_NAME,))}
_DAY = re.compile(r"(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")


# What a message of a step holds: its numbers and its name.
Step = tuple[Values, str]


class PlanWorkout:
    """How hard a step is: by its name, by the heart-rate zone it asks for, else by the file's."""

    name = "FIT workout"

    def identify(self, file: File) -> bool:
        return file.head[MAGIC_AT] == MAGIC

    def read(self, file: File, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
        with file.open() as stream:
            data = stream.read()
        about: dict[int, Values] = {}
        title, steps = "", list[Step]()
        with suppress(Broken, TooLarge):
            for span in spans(data):
                for number, values, texts in walk_texts(data, span, _WANTED, _TEXTS):
                    about.setdefault(number, values)
                    if number == _STEP:
                        steps.append((values, texts.get(_STEP_NAME, "")))
                    title = title or (texts.get(_TITLE, "") if number == _WORKOUT else "")
        if about.get(_FILE_ID, {}).get(_KIND) != _WORKOUT_FILE or not steps:
            yield Problem(file.name, "is a FIT file without a workout in it.")
            return
        yield _planned(PlanRow(file.name, title=title), about, steps, zone)


def _planned(
    row: PlanRow, about: dict[int, Values], steps: Sequence[Step], zone: tzinfo
) -> PlannedSession | Problem:
    name = row.where.rsplit("/", 1)[-1]
    row.day = _named_day(name) or _created(about[_FILE_ID], zone)
    row.text = " ".join(re.split(r"[^\w]+", _DAY.sub(" ", name).rsplit(".", 1)[0]))
    quiet = kind_of(f"{row.title} {row.text}") in (Kind.EASY, Kind.LONG)
    parts = _parts(steps, Effort.EASY if quiet or len(steps) == 1 else Effort.HARD)
    if parts is None:
        return Problem(row.where, "has a step without a length; give it a distance or a time.")
    row.parts = parts
    row.sport = _SPORTS.get(about.get(_WORKOUT, {}).get(_SPORT, 1), "other")
    if len(parts) == 1 and isinstance(parts[0], RunStep):
        row.distance_m, row.duration_s, row.parts = parts[0].distance_m, parts[0].duration_s, ()
    return planned_or_problem(row)


def _named_day(name: str) -> date | None:
    found = _DAY.search(name)
    with suppress(ValueError):
        return None if found is None else date(int(found[1]), int(found[2]), int(found[3]))
    return None


def _created(told: Values, zone: tzinfo) -> date | None:
    """The day on which the file was made, where its name says none."""
    seconds = told.get(_CREATED)
    if not seconds:
        return None
    return (EPOCH + timedelta(seconds=seconds)).astimezone(zone).date()


def _parts(steps: Sequence[Step], work: Effort) -> tuple[Part, ...] | None:
    """The structure; None where a step ends at the press of a button or goes back nowhere."""
    parts: list[Part] = []
    at: list[int] = []  # the index of the step that each part begins with
    for index, (told, name) in enumerate(steps):
        if told.get(_DURATION) == _UNTIL_REPEATED:
            first, times = told.get(_VALUE, 0), told.get(_TIMES, 0)
            place = at.index(first) if first in at else len(at)
            inner = tuple(part for part in parts[place:] if isinstance(part, RunStep))
            if not inner or len(inner) != len(parts) - place or times < 1:
                return None
            parts[place:], at[place:] = [Repeat(times, inner)], [first]
            continue
        step = _step(told, name, work)
        if step is None:
            return None
        parts.append(step)
        at.append(index)
    return tuple(parts)


def _step(told: Values, name: str, work: Effort) -> RunStep | None:
    kind = _KINDS.get(told.get(_INTENSITY, 0), StepKind.WORK)
    zone = _ZONES.get(told.get(_TIMES, 0)) if told.get(_TARGET) == _HEART_RATE else None
    effort = _named_effort(name) or zone or (work if kind is StepKind.WORK else Effort.EASY)
    value, speed = told.get(_VALUE, 0), _speed(told)
    if value > 0 and told.get(_DURATION) == _TIME:
        return RunStep(kind, effort, duration_s=value * S_PER_MS, speed_mps=speed)
    if value > 0 and told.get(_DURATION) == _DISTANCE:
        return RunStep(kind, effort, distance_m=value * M_PER_CM, speed_mps=speed)
    return None


def _speed(told: Values) -> float | None:
    """The middle of the speeds a step asks for; None where it asks for none, or by a zone."""
    slow, fast = told.get(_SLOWEST, 0), told.get(_FASTEST, 0)
    if told.get(_TARGET) != _SPEED or slow + fast <= 0:
        return None
    return (slow + fast) / 2 * M_PER_MM


def _named_effort(name: str) -> Effort | None:
    """How hard the name says it is; a step called no more than "Run" says nothing."""
    effort = effort_of(name)
    return None if effort is Effort.EASY and kind_of(name) is not Kind.EASY else effort
