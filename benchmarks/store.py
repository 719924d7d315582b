"""What keeping costs beside reading, and how long a check-in waits while an import writes.

    python3 run python benchmarks/store.py [--files 2000] [--rows 10000]

Reads made-up tables of two runs each and one of ROWS, once without and once into a store, while
another process keeps a check-in every 20 ms. Prints the ratio of the two, how long transactions
held the database, and how long check-ins took.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))


def main() -> int:
    said = argparse.ArgumentParser(description="What keeping costs.")
    said.add_argument("--files", type=int, default=2000)
    said.add_argument("--rows", type=int, default=10_000)
    given = said.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNLOAD_DATA"] = str(Path(folder, "data"))
        measure(Path(folder), given)
    return 0


def measure(folder: Path, given: argparse.Namespace) -> None:
    """Read, import beside check-ins, print."""
    # Only now, because the store is opened where the environment says.
    from stores import HEADER, export  # noqa: PLC0415 # see above
    from unload.importers import read_path  # noqa: PLC0415 # see above
    from unload.service import records  # noqa: PLC0415 # see above
    from unload.store import books, opening  # noqa: PLC0415 # see above

    runs = export(folder / "runs", files=given.files, days=2)
    start = datetime(1999, 1, 1, 8)
    rows = [
        f"{start + timedelta(hours=22 * n)},Run,{8000 + n % 900},2880," for n in range(given.rows)
    ]
    (runs / "long.csv").write_text(HEADER + "\n".join(rows) + "\n")
    began = time.perf_counter()
    read_path(runs, zone=UTC, now=datetime.now(UTC))
    read_s = time.perf_counter() - began
    opening.ready()
    held: list[float] = []
    write = books._write  # noqa: SLF001 # the one place where a transaction is spent

    def timed(*words: object) -> None:
        since = time.perf_counter()
        write(*words)
        held.append(time.perf_counter() - since)

    books._write = timed  # noqa: SLF001 # as above
    waits, stop = beside(folder)
    began = time.perf_counter()
    records.import_files(runs, zone="UTC")
    import_s = time.perf_counter() - began
    stop()
    print(f"reading {read_s:.1f} s, importing {import_s:.1f} s: x {import_s / read_s:.2f}")
    print(f"transactions {told(held)} (the longest holds the table of {given.rows} rows)")
    print(f"check-ins meanwhile {told(json.loads(waits.read_text()))}")


def beside(folder: Path) -> tuple[Path, object]:
    """A process that keeps check-ins until it is stopped; where it says how long each took."""
    from unload.service.checking_in import record_check_in  # noqa: PLC0415 # as above
    from unload.store import opening  # noqa: PLC0415 # as above

    waits, flag = folder / "waits", folder / "stop"
    opening.close()
    child = os.fork()
    if not child:
        took, day = [], date(2020, 1, 1)
        while not flag.exists():
            since, day = time.perf_counter(), day + timedelta(1 if len(took) < 1500 else 0)
            record_check_in({"sleep": 1.0 + len(took) % 5}, day)
            took.append(time.perf_counter() - since)
            time.sleep(0.02)
        waits.write_text(json.dumps(took))
        os._exit(0)

    def stop() -> None:
        flag.touch()
        os.waitpid(child, 0)

    return waits, stop


def told(seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return (
        f"{len(seconds)}: median {1000 * cuts[49]:.0f} ms, p99 {1000 * cuts[98]:.0f} ms, "
        f"longest {1000 * max(seconds):.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
