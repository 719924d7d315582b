"""The verbs that test the advice on what has happened: back-test folders, audit one history."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from numpy.random import default_rng

from unload.errors import NoRuns, NoSuchPath, Problem
from unload.importers import read_path
from unload.importers.plan_weeks import read_plan_weeks
from unload.importers.pmsys_injuries import read_injuries
from unload.knowledge import load_knowledge
from unload.model.constants import constants_of
from unload.model.history import History
from unload.model.proof import Audit, BackTest, Group
from unload.science.audit import audit
from unload.science.examine import Case, Examined, examine
from unload.science.followed import followers
from unload.science.summary import Draws, group
from unload.service.advising import SEED, Progress, gathered, time_zone

WORKERS = 2
MANY = 5  # runners, from which on processes of their own are quicker


def backtest_paths(
    paths: Sequence[Path],
    *,
    plans: Path | None = None,
    zone: str | None = None,
    progress: Progress | None = None,
) -> BackTest:
    """The advice tested on every runner under each of the folders, each folder for itself.

    What lies directly in a folder, a file or a folder of one, holds a runner, or several where
    its rows name them; `plans` is a table of training plans, week by week. Errors: UnloadError
    where a path cannot be read.
    """
    knowledge = load_knowledge()
    where = time_zone(zone)
    groups = tuple(_group(path, where, progress or _silent) for path in paths)
    followed = None if plans is None else followers(*read_plan_weeks(plans), knowledge)
    return BackTest(knowledge.version, groups, numbers(), followed)


def numbers() -> dict[str, float]:
    """The numbers by which the tests are made."""
    return {name: c.value for name, c in constants_of(load_knowledge().backtest).items()}


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""


def _group(path: Path, zone: tzinfo, progress: Progress) -> Group:
    problems: list[Problem] = []
    cases = dict(_cases(path, zone, problems))
    if not cases:
        raise NoRuns(f"No run could be read from {path}.")
    found: list[Examined] = []
    for one in _each_examined(cases):
        found.append(one)
        progress(len(found), len(cases), path.name)
    draws = Draws(load_knowledge().backtest, default_rng(SEED))
    return group(path.resolve().name, found, len(problems), draws)


def _each_examined(cases: dict[str, Case]) -> Iterator[Examined]:
    """Every runner in turn, in processes of their own where there are many.

    A year of one runner is hundreds of small computations, which threads cannot share. Spawned,
    because a fork of a process with threads may hang.
    """
    if len(cases) < MANY:
        yield from map(_examined, cases.items())
        return
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_examined, cases.items())


def _examined(named: tuple[str, Case]) -> Examined:
    """One runner, with chance of their own: the order and the company do not matter."""
    name, case = named
    own = int.from_bytes(sha256(name.encode()).digest()[:4])
    return examine(case, load_knowledge(), default_rng([SEED, own]))


def _cases(path: Path, zone: tzinfo, problems: list[Problem]) -> Iterator[tuple[str, Case]]:
    """Every runner directly under the path, by name; what cannot be read becomes a problem."""
    if not path.exists():
        raise NoSuchPath(f"There is no file or folder named {path}.")
    places = sorted(path.iterdir()) if path.is_dir() else [path]
    for place in (p for p in places if not p.name.startswith(".")):
        try:
            reading = read_path(place, zone=zone, now=datetime.now(UTC))
        except NoRuns as error:
            problems.append(Problem(place.name, str(error)))
            continue
        problems.extend(reading.problems)
        reports, broken = read_injuries(place, zone)
        problems.extend(broken)
        for name in sorted({s.runner for s in reading.sessions}):
            history = History(
                tuple(s for s in reading.sessions if s.runner == name),
                tuple(c for c in reading.check_ins if c.runner == name),
            )
            if history.runs:
                yield f"{place.name}:{name}", Case(history, reports)


def audit_path(path: Path | str, **known: Any) -> Audit:
    """The last year of one runner: what would have been advised, what was done, what followed.

    `known` is what `gathered` takes. Errors: as for advice; NoRuns where nothing under the path
    is a run.
    """
    found = gathered(path, **known)
    return audit_history(found.history, found.today)


def audit_history(history: History, day: date) -> Audit:
    """The last year of a history up to a day. Errors: NoRuns."""
    history = replace(
        history,
        sessions=tuple(s for s in history.sessions if s.day <= day),
        check_ins=tuple(c for c in history.check_ins if c.day <= day),
    )
    if not history.runs:
        raise NoRuns("No run was found. Unload answers for running.")
    return audit(history, day, load_knowledge(), default_rng(SEED))
