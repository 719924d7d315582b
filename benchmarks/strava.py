"""Measure how long a Strava table of 10,000 rows and 94 columns takes to become sessions.

    python3 run python benchmarks/strava.py [RUNS]

Prints the least and the median of RUNS readings (9 if not said), in seconds of the processor, which
others on the machine disturb less than the clock, and the ratio against csv.reader alone over the
same bytes, which travels better than either.
"""

import csv
import io
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from unload.importers import read_path
from unload.importers.protocol import File
from unload.importers.strava import Strava
from unload.model.history import Session

ROWS, WIDTH, GOAL_S = 10_000, 94, 1.0
ZONE, NOW = ZoneInfo("Europe/Berlin"), datetime(2026, 1, 1)
# The columns that are read, where an export of 94 columns has them; the others are as wide.
TITLES = {
    0: "Activity ID", 1: "Activity Date", 2: "Activity Name", 3: "Activity Type",
    5: "Elapsed Time", 6: "Distance", 7: "Max Heart Rate", 12: "Filename", 15: "Elapsed Time",
    16: "Moving Time", 17: "Distance", 20: "Elevation Gain", 30: "Max Heart Rate",
    31: "Average Heart Rate", 43: "Perceived Exertion",
}  # fmt: skip


def export() -> str:
    """A made-up account of 27 years, 10,000 activities, most of them runs."""
    chance, out = random.Random(94), io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([TITLES.get(n, f"Column {n}") for n in range(WIDTH)])
    start = datetime(1998, 3, 1, 6, 30)
    for number in range(ROWS):
        start += timedelta(hours=24, minutes=chance.randrange(-9, 10))
        metres, kind = chance.uniform(4000, 25000), chance.choice(("Run", "Run", "Run", "Ride"))
        seconds = metres * chance.uniform(0.29, 0.37)
        cells = {
            0: str(10**9 + number), 1: start.strftime("%b %d, %Y, %I:%M:%S %p"),
            2: "Morning, and rain", 3: kind, 4: "note\nof two lines" if number % 9 == 0 else "",
            5: f"{seconds + 60:.0f}", 6: f"{metres / 1000:.2f}", 7: "180.0",
            12: f"activities/{number}.fit.gz", 15: f"{seconds + 60:.1f}", 16: f"{seconds:.1f}",
            17: f"{metres:.1f}", 20: f"{chance.uniform(0, 300):.2f}", 30: "181.0", 31: "148.5",
        }  # fmt: skip
        rows.writerow([cells.get(n, f"{chance.uniform(0, 99):.3f}") for n in range(WIDTH)])
    return out.getvalue()


def spent(work: Callable[[], object], times: int) -> list[float]:
    """Processor time of each of several runs, the first left out."""
    taken = []
    for _ in range(times + 1):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return taken[1:]


def main(times: int) -> None:
    """Print the table."""
    data = export().encode()
    file = File("activities.csv", lambda: io.BytesIO(data), len(data) + 1)
    found = sum(isinstance(r, Session) for r in Strava().read(file, ZONE, NOW))
    print(f"{found} sessions of {ROWS} rows, {len(data) / 1e6:.1f} MB, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "activities.csv"
        path.write_bytes(data)
        tasks: dict[str, Callable[[], object]] = {
            "csv.reader alone": lambda: list(csv.reader(io.StringIO(data.decode(), newline=""))),
            "rows to sessions": lambda: list(Strava().read(file, ZONE, NOW)),
            "read_path, merged": lambda: read_path(path, zone=ZONE, now=NOW.replace(tzinfo=UTC)),
        }
        spans = {name: spent(work, times) for name, work in tasks.items()}
    bare = min(spans["csv.reader alone"])
    for name, taken in spans.items():
        goal = f"   goal {GOAL_S} s" if name == "rows to sessions" else ""
        middle = statistics.median(taken)
        print(f"{name:20} least {min(taken):6.3f} s, median {middle:6.3f} s"
              f"{min(taken) / bare:7.1f} x csv{goal}")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
