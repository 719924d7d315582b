"""Measure a fleet: many runners through load arrays, signals and verdict, in chunks on all cores.

    python3 run python benchmarks/fleet.py [RUNNERS]

100,000 runners of 730 days each if not said, float64, every runner with three sore spots and five
wellness items of which most are answered. Each process makes a few chunks up beforehand and goes
over them again and again; making them up is not counted. Prints seconds by the clock and seconds
of computing (what an idle machine would need), peak memory, and the ratio to a plain pass over the
same arrays in memory.
"""

import multiprocessing
import os
import resource
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from advise import memory_pass  # after the path above

from laws.fleets import fleet
from unload.knowledge import load_knowledge
from unload.model.daily import Daily
from unload.science.ground import ground
from unload.science.signals import signals
from unload.science.verdict import Codes, state, verdicts

DAYS, CHUNK, CHUNKS = 730, 64, 4
GOAL_S, GOAL_GB = 60, 2
# glibc gives the memory of every array back at once and fetches it anew for the next; a process
# that does nothing but this keeps it. A third of the time, and none of the memory.
KEEP = {"MALLOC_MMAP_THRESHOLD_": str(2**30), "MALLOC_TRIM_THRESHOLD_": str(2**30)}
K = load_knowledge()


def judged(days: Daily) -> Codes:
    """The whole way from daily arrays to verdicts, as the program goes it."""
    base = ground(days, K.signals)
    tracks = signals(days, K.signals, base)
    return verdicts(state(days, tracks, K.signals, K.verdict, base), K.verdict)


def share(task: tuple[int, int]) -> tuple[float, float, float, float, int, int]:
    """One process's part: seconds by the clock and of computing, of plain passes, peak GB,
    answers, runners.
    """
    seed, runners = task
    made = [fleet(seed + n, CHUNK, DAYS) for n in range(CHUNKS)]
    for days in made:
        judged(days)
    rounds, answers = -(-runners // CHUNK), 0
    began, worked = time.perf_counter(), time.process_time()
    for turn in range(rounds):
        answers += int(np.count_nonzero(judged(made[turn % CHUNKS])[:, -1] > 1))
    spent, worked = time.perf_counter() - began, time.process_time() - worked
    began = time.process_time()
    for turn in range(rounds // CHUNKS):
        memory_pass(made[turn % CHUNKS])
    plain = (time.process_time() - began) * rounds / max(rounds // CHUNKS, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return spent, worked, plain, peak, answers, rounds * CHUNK


def main(runners: int) -> None:
    cores = os.cpu_count() or 1
    os.environ.update(KEEP)
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        parts = pool.map(share, [(1000 * n, -(-runners // cores)) for n in range(cores)], 1)
    spent, worked, plain = (max(p[n] for p in parts) for n in range(3))
    peak, total = sum(p[3] for p in parts), sum(p[5] for p in parts)
    print(f"{total} runners x {DAYS} days on {cores} cores, chunks of {CHUNK}, float64")
    print(f"signals and verdict           {spent:7.1f} s by the clock (goal {GOAL_S} s)")
    print(f"                              {worked:7.1f} s of computing on each core")
    print(f"peak memory, all processes    {peak:7.2f} GB (goal {GOAL_GB} GB)")
    print(f"one pass over the same arrays {plain:7.1f} s, ratio {worked / plain:.1f}")
    print(f"runners with an answer today  {sum(p[4] for p in parts) / total:7.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
