"""The weeks of tests/spec/plans: a plan, its runner, and the lighter week as a page of text."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

from athletes import (
    GRID_M,
    STEADY,
    TODAY,
    K,
    hurts,
    pains,
    run,
    said,
    scaled,
    state_of,
    verdict_of,
)
from file_samples import memory_file
from unload.errors import Problem
from unload.importers.plan_list import PlanList
from unload.importers.plan_table import PlanTable
from unload.model.advice import Verdict
from unload.model.history import CheckIn, History, Runner, Session
from unload.model.plan import (
    Depth,
    Instruction,
    Mode,
    Plan,
    PlannedSession,
    UnloadingWeek,
    Wishes,
)
from unload.report.compose_week import session
from unload.report.figures import hours
from unload.report.words import KM, MI, Words
from unload.report.workout_words import lines_of
from unload.science.verdict import State
from unload.science.week import lighter_week

PLANS = Path(__file__).parent / "spec" / "plans"
UNITS = {"km": KM, "mi": MI}
ALOFT = frozenset(key for key, region in K.regions.items() if not region.lands)
HALF_MILE = 1609.344 / 2
FEVER = next(flag.key for flag in K.red_flags if flag.level.stops)
# How the weeks before went: nothing to ask for, or never a lighter one.
NEVER_LIGHTER = (48,) * 14


@dataclass(frozen=True)
class Case:
    """One runner and the plan for the week to come."""

    key: str
    told: dict[str, Any]

    @property
    def words(self) -> Words:
        return Words(K.text, UNITS[self.told.get("units", "km")], TODAY)

    @property
    def grid_m(self) -> float:
        return HALF_MILE if self.told.get("units") == "mi" else GRID_M

    def plan(self) -> Plan:
        """The sessions as the readers of plans understand them, and all of them."""
        reader, ending = (PlanList(), "yaml")
        if self.told.get("format") == "csv":
            reader, ending = (PlanTable(), "csv")
        file = memory_file(f"plan.{ending}", self.told.get("plan", "").lstrip())
        found = list(reader.read(file, UTC)) if "plan" in self.told else []
        problems = [str(what) for what in found if isinstance(what, Problem)]
        assert not problems, problems
        return Plan(tuple(what for what in found if isinstance(what, PlannedSession)))

    def history(self) -> History:
        """Fourteen weeks like the usual one, and how the runner feels today."""
        feels = self.told["feels"]
        weeks = NEVER_LIGHTER if "never" in feels else STEADY
        runner = Runner(red_flags=(FEVER,)) if feels == "red flag" else Runner()
        return History(tuple(self._sessions(weeks)), self._check_ins(feels), runner)

    def wishes(self) -> Wishes:
        told = tuple(
            Instruction(
                row["from"],
                row["to"],
                row.get("running", True),
                row.get("hard", True),
                1000.0 * row["longest_km"] if "longest_km" in row else None,
            )
            for row in self.told.get("told", ())
        )
        return Wishes(Mode(self.told.get("mode", "reduce")), self.told.get("slot", 2), told)

    def judged(self) -> tuple[State, Verdict]:
        history = self.history()
        return state_of(history), verdict_of(history)

    def week(self) -> UnloadingWeek:
        state, verdict = self.judged()
        made = lighter_week(
            state, verdict, self.grid_m, K.week, plan=self.plan(), wishes=self.wishes(), aloft=ALOFT
        )
        assert made is not None
        return made

    def _sessions(self, weeks: tuple[int, ...]) -> Iterator[Session]:
        first = TODAY + timedelta(1) - timedelta(weeks=len(weeks))
        pace = self.told.get("pace", 6)
        for number, total in enumerate(weeks):
            for weekday, km in enumerate(scaled(self.told["ran"], total / 48)):
                if km:
                    day = first + timedelta(weeks=number, days=weekday)
                    yield run(day, km, minutes=km * pace)

    def _check_ins(self, feels: str) -> tuple[CheckIn, ...]:
        spot = self.told.get("spot", "calf")
        pain = next((level for level in (3, 5) if f"{level} of 10" in feels), None)
        if pain is None:
            return (CheckIn(TODAY, ill=True),) if feels == "ill" else ()
        sore = (*pains(*[0] * 28, pain, pain, until=TODAY - timedelta(1), region=spot),)
        today = said(TODAY, hurts(pain, spot))
        return (*sore, replace(today, ill=True) if "ill" in feels else today)


def cases() -> list[Case]:
    """All of them in the order of their file."""
    told = tomllib.loads((PLANS / "plans.toml").read_text(encoding="utf-8"))
    return [Case(key, row) for key, row in told.items()]


def page(case: Case) -> str:
    """The week before and after as a table of plain text."""
    made, words = case.week(), case.words
    rows = [("", "before", "after", "why")]
    for n, why in enumerate(made.whys):
        before, after = made.before.days[n], made.after.days[n]
        shown = session(after, words)
        if n == made.slot and made.depth is not Depth.NO_RUNNING:
            shown = "work it out" if shown == "rest" else f"{shown}, work it out"
        rows.append((f"{after.day:%a}", session(before, words), shown, words.say(why)))
        rows += _inside(before, after, words)
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    lines = [case.told["title"], f"runner: {case.told['feels']}", f"{made.depth.value}", ""]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        lines.append("  ".join((*cells, row[3])).rstrip())
    return "\n".join((*lines, "", *_foot(made, words))) + "\n"


def _inside(
    before: PlannedSession, after: PlannedSession, words: Words
) -> Iterator[tuple[str, str, str, str]]:
    """The structure of a session, line by line, under its row."""
    old, new = list(lines_of(before, words)), list(lines_of(after, words))
    for place in range(max(len(old), len(new))):
        left = f"  {old[place]}" if place < len(old) else ""
        right = f"  {new[place]}" if place < len(new) else ""
        yield ("", left, right, "")


def _foot(made: UnloadingWeek, words: Words) -> Iterator[str]:
    for name, week in (("before", made.before), ("after", made.after)):
        hard = "not known" if week.hard_s is None else hours(week.hard_s) if week.hard_s else "none"
        yield (
            f"{name}: {words.distance(week.distance_m)}, {hours(week.duration_s)}, "
            f"hard {hard}, rest days {week.rest_days}"
        )
    if made.factor is not None:
        yield f"{made.factor:.2f} x the distance"
    for phrase in (made.basis, *made.notes):
        yield f"- {words.say(phrase)}"
