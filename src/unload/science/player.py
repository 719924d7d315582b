"""Player: the steps of a routine and what happens -> where the session stands next.

One function, state and event to state; it knows no clock and no screen. What was answered with yes
ends the session for good, and a question is never passed over: while it is open, only its answer
counts.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from unload.model.body import Step
from unload.model.constants import RoutineConstants
from unload.model.play import Event, Hurt, Moment, Phase, Play, Press, Tick
from unload.science.cuts import EXERCISE

Steps = Sequence[Step]
BEFORE, AFTER = -1, 1


def begun(steps: Steps, day: date) -> Play:
    """The session before its first second: it waits until the runner lies right."""
    limits = tuple(step.limit for step in steps)
    return Play(day, 0, steps[0].total_s, Phase.WORK, paused=True, limits=limits)


def played(play: Play, event: Event, steps: Steps, constants: RoutineConstants) -> Play:
    """The state after one event; what is over stays as it is."""
    if play.phase.over:
        return play
    if isinstance(event, Tick):
        waits = play.paused or play.phase is Phase.ASKING
        return play if waits else _ticked(play, event.seconds, steps, constants)
    if play.phase is Phase.ASKING:
        return _answered(play, event, steps, constants)
    return _pressed(play, event, steps, constants)


def replayed(events: Iterable[Event], steps: Steps, day: date, constants: RoutineConstants) -> Play:
    """The state that a whole log of events comes to, from before the first second."""
    play = begun(steps, day)
    for event in events:
        play = played(play, event, steps, constants)
    return play


def _pressed(play: Play, press: Press, steps: Steps, constants: RoutineConstants) -> Play:
    """What a key does while nothing is asked; an answer to nothing does nothing."""
    match press:
        case Press.QUIT:
            return replace(play, phase=Phase.QUIT)
        case Press.PAUSE:
            return replace(play, paused=not play.paused)
        case Press.SKIP:
            changing = play.phase is Phase.CHANGE
            return _working(play, play.at, steps) if changing else _next(play, steps, constants)
        case Press.BACK:
            return _back(play, steps)
        case Press.HURTS:
            return _asking(play, steps)
        case _:
            return play


def moment(play: Play, steps: Steps, constants: RoutineConstants) -> Moment:
    """What is shown of the session as it stands."""
    step = steps[play.at]
    working = not play.changing and play.left_s > 0
    sets_left = max(math.ceil(play.left_s / step.seconds), 1) if working else step.sets
    limit = play.limits[play.at]
    ahead = _from(play, steps, play.at, AFTER)
    asking = play.phase in (Phase.ASKING, Phase.STOPPED)
    return Moment(
        phase=play.phase,
        paused=play.paused,
        number=play.at + 1,
        steps=len(steps),
        step=step,
        set_number=step.sets - sets_left + 1,
        left_s=play.left_s - (sets_left - 1) * step.seconds if working else play.left_s,
        limit=limit,
        eased=limit != step.limit,
        following=steps[ahead[0]] if ahead else None,
        rest_s=_rest_s(play, steps, ahead, constants),
        whole_s=_rest_s(begun(steps, play.day), steps, range(1, len(steps)), constants),
        about=steps[play.hurts[-1].step] if asking else None,
        changing=play.changing,
    )


def _rest_s(play: Play, steps: Steps, ahead: Sequence[int], constants: RoutineConstants) -> float:
    """The seconds that are still to come, with the changes of tools."""
    if play.phase.over:
        return 0
    pairs = zip([play.at, *ahead], ahead, strict=False)
    changes = sum(change_s(steps, before, after, constants) for before, after in pairs)
    waiting = steps[play.at].total_s if play.changing else 0
    return play.left_s + waiting + changes + sum(steps[n].total_s for n in ahead)


def _ticked(play: Play, seconds: float, steps: Steps, constants: RoutineConstants) -> Play:
    """The state so many seconds later, through as many steps as they hold."""
    while not play.phase.over and seconds >= play.left_s:
        seconds -= play.left_s
        if play.phase is Phase.CHANGE:
            play = _working(play, play.at, steps)
        else:
            play = _next(play, steps, constants)
    return play if play.phase.over else replace(play, left_s=play.left_s - seconds)


def _next(play: Play, steps: Steps, constants: RoutineConstants) -> Play:
    ahead = _from(play, steps, play.at, AFTER)
    if not ahead:
        return replace(play, phase=Phase.DONE, left_s=0)
    change = change_s(steps, play.at, ahead[0], constants)
    if change > 0:
        return replace(play, at=ahead[0], phase=Phase.CHANGE, left_s=change)
    return _working(play, ahead[0], steps)


def _back(play: Play, steps: Steps) -> Play:
    """The step from its beginning; from there, the one before it."""
    behind = _from(play, steps, play.at, BEFORE)
    fresh = play.phase is Phase.CHANGE or steps[play.at].total_s - play.left_s < 1
    return _working(play, behind[0] if fresh and behind else play.at, steps)


def _working(play: Play, at: int, steps: Steps) -> Play:
    return replace(play, at=at, phase=Phase.WORK, left_s=steps[at].total_s)


def _asking(play: Play, steps: Steps) -> Play:
    """The question about what hurts, with the step it is about written down at once.

    While tools are changed it is the step just done that is meant.
    """
    behind = _from(play, steps, play.at, BEFORE)
    at = behind[0] if play.phase is Phase.CHANGE and behind else play.at
    step = steps[at]
    technique = step.technique
    hurt = Hurt(play.day, at, technique.key, technique.region, step.side, play.limits[at])
    return replace(play, phase=Phase.ASKING, held=play.phase, hurts=(*play.hurts, hurt))


def _answered(play: Play, event: Press, steps: Steps, constants: RoutineConstants) -> Play:
    """Yes ends it; no lowers the pressure once, and the second time leaves the region out."""
    if event not in (Press.YES, Press.NO):
        return play
    hurt = replace(play.hurts[-1], alarming=event is Press.YES)
    play = replace(play, hurts=(*play.hurts[:-1], hurt))
    if hurt.alarming:
        return replace(play, phase=Phase.STOPPED)
    if sum(one.step == hurt.step for one in play.hurts) > 1:
        return _left(replace(play, left_out=(*play.left_out, hurt.region)), steps, constants)
    return replace(play, phase=play.held, limits=lowered(play.limits, hurt.step, constants))


def _left(play: Play, steps: Steps, constants: RoutineConstants) -> Play:
    """On with the first step that is not in a region left out."""
    if steps[play.at].technique.region in play.left_out:
        return _next(play, steps, constants)
    return replace(play, phase=play.held)


def lowered(
    limits: Sequence[float | None], at: int, constants: RoutineConstants
) -> tuple[float | None, ...]:
    """The limits with that of one step eased; a light touch is all that may be left."""
    held = limits[at]
    if held is None:
        return tuple(limits)
    eased = max(held - constants.hurt_eases.value, min(held, 1))
    return (*limits[:at], eased, *limits[at + 1 :])


def _from(play: Play, steps: Steps, at: int, way: int) -> list[int]:
    """The steps ahead of one or behind it, the nearest first, without regions left out."""
    every = range(at + 1, len(steps)) if way == AFTER else range(at - 1, -1, -1)
    return [n for n in every if steps[n].technique.region not in play.left_out]


def change_s(steps: Steps, before: int, after: int, constants: RoutineConstants) -> float:
    """The time to change the tool; an exercise needs none."""
    tools = {steps[before].technique.tool, steps[after].technique.tool} - {EXERCISE}
    return constants.change_tool_s.value if len(tools) > 1 else 0
