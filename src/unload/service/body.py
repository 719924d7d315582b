"""The verbs of the body: what is known before, and one look at what hurts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from numpy.random import default_rng

from unload.errors import Problem
from unload.importers import Reading
from unload.importers.answers import read_answers, read_told
from unload.importers.body_answers import Told
from unload.importers.worked import read_worked
from unload.knowledge import load_knowledge
from unload.model.body import Region, ScreenResult, Trigger
from unload.model.complaint import Complaint, Look, Trial, Worked
from unload.model.constants import Knowledge
from unload.model.history import CheckIn, History, Runner, Session, SoreSpot
from unload.science.assessment import assess
from unload.science.complaints import complaints, moving, one_side
from unload.science.flags import looked_at
from unload.science.pipeline import recent_spots, red_flags, with_asked
from unload.science.trial import trials
from unload.service.advising import (
    SEED,
    Progress,
    known_spots,
    of_runner,
    read_record,
    time_zone,
)
from unload.service.demos import demo_of
from unload.service.places import place_named

NOTHING_TOLD = Told()
# What the routine itself goes by, wherever it hurts.
ALWAYS = frozenset((Trigger.REST, Trigger.NIGHT, Trigger.SWELLING, Trigger.SUDDEN))
FACTS = {
    Trigger.REST: "at_rest",
    Trigger.NIGHT: "at_night",
    Trigger.WEIGHT: "weight_bearing",
    Trigger.SWELLING: "swelling",
    Trigger.SUDDEN: "sudden",
    Trigger.POINT: "point",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known when the look begins.

    `spots` is None where the runner has not said what hurts today; `answers` are those to the
    red-flag questions, `results` those of the self-tests, `worked` the sessions on sore spots.
    """

    today: date
    knowledge: Knowledge
    history: History = field(default_factory=History)
    spots: tuple[SoreSpot, ...] | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)
    results: tuple[ScreenResult, ...] = ()
    problems: tuple[Problem, ...] = ()
    worked: tuple[Worked, ...] = ()

    @property
    def runner(self) -> Runner:
        return self.history.runner


def visit(
    path: Path | str | None = None,
    *,
    demo: str | None = None,
    reading: Reading | None = None,
    answers: Path | None = None,
    today: date | None = None,
    runner: str | None = None,
    zone: str | None = None,
    progress: Progress | None = None,
) -> Visit:
    """What is known of a runner from their files, from `reading` or the demo, and from answers.

    `reading` is what lies under `path`, where that has been read before.
    Errors: UnloadError where something cannot be read or names a place nobody knows.
    """
    knowledge = load_knowledge()
    if demo is not None:
        shipped = demo_of(demo)
        return _visit(today or shipped.today, shipped.history, shipped.told, knowledge)
    if path is not None and reading is None:
        _, reading = read_record(path, zone, None, progress)
    day = today or datetime.now(time_zone(zone)).date()
    whole = ((), ()) if reading is None else of_runner(reading, runner, str(path))
    history, told, problems = _record(whole, answers, knowledge)
    worked, unused = ((), ()) if answers is None else read_worked(answers)
    on = _visit(day, history, told, knowledge)
    return replace(on, problems=(*problems, *unused), worked=worked)


def _visit(day: date, history: History, told: Told, knowledge: Knowledge) -> Visit:
    return Visit(
        today=day,
        knowledge=knowledge,
        history=history,
        spots=None if told.spots is None else tuple(_at_known_place(s) for s in told.spots),
        answers=told.red_flags or {},
        results=told.screens,
    )


def equipped(on: Visit, tools: Sequence[str] | None = None, minutes: float | None = None) -> Visit:
    """The visit of a runner who has these tools and minutes today."""
    person = on.runner
    if tools is not None:
        person = replace(person, tools=tuple(tools))
    if minutes is not None:
        person = replace(person, minutes=minutes)
    return replace(on, history=replace(on.history, runner=person))


def _record(
    whole: tuple[Sequence[Session], Sequence[CheckIn]], answers: Path | None, knowledge: Knowledge
) -> tuple[History, Told, tuple[Problem, ...]]:
    """The history of files and answers together, and what the answers say of today."""
    sessions, check_ins = whole
    if answers is None:
        history, unknown = known_spots(History(tuple(sessions), tuple(check_ins)), knowledge)
        return history, NOTHING_TOLD, unknown
    person, said, problems = read_answers(answers)
    history = History(tuple(sessions), (*check_ins, *said), person)
    history, unknown = known_spots(history, knowledge)
    return history, read_told(answers), (*problems, *unknown)


def recorded_spots(on: Visit) -> tuple[SoreSpot, ...]:
    """The sore spots that the record of the last days names, where nothing was said of today."""
    if on.spots is not None:
        return ()
    return tuple(s for s in recent_spots(on.history, on.today, on.knowledge) if s.pain > 0)


def look(on: Visit) -> Look:
    """What the spots and answers of a visit show, with the record around them.

    Whatever the record raises stands beside what is answered: a flag of the last days, and the
    questions that the record answers by itself. Errors: UnloadError for a question, a self-test or
    a place that nobody knows.
    """
    k, history = on.knowledge, on.history
    if on.spots is not None:
        history = replace(
            history, check_ins=(*history.check_ins, CheckIn(on.today, spots=on.spots))
        )
    raised = {flag.key: True for flag in red_flags(history, on.today, k)[0]}
    spots = on.spots if on.spots is not None else recent_spots(history, on.today, k)
    found = complaints(history, on.today, k.regions, k.body)
    seen = assess(spots, {**on.answers, **raised}, on.runner, k, results=on.results, today=on.today)
    if seen.routine is not None:
        asked = with_asked(seen.routine, on.runner.instructions, on.today)
        seen = replace(seen, routine=asked)
    return Look(
        today=on.today,
        spots=spots,
        seen=seen,
        results=on.results,
        complaints=found,
        moving=moving(found, k.regions, k.body),
        one_side=one_side(found, k.body),
        trials=_trials(on, found),
    )


def _trials(on: Visit, found: Sequence[Complaint]) -> tuple[Trial, ...]:
    """Whether the session helps, spot by spot, as far as it was done."""
    chance = default_rng(SEED)
    return trials(found, on.worked, on.today, chance=chance, constants=on.knowledge.routine)


def _at_known_place(spot: SoreSpot) -> SoreSpot:
    return replace(spot, region=place_named(spot.region).key)


def facts_of(place: Region) -> tuple[str, ...]:
    """The yes-or-no answers about a spot there that anything depends on."""
    called = looked_at(place.key, load_knowledge().red_flags) | ALWAYS
    return tuple(name for trigger, name in FACTS.items() if trigger in called)
