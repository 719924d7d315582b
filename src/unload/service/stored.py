"""The verbs that answer from the store: the history it holds, and advice from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from numpy.random import default_rng

from unload.errors import NoRuns
from unload.importers import Reading
from unload.importers.wellness import one_a_day
from unload.model.advice import VerdictKind
from unload.model.change import Change
from unload.science.accepted import shown_week
from unload.science.pipeline import around
from unload.service.advising import NOBODY, SEED, Answer, advise_path, time_zone
from unload.service.inspecting import Inspection, inspection_of
from unload.service.past import PastTold, past_path
from unload.service.seasons import SeasonTold, season_path
from unload.service.tellings import settled
from unload.store import body_sayings, books, changes, history, opening

NAME = "the store"


def advise_stored(**wishes: Any) -> Answer:
    """Advice for the runner whose history is kept; it takes what `advise_path` takes.

    A week that was accepted is shown as it was accepted, and the doubts are that week's, unless a
    red flag stands; what was answered to the questions about flags is known. `reading` is what is
    kept, where that has been read before. Errors: NoRuns where nothing is kept yet, and those of
    `advise_path`.
    """
    reading = with_sessions(wishes.pop("reading", None) or stored_reading())
    wishes["today"] = wishes.get("today") or datetime.now(time_zone(wishes.get("zone"))).date()
    held = standing(wishes.get("runner") or "", wishes["today"])
    wishes["person"] = wishes.get("person", NOBODY).answering(held)
    answer = advise_path(NAME, reading=reading, **wishes)
    advice = answer.advice
    if advice.verdict.kind is VerdictKind.SEE_SOMEONE:
        return answer
    week = shown_week(_changes(wishes.get("runner") or ""), advice.today, advice.week)
    made = around(advice, week, answer.history, answer.knowledge, default_rng(SEED))
    return replace(answer, advice=made)


def season_stored(*, prone: bool = False, **known: Any) -> SeasonTold:
    """The season of the runner whose history is kept; as `season_path`."""
    return season_path(NAME, prone=prone, reading=with_sessions(stored_reading()), **known)


def past_stored(*, weeks: int, **known: Any) -> PastTold:
    """The last weeks of the runner whose history is kept; as `past_path`."""
    return past_path(NAME, weeks=weeks, reading=with_sessions(stored_reading()), **known)


@opening.opened()
def inspect_stored() -> Inspection:
    """What is kept, as `inspect_path` counts what lies under a path; NoRuns where nothing is."""
    reading = with_sessions(stored_reading())
    return inspection_of(replace(reading, files=len(books.digests())))


def with_sessions(reading: Reading) -> Reading:
    """The same; NoRuns, with what to do, where nobody has brought anything yet."""
    if reading.sessions:
        return reading
    raise NoRuns(
        "The store holds no activity yet. `unload import PATH` reads your export once and keeps "
        "what it needs; with a PATH this command answers from the files as they are, and "
        "`unload demo` shows a made-up runner."
    )


@opening.opened()
def standing(runner: str, day: date) -> dict[str, bool]:
    """The answers to red-flag questions that hold on a day."""
    return body_sayings.standing(runner, day)


@opening.opened()
def _changes(runner: str) -> list[Change]:
    return changes.changes(runner)


@opening.opened()
def stored_reading() -> Reading:
    """Everything that is kept, one telling of each session and one check-in of each day."""
    return with_typed(imported())


@opening.opened()
def imported() -> Reading:
    """What came with files, merged; what takes long and changes only with an import or a choice."""
    told = history.sessions()
    merged = settled(told)
    return Reading(
        sessions=merged.sessions,
        check_ins=one_a_day(history.check_ins()),
        problems=(),
        files=0,
        seen=len(told),
        imported=len(merged.sessions),
        duplicate=len(told) - len(merged.sessions),
        quarantined=0,
        not_activities=0,
        covered=0,
        others=(),
        choices=tuple(group for group in merged.groups if group.aside),
        overlaps=merged.overlaps,
    )


@opening.opened()
def with_typed(reading: Reading) -> Reading:
    """The same, and over what the files say of a day what the runner typed of it."""
    days = {(c.runner, c.day): c for c in reading.check_ins}
    for key, said in history.typed().items():
        days[key] = days[key].with_answers(said) if key in days else said
    return replace(reading, check_ins=tuple(sorted(days.values(), key=lambda c: (c.day, c.runner))))
