"""Find the sessions that several files tell of, and keep the richest telling of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from operator import attrgetter

from unload.importers.marks import NO_TIME_OF_DAY, SALVAGED, SPORT_UNKNOWN
from unload.model.history import Session

# A watch and its Strava copy differ by seconds; two different runs share no time at all.
OVERLAP_SHARE = 0.8
# A watch left running over night: beyond this the elapsed time says nothing about the session.
ELAPSED_TRUSTED = 4
_MEASURED = attrgetter("distance_m", "elapsed_s", "avg_hr", "max_hr", "climb_m", "rpe", "hard_s")
_PLACE = attrgetter("start", "runner", "sport", "duration_s", "source", "source_id", "where")
_CONTENT = attrgetter(
    "start", "sport", "duration_s", "race", "runner", "source", "source_id", "marks"
)


def merge(sessions: Iterable[Session]) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """(kept, duplicates), each oldest first; the order of the input does not matter.

    Two sessions of one runner are the same if their source gives them the same id, or if they are
    of one sport and share four fifths of the longer one's time. What is alike through a third is
    alike. A session of unknown sport is the same as any known one it overlaps.
    """
    ordered = sorted(sessions, key=_PLACE)
    parent = list(range(len(ordered)))
    for one, other in _alike(ordered):
        parent[_root(parent, one)] = _root(parent, other)
    groups: defaultdict[int, list[Session]] = defaultdict(list)
    for index, session in enumerate(ordered):
        groups[_root(parent, index)].append(session)
    kept, duplicates = [], []
    for group in groups.values():
        best = group[0] if len(group) == 1 else max(group, key=_richness)
        kept.append(best)
        group.remove(best)
        duplicates += group
    kept, shadows = _without_shadows(kept)
    return tuple(sorted(kept, key=_PLACE)), tuple(sorted(duplicates + shadows, key=_PLACE))


def _alike(ordered: list[Session]) -> Iterable[tuple[int, int]]:
    """Pairs of indexes that tell of one session."""
    by_id: dict[tuple[str, str, str], int] = {}
    open_now: defaultdict[tuple[str, str], list[tuple[datetime, int]]] = defaultdict(list)
    for index, session in enumerate(ordered):
        if session.source_id:
            key = (session.runner, session.source, session.source_id)
            yield by_id.setdefault(key, index), index
        still = open_now[session.runner, session.sport]
        # Only what has not ended yet can overlap; starts come in order.
        still[:] = [pair for pair in still if pair[0] > session.start]
        twins = [other for _, other in still if same_time(ordered[other], session)]
        yield from ((other, index) for other in twins)
        # A twin that adds nothing is not compared again, or one row repeated would take for ever.
        if not any(_content(ordered[other]) == _content(session) for other in twins):
            still.append((session.start + timedelta(seconds=_elapsed_s(session)), index))


def same_time(one: Session, other: Session) -> bool:
    """True if two sessions share at least four fifths of the longer one's time.

    One source may know the pauses and the other not, so elapsed or moving time may agree. Where
    the time of day is unknown everything starts at midnight, and only equal numbers are alike.
    """
    if NO_TIME_OF_DAY in one.marks or NO_TIME_OF_DAY in other.marks:
        return _numbers(one) == _numbers(other)
    apart_s = abs((one.start - other.start).total_seconds())
    first, second = (one, other) if one.start <= other.start else (other, one)
    return _share(first.duration_s, second.duration_s, apart_s) >= OVERLAP_SHARE or (
        _share(_elapsed_s(first), _elapsed_s(second), apart_s) >= OVERLAP_SHARE
    )


def _numbers(session: Session) -> tuple[object, ...]:
    return session.start, session.duration_s, session.distance_m


def _share(first_s: float, second_s: float, apart_s: float) -> float:
    """The part of the longer stretch that both cover; the second begins `apart_s` later."""
    return (min(first_s, apart_s + second_s) - apart_s) / max(first_s, second_s)


def _elapsed_s(session: Session) -> float:
    """The wall-clock length, or the moving time where the elapsed time cannot be trusted."""
    elapsed_s = session.elapsed_s
    trusted = elapsed_s is not None and elapsed_s <= ELAPSED_TRUSTED * session.duration_s
    return max(elapsed_s or 0.0, session.duration_s) if trusted else session.duration_s


def _without_shadows(kept: list[Session]) -> tuple[list[Session], list[Session]]:
    """Set aside sessions of unknown sport that a session of a known sport overlaps."""
    unknown = [s for s in kept if SPORT_UNKNOWN in s.marks]
    if not unknown:
        return kept, []
    known: defaultdict[tuple[str, int], list[Session]] = defaultdict(list)
    for session in kept:
        if SPORT_UNKNOWN not in session.marks:
            known[session.runner, session.start.toordinal()].append(session)
    shadows = [
        s
        for s in unknown
        for days in [(s.runner, s.start.toordinal() + shift) for shift in (-1, 0, 1)]
        if any(same_time(s, other) for other in known[days])
    ]
    gone = {id(s) for s in shadows}
    return [s for s in kept if id(s) not in gone], [s for s in unknown if id(s) in gone]


def _richness(session: Session) -> tuple[object, ...]:
    """Whole files before salvaged ones, more fields, the longer recording; then any fixed order."""
    known = sum(value is not None for value in _MEASURED(session))
    return (
        SPORT_UNKNOWN not in session.marks,
        SALVAGED not in session.marks,
        (session.distance_m or 0) > 0,
        known,
        session.duration_s,
        _content(session),
        session.where,
    )


def _content(session: Session) -> tuple[object, ...]:
    """Everything but the place it was read from; -1 stands for unknown, for None has no order."""
    return (*_CONTENT(session), *(-1 if v is None else v for v in _MEASURED(session)))


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index
