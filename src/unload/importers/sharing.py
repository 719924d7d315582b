"""Count the time that two sessions share once: for a run first, then for what went further.

Two watches, a recording that was begun again, a walk that the phone noticed around a run: nobody
trains twice at one time. Neither is taken for the other and nothing is deleted; what the second of
them shares is left out of what it counts for, its distance and climb in proportion. Only moving
time is shared, from the start on: where the pauses of a watch left running lie is not known, and
an evening's run within its elapsed time is a run of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unload.importers.alike import elapsed_s, file_of, identity, shared_s
from unload.importers.marks import SALVAGED, SHARED
from unload.model.history import Session, Sport

# Nobody trains this often at one time; beyond it a table is made up.
COMPARED_MAX = 64
# Less than this is left of a session that another one covers; clocks round to the second.
NOTHING_S = 1.0
# What is split in proportion to the time.
_PARTS = ("distance_m", "climb_m", "hard_s")
_ON_FOOT = (Sport.RUN, Sport.WALK)
WATCH = "fit"
Pairs = Iterable[tuple[Session, Session]]
Apart = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sharing:
    """A session, who has part of its time, and what it counts for itself: None if for nothing."""

    session: Session
    beside: tuple[Session, ...]
    counted: Session | None

    @property
    def shared_s(self) -> float:
        return self.session.duration_s - (self.counted.duration_s if self.counted else 0.0)


def overlaps(kept: Sequence[Session]) -> Iterator[tuple[Session, Session]]:
    """Pairs, oldest first, that share time and are still two."""
    open_now: defaultdict[str, list[tuple[datetime, Session]]] = defaultdict(list)
    for session in kept:
        still = open_now[session.runner]
        still[:] = [pair for pair in still[-COMPARED_MAX:] if pair[0] > session.start]
        yield from ((other, session) for _, other in still if shared_s(other, session) > 0)
        still.append((session.start + timedelta(seconds=elapsed_s(session)), session))


def sharings(pairs: Pairs, apart: Apart) -> Iterator[Sharing]:
    """What is left of the sessions in these pairs; those that the runner keeps apart share none."""
    near: defaultdict[Session, list[Session]] = defaultdict(list)
    for one, other in pairs:
        if not _one_recorder(one, other) and frozenset(map(identity, (one, other))) not in apart:
            near[one].append(other)
            near[other].append(one)
    first = {session: place for place, session in enumerate(sorted(near, key=_precedence))}
    for session, place in first.items():
        beside = [o for o in near[session] if first[o] < place and _both_move(o, session)]
        if beside:
            yield _left(session, sorted(beside, key=first.__getitem__))


def _one_recorder(one: Session, other: Session) -> bool:
    """Whether one watch wrote both into one file: it did one after the other, whatever it sums."""
    return one.source == other.source == WATCH and file_of(one) == file_of(other)


def _left(session: Session, beside: list[Session]) -> Sharing:
    """The session without the time that those beside it have."""
    covered_s = _covered_s(session, beside)
    left_s = session.duration_s - covered_s
    told = tuple(beside)
    if left_s < NOTHING_S:
        return Sharing(session, told, None)
    parts = {
        name: value * left_s / session.duration_s
        for name in _PARTS
        if (value := getattr(session, name)) is not None
    }
    known_s = session.elapsed_s
    counted = replace(
        session,
        duration_s=left_s,
        elapsed_s=None if known_s is None else max(left_s, known_s - covered_s),
        marks=(*session.marks, SHARED),
        **parts,
    )
    return Sharing(session, told, counted)


def _covered_s(session: Session, beside: list[Session]) -> float:
    """The seconds of the session within the others' time, those that several share once."""
    total_s, reached = 0.0, session.start
    for other in sorted(beside, key=lambda o: o.start):
        begins, ends = max(reached, other.start), min(_end(session), _end(other))
        if ends > begins:
            total_s += (ends - begins).total_seconds()
            reached = ends
    return total_s


def _both_move(one: Session, other: Session) -> bool:
    """Whether the moving times of both overlap, laid from their starts on."""
    return max(one.start, other.start) < min(_end(one), _end(other))


def _end(session: Session) -> datetime:
    return session.start + timedelta(seconds=session.duration_s)


def _precedence(session: Session) -> tuple[object, ...]:
    """On foot before all else, what was measured whole, and what went further.

    Further and not longer: a watch left running counts hours, but no more metres.
    """
    return (
        _ON_FOOT.index(session.sport) if session.sport in _ON_FOOT else len(_ON_FOOT),
        SALVAGED in session.marks,
        -(session.distance_m or 0.0),
        -session.duration_s,
        session.start,
        session.sport,
        session.where,
    )
