"""Kill imports at random moments and compare what they end in with one that ran through.

    python3 run python benchmarks/kill.py [--rounds 100] [--files 400]

Each round begins on an empty store, kills one import (SIGKILL) at a random moment of the time an
undisturbed one takes, lets a second one go on, and compares every row. DATABASE_URL may name an
empty PostgreSQL database instead of SQLite. Prints how many rounds ended alike, and how far the
killed imports had come.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))


def main() -> int:
    said = argparse.ArgumentParser(description="Kill imports, and compare.")
    said.add_argument("--rounds", type=int, default=100)
    said.add_argument("--files", type=int, default=400)
    said.add_argument("--seed", type=int, default=1)
    given = said.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNLOAD_DATA"] = str(Path(folder, "data"))
        return rounds(Path(folder, "runs"), given)


def rounds(runs: Path, given: argparse.Namespace) -> int:
    """All rounds; 0 if every one ended like the import that was not killed."""
    # Only now, because the store is opened where the environment says.
    from forked import ended, forked, killed  # noqa: PLC0415 # see above
    from stores import dump, export  # noqa: PLC0415 # see above
    from unload.store import books, opening  # noqa: PLC0415 # see above

    export(runs, files=given.files, days=2)
    opening.ready()
    began = time.perf_counter()
    ended(forked(runs))
    whole_s = time.perf_counter() - began
    opening.ready()
    whole = dump()
    chance, alike, reached = random.Random(given.seed), 0, []
    for number in range(given.rounds):
        for kept in books.imports():
            books.undo(kept.number)
        killed(runs, whole_s, chance)
        opening.ready()
        reached.append(len(books.digests()))
        ended(forked(runs))
        opening.ready()
        alike += dump() == whole
        print(f"\r{number + 1} rounds, {alike} alike", end="", file=sys.stderr)
    total = len(whole["files"])
    part = sum(0 < count < total - 1 for count in reached)
    print(
        f"\n{alike} of {given.rounds} rounds ended like the import that was not killed "
        f"({whole_s:.2f} s, {total} files, {os.environ.get('DATABASE_URL') or 'SQLite'}).\n"
        f"Killed before the first file was in: {reached.count(0)}; in the middle: {part}; "
        f"after the last: {given.rounds - part - reached.count(0)}."
    )
    return 0 if alike == given.rounds else 1


if __name__ == "__main__":
    sys.exit(main())
