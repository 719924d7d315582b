"""Cut the power during imports and check-ins, and let the disk fail at every write.

    python3 run python benchmarks/power.py [--cuts 1000] [--seed 1]

Writes to a simulated disk (tests/power.py) what an import, check-ins and an undo send to the store,
under both journals. Prints how many answered commits were lost, how many stores were damaged, and,
to show that this disk does lose what is not flushed, the same under less strict settings.
"""

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
SETTINGS = (("truncate", "FULL"), ("wal", "FULL"), ("truncate", "OFF"), ("wal", "NORMAL"))


def main() -> int:
    said = argparse.ArgumentParser(description="Cut the power, and count what is lost.")
    said.add_argument("--cuts", type=int, default=1000)
    said.add_argument("--seed", type=int, default=1)
    given = said.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNLOAD_DATA"] = str(Path(folder, "data"))
        store, statements = sent(Path(folder, "runs"))
    from power import Trial  # noqa: PLC0415 # it knows the store, which is opened above

    print(f"{len(statements)} statements, {given.cuts} cuts each")
    bad = 0
    for journal, synchronous in SETTINGS:
        trial, chance = Trial(store, statements, journal, synchronous), random.Random(given.seed)
        lost = told(f"{journal} {synchronous}", (trial.cut(chance) for _ in range(given.cuts)))
        if synchronous == "FULL":
            calls = range(1, trial.calls + 1)
            fails = (trial.lost_by(trial.disk(call, once=True), None) for call in calls)
            bad += lost + told(f"{journal} FULL, each of its calls fails once", fails)
    return 1 if bad else 0


def told(name: str, lost: Iterable[int | None]) -> int:
    """One line of the outcome; how many trials lost something."""
    found = Counter(lost)
    damaged = found.pop(None, 0)
    commits = sum(count * many for count, many in found.items() if count)
    bad = damaged + sum(many for count, many in found.items() if count)
    print(
        f"{name:40}: {found.total() + damaged} trials, {bad} bad; "
        f"{commits} answered commits lost, {damaged} stores damaged"
    )
    return bad


def sent(runs: Path) -> tuple[bytes, list[str]]:
    """An empty store, and what an import, thirty check-ins and an undo send to it."""
    # Only now, because the store is opened where the environment says.
    from power import sent_by  # noqa: PLC0415 # see above
    from stores import export  # noqa: PLC0415 # see above
    from unload.model.history import CheckIn  # noqa: PLC0415 # see above
    from unload.service import records  # noqa: PLC0415 # see above
    from unload.store import history, opening  # noqa: PLC0415 # see above

    export(runs, files=20)
    opening.ready()
    before = opening.store_file().read_bytes()
    records.PAGES_MAX = 3

    def deed() -> None:
        number = records.import_files(runs, zone="UTC").number
        for day in range(30):
            history.add(CheckIn(date(2024, 6, 1) + timedelta(day), sleep=4.0), f"key{day}")
        records.undo_import(number or 0)

    statements = sent_by(deed)
    opening.close()
    return before, statements


if __name__ == "__main__":
    sys.exit(main())
