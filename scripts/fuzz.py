"""Damage sample files many times over and read them, each in 2 seconds of computing and 256 MB.

    python3 run python scripts/fuzz.py --cases 20000            every reader
    python3 run python scripts/fuzz.py --cases 500 --reader fit

Cases run in a child process; one that dies, hangs or throws is counted, written down, and the
rest goes on. The bytes of what was found are left in --keep DIR, to be made small and moved into
tests/fuzzing/corpus/<reader>/ with the mending.
"""

import argparse
import faulthandler
import multiprocessing as mp
import os
import resource
import sys
import time
import traceback
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fuzzing.targets import case, outcome, readers, seeds_of

CASE_S, MEMORY_MB = 2.0, 256
# What the first case may take, which imports what the others need.
GRACE_S = 20.0
# Nobody waits for a case longer than this, however busy the machine is.
BUSY_S = 300.0
# Asking every format whose file it is takes ten times as long as reading it.
NET_EVERY = 10


def child(name: str, numbers: range, seed: int, pipe: Connection) -> None:
    """Read case after case; say which one is begun and how each ended."""
    faulthandler.enable()
    outcome(name, case(name, 0, seed))  # imports what is imported late, before memory is measured
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limit = used + MEMORY_MB * 1024**2
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for number in numbers:
        pipe.send((number, None, 0.0))
        began = time.process_time()
        try:
            ended = outcome(name, case(name, number, seed), net=number % NET_EVERY == 0)
        except BaseException as error:  # noqa: BLE001 # the very thing that is looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            ended = f"RAISED {type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        pipe.send((number, ended, time.process_time() - began))
    pipe.send((-1, "done", 0.0))


def cpu_s(process: mp.Process) -> float:
    """How long a child has computed; nothing where it has ended meanwhile."""
    try:
        told = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


class Run:
    """The cases of one reader and how they ended."""

    def __init__(self, name: str, cases: int, seed: int) -> None:
        self.name, self.cases, self.seed = name, cases, seed
        self.ended: Counter[str] = Counter()
        self.found: list[tuple[int, str]] = []
        self.slowest_s = 0.0

    def go(self) -> None:
        first = 0
        while first < self.cases:
            first = self._through(range(first, self.cases))

    def _through(self, numbers: range) -> int:
        """Cases until the child ends or has to be ended; the number to go on with."""
        here, there = mp.Pipe(duplex=False)
        process = mp.get_context("fork").Process(
            target=child, args=(self.name, numbers, self.seed, there)
        )
        seeds_of(self.name)  # once here, for every child
        process.start()
        there.close()
        current, limit_s, since = numbers.start, GRACE_S, time.monotonic()
        while True:
            try:
                told = here.recv() if here.poll(CASE_S) else None
            except EOFError:
                return self._lost(process, current, "DIED")
            if told is None:
                if cpu_s(process) < limit_s and time.monotonic() - since < BUSY_S:
                    continue  # the machine is busy with other work
                return self._lost(process, current, f"HUNG over {CASE_S:g} s")
            number, ended, took_s = told
            if number < 0:
                process.join()
                return self.cases
            current, limit_s, since = number, cpu_s(process) + CASE_S, time.monotonic()
            if ended is not None:
                self._note(number, ended, took_s)

    def _lost(self, process: mp.Process, number: int, how: str) -> int:
        process.kill()
        process.join()
        self._note(number, how, 0.0)
        return number + 1

    def _note(self, number: int, ended: str, took_s: float) -> None:
        self.ended[ended] += 1
        self.slowest_s = max(self.slowest_s, took_s)
        if ended not in {"sessions", "problems", "nothing"}:
            self.found.append((number, ended))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--reader", choices=sorted(readers()), action="append")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="write what was found here")
    asked = parser.parse_args()
    failed = False
    print(f"{'reader':20} {'cases':>7} {'sessions':>9} {'problems':>9} {'nothing':>8}  slowest")
    for name in asked.reader or sorted(readers()):
        run = Run(name, asked.cases, asked.seed)
        run.go()
        counts = [run.ended[kind] for kind in ("sessions", "problems", "nothing")]
        print(
            f"{name:20} {sum(run.ended.values()):7} {counts[0]:9} {counts[1]:9} {counts[2]:8}"
            f"  {run.slowest_s:.2f} s",
            flush=True,
        )
        for ended, count in sorted(Counter(how for _, how in run.found).items()):
            print(
                f"    {count} x {ended}, first case {next(n for n, h in run.found if h == ended)}"
            )
        failed = failed or bool(run.found)
        if asked.keep and run.found:
            _keep(asked.keep / name, run)
    sys.exit(failed)


def _keep(folder: Path, run: Run) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, _ in run.found[:20]:
        file = case(run.name, number, run.seed)
        (folder / f"{run.seed}-{number}-{file.name}").write_bytes(file.opener().read())


if __name__ == "__main__":
    main()
