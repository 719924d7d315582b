"""Published plans as runners who follow them to the letter: weeks in, histories out.

A plan's week is told as kilometres, the longest run and the number of runs. Here the longest run
is on Sunday and the others share the rest evenly, from Tuesday on.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from athletes import run
from unload.model.history import CheckIn, History, Race

PLANS = Path(__file__).parents[2] / "shared" / "data" / "plans" / "weeks.csv"
FIRST = date(2024, 1, 1)  # a Monday
ORDER = (6, 1, 3, 5, 2, 4, 0)  # the weekdays that fill up first
STEP_BACK = 0.95


@dataclass(frozen=True)
class PlanWeek:
    """One week of a plan: what is run, and whether a race or the last three weeks are in it."""

    km: float
    longest_km: float
    runs: int
    race: bool
    taper: bool


def plans() -> dict[str, list[PlanWeek]]:
    """Every plan by name, its weeks in order."""
    out: dict[str, list[PlanWeek]] = {}
    with PLANS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            runs = max(int(float(row["runs"])), 1)
            race = row["race_week"] == "1" or row["goal_race_week"] == "1"
            week = PlanWeek(
                float(row["km"]), float(row["longest_km"]), runs, race, row["taper3"] == "1"
            )
            out.setdefault(row["plan"], []).append(week)
    return out


def monday(week: int) -> date:
    """The day on which a week of a plan begins, the first being 0."""
    return FIRST + timedelta(weeks=week)


def followed(plan: list[PlanWeek]) -> History:
    """The whole plan run to the letter by somebody who feels fine every day."""
    sessions = []
    for number, week in enumerate(plan):
        others = min(week.runs, len(ORDER)) - 1
        rest_km = max(week.km - week.longest_km, 0)
        for place, weekday in enumerate(ORDER[: others + 1]):
            km = week.longest_km if place == 0 else rest_km / others
            if km > 0:
                sessions.append(run(monday(number) + timedelta(weekday), km, rpe=3))
    size = 7 * len(plan)
    fine = (
        CheckIn(FIRST + timedelta(n), sleep=4, fatigue=4, soreness=4, stress=4, mood=4, spots=())
        for n in range(size)
    )
    race = Race(FIRST + timedelta(size - 1), 42_195)
    return History(tuple(sessions), tuple(fine), race=race)


def until(history: History, day: date) -> History:
    """What was known on a day."""
    sessions = tuple(s for s in history.sessions if s.day <= day)
    return History(sessions, tuple(c for c in history.check_ins if c.day <= day), race=history.race)


def step_backs(plan: list[PlanWeek]) -> list[int]:
    """Weeks at or under 0.95 of the week before and lower than the week after, no race in any."""
    return [
        n
        for n in range(1, len(plan) - 1)
        if plan[n].km <= STEP_BACK * plan[n - 1].km
        and plan[n].km < plan[n + 1].km
        and not any(w.race or w.taper for w in plan[n - 1 : n + 2])
    ]
