"""Read a runner's files and advise: the verbs of the week, which need no store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from numpy.random import default_rng

from unload.errors import NoRuns, Problem, UnloadError
from unload.importers import Reading, read_path
from unload.importers.answers import read_answers
from unload.importers.plans import read_plan
from unload.importers.zones import Home, found_home, machine_zone, told, zone_names
from unload.knowledge import load_knowledge
from unload.model.advice import Advice
from unload.model.constants import Knowledge
from unload.model.history import CheckIn, History, Race, Raced, Runner, Session
from unload.model.plan import Plan, UnloadingWeek, Wishes
from unload.science.pipeline import advise, shown
from unload.service.demos import demo_of

Progress = Callable[[int, int, str], None]

# One seed for every draw: the same history gives the same answer, to the last digit.
SEED = 20241117
NO_PLAN, NO_WISHES, NOBODY = Plan(), Wishes(), Runner()


@dataclass(frozen=True, slots=True)
class Answer:
    """Advice, what it was made from, and what it rests on.

    `written` is the lighter week that whoever insists would be shown, whatever the verdict.
    """

    advice: Advice
    knowledge: Knowledge
    reading: Reading
    history: History
    written: UnloadingWeek | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the week is wanted: shown whatever the verdict, on which grid, from which plan."""

    force: bool
    grid_m: float
    plan: Plan = NO_PLAN
    wishes: Wishes = NO_WISHES


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of one runner on one day, before anything is judged."""

    history: History
    today: date
    plan: Plan
    reading: Reading


def advise_path(
    path: Path | str,
    *,
    today: date | None = None,
    race: Race | None = None,
    runner: str | None = None,
    answers: Path | None = None,
    zone: str | None = None,
    columns: str | None = None,
    weight_kg: float | None = None,
    week_start: int | None = None,
    recent_race: Raced | None = None,
    plan: Path | None = None,
    wishes: Wishes = NO_WISHES,
    force: bool = False,
    grid_m: float = 500.0,
    progress: Progress | None = None,
    reading: Reading | None = None,
    person: Runner = NOBODY,
) -> Answer:
    """Advice for the runner whose files lie under `path`; `plan` is a file with their own plan.

    Errors: UnloadError where the path, the zone or the runner's name cannot be used; NoRuns
    where nothing under the path is a run. `grid_m` rounds planned distances; `columns` says what
    the columns of a table hold, as `date=2,type=1,distance=5:km,duration=7`; `reading` is what
    lies there, where that has been read before; `person` is what is known of the runner where no
    `answers` say it; their answers to red-flag questions stay under those of the file.
    """
    found = gathered(
        path, today=today, race=race, runner=runner, answers=answers, zone=zone, columns=columns,
        weight_kg=weight_kg, week_start=week_start, recent_race=recent_race, plan=plan,
        progress=progress, reading=reading, person=person,
    )  # fmt: skip
    wanted = Wanted(force, grid_m, found.plan, wishes)
    return _answer(found.history, found.today, wanted, load_knowledge(), found.reading)


def gathered(
    path: Path | str,
    *,
    today: date | None = None,
    race: Race | None = None,
    runner: str | None = None,
    answers: Path | None = None,
    zone: str | None = None,
    columns: str | None = None,
    weight_kg: float | None = None,
    week_start: int | None = None,
    recent_race: Raced | None = None,
    plan: Path | None = None,
    progress: Progress | None = None,
    reading: Reading | None = None,
    person: Runner = NOBODY,
) -> Gathered:
    """Everything there is to know of one runner, read; arguments and errors as `advise_path`."""
    if reading is None:
        where, reading = read_record(path, zone, columns, progress)
    else:
        where = time_zone(zone)
    day = today or datetime.now(where).date()
    said: tuple[CheckIn, ...] = ()
    problems: tuple[Problem, ...] = ()
    if answers is not None:
        held = person.answered
        person, said, problems = read_answers(answers, today=day)
        person = person.answering({**held, **person.answered})
    if weight_kg is not None:
        person = replace(person, weight_kg=weight_kg)
    if week_start is not None:
        person = replace(person, week_start=week_start)
    if recent_race is not None:
        person = replace(person, recent_race=recent_race)
    sessions, check_ins = of_runner(reading, runner, str(path))
    history = History(sessions, (*check_ins, *said), person, race)
    history, unknown = known_spots(history, load_knowledge())
    planned, unplanned = (Plan(), ()) if plan is None else read_plan(plan, where)
    reading = replace(reading, problems=(*reading.problems, *problems, *unknown, *unplanned))
    return Gathered(history, day, planned, reading)


def with_runs(found: Gathered) -> Gathered:
    """The same; NoRuns where nothing of it is a run."""
    if not any(s.day <= found.today for s in found.history.runs):
        raise NoRuns(_no_runs(found.history, found.today))
    return found


def advise_demo(name: str, *, force: bool = False, grid_m: float = 500.0) -> Answer:
    """Advice for one of the made-up runners that ship with the program."""
    demo = demo_of(name)
    return _answer(demo.history, demo.today, Wanted(force, grid_m), load_knowledge(), demo.reading)


def read_record(
    path: Path | str, zone: str | None, columns: str | None, progress: Progress | None
) -> tuple[tzinfo, Reading]:
    """The runner's zone and what lies under the path; what was assumed stands in its notes."""
    home = home_at(path, zone)
    now = datetime.now(UTC)
    reading = read_path(path, zone=home.zone, now=now, columns=columns, progress=progress)
    note = told(reading.sessions, home)
    return home.zone, replace(reading, notes=(*reading.notes, *([note] if note else [])))


def home_at(path: Path | str, zone: str | None) -> Home:
    """Where the runner lives: as said, else by the watch's clock, else where this machine is."""
    return found_home(Path(path)) if zone is None else Home(time_zone(zone), zone, said=True)


def time_zone(name: str | None) -> tzinfo:
    """The named zone, or the one this machine keeps, summer and winter."""
    if name is None:
        return machine_zone().zone
    if name not in zone_names():
        raise UnloadError(
            f"There is no time zone {name!r}; write it like Europe/Berlin or America/Denver."
        )
    return ZoneInfo(name)


def _answer(
    history: History, today: date, wanted: Wanted, knowledge: Knowledge, reading: Reading
) -> Answer:
    """Advice from a history, as it is wanted."""
    if not any(s.day <= today for s in history.runs):
        raise NoRuns(_no_runs(history, today))
    chance = default_rng(SEED)
    advice = advise(
        history, today, knowledge, chance, wanted.grid_m, plan=wanted.plan, wishes=wanted.wishes
    )
    week, written = (shown(advice, force=force) for force in (wanted.force, True))
    return Answer(replace(advice, week=week), knowledge, reading, history, written)


def _no_runs(history: History, today: date) -> str:
    later = [s.day for s in history.runs]
    if later:
        return f"The first run is of {min(later)}, after {today}; say a later --today."
    others = sorted({s.sport.value for s in history.sessions})
    found = (
        f" There are {len(history.sessions)} activities ({', '.join(others)})." if others else ""
    )
    return f"No run was found.{found} Unload answers for running."


def names_of(sessions: Iterable[Session]) -> tuple[str, ...]:
    """The runners that the records name."""
    return tuple(sorted({s.runner for s in sessions if s.runner}))


def of_runner(
    reading: Reading, runner: str | None, path: str
) -> tuple[tuple[Session, ...], tuple[CheckIn, ...]]:
    """The records of one runner; UnloadError where it is not clear whose they are."""
    names = names_of(reading.sessions)
    if runner is None and len(names) > 1:
        raise UnloadError(
            f"{path} holds {len(names)} runners ({_few(names)}); say which with --runner NAME."
        )
    if runner is not None and runner not in names:
        near = get_close_matches(runner, names, n=1) or names[:1]
        hint = f" Did you mean {near[0]}?" if near else " It names no runner; leave --runner out."
        raise UnloadError(f"{path} holds no runner {runner!r}.{hint}")
    wanted = runner or (names[0] if names else "")
    return (
        tuple(s for s in reading.sessions if s.runner in ("", wanted)),
        tuple(c for c in reading.check_ins if c.runner in ("", wanted)),
    )


def _few(names: tuple[str, ...]) -> str:
    shown_names, more = names[:3], len(names) - 3
    return ", ".join(shown_names) + (f" and {more} more" if more > 0 else "")


def known_spots(history: History, knowledge: Knowledge) -> tuple[History, tuple[Problem, ...]]:
    """The history without sore spots at places nobody knows, each of them a problem."""
    problems, kept = [], []
    for check_in in history.check_ins:
        spots = check_in.spots
        for spot in spots or ():
            if spot.region not in knowledge.regions:
                near = get_close_matches(spot.region, knowledge.regions, n=1)
                hint = f"did you mean {near[0]}?" if near else _few(tuple(knowledge.regions))
                where = check_in.where or str(check_in.day)
                problems.append(Problem(where, f"no place {spot.region!r} on the body; {hint}"))
        known = None if spots is None else tuple(s for s in spots if s.region in knowledge.regions)
        kept.append(check_in if known == spots else replace(check_in, spots=known))
    return replace(history, check_ins=tuple(kept)), tuple(problems)
