"""Read every file under a path with the formats there are, and keep the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path

from unload.errors import NoRuns, Problem, UnloadError
from unload.importers.files import opened
from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.merge import merge
from unload.importers.plausible import restated
from unload.importers.protocol import File, Importer, Index
from unload.importers.sniff import looks_like
from unload.model.history import WELLNESS_ITEMS, CheckIn, Session, Sport

Progress = Callable[[int, int, str], None]
_SHOWN_PROBLEMS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was under a path: imported + duplicate + quarantined == seen.

    `covered` recordings are told by a table beside them and were not read again;
    `not_activities` were read and hold none; `others` says what else was there, and how often.
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


@dataclass
class _Desk:
    """The books while reading."""

    sessions: list[Session] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    covering: dict[str, frozenset[str]] = field(default_factory=dict)
    unclaimed: list[tuple[str, str]] = field(default_factory=list)
    silent: int = 0
    covered: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when the runner is, and what an unnamed sport is to be taken for."""

    zone: tzinfo
    now: datetime
    sport: Sport | None = None


def read_with(
    importers: Sequence[Importer], path: Path, place: Place, progress: Progress
) -> Reading:
    """Everything under `path`; NoRuns, with what was found instead, if nothing can be read."""
    desk = _Desk()
    with opened(path) as found:
        desk.problems += found.problems
        total = len(found.files)
        # Files leave the list as they are read, so that their heads do not pile up in memory.
        waiting = found.files[::-1]
        found.files.clear()
        for done in range(total):
            file = waiting.pop()
            progress(done, total, file.name)
            _read_file(file, importers, desk, place)
        progress(total, total, "")
    return _closed(path, desk, total)


def _read_file(file: File, importers: Sequence[Importer], desk: _Desk, place: Place) -> None:
    """Put one file into the books; whatever is wrong with it stays with it."""
    if any(file.name.removeprefix(root) in names for root, names in desk.covering.items()):
        desk.covered += 1
        return
    before = len(desk.sessions) + len(desk.check_ins) + len(desk.problems)
    try:
        claims = [importer for importer in importers if importer.identify(file)]
        if len(claims) == 1:
            _read_claimed(file, claims[0], desk, place)
        elif claims:
            names = " and ".join(claim.name for claim in claims)
            said = f"is claimed by {names}; it is not clear which one is right."
            desk.problems.append(Problem(file.name, said))
        else:
            desk.unclaimed.append((file.name, looks_like(file)))
            return
    except UnloadError as error:
        desk.problems.append(Problem(file.name, str(error)))
    except Exception as error:  # noqa: BLE001 # a format may break in any way; the rest is read
        kind = type(error).__name__
        said = f"cannot be read ({kind}: {error}). The file is damaged or of a new kind."
        desk.problems.append(Problem(file.name, said))
    if before == len(desk.sessions) + len(desk.check_ins) + len(desk.problems):
        desk.silent += 1


def _read_claimed(file: File, importer: Importer, desk: _Desk, place: Place) -> None:
    if isinstance(importer, Index):
        desk.covering[_folder(file.name)] = importer.covers(file)
    for found in importer.read(file, place.zone, place.now):
        record = found
        if isinstance(record, Session) and place.sport and SPORT_UNKNOWN in record.marks:
            record = restated(record, place.sport, place.now)
        if isinstance(record, Session):
            desk.sessions.append(record)
        elif isinstance(record, CheckIn):
            desk.check_ins.append(record)
        else:
            desk.problems.append(record)


def _folder(name: str) -> str:
    """The label up to and including the last separator of folders or archives."""
    return name[: max(name.rfind("/"), name.rfind(":")) + 1]


def _closed(path: Path, desk: _Desk, total: int) -> Reading:
    """The closed books."""
    others = _judge_unclaimed(desk, total)
    if not desk.sessions and not desk.check_ins:
        raise NoRuns(_nothing(path, desk, others))
    kept, duplicates = merge(desk.sessions)
    return Reading(
        sessions=kept,
        check_ins=_one_a_day(desk.check_ins),
        problems=tuple(desk.problems),
        files=total,
        seen=len(desk.sessions) + len(desk.problems),
        imported=len(kept),
        duplicate=len(duplicates),
        quarantined=len(desk.problems),
        not_activities=desk.silent,
        covered=desk.covered,
        others=tuple(others.most_common()),
    )


def _judge_unclaimed(desk: _Desk, total: int) -> Counter[str]:
    """Unclaimed files become problems where a runner would expect them to hold activities.

    The photos and the account's side tables of an export are only counted: naming each would
    bury the problems that matter.
    """
    others: Counter[str] = Counter()
    for name, words in desk.unclaimed:
        beside_index = any(name.startswith(root) for root in desk.covering)
        ending = name.lower().removesuffix(".gz").rpartition(".")[2]
        expected = ending in ("fit", "tcx", "gpx") or (ending == "csv" and not beside_index)
        if expected or total == 1:
            desk.problems.append(Problem(name, f"is no known format; it looks like {words}."))
        else:
            others["a table" if words.startswith("a table") else words] += 1
    return others


def _one_a_day(check_ins: list[CheckIn]) -> tuple[CheckIn, ...]:
    """One check-in per runner and day, the one that answers most; then any fixed order."""
    best: dict[tuple[str, object], CheckIn] = {}
    for check_in in sorted(check_ins, key=repr):
        key = (check_in.runner, check_in.day)
        if key not in best or _answers(check_in) > _answers(best[key]):
            best[key] = check_in
    return tuple(sorted(best.values(), key=lambda c: (c.day, c.runner)))


def _answers(check_in: CheckIn) -> int:
    names = (*WELLNESS_ITEMS, "resting_hr", "rmssd_ms", "ill", "spots")
    return sum(getattr(check_in, name) is not None for name in names)


def _nothing(path: Path, desk: _Desk, others: Counter[str]) -> str:
    """What was found where runs were looked for."""
    told = [f"{problem}" for problem in desk.problems[:_SHOWN_PROBLEMS]]
    if len(desk.problems) > _SHOWN_PROBLEMS:
        told.append(f"and {len(desk.problems) - _SHOWN_PROBLEMS} more of the kind.")
    told += [f"{count} x {words}." for words, count in others.most_common(_SHOWN_PROBLEMS)]
    if desk.silent:
        told.append(f"{desk.silent} readable without an activity in it (settings, workouts).")
    told = told or ["it is empty."]
    return f"No activity could be read from {path}. What is there: " + " ".join(told)
