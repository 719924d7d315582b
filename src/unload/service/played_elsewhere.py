"""A session that is played where the program is not: its steps as data, and its log played again.

A page that plays without a connection is given the steps with every number it needs; what it sends
back is what happened and when. Only what the log comes to here is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from unload.errors import UnloadError
from unload.model.body import Step
from unload.model.constants import Knowledge
from unload.model.history import Side
from unload.model.play import Event, Phase, Play, Press
from unload.science import player

MADE_BY_ANOTHER = "That session is of another release of Unload; its steps are not known here."
Row = list[Any]


def rows_of(steps: Sequence[Step]) -> list[Row]:
    """The steps as values that JSON holds, as far as playing them goes."""
    return [[s.technique.key, s.side.value, s.sets, s.seconds, s.spot, s.limit] for s in steps]


def steps_of(rows: Sequence[Row], knowledge: Knowledge) -> tuple[Step, ...]:
    """The steps of such rows; UnloadError where a technique is not known any more."""
    known = {technique.key: technique for technique in knowledge.techniques}
    if not all(key in known for key, *_ in rows):
        raise UnloadError(MADE_BY_ANOTHER)
    return tuple(
        Step(known[key], Side(side), sets, seconds, spot=spot, limit=limit)
        for key, side, sets, seconds, spot, limit in rows
    )


def changes_of(steps: Sequence[Step], knowledge: Knowledge) -> list[list[float]]:
    """The seconds it takes to change from the tool of each step to that of each other one."""
    places = range(len(steps))
    return [
        [player.change_s(steps, here, there, knowledge.routine) for there in places]
        for here in places
    ]


def eased_of(steps: Sequence[Step], knowledge: Knowledge) -> list[float | None]:
    """The limit of each step once it has hurt."""
    limits = tuple(step.limit for step in steps)
    return [player.lowered(limits, n, knowledge.routine)[n] for n in range(len(steps))]


def replayed(
    events: Sequence[Event], steps: Sequence[Step], day: date, knowledge: Knowledge
) -> Play:
    """What a log comes to."""
    return player.replayed(events, steps, day, knowledge.routine)


def listed(
    hurt: Mapping[int, bool], steps: Sequence[Step], day: date, knowledge: Knowledge
) -> Play:
    """What a list comes to on which steps that hurt were marked, and whether in a way that stops.

    It is read as if the steps had been gone through one by one.
    """
    play = player.begun(steps, day)
    for event in _gone_through(hurt, len(steps)):
        play = player.played(play, event, steps, knowledge.routine)
        while play.phase is Phase.CHANGE:
            play = player.played(play, Press.SKIP, steps, knowledge.routine)
    return play


def _gone_through(hurt: Mapping[int, bool], steps: int) -> Iterator[Event]:
    for number in range(steps):
        if number in hurt:
            yield Press.HURTS
            yield Press.YES if hurt[number] else Press.NO
        yield Press.SKIP
