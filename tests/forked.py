"""Processes that import side by side or are killed, forked from one that has everything loaded.

python tests/forked.py PATH --at-once N            N imports of PATH at the same moment
python tests/forked.py PATH --kills N [--seed S]   N imports, each killed at a random moment, one
                                                   store; then one that is let finish

The store is the one that the environment names. Prints one JSON object.
"""

import argparse
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unload.service import records
from unload.store import opening
from unload.store.books import digests

DONE, FAILED = 0, 1


def forked(path: Path, gate: float = 0.0) -> int:
    """A child that imports the path, from `gate` on; its number."""
    opening.close()
    child = os.fork()
    if child:
        return child
    code = FAILED
    try:
        time.sleep(max(0.0, gate - time.time()))
        records.import_files(path, zone="UTC")
        code = DONE
    except BaseException:  # noqa: BLE001 # the child must end here, whatever happens
        traceback.print_exc()
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """How a child ended: its exit code, or the signal as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_once(path: Path, many: int) -> list[int]:
    gate = time.time() + 0.1
    return [ended(child) for child in [forked(path, gate) for _ in range(many)]]


def killed(path: Path, within_s: float, chance: random.Random) -> int:
    """Kill one import at a random moment; how it ended."""
    child = forked(path)
    time.sleep(chance.uniform(0, within_s))
    os.kill(child, signal.SIGKILL)
    return ended(child)


def kills(path: Path, rounds: int, seed: int, within_s: float) -> Iterator[dict[str, Any]]:
    """Rounds of one store: how each ended, and how many files were in by then."""
    chance = random.Random(seed)
    for _ in range(rounds):
        how = killed(path, within_s, chance)
        opening.ready()
        yield {"ended": how, "files": len(digests())}


def main() -> int:
    said = argparse.ArgumentParser()
    said.add_argument("path", type=Path)
    said.add_argument("--at-once", type=int, default=0)
    said.add_argument("--kills", type=int, default=0)
    said.add_argument("--seed", type=int, default=1)
    said.add_argument("--within", type=float, default=0.1)
    given = said.parse_args()
    if given.at_once:
        sys.stdout.write(json.dumps({"ended": at_once(given.path, given.at_once)}))
        return 0
    rounds = list(kills(given.path, given.kills, given.seed, given.within))
    sys.stdout.write(json.dumps({"rounds": rounds, "last": ended(forked(given.path))}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
