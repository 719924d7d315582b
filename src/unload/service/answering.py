"""Make a check-in of what the runner answers now, before anything is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from unload.errors import Problem, UnloadError
from unload.importers.checkins import spots_of
from unload.importers.wellness import check_in_or_problem
from unload.knowledge import load_knowledge
from unload.model.history import CheckIn, Side


def places() -> tuple[str, ...]:
    """The names of the places on the body that can be sore."""
    return tuple(load_knowledge().regions)


def check_in_from(answers: Mapping[str, Any], day: date, now: datetime) -> CheckIn:
    """The check-in of one day; `spots` may be text like "calf:left:4:3; hip:right:2".

    Errors: UnloadError for an answer that cannot be right.
    """
    made = check_in_or_problem("check-in", day, _read(answers), now)
    if isinstance(made, Problem):
        raise UnloadError(str(made))
    know_places([made])
    return made


def on_waking(said: CheckIn, before: CheckIn | None, pain: float) -> CheckIn:
    """The answers with the pain of the morning on every spot that has none, said now or before."""
    spots = said.spots if said.spots is not None or before is None else before.spots
    told = tuple(s if s.next_morning is not None else replace(s, next_morning=pain)
                 for s in spots or ())  # fmt: skip
    return replace(said, spots=told or said.spots)


def _read(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with sore spots read from their text."""
    said = {name: value for name, value in answers.items() if value is not None}
    if isinstance(said.get("spots"), str):
        try:
            said["spots"] = spots_of(said["spots"])
        except ValueError as error:
            raise UnloadError(f"{error}.") from error
    return said


def know_places(check_ins: Iterable[CheckIn]) -> None:
    """Refuse a sore spot at a place that is not there, while the runner is there to be asked."""
    known = load_knowledge().regions
    for spot in (spot for check_in in check_ins for spot in check_in.spots or ()):
        if spot.region not in known:
            near = get_close_matches(spot.region, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
            raise UnloadError(f"There is no place {spot.region!r} on the body; {hint}")
        if spot.side is Side.MIDDLE and known[spot.region].sided:
            raise UnloadError(f"{spot.region} has no middle; say left, right or both.")
