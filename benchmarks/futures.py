"""Measure the futures: 1,000 draws, 26 weeks, two arms, against a plain pass over their arrays.

    python3 run python benchmarks/futures.py [RUNS]

Prints the median of RUNS (50 if not said) in milliseconds, the least disturbed of them, and the
ratio of that one to reading, adding and writing once the arrays that the two arms are made of,
which travels better than milliseconds do.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import numpy as np
from numpy.random import default_rng

from unload import service
from unload.knowledge import load_knowledge
from unload.model.history import History, Race
from unload.science.futures import wondering

GOAL_MS = 100
WEEKS = 26


def measured(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median and least milliseconds of some work."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), min(took)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    knowledge = load_knowledge()
    answer = service.advise_demo("sore", force=True)
    today, week = answer.advice.today, answer.advice.week
    race = Race(today + timedelta(weeks=WEEKS), 42_195)
    history = History(answer.reading.sessions, race=race)

    def both() -> object:
        return wondering(history, week, today, knowledge.futures, default_rng(1))

    draws = int(knowledge.futures.draws.value)
    arrays = np.ones((2, WEEKS + 2, draws))
    out = np.empty_like(arrays)

    def once() -> object:
        return np.add(arrays, 1.0, out=out)

    (median, least), (_, plain) = measured(both, runs), measured(once, runs * 10)
    futures = wondering(history, week, today, knowledge.futures, default_rng(1))[1]
    steps = 0 if futures is None else len(futures.days)
    print(f"{draws} draws, {steps} steps over {WEEKS} weeks, two arms, all three doubts")
    print(f"  median {median:8.2f} ms   least {least:8.2f} ms   (goal {GOAL_MS} ms)")
    print(f"  plain pass over the same arrays {plain:8.3f} ms   ratio {least / plain:8.0f}")


if __name__ == "__main__":
    main()
