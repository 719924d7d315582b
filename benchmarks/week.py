"""Measure what writing the lighter week anew costs, from a published plan and from the habit.

    python3 run python benchmarks/week.py [TIMES]

The plan is made up: sixteen weeks of six runs, two of them hard. Prints the least and the median
of TIMES weeks (100 if not said) in milliseconds of computing, and the ratio to a plain pass over
the runner's days, which travels better than milliseconds do.
"""

import sys
from collections.abc import Callable
from datetime import timedelta

from advise import GRID_M, cost, loaded, memory_pass
from start import LAST

from unload.knowledge import load_knowledge
from unload.model.plan import Kind, Plan, PlannedSession
from unload.science.answer import answer
from unload.science.ground import ground
from unload.science.load import daily
from unload.science.reasons import signals_today
from unload.science.signals import signals
from unload.science.verdict import state
from unload.science.week import lighter_week

GOAL_MS = 20
WEEKS = 16
# Monday to Sunday: what it is, metres, seconds, seconds of it hard.
WEEK = (
    (Kind.EASY, 8_000, 2_900, 0), (Kind.HARD, 12_000, 3_900, 1_500), (Kind.EASY, 8_000, 2_900, 0),
    (Kind.HARD, 14_000, 4_600, 1_800), (Kind.REST, 0, 0, 0), (Kind.EASY, 10_000, 3_600, 0),
    (Kind.LONG, 26_000, 9_400, 0),
)  # fmt: skip


def made_up() -> Plan:
    """A plan from four weeks ago on."""
    monday = LAST - timedelta(days=LAST.weekday(), weeks=4)
    return Plan(
        tuple(
            PlannedSession(monday + timedelta(weeks=week, days=day), kind, *told)
            for week in range(WEEKS)
            for day, (kind, *told) in enumerate(WEEK)
        )
    )


def main(times: int) -> None:
    k, history, plan = load_knowledge(), loaded(), made_up()
    days = daily(history, LAST, frozenset(), k.load)
    base = ground(days, k.signals)
    now = state(days, signals(days, k.signals, base), k.signals, k.verdict, base)
    verdict = answer(now, signals_today(now, k.signals), (), (k.signals, k.verdict))
    stages: dict[str, Callable[[], object]] = {
        "week of the plan": lambda: lighter_week(now, verdict, GRID_M, k.week, plan=plan),
        "week of the habit": lambda: lighter_week(now, verdict, GRID_M, k.week),
        "one pass over memory": lambda: memory_pass(days),
    }
    assert all(work() for work in stages.values()), "there is a week to write"
    spent = {name: cost(work, times) for name, work in stages.items()}
    once = spent["one pass over memory"][0]
    for name, (least, median) in spent.items():
        goal = f"   goal {GOAL_MS} ms" if name.startswith("week") else ""
        print(
            f"{name:22} least {least:7.2f} ms  median {median:7.2f} ms {least / once:7.1f} x{goal}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
