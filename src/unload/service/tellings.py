"""The verbs about sessions that several files tell of: see the choices, and undo one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from unload.errors import UnloadError
from unload.importers.alike import identity
from unload.importers.group import Group
from unload.importers.merge import Merged, merge
from unload.importers.sharing import Sharing
from unload.model.history import Session
from unload.model.units import S_PER_MIN
from unload.store import choices, history, opening

SHOWN_DIGITS = 8


class NoSuchChoice(UnloadError):
    """No telling, or more than one, bears the name that was given."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A telling that is not counted: its short name, and why it is taken for the kept one."""

    name: str
    session: Session
    why: str
    worth_asking: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One session that several files tell of: what counts, and what was set aside."""

    kept: Session
    aside: tuple[SetAside, ...]


@opening.opened()
def made() -> tuple[Choice, ...]:
    """Every session that is told more than once, or shares its time, oldest first."""
    merged = settled(history.sessions())
    found = [_choice(group) for group in merged.groups if group.aside]
    found += [_shared(sharing) for sharing in merged.sharings if sharing.shared_s >= S_PER_MIN]
    return tuple(sorted(found, key=lambda choice: choice.kept.start))


@opening.opened()
def apart(name: str) -> Choice:
    """Count the telling of this name as a session of its own; the choice it was taken from.

    Errors: NoSuchChoice.
    """
    merged = settled(history.sessions())
    found = [
        (_choice(group), told.session, (group.kept, *(other.session for other in group.aside)))
        for group in merged.groups
        for told in group.aside
        if _is_named(told.session, name)
    ]
    found += [
        (_shared(sharing), sharing.session, sharing.beside)
        for sharing in merged.sharings
        if _is_named(sharing.session, name)
    ]
    if len(found) != 1:
        count = "no telling" if not found else f"{len(found)} tellings"
        raise NoSuchChoice(f"There is {count} named {name!r}; `unload choices` lists them.")
    choice, session, others = found[0]
    for other in others:
        if identity(other) != identity(session):
            choices.keep_apart(identity(session), identity(other))
    return choice


def _is_named(session: Session, name: str) -> bool:
    return bool(name) and identity(session).startswith(name.lower())


@opening.opened()
def together(name: str) -> int:
    """Let the telling of this name be merged again; how many pairs were forgotten.

    Errors: NoSuchChoice.
    """
    named = {
        one for pair in choices.apart() for one in pair if name and one.startswith(name.lower())
    }
    if not named:
        raise NoSuchChoice(f"Nothing named {name!r} was kept apart; `unload choices` lists it.")
    return sum(choices.together(one) for one in sorted(named))


@opening.opened()
def kept_apart() -> tuple[tuple[str, str], ...]:
    """The pairs that are not merged, by their short names."""
    return tuple(
        (short(one), short(other)) for one, other in sorted(sorted(p) for p in choices.apart())
    )


def short(name: str) -> str:
    """The first digits of an identity: enough to type, and to tell a life's sessions apart."""
    return name[:SHOWN_DIGITS]


def settled(told: Sequence[tuple[int, Session]]) -> Merged:
    """What is kept, merged: by the runner's word first, the newer import before the older one.

    `told` are the sessions of an open store with the numbers of their files; those of no import
    are about to come, and are the newest.
    """
    imports = history.newest_import()
    newness = {session: float(imports.get(file, math.inf)) for file, session in told}
    return merge((session for _, session in told), choices.apart(), newness)


def _choice(group: Group) -> Choice:
    aside = tuple(
        SetAside(
            name=short(identity(told.session)),
            session=told.session,
            why=told.why.value,
            worth_asking=told.why.worth_asking,
        )
        for told in group.aside
    )
    return Choice(group.kept, aside)


def _shared(sharing: Sharing) -> Choice:
    """A session that counts in part, under the one that has the time both share."""
    session = sharing.session
    why = f"{sharing.shared_s / S_PER_MIN:.0f} minutes of it are the same time, which counts once"
    aside = SetAside(short(identity(session)), session, why, worth_asking=True)
    return Choice(sharing.beside[0], (aside,))
