"""Keep the books over everything read under a path: what counts, what is set aside, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unload.errors import NoRuns, Problem
from unload.importers.group import Group
from unload.importers.marks import LEFT_RUNNING, SALVAGED
from unload.importers.merge import merge
from unload.importers.protocol import Importer, Note
from unload.importers.reading import (
    WEIGHTS_LEFT,
    FileRead,
    Place,
    Progress,
    State,
    each_file,
    folder_of,
)
from unload.importers.sharing import Apart, Sharing
from unload.importers.wellness import one_a_day
from unload.model.history import CheckIn, Session
from unload.model.units import S_PER_MIN

_SHOWN_PROBLEMS = 3
# Clocks round, and the legs of a triathlon touch: less than this is not worth a line.
_TOLD_S, _SHOWN_SHARINGS = 60.0, 3
_REMARKS = {
    SALVAGED: (
        "file is damaged; what could be decoded of it counts.",
        "files are damaged; what could be decoded of them counts.",
    ),
    LEFT_RUNNING: (
        "activity took many times as long as it moved; its moving time counts.",
        "activities took many times as long as they moved; their moving time counts.",
    ),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was under a path: imported + duplicate + quarantined == seen.

    `covered` recordings are told by a table beside them and were not read again;
    `not_activities` were read and hold none; `others` says what else was there, and how often.
    `choices` are the sessions that several files tell of, with what was set aside and why;
    `overlaps` share time, which counts once; `notes` say what was assumed.
    """

    sessions: tuple[Session, ...]
    check_ins: tuple[CheckIn, ...]
    problems: tuple[Problem, ...]
    files: int
    seen: int
    imported: int
    duplicate: int
    quarantined: int
    not_activities: int
    covered: int
    others: tuple[tuple[str, int], ...]
    choices: tuple[Group, ...] = ()
    overlaps: tuple[tuple[Session, Session], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class _Desk:
    """The books while reading."""

    sessions: list[Session] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    indexed: list[str] = field(default_factory=list)
    unclaimed: list[tuple[str, str]] = field(default_factory=list)
    silent: int = 0
    covered: int = 0
    files: int = 0


def read_with(
    importers: Sequence[Importer],
    path: Path,
    place: Place,
    progress: Progress,
    apart: Apart = frozenset(),
) -> Reading:
    """Everything under `path`; NoRuns, with what was found instead, if nothing can be read.

    `apart` holds pairs of identities that the runner says are not the same session.
    """
    desk = _Desk()
    for read in each_file(importers, path, place, progress):
        _book(read, desk)
    return _closed(path, desk, apart)


def _book(read: FileRead, desk: _Desk) -> None:
    """Put one file into the books."""
    desk.files += 1
    desk.covered += read.state is State.COVERED
    desk.silent += read.state is State.SILENT
    if read.state is State.UNCLAIMED:
        desk.unclaimed.append((read.name, read.looks_like))
    if read.covers is not None:
        desk.indexed.append(folder_of(read.name))
    for record in read.records:
        if isinstance(record, Session):
            desk.sessions.append(record)
        elif isinstance(record, CheckIn):
            desk.check_ins.append(record)
        elif isinstance(record, Note):
            # Here nothing is kept, and so nobody can ask for weights to be kept.
            desk.notes += [record] if record.message != WEIGHTS_LEFT else []
        else:
            desk.problems.append(record)


def _closed(path: Path, desk: _Desk, apart: Apart) -> Reading:
    """The closed books."""
    unread, others = judged(desk.unclaimed, desk.indexed, desk.files)
    desk.problems += unread
    if not desk.sessions and not desk.check_ins:
        raise NoRuns(_nothing(path, desk, others))
    merged = merge(desk.sessions, apart)
    return Reading(
        sessions=merged.sessions,
        check_ins=one_a_day(desk.check_ins),
        problems=tuple(desk.problems),
        files=desk.files,
        seen=len(desk.sessions) + len(desk.problems),
        imported=len(merged.sessions),
        duplicate=len(desk.sessions) - len(merged.sessions),
        quarantined=len(desk.problems),
        not_activities=desk.silent,
        covered=desk.covered,
        others=tuple(others.most_common()),
        choices=tuple(group for group in merged.groups if group.aside),
        overlaps=merged.overlaps,
        notes=(*noted(desk.notes), *remarks(merged.sessions, merged.sharings)),
    )


def noted(notes: Iterable[Note]) -> Iterator[str]:
    """What was assumed, each once: an export may hold a file for every month."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        places[note.message].append(note.where)
    for message, where in places.items():
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        yield f"{where[0]}{more}: {message}"


def remarks(sessions: Iterable[Session], sharings: Iterable[Sharing]) -> Iterator[str]:
    """What was read otherwise than as it stands, in a sentence for each kind."""
    marks = Counter(mark for session in sessions for mark in session.marks)
    for mark, (one, many) in _REMARKS.items():
        if marks[mark]:
            yield f"{marks[mark]} {one if marks[mark] == 1 else many}"
    shared = [sharing for sharing in sharings if sharing.shared_s >= _TOLD_S]
    for sharing in shared[:_SHOWN_SHARINGS]:
        yield (
            f"{sharing.session.where}: {sharing.shared_s / S_PER_MIN:.0f} minutes of it are also "
            f"those of {sharing.beside[0].where}, and count there alone."
        )
    if len(shared) > _SHOWN_SHARINGS:
        yield f"{len(shared) - _SHOWN_SHARINGS} more share time with another, which counts once."


def judged(
    unclaimed: Iterable[tuple[str, str]], indexed: Sequence[str], files: int
) -> tuple[list[Problem], Counter[str]]:
    """Unclaimed files become problems where a runner would expect them to hold activities.

    The photos and side tables of an export are only counted: naming each would bury what matters.
    `unclaimed`: names and what they look like; `indexed`: folders with a list of their recordings.
    """
    problems: list[Problem] = []
    others: Counter[str] = Counter()
    for name, words in unclaimed:
        beside_index = any(name.startswith(root) for root in indexed)
        ending = name.lower().removesuffix(".gz").rpartition(".")[2]
        expected = ending in ("fit", "tcx", "gpx") or (ending == "csv" and not beside_index)
        if expected or files == 1:
            problems.append(Problem(name, f"is no known format; it looks like {words}."))
        else:
            others["a table" if words.startswith("a table") else words] += 1
    return problems, others


def _nothing(path: Path, desk: _Desk, others: Counter[str]) -> str:
    """What was found where runs were looked for."""
    told = [f"{problem}" for problem in desk.problems[:_SHOWN_PROBLEMS]]
    if len(desk.problems) > _SHOWN_PROBLEMS:
        told.append(f"and {len(desk.problems) - _SHOWN_PROBLEMS} more of the kind.")
    told += list(noted(desk.notes))[:_SHOWN_PROBLEMS]
    told += [f"{count} x {words}." for words, count in others.most_common(_SHOWN_PROBLEMS)]
    if desk.silent:
        told.append(f"{desk.silent} readable without an activity in it (settings, workouts).")
    told = told or ["it is empty."]
    return f"No activity could be read from {path}. What is there: " + " ".join(told)
