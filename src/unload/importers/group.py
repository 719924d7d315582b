"""All tellings of one session, and what the kept one borrows from the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from unload.importers.alike import Why
from unload.importers.marks import SALVAGED
from unload.model.history import Session

# How far and how long it was is the kept telling's alone, for the two belong together.
LENT = ("rpe", "avg_hr", "max_hr", "climb_m", "elapsed_s", "hard_s")


@dataclass(frozen=True, slots=True)
class Aside:
    """A telling that is not counted, and why it is taken for the kept one."""

    session: Session
    why: Why


@dataclass(frozen=True, slots=True)
class Group:
    """All tellings of one session: the one that counts, and those set aside.

    `lent` are the fields that the kept telling does not know, each with the telling that does.
    """

    kept: Session
    aside: tuple[Aside, ...] = ()
    lent: tuple[tuple[str, Session], ...] = ()

    @property
    def session(self) -> Session:
        """The kept telling, completed by what the others know."""
        session = self.kept
        for name, lender in self.lent:
            session = _with(session, name, lender)
        return session


def lent(kept: Session, others: Iterable[Session]) -> Iterator[tuple[str, Session]]:
    """What the kept telling does not know, with the first of the others that does.

    A number must agree with those that are known already, and a damaged file lends nothing.
    """
    session, lenders = kept, [other for other in others if SALVAGED not in other.marks]
    for name in LENT:
        for other in lenders if getattr(kept, name) is None else ():
            completed = _with(session, name, other)
            if completed != session and _agrees(completed) >= _agrees(session):
                session = completed
                yield name, other
                break
    raced = next((other for other in lenders if other.race and not kept.race), None)
    if raced is not None:
        yield "race", raced


def _with(session: Session, name: str, lender: Session) -> Session:
    value = {name: getattr(lender, name)}
    return replace(session, **value)


def _agrees(session: Session) -> bool:
    """Whether the mean is below the highest, and the hard part within the moving and the whole."""
    pairs = (
        (session.avg_hr, session.max_hr),
        (session.hard_s, session.duration_s),
        (session.duration_s, session.elapsed_s),
    )
    return all(low is None or high is None or low <= high for low, high in pairs)
