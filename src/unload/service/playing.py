"""The verbs of the player: begin a session or go on with it, one event at a time, and end it.

Where it stands is kept in one small file of the data folder, so that it outlives the program. It
is thrown away when its day ends or the routine becomes another one. A session that was stopped by
what was answered stays stopped for the day, whatever the routine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from unload import settings
from unload.errors import UnloadError
from unload.model.body import Routine, Step
from unload.model.complaint import Look, Worked
from unload.model.constants import Knowledge
from unload.model.history import Side, SoreSpot
from unload.model.play import Event, Hurt, Moment, Phase, Play
from unload.science.body import felt
from unload.science.player import begun, moment, played
from unload.science.sites import sites_of
from unload.service.body import Visit, look

FILE, FRESH = "session.json", ".new"
DIGEST_BYTES = 16
ONLY_OWN = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Workout:
    """The look with its routine, the spots whose soreness is asked, and how the day stands.

    `stopped` says that today's session was stopped by what was answered, here or on a terminal;
    `done` that one was sent.
    """

    look: Look
    sore: tuple[SoreSpot, ...]
    stopped: bool
    done: bool

    @property
    def routine(self) -> Routine | None:
        """What there is to do; None where nothing is, or something stands in the way of it."""
        found = self.look.seen.routine
        return found if found is not None and found.steps and not self.stopped else None


@dataclass(frozen=True, slots=True)
class Playing:
    """A session under way: whose it is, its routine, where it stands, what was said before it.

    `before` holds every sore spot once, on the side it was named, with the soreness before;
    `answers` are those to the red-flag questions; `goes_on` says that it was begun before.
    """

    whose: str
    routine: str
    play: Play
    before: tuple[Worked, ...] = ()
    answers: Mapping[str, bool] | None = None
    goes_on: bool = False

    @property
    def stopped(self) -> bool:
        return self.play.phase is Phase.STOPPED


def digest(*said: object) -> str:
    """A short name for anything that can be written down."""
    return blake2b(repr(said).encode(), digest_size=DIGEST_BYTES).hexdigest()


def own() -> str:
    """Whose a session is where neither a demo nor a runner was named: theirs who keeps records."""
    return digest(None, None)


def kept(whose: str, today: date) -> Playing | None:
    """The session of this runner and this day that was not finished, if there is one."""
    found = _found()
    if found is not None and found.play.day != today:
        forget()
        return None
    return found if found is not None and found.whose == whose else None


def stopped_on(whose: str, day: date) -> bool:
    """Whether this runner's session of a day was stopped here; nothing is thrown away for that."""
    found = _found()
    return found is not None and (found.whose, found.play.day, found.stopped) == (whose, day, True)


def begin(
    whose: str, on: Visit, routine: Routine, before: Sequence[Worked], found: Playing | None
) -> Playing:
    """The session where it stood, or from its start where it is another one than before."""
    steps = routine.steps
    own = digest(*[(s.technique.key, s.side.value, s.sets, s.seconds, s.spot) for s in steps])
    if found is not None and found.routine == own and _fits(found.play, steps):
        return replace(found, play=replace(found.play, paused=True), goes_on=True)
    return Playing(whose, own, begun(steps, on.today), tuple(before), dict(on.answers))


def _fits(play: Play, steps: Sequence[Step]) -> bool:
    """Whether a state that was read can be one of these steps; a file may have been tampered with.

    What is over is not gone on with.
    """
    places = [play.at, *(hurt.step for hurt in play.hurts)]
    return (
        not play.phase.over
        and len(play.limits) == len(steps)
        and all(0 <= place < len(steps) for place in places)
        and play.left_s > 0
        and (play.phase is not Phase.ASKING or bool(play.hurts))
        and play.held in (Phase.WORK, Phase.CHANGE)
    )


def next_state(now: Playing, event: Event, steps: Sequence[Step], knowledge: Knowledge) -> Playing:
    """The session after one event."""
    return replace(now, play=played(now.play, event, steps, knowledge.routine))


def shown(now: Playing, steps: Sequence[Step], knowledge: Knowledge) -> Moment:
    """What there is to see of it."""
    return moment(now.play, steps, knowledge.routine)


def save(now: Playing) -> None:
    """Keep where it stands: the whole file or, whatever happens meanwhile, the one before it.

    Errors: UnloadError where the folder cannot be written.
    """
    path = _file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_suffix(FRESH)
        with os.fdopen(os.open(fresh, ONLY_OWN, 0o600), "w") as file:
            json.dump(asdict(now), file, default=str)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        said = f"Where the session stands cannot be kept in {path.parent} ({error.strerror})"
        raise UnloadError(f"{said}; --print lists it.") from error


def forget() -> None:
    """Throw away what is kept of a session, and what was half written when it was killed."""
    for path in (_file(), _file().with_suffix(FRESH)):
        with suppress(OSError):
            path.unlink()


def sore(on: Visit) -> tuple[SoreSpot, ...]:
    """The spots whose soreness is asked before a session and after it."""
    return sore_in(look(on))


def sore_in(seen: Look) -> tuple[SoreSpot, ...]:
    """The same of a look that was taken already."""
    return tuple(spot for spot in seen.spots if felt(spot) > 0)


def with_before(on: Visit, before: Sequence[Worked]) -> Visit:
    """The visit with the soreness just told in the place of an older one."""
    told = {(w.region, w.side): w.before for w in before if w.before is not None}
    if not told:
        return on
    spots = (
        replace(spot, pain=told.get((spot.region, spot.side), spot.pain)) for spot in look(on).spots
    )
    return replace(on, spots=tuple(spots))


def restored(on: Visit, found: Playing) -> Visit:
    """The visit with what was said before the session that was not finished."""
    answered = {**on.answers, **(found.answers or {})}
    return with_before(replace(on, answers=answered), found.before)


def by_site(worked: Sequence[Worked], knowledge: Knowledge) -> tuple[Worked, ...]:
    """Each side apart, without the spots of which nothing was said."""
    return tuple(
        replace(one, side=side)
        for one in worked
        if one.before is not None or one.after is not None
        for _, side in sites_of(knowledge.regions[one.region], one.side)
    )


def _file() -> Path:
    return settings.data_folder(os.environ) / FILE


def _found() -> Playing | None:
    """What the file holds, whosever it is; a damaged one holds nothing."""
    try:
        return _read(json.loads(_file().read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read(told: Mapping[str, Any]) -> Playing:
    """A session out of its file; one of the errors of `_found` where it is none."""
    play = told["play"]
    return Playing(
        whose=str(told["whose"]),
        routine=str(told["routine"]),
        play=Play(
            day=date.fromisoformat(play["day"]),
            at=int(play["at"]),
            left_s=float(play["left_s"]),
            phase=Phase(play["phase"]),
            paused=bool(play["paused"]),
            limits=tuple(None if limit is None else float(limit) for limit in play["limits"]),
            hurts=tuple(_hurt(hurt) for hurt in play["hurts"]),
            left_out=tuple(str(region) for region in play["left_out"]),
            held=Phase(play["held"]),
        ),
        before=tuple(_worked(one) for one in told["before"]),
        answers={str(key): bool(yes) for key, yes in (told["answers"] or {}).items()},
    )


def _hurt(told: Mapping[str, Any]) -> Hurt:
    return Hurt(**{**told, "day": date.fromisoformat(told["day"]), "side": Side(told["side"])})


def _worked(told: Mapping[str, Any]) -> Worked:
    return Worked(**{**told, "day": date.fromisoformat(told["day"]), "side": Side(told["side"])})
