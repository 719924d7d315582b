"""Measure what one start of the program costs, as whole processes, imports included.

    python3 run python benchmarks/start.py [RUNS]

Prints medians over RUNS processes (9 if not said) in seconds and MB, the least disturbed of them,
and ratios against a bare Python and numpy's import, which travel better than seconds do.
"""

import csv
import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

YEARS, RUNS_A_YEAR = 10, 350
LAST = date(2024, 11, 17)
HEAVY = ("django", "pandas", "polars", "scipy", "matplotlib")
GOALS = {"unload --help": (0.25, None), "unload week, 3,500 runs": (1.0, 200)}
# A user's Python keeps compiled files; where that is switched off, each start would compile anew.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
LIST_MODULES = """
import sys
from unload.cli import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write(" ".join(sys.modules))
"""


@dataclass(frozen=True)
class Cost:
    """What one process took."""

    wall_s: float
    peak_mb: float
    least_s: float = 0.0


def ten_years(path: Path) -> None:
    """A table of 3,500 made-up runs, the newest on the last day."""
    chance = random.Random(10)
    days = chance.sample(range(1, YEARS * 365), YEARS * RUNS_A_YEAR - 1)
    with path.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["start_local", "type", "distance_m", "moving_s", "avg_hr", "rpe"])
        for back in sorted([*days, 0], reverse=True):
            start = datetime(LAST.year, LAST.month, LAST.day, 8) - timedelta(days=back)
            metres = chance.choice((6000, 8000, 10000, 12000, 20000))
            seconds = round(metres / 1000 * chance.uniform(320, 370))
            hr, rpe = chance.randrange(138, 160), chance.randrange(3, 8)
            rows.writerow([start.isoformat(), "Run", metres, seconds, hr, rpe])


def cost(command: list[str]) -> Cost:
    """Wall time and peak memory of one process."""
    began = time.perf_counter()
    sink = os.open(os.devnull, os.O_WRONLY)
    pid = os.posix_spawn(
        command[0], command, ENVIRONMENT, file_actions=[(os.POSIX_SPAWN_DUP2, sink, 1)]
    )
    _, status, usage = os.wait4(pid, 0)
    os.close(sink)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} failed")
    scale = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(time.perf_counter() - began, usage.ru_maxrss / scale)


def median(command: list[str], times: int) -> Cost:
    cost(command)  # the first one reads from the disk and writes byte code
    costs = [cost(command) for _ in range(times)]
    walls = [c.wall_s for c in costs]
    peak = statistics.median(c.peak_mb for c in costs)
    return Cost(statistics.median(walls), peak, min(walls))


def heavy_modules(words: list[str]) -> list[str]:
    """The heavy modules that a command imports; there should be none."""
    with tempfile.NamedTemporaryFile("w+") as told:
        actions = [
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, told.fileno(), 2),
        ]
        command = [sys.executable, "-c", LIST_MODULES, *words]
        os.waitpid(os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=actions), 0)
        told.seek(0)
        modules = set(told.read().split())
    assert "unload.cli" in modules, "the program did not start"
    return [name for name in HEAVY if name in modules]


def report(name: str, spent: Cost, bare: Cost, numpy: Cost) -> None:
    goal_s, goal_mb = GOALS.get(name, (None, None))
    goals = [f"goal {goal_s} s" if goal_s else "", f"{goal_mb} MB" if goal_mb else ""]
    print(
        f"{name:26} {spent.wall_s:6.3f} s (least {spent.least_s:.3f}) {spent.peak_mb:4.0f} MB"
        f"{spent.wall_s / bare.wall_s:8.1f} x bare{spent.wall_s / numpy.wall_s:7.2f} x numpy"
        f"   {', '.join(g for g in goals if g)}"
    )


def main(times: int) -> None:
    program = str(Path(sys.executable).parent / "unload")
    bare = median([sys.executable, "-c", "pass"], times)
    numpy = median([sys.executable, "-c", "import numpy"], times)
    print(f"median of {times} processes, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    report("python -c pass", bare, bare, numpy)
    report('python -c "import numpy"', numpy, bare, numpy)
    report("unload --help", median([program, "--help"], times), bare, numpy)
    with tempfile.TemporaryDirectory() as folder:
        runs = Path(folder) / "runs.csv"
        ten_years(runs)
        words = ["week", str(runs), "--today", LAST.isoformat()]
        report("unload week, 3,500 runs", median([program, *words], times), bare, numpy)
        print(f"heavy modules imported by unload week: {heavy_modules(words) or 'none'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
