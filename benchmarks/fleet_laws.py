"""Try the laws of advice on a million made-up states: counts, seconds, seeds that broke one.

    python3 run python benchmarks/fleet_laws.py [--states 1000000] [--first 0]

The laws and the fleets they are tried on stand in tests/laws/; every run of the tests tries 5,000
states, the first of these. A seed that broke a law makes the same fleet again, so that it can be
looked at. Ends with 1 where a law was broken or moved nobody; Ctrl+C tells what was tried so far.
"""

import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fleet import KEEP  # after the path above

from laws.fleet_laws import RUNNERS, Tried, tried
from unload.knowledge import load_knowledge

Found = dict[str, Tried]


def one(seed: int) -> tuple[int, float, Found]:
    """One fleet: its seed, seconds of computing, what was found."""
    began = time.process_time()
    found = tried(seed)
    return seed, time.process_time() - began, found


def main(words: list[str]) -> int:
    said = argparse.ArgumentParser(description="Try the laws of advice on many made-up states.")
    said.add_argument("--states", type=int, default=1_000_000)
    said.add_argument("--first", type=int, default=0, help="the first seed")
    given = said.parse_args(words)
    seeds = range(given.first, given.first + -(-given.states // RUNNERS))
    os.environ.update(KEEP)
    began, worked = time.perf_counter(), 0.0
    found: Found = {}
    bad: dict[str, list[int]] = {}
    done = 0
    with multiprocessing.get_context("spawn").Pool() as pool:
        try:
            for seed, spent, laws in pool.imap_unordered(one, seeds):
                worked, done = worked + spent, done + 1
                for law, here in laws.items():
                    found[law] = found.get(law, Tried()) + here
                    if here.broken:
                        bad.setdefault(law, []).append(seed)
        except KeyboardInterrupt:
            print("stopped early")
    print(f"{done * RUNNERS} states of {done} fleets, seeds from {seeds[0]} on")
    told(found, bad)
    print(f"{time.perf_counter() - began:.0f} s by the clock, {worked:.0f} s of computing")
    return int(bool(bad) or not all(law.moved for law in found.values()))


def told(found: Found, bad: dict[str, list[int]]) -> None:
    """What came of it, a law a line."""
    print(f"knowledge {load_knowledge().version}")
    print(f"{'states':>9} {'moved':>9} {'broken':>7}")
    for law, here in found.items():
        print(f"{here.states:9} {here.moved:9} {here.broken:7}  {law}")
    for law, where in bad.items():
        print(f"broken: {law}, seeds {sorted(where)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
