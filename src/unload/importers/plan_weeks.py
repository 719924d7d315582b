"""Read training plans that are told as weeks: one row a week, with distance, longest run, runs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from unload.errors import NoRuns, NoSuchPath, Problem
from unload.importers.csvtable import key_of, read_table
from unload.importers.files import opened
from unload.importers.numbers import number_or_none, shown
from unload.importers.protocol import File
from unload.model.proof import PlannedWeek, WeeklyPlan
from unload.model.units import M_PER_KM

NEEDED = ("plan", "week", "km", "longest_km", "runs")
RACES = ("race_week", "goal_race_week")
TAPER = "taper3"
YES = "1"
PLAIN = ", ".join(NEEDED)

Placed = tuple[str, float, PlannedWeek]


def read_plan_weeks(path: Path) -> tuple[tuple[WeeklyPlan, ...], tuple[Problem, ...]]:
    """Every plan of a table by its name, weeks in order; a row that cannot be read is a problem.

    Errors: NoSuchPath; NoRuns where no row of it is a week of a plan.
    """
    if not path.exists():
        raise NoSuchPath(f"There is no file named {path}.")
    with opened(path) as found:
        read = [one for file in found.files for one in _rows(file)]
    weeks: dict[str, dict[float, PlannedWeek]] = defaultdict(dict)
    for name, place, week in (one for one in read if not isinstance(one, Problem)):
        weeks[name][place] = week
    if not weeks:
        raise NoRuns(f"No week of a plan could be read from {path}: it takes the columns {PLAIN}.")
    plans = (WeeklyPlan(name, tuple(of[n] for n in sorted(of))) for name, of in weeks.items())
    return tuple(plans), tuple(one for one in read if isinstance(one, Problem))


def _rows(file: File) -> Iterator[Placed | Problem]:
    table = read_table(file)
    titles = [key_of(title) for title in table.header]
    if not set(NEEDED) <= set(titles):
        yield Problem(file.name, f"has no weeks of plans: it takes the columns {PLAIN}.")
        return
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        week = _week(dict(zip(titles, cells, strict=False)))
        told = shown(",".join(cells))
        yield week or Problem(
            f"{file.name} line {line}",
            f"{told} is not a week of a plan: a name, and numbers of which the longest run is at"
            " most the week.",
        )


def _week(cells: Mapping[str, str]) -> Placed | None:
    """The plan's name, the number of the week and the week; None where a cell does not fit."""
    name = cells.get("plan", "")
    place, km, longest, runs = (number_or_none(cells.get(key, "")) for key in NEEDED[1:])
    if not name or place is None or km is None or longest is None or runs is None:
        return None
    if not 0 <= longest <= km or runs < 0:
        return None
    race = YES in (cells.get(key) for key in RACES)
    taper = cells.get(TAPER) == YES
    return name, place, PlannedWeek(km * M_PER_KM, longest * M_PER_KM, int(runs), race, taper)
