"""The verbs of the body that know the store: what is kept of a runner, and what was done today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from unload.knowledge import load_knowledge
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.play import Hurt
from unload.service.body import Visit, visit
from unload.service.stored import NAME, standing, stored_reading
from unload.store import body_sayings, opening, screens
from unload.store import worked as book


def visit_stored(**known: Any) -> Visit:
    """What is known of the runner whose history is kept; it takes what `visit` takes.

    Where nothing is kept yet nothing is made, and the runner is known by their answers alone.
    """
    if not _is_there():
        return visit(**known)
    on = visit(NAME, reading=stored_reading(), **known)
    runner = known.get("runner") or ""
    answers = {**standing(runner, on.today), **on.answers}
    kept = worked_of(runner)
    return replace(
        on,
        answers=answers,
        worked=tuple(dict.fromkeys((*kept, *on.worked))),
        results=with_kept(on.results, runner, on.today),
    )


def with_kept(results: Iterable[ScreenResult], runner: str, day: date) -> tuple[ScreenResult, ...]:
    """What was found in self-tests, over what is kept of each; of those that are still known."""
    known = load_knowledge().screens
    told = {r.screen: r for _, r in found_by(runner, day).values() if r.screen in known}
    return tuple((told | {result.screen: result for result in results}).values())


def keep_answers(runner: str, before: Visit, after: Visit) -> None:
    """Keep what was answered to the red-flag questions in between, where a store is."""
    new = {k: yes for k, yes in after.answers.items() if before.answers.get(k) is not yes}
    if new and _is_there():
        _keep_answers(runner, after.today, new)


@opening.opened()
def _keep_answers(runner: str, day: date, answers: Mapping[str, bool]) -> None:
    body_sayings.add(runner, day, answers)


@opening.opened()
def keep_results(runner: str, day: date, results: Iterable[ScreenResult]) -> None:
    """Keep what was found in self-tests; one that says nothing takes an older one back."""
    screens.add(runner, day, results)


@opening.opened()
def found_by(runner: str, day: date) -> dict[str, tuple[date, ScreenResult]]:
    """What stands of the self-tests by their keys, each with its day."""
    return screens.standing(runner, day)


@opening.opened()
def hurts_of(runner: str) -> tuple[Hurt, ...]:
    """Every "that hurts" that is kept."""
    return tuple(book.hurts(runner))


def worked_of(runner: str) -> tuple[Worked, ...]:
    """Every session on a sore spot that is kept."""
    return _worked(runner) if _is_there() else ()


@opening.opened()
def keep_session(runner: str, worked: Iterable[Worked], hurts: Iterable[Hurt]) -> None:
    """Keep how sore each spot was before and after, and everything that hurt meanwhile."""
    book.add(runner, worked, hurts)


@opening.opened()
def keep_sent(
    runner: str, day: date, key: str, worked: Iterable[Worked], hurts: Iterable[Hurt]
) -> None:
    """The same of a session that was sent from elsewhere, once for each key."""
    book.add_sent(runner, day, key, worked, hurts)


def stopped_on(runner: str, day: date) -> bool:
    """Whether a session of a day was stopped by what was answered, wherever it was played."""
    return _is_there() and _stopped_on(runner, day)


@opening.opened()
def _stopped_on(runner: str, day: date) -> bool:
    return book.stopped_on(runner, day)


@opening.opened()
def played_on(runner: str, day: date) -> bool:
    """Whether a session of a day was sent."""
    return book.played_on(runner, day)


@opening.opened()
def _worked(runner: str) -> tuple[Worked, ...]:
    return tuple(book.worked(runner))


def _is_there() -> bool:
    return not opening.is_sqlite() or opening.store_file().exists()
