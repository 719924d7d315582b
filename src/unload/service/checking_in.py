"""The verbs that keep a check-in: what the runner says of a day, in twenty seconds or in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from unload.errors import Problem, UnloadError
from unload.importers.answers import read_answers
from unload.importers.checkins import spots_of
from unload.importers.wellness import check_in_or_problem
from unload.knowledge import load_knowledge
from unload.model.history import CheckIn
from unload.service.advising import time_zone
from unload.store import history, opening


@opening.opened()
def record_check_in(
    answers: Mapping[str, Any],
    day: date | None = None,
    *,
    zone: str | None = None,
    key: str | None = None,
) -> CheckIn:
    """Keep the answers of one day, over what was said of it before; the day as it now stands.

    `answers` are by the names of CheckIn; `spots` may be text like "calf:left:4:3; hip:right:2".
    What is not answered is left out: it stays as it was. What comes again under the same `key`
    changes nothing. Errors: UnloadError for an answer that cannot be right.
    """
    now = datetime.now(time_zone(zone)).replace(tzinfo=None)
    made = check_in_or_problem("check-in", day or now.date(), _read(answers), now)
    if isinstance(made, Problem):
        raise UnloadError(str(made))
    _know_places([made])
    return history.add(made, key)


@opening.opened()
def record_answers(
    path: Path, *, zone: str | None = None
) -> tuple[tuple[CheckIn, ...], tuple[Problem, ...]]:
    """Keep every check-in of a file of answers; what each day now says, and what was wrong."""
    now = datetime.now(time_zone(zone))
    _, told, problems = read_answers(path, now, today=now.date())
    _know_places(told)
    return tuple(history.add(check_in) for check_in in told), problems


@opening.opened()
def check_in_of(day: date | None = None, *, zone: str | None = None) -> CheckIn | None:
    """What was typed for a day so far."""
    return history.typed_on(day or datetime.now(time_zone(zone)).date())


def places() -> tuple[str, ...]:
    """The names of the places on the body that can be sore."""
    return tuple(load_knowledge().regions)


def _read(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with sore spots read from their text."""
    said = {name: value for name, value in answers.items() if value is not None}
    if isinstance(said.get("spots"), str):
        try:
            said["spots"] = spots_of(said["spots"])
        except ValueError as error:
            raise UnloadError(f"{error}.") from error
    return said


def _know_places(check_ins: Iterable[CheckIn]) -> None:
    """Refuse a sore spot at a place nobody knows, while the runner is there to be asked."""
    known = places()
    for spot in (spot for check_in in check_ins for spot in check_in.spots or ()):
        if spot.region not in known:
            near = get_close_matches(spot.region, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
            raise UnloadError(f"There is no place {spot.region!r} on the body; {hint}")
