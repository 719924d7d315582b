"""The verb that asks the gate from files: go on, three more easy days, or see someone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from unload.errors import Problem
from unload.importers import Reading
from unload.importers.comeback_answers import ComebackAnswers, read_comeback
from unload.knowledge import load_knowledge
from unload.model.comeback import GateAnswers, Light, Outcome, WayBack
from unload.model.constants import Knowledge
from unload.model.history import WELLNESS_ITEMS, CheckIn, History
from unload.model.plan import Wishes
from unload.science import comeback
from unload.science.way_back import on_the_ladder, way_back
from unload.science.week import NO_WISHES
from unload.service.advising import Gathered, gathered, with_runs
from unload.service.answering import check_in_from, on_waking

NOTHING: Mapping[str, Any] = {}
# What is asked for a criterion that is open; wellness asks for the items that are missing.
ASKED_FOR = {
    "pain": ("spots",),
    "morning": ("morning",),
    "wellness": WELLNESS_ITEMS,
    "illness": ("ill",),
    "walking": ("walking",),
    "heel raises": ("heel raises",),
}


@dataclass(frozen=True, slots=True)
class GateTold:
    """The gate's answer, what it rests on, and today's check-in as far as there is one.

    `felt` is what of that check-in was answered for this asking; `reading` is what the files hold.
    """

    back: WayBack
    knowledge: Knowledge
    careful_weeks: int
    problems: tuple[Problem, ...]
    reading: Reading
    check_in: CheckIn | None = None
    felt: CheckIn | None = None

    @property
    def to_ask(self) -> tuple[str, ...]:
        """What the runner can still say of today: fields of the check-in, or criteria."""
        unknown = [
            c.name
            for c in self.back.gate.criteria
            if c.day == self.back.today and c.light is Light.UNKNOWN
        ]
        names = (name for criterion in unknown for name in ASKED_FOR[criterion])
        return tuple(name for name in names if getattr(self.check_in, name, None) is None)


def gate_path(
    path: Path | str,
    *,
    said: GateAnswers | None = None,
    felt: Mapping[str, Any] = NOTHING,
    before: Sequence[tuple[GateAnswers, Outcome]] = (),
    careful_weeks: int = 0,
    ladder: bool = False,
    wishes: Wishes = NO_WISHES,
    grid_m: float = 500.0,
    **known: Any,
) -> GateTold:
    """What the gate says of the runner whose files lie under `path`.

    `known` is what `gathered` takes. `said` are today's answers (whatever day they carry), over
    those of the file of answers, over those of `before`, each with what the gate said to it.
    `felt` are today's answers to the check-in, and the pain of its `morning`. `careful_weeks` is
    how many weeks in a row it has said "not yet", where `before` tells of fewer. With `ladder` the
    ladder stands behind it, not a week.
    """
    found = with_runs(gathered(path, **known))
    own = _felt(felt, found) if felt else None
    found = found if own is None else replace(found, history=_with(found.history, own))
    file = known.get("answers")
    told = ComebackAnswers() if file is None else read_comeback(file)
    newest = () if said is None else (replace(said, day=found.today),)
    answers = over((*(mornings for mornings, _ in before), *told.gate, *newest))
    waited = _waited(before, found)
    knowledge = load_knowledge()
    back = way_back(
        found.history, found.today, answers, knowledge, grid_m,
        plan=found.plan, wishes=wishes, amber_weeks=max(waited, careful_weeks),
    )  # fmt: skip
    if ladder:
        back = on_the_ladder(back, told.ladder, knowledge)
    return GateTold(
        back=back,
        knowledge=knowledge,
        careful_weeks=max(waited, careful_weeks),
        problems=(*found.reading.problems, *told.problems),
        reading=known.get("reading") or found.reading,
        check_in=_of_day(found.history, found.today),
        felt=own,
    )


def _waited(before: Sequence[tuple[GateAnswers, Outcome]], found: Gathered) -> int:
    """How many of the runner's weeks in a row the gate has said "not yet"."""
    said = [(answers.day, outcome) for answers, outcome in before]
    return comeback.careful_weeks(said, found.today, found.history.runner.week_start)


def _felt(felt: Mapping[str, Any], found: Gathered) -> CheckIn:
    """The answers as a check-in of the day; UnloadError for one that cannot be right."""
    answers = {name: value for name, value in felt.items() if name != "morning"}
    own = check_in_from(answers, found.today, datetime.combine(found.today, time.max))
    pain = felt.get("morning")
    return own if pain is None else on_waking(own, _of_day(found.history, found.today), pain)


def _of_day(history: History, day: date) -> CheckIn | None:
    return next((c for c in reversed(history.check_ins) if c.day == day), None)


def _with(history: History, own: CheckIn) -> History:
    """The history with the answers laid over what it says of their day."""
    before = _of_day(history, own.day)
    kept = tuple(c for c in history.check_ins if c is not before)
    laid = own if before is None else before.with_answers(own)
    return replace(history, check_ins=(*kept, laid))


def over(answers: Sequence[GateAnswers]) -> tuple[GateAnswers, ...]:
    """One morning a day: later answers over earlier ones, what was not answered left alone."""
    days: dict[Any, GateAnswers] = {}
    for said in answers:
        before = days.get(said.day, GateAnswers(said.day))
        given = {f.name: getattr(said, f.name) for f in fields(said)}
        days[said.day] = replace(before, **{n: v for n, v in given.items() if v is not None})
    return tuple(days[day] for day in sorted(days))
