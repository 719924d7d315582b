"""The verb that asks the gate from files: go on, three more easy days, or see someone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from unload.errors import Problem
from unload.importers.comeback_answers import ComebackAnswers, read_comeback
from unload.knowledge import load_knowledge
from unload.model.comeback import GateAnswers, Light, WayBack
from unload.model.constants import Knowledge
from unload.model.plan import Wishes
from unload.science.way_back import next_rung, way_back
from unload.science.week import NO_WISHES
from unload.service.advising import gathered, with_runs

# What the check-in cannot know, by the criterion that needs it.
ASKABLE = ("walking", "heel raises")


@dataclass(frozen=True, slots=True)
class GateTold:
    """The gate's answer, what it rests on, and which criteria of today only the runner knows."""

    back: WayBack
    knowledge: Knowledge
    careful_weeks: int
    problems: tuple[Problem, ...]

    @property
    def to_ask(self) -> tuple[str, ...]:
        return tuple(
            c.name
            for c in self.back.gate.criteria
            if c.day == self.back.today and c.light is Light.UNKNOWN and c.name in ASKABLE
        )


def gate_path(
    path: Path | str,
    *,
    said: GateAnswers | None = None,
    kept: Sequence[GateAnswers] = (),
    careful_weeks: int = 0,
    ladder: bool = False,
    wishes: Wishes = NO_WISHES,
    grid_m: float = 500.0,
    **known: Any,
) -> GateTold:
    """What the gate says of the runner whose files lie under `path`.

    `known` is what `gathered` takes. `said` are today's answers (whatever day they carry), over
    those of the file of answers, over those `kept` from before. `careful_weeks` is how many weeks
    in a row it has said "not yet". With `ladder` the next rung stands behind it, not a week.
    """
    found = with_runs(gathered(path, **known))
    file = known.get("answers")
    told = ComebackAnswers() if file is None else read_comeback(file)
    newest = () if said is None else (replace(said, day=found.today),)
    answers = over((*kept, *told.gate, *newest))
    knowledge = load_knowledge()
    back = way_back(
        found.history, found.today, answers, knowledge, grid_m,
        plan=found.plan, wishes=wishes, amber_weeks=careful_weeks,
    )  # fmt: skip
    if ladder:
        back = next_rung(back, told.ladder, knowledge)
    return GateTold(back, knowledge, careful_weeks, (*found.reading.problems, *told.problems))


def over(answers: Sequence[GateAnswers]) -> tuple[GateAnswers, ...]:
    """One morning a day: later answers over earlier ones, what was not answered left alone."""
    days: dict[Any, GateAnswers] = {}
    for said in answers:
        before = days.get(said.day, GateAnswers(said.day))
        given = {f.name: getattr(said, f.name) for f in fields(said)}
        days[said.day] = replace(before, **{n: v for n, v in given.items() if v is not None})
    return tuple(days[day] for day in sorted(days))
