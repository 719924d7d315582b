"""Measure what one routine and one look at the body cost, inside a running program.

    python3 run python benchmarks/routine.py [TIMES]

Prints the median and the 99th percentile of TIMES made-up bodies (2,000 if not said) in
milliseconds of processor time, the share of the 5 ms there are, and the ratio to sorting ten
thousand numbers, which travels better.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from unload.knowledge import load_knowledge
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.science.assessment import assess
from unload.science.routine import routine

K = load_knowledge()
GOAL_MS = 5.0
TOOLS = ("roller", "stick", "ball", "tennis-ball")


def body(chance: random.Random) -> tuple[list[SoreSpot], Runner]:
    """Up to six sore spots, any tools, any minutes."""
    spots = [
        SoreSpot(
            chance.choice(sorted(K.regions)),
            chance.choice((Side.LEFT, Side.RIGHT, Side.BOTH)),
            chance.randrange(1, 6),
            swelling=False,
            character=chance.choice(tuple(Character)),
        )
        for _ in range(chance.randrange(7))
    ]
    tools = tuple(chance.sample(TOOLS, chance.randrange(len(TOOLS) + 1)))
    return spots, Runner(tools=tools, minutes=chance.choice((5, 8, 12, 20, 30)))


def times_ms(work: Callable[[list[SoreSpot], Runner], object], times: int) -> list[float]:
    chance = random.Random(5)
    spent = []
    for _ in range(times):
        spots, runner = body(chance)
        began = time.process_time()
        work(spots, runner)
        spent.append((time.process_time() - began) * 1000)
    return spent


def sorting_ms() -> float:
    """A measure of the machine: ten thousand numbers, sorted."""
    chance = random.Random(1)
    numbers = [chance.random() for _ in range(10_000)]
    began = time.process_time()
    for _ in range(20):
        sorted(numbers)
    return (time.process_time() - began) * 1000 / 20


def report(name: str, spent: list[float], bare: float) -> None:
    middle, slow = statistics.median(spent), statistics.quantiles(spent, n=100)[-1]
    print(
        f"{name:12} median {middle:6.3f} ms, 99 in 100 under {slow:6.3f} ms, "
        f"{middle / GOAL_MS:5.1%} of {GOAL_MS:g} ms, {middle / bare:5.2f} x sorting"
    )


def main(times: int) -> None:
    no = {flag.key: False for flag in K.red_flags}
    today = date(2024, 11, 17)
    bare = sorting_ms()
    print(f"{times} made-up bodies, Python {sys.version.split()[0]}")
    report(
        "routine",
        times_ms(
            lambda spots, runner: routine(
                spots, runner, K.regions, K.techniques, K.routine, blockers=K.blockers
            ),
            times,
        ),
        bare,
    )
    report(
        "assessment",
        times_ms(lambda spots, runner: assess(spots, no, runner, K, today=today), times),
        bare,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
