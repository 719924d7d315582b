"""The verb that writes the page for a specialist, from an answer and what the runner adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from numpy.random import default_rng

from unload.errors import Problem
from unload.importers.story import read_story
from unload.knowledge.figure import figures
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.constants import Knowledge
from unload.model.hand_over import HandOver, Story
from unload.model.specialist import Specialist
from unload.science.hand_over import hand_over
from unload.service.advising import SEED, Answer
from unload.service.demos import demo_of


@dataclass(frozen=True, slots=True)
class Page:
    """The page, what it rests on, the views of the body, and what could not be read."""

    hand_over: HandOver
    knowledge: Knowledge
    figures: Mapping[str, str]
    problems: tuple[Problem, ...]


def hand_over_page(
    answer: Answer,
    reader: Specialist,
    *,
    answers: Path | None = None,
    demo: str | None = None,
    name: str | None = None,
    worked: Sequence[Worked] = (),
    results: Sequence[ScreenResult] = (),
) -> Page:
    """The page for one reader; `answers` is a file with the runner's own words.

    Of a made-up runner, `demo`, it has theirs. `worked` are the sessions that are kept elsewhere,
    `results` the self-tests; what the file says of the same test counts more.

    Errors: UnloadError where the file cannot be read.
    """
    k = answer.knowledge
    own = Story() if demo is None else demo_of(demo).story
    story, problems = (own, ()) if answers is None else read_story(answers)
    found = {result.screen: result for result in (*results, *story.results)}
    story = replace(
        story,
        worked=tuple(dict.fromkeys((*worked, *story.worked))),
        results=tuple(found.values()),
    )
    if name is not None:
        story = replace(story, name=" ".join(name.split()))
    chance = default_rng(SEED)
    today = answer.advice.today
    page = hand_over(answer.history, today, k, chance, story=story, reader=reader)
    return Page(page, k, figures(), problems)
