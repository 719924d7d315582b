"""Measure what one answer costs once a history is loaded: ten years, 3,500 runs with heart rate.

    python3 run python benchmarks/advise.py [TIMES]

Prints the least and the median of TIMES answers (30 if not said), the stages they are made of, and
the ratio to a plain pass over the same arrays in memory, which travels better than milliseconds.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.random import default_rng
from start import LAST, ten_years

from unload.importers import read_path
from unload.knowledge import load_knowledge
from unload.model.daily import Daily
from unload.model.history import History
from unload.science.ground import ground
from unload.science.load import daily
from unload.science.pipeline import advise
from unload.science.signals import signals
from unload.science.verdict import state, verdicts

GOAL_MS = 15
GRID_M = 500.0


def loaded() -> History:
    """Ten years of runs as the importers give them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "runs.csv"
        ten_years(path)
        reading = read_path(path, zone=UTC, now=datetime(LAST.year + 1, 1, 1, tzinfo=UTC))
    return History(reading.sessions, reading.check_ins)


def arrays(days: Daily) -> list[np.ndarray]:
    """Every array of the days."""
    values = (getattr(days, field.name) for field in fields(Daily))
    return [value for value in values if isinstance(value, np.ndarray)]


def memory_pass(days: Daily) -> float:
    """The least work that touches every number once."""
    return float(sum(np.nansum(array) for array in arrays(days)))


def cost(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Least and median milliseconds of computing."""
    work()
    spent = []
    for _ in range(times):
        began = time.process_time()  # a machine shared with others is no measure of an answer
        work()
        spent.append(1000 * (time.process_time() - began))
    return min(spent), statistics.median(spent)


def main(times: int) -> None:
    k, history = load_knowledge(), loaded()
    days = daily(history, LAST, frozenset(), k.load)
    base = ground(days, k.signals)
    tracks = signals(days, k.signals, base)
    now = state(days, tracks, k.signals, k.verdict, base)
    stages: dict[str, Callable[[], object]] = {
        "advise": lambda: advise(history, LAST, k, default_rng(1), GRID_M),
        "  load": lambda: daily(history, LAST, frozenset(), k.load),
        "  ground": lambda: ground(days, k.signals),
        "  signals": lambda: signals(days, k.signals, base),
        "  verdict": lambda: verdicts(now, k.verdict),
        "one pass over memory": lambda: memory_pass(days),
    }
    spent = {name: cost(work, times) for name, work in stages.items()}
    once = spent["one pass over memory"][0]
    print(f"{len(history.sessions)} sessions, {days.days} days, {times} times")
    for name, (least, median) in spent.items():
        goal = f"   goal {GOAL_MS} ms" if name == "advise" else ""
        print(
            f"{name:22} least {least:7.2f} ms  median {median:7.2f} ms {least / once:7.1f} x{goal}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
