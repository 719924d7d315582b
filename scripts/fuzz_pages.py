"""Send odd requests to every page, many times over, and count what is answered.

    python3 run python scripts/fuzz_pages.py --cases 20000              on SQLite
    python3 run python scripts/fuzz_pages.py --cases 20000 --server     on a PostgreSQL of its own

Each visit begins with the demo's store and sends it CASES_A_VISIT requests, one after the other;
after each that changed something, a page has to open. What was found is printed with its visit;
`--visit N` makes that one again. Made small, it is kept in tests/web/test_fuzz.py with the mending.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
os.environ["DJANGO_SETTINGS_MODULE"] = "unload.web.settings"

import pytest

import postgres
from fuzzing.visits import Visit, known_forms, nothing_read, visit
from pages import make_demo, pages_over
from stores import open_copy, own_database

CASES_A_VISIT = 200
SHOWN = 40


@contextmanager
def demos(folder: Path, *, server: bool) -> Iterator[tuple[Path | None, str]]:
    """The template of the demo: a file, or the address of a server with it."""
    if not server:
        yield make_demo(folder, ""), ""
        return
    with postgres.own_server("demo") as url:
        make_demo(folder, url)
        yield None, url.removesuffix("/demo")


def one(template: Path | None, address: str, seed: int, number: int) -> Visit:
    """One visit to a store of its own."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        patching = stack.enter_context(pytest.MonkeyPatch.context())
        url = stack.enter_context(own_database(address, "demo")) if address else ""
        found = Visit()
        for place in open_copy(template, Path(folder), url, patching):
            with pages_over(place, owned=True) as site, nothing_read():
                found = visit(site, known_forms(site), seed, number, CASES_A_VISIT)
        return found


def main() -> int:
    said = argparse.ArgumentParser(description="Send odd requests to every page.")
    said.add_argument("--cases", type=int, default=20_000)
    said.add_argument("--seed", type=int, default=1)
    said.add_argument("--visit", type=int, help="only this one")
    said.add_argument("--server", action="store_true", help="on PostgreSQL")
    given = said.parse_args()
    numbers = range(-(-given.cases // CASES_A_VISIT)) if given.visit is None else [given.visit]
    answered: Counter[int] = Counter()
    faults, changes, slowest = 0, 0, (0.0, "")
    with tempfile.TemporaryDirectory() as folder, demos(Path(folder), server=given.server) as demo:
        for number in numbers:
            found = one(*demo, given.seed, number)
            answered += found.answered
            changes += found.changes
            slowest = max(slowest, (found.slowest_s, found.slowest))
            for fault in found.faults:
                faults += 1
                if faults <= SHOWN:
                    print(fault, flush=True)
    told = ", ".join(f"{count} x {status}" for status, count in sorted(answered.items()))
    print(
        f"{answered.total()} answers ({told}); {changes} changed something; {faults} faults; "
        f"the slowest {slowest[0]:.2f} s: {slowest[1][:120]}"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
