"""Find the sessions that several files tell of, and keep the richest telling of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from operator import attrgetter

from unload.importers.alike import (
    Why,
    elapsed_s,
    file_of,
    identity,
    same_day,
    same_kind,
    same_time,
    shifted,
)
from unload.importers.group import Aside, Group, lent
from unload.importers.marks import NO_TIME_OF_DAY, SALVAGED, SPORT_UNKNOWN
from unload.importers.sharing import COMPARED_MAX, Apart, Sharing, overlaps, sharings
from unload.model.history import Session

_STRENGTH = {why: place for place, why in enumerate(Why)}
_MEASURED = attrgetter("distance_m", "elapsed_s", "avg_hr", "max_hr", "climb_m", "rpe", "hard_s")
_PLACE = attrgetter("start", "runner", "sport", "duration_s", "source", "source_id", "where")
_CONTENT = attrgetter(
    "start", "sport", "duration_s", "race", "runner", "source", "source_id", "marks"
)


@dataclass(frozen=True)
class Merged:
    """Every session once. Nothing is lost: what is set aside stands beside what is kept.

    `overlaps` are pairs of kept sessions that share some of their time and not enough to be one;
    `sharings` say what is left of the second of each, so that the time counts once.
    """

    groups: tuple[Group, ...]
    overlaps: tuple[tuple[Session, Session], ...]
    sharings: tuple[Sharing, ...] = ()

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions that count, oldest first, each with all that is known of it."""
        left = {sharing.session: sharing.counted for sharing in self.sharings}
        told = (group.session for group in self.groups)
        counted = (left.get(session, session) for session in told)
        return tuple(session for session in counted if session is not None)

    @property
    def kept(self) -> tuple[Session, ...]:
        """The tellings that count as they were read, oldest first."""
        return tuple(group.kept for group in self.groups)

    @property
    def counted(self) -> tuple[Session, ...]:
        """Those of them that count for something: their time is not all another's."""
        none = {sharing.session for sharing in self.sharings if sharing.counted is None}
        return tuple(group.kept for group in self.groups if group.session not in none)

    @property
    def duplicates(self) -> tuple[Session, ...]:
        """The tellings that do not, oldest first."""
        aside = [told.session for group in self.groups for told in group.aside]
        return tuple(sorted(aside, key=_PLACE))


def merge(
    sessions: Iterable[Session],
    apart: Apart = frozenset(),
    newness: Mapping[Session, float] | None = None,
) -> Merged:
    """Every session once, oldest first; the order of the input does not matter.

    Two sessions of one runner are one if their source gives them the same id, if they are of one
    sport and share four fifths of the longer one's time, or on the weaker evidence of `alike`.
    What is alike through a third is alike, but never against `apart`: pairs of identities that
    the runner says are two. Of one source's tellings of one id the newest counts; `newness` says
    which that is where the caller knows, else the file does whose last session is later.
    """
    ordered = sorted(sessions, key=_PLACE)
    bundle = _Bundle(ordered, apart)
    for why, one, other in _strong(ordered):
        bundle.tie(one, other, why)
    ages = _Ages(ordered, newness or {})
    for why, one, other in _weak(ordered, bundle.best(ages)):
        bundle.tie(one, other, why)
    groups = [bundle.group(members, ages) for members in bundle.members()]
    groups.sort(key=lambda group: _PLACE(group.kept))
    pairs = tuple(overlaps([group.session for group in groups]))
    return Merged(tuple(groups), pairs, tuple(sharings(pairs, apart)))


class _Bundle:
    """Indexes of sessions tied into groups, with the reasons for the ties."""

    def __init__(self, ordered: list[Session], apart: Apart) -> None:
        self.ordered = ordered
        self._parent = list(range(len(ordered)))
        self._reasons: defaultdict[int, set[Why]] = defaultdict(set)
        self._files = [{file_of(session)} for session in ordered]
        self._foes: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in (tuple(pair) for pair in apart if len(pair) == 2):
            self._foes[one].add(other)
            self._foes[other].add(one)
        # Identities matter only where somebody has said that two are not one.
        self._names = [{identity(s)} & self._foes.keys() for s in ordered] if self._foes else []

    def tie(self, one: int, other: int, why: Why) -> None:
        """Make one group of two, unless the runner keeps any of theirs apart."""
        here, there = self.root(one), self.root(other)
        if here == there or self._kept_apart(here, there):
            return
        if why is Why.SHIFTED and self._files[here] & self._files[there]:
            return  # one file lists a run once, so these are a morning and an evening
        if len(self._files[here]) > len(self._files[there]):
            here, there = there, here
        self._parent[here] = there
        self._files[there] |= self._files[here]
        if self._names:
            self._names[there] = self._names[there] | self._names[here]
        for index in (one, other):
            self._reasons[index].add(why)

    def _kept_apart(self, here: int, there: int) -> bool:
        return bool(self._names) and any(
            self._foes[name] & self._names[there] for name in self._names[here]
        )

    def root(self, index: int) -> int:
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def members(self) -> list[list[int]]:
        """The groups as they stand, each in the order of its sessions."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for index in range(len(self.ordered)):
            found[self.root(index)].append(index)
        return list(found.values())

    def best(self, ages: _Ages) -> list[int]:
        """The session of each group that counts so far."""
        return sorted(self._best(members, ages) for members in self.members())

    def _best(self, members: list[int], ages: _Ages) -> int:
        return self._ranked(members, ages)[0]

    def _ranked(self, members: list[int], ages: _Ages) -> list[int]:
        """The richest telling first, without the older ones of one id: they have had their say."""
        if len(members) == 1:
            return members
        newest: dict[object, int] = {}
        for index in members:
            session = self.ordered[index]
            key = (session.source, session.source_id) if session.source_id else index
            if key not in newest or self._rank(index, ages) > self._rank(newest[key], ages):
                newest[key] = index
        return sorted(newest.values(), key=lambda i: _richness(self.ordered[i]), reverse=True)

    def _rank(self, index: int, ages: _Ages) -> tuple[object, ...]:
        return ages.of(self.ordered[index]), _richness(self.ordered[index])

    def group(self, members: list[int], ages: _Ages) -> Group:
        best, *others = self._ranked(members, ages)
        kept = self.ordered[best]
        if len(members) == 1:
            return Group(kept)
        aside = [Aside(self.ordered[i], self._reason(i, best)) for i in members if i != best]
        return Group(kept, tuple(aside), tuple(lent(kept, [self.ordered[i] for i in others])))

    def _reason(self, index: int, best: int) -> Why:
        """Why a telling is taken for the kept one: what links the two, else the weakest tie."""
        session, kept = self.ordered[index], self.ordered[best]
        if _content(session) == _content(kept):
            return Why.SAME_CONTENT
        if session.source_id and _id(session) == _id(kept):
            return Why.SAME_ID
        if session.sport is kept.sport and same_time(session, kept):
            return Why.SAME_TIME
        return max(self._reasons[index] | self._reasons[best], key=_STRENGTH.__getitem__)


class _Ages:
    """How new a telling is: what the caller says, and the latest session of its file."""

    def __init__(self, ordered: list[Session], newness: Mapping[Session, float]) -> None:
        self._newness = newness
        self._latest: dict[str, datetime] = {}
        for session in ordered:  # starts come in order, so the last one stays
            if session.source_id:
                self._latest[file_of(session)] = session.start

    def of(self, session: Session) -> tuple[float, datetime]:
        said = self._newness.get(session, 0.0)
        return said, self._latest.get(file_of(session), session.start)


def _strong(ordered: list[Session]) -> Iterator[tuple[Why, int, int]]:
    """Pairs of one id, or of one sport and time."""
    by_id: dict[tuple[str, str, str], int] = {}
    open_now: defaultdict[tuple[str, str], list[tuple[datetime, int]]] = defaultdict(list)
    for index, session in enumerate(ordered):
        if session.source_id:
            yield Why.SAME_ID, by_id.setdefault(_id(session), index), index
        still = open_now[session.runner, session.sport]
        # Only what has not ended yet can overlap; starts come in order.
        still[:] = [pair for pair in still[-COMPARED_MAX:] if pair[0] > session.start]
        twins = [other for _, other in still if same_time(ordered[other], session)]
        yield from ((Why.SAME_TIME, other, index) for other in twins)
        # A twin that adds nothing is not compared again, or one row repeated would take for ever.
        if not any(_content(ordered[other]) == _content(session) for other in twins):
            still.append((session.start + timedelta(seconds=elapsed_s(session)), index))


def _weak(ordered: list[Session], best: list[int]) -> Iterator[tuple[Why, int, int]]:
    """Pairs of groups whose sport is not said, whose day alone is, or whose clocks disagree.

    A diary's entry means one run, and a run is meant by one entry of a diary: each is tied once.
    """
    by_day: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    meant: set[int] = set()
    for index in best:
        by_day[ordered[index].runner, ordered[index].start.toordinal()].append(index)
    for index in best:
        session = ordered[index]
        day = session.start.toordinal()
        near = [
            other
            for around in (day - 1, day, day + 1)
            for other in by_day.get((session.runner, around), ())
            if other != index
        ]
        if len(near) > COMPARED_MAX:
            continue
        near = [other for other in near if same_kind(session, ordered[other])]
        if SPORT_UNKNOWN in session.marks:
            yield from ((Why.SPORT_UNNAMED, o, index) for o in _named(session, near, ordered))
        if NO_TIME_OF_DAY in session.marks:
            runs = [o for o in near if o not in meant and same_day(session, ordered[o])]
            meant.update(runs[:1])
            yield from ((Why.SAME_DAY, o, index) for o in runs[:1])
        yield from (
            (Why.SHIFTED, o, index) for o in near if o < index and shifted(session, ordered[o])
        )


def _named(session: Session, near: list[int], ordered: list[Session]) -> list[int]:
    """The first session of a named sport at the same time; one, for it may not join two sports."""
    named = (o for o in near if SPORT_UNKNOWN not in ordered[o].marks)
    return [o for o in named if same_time(session, ordered[o])][:1]


def _richness(session: Session) -> tuple[object, ...]:
    """Whole files before salvaged ones, more fields, the longer recording; then any fixed order."""
    known = sum(value is not None for value in _MEASURED(session))
    return (
        SPORT_UNKNOWN not in session.marks,
        NO_TIME_OF_DAY not in session.marks,
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


def _id(session: Session) -> tuple[str, str, str]:
    return session.runner, session.source, session.source_id
