"""Kill what keeps something, at random moments, and compare what is kept with what was answered.

python tests/killing.py ACT... [--rounds N] [--seed S] [--server]

Each round forks a child that does one act again and again in a store of the demo made for the
trial, and says so after each; after a random number of them it is killed (SIGKILL), at once or
anywhere in the next, however fast the machine is; the store is opened again and searched. Prints
one JSON object: for each act how many doings were acknowledged, how many of them are lost, how many
are there twice, how many rounds were killed before they had ended, and whether the store was whole
after each. With --server the store is on a PostgreSQL of its own, which is not killed and has means
of its own for backups.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import islice

import postgres
from kill_acts import ACTS, Act, integrity
from unload.store import opening
from unload.web import noting, serving
from unload.web.access import visible_to
from unload.web.models import Owner

READY = "ready"
PACE_S = 0.12  # of one doing, until it is known


@dataclass
class Found:
    """What became of one act; everything but the first and the last must be 0, and they not."""

    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    damaged: int = 0
    killed: int = 0


@dataclass
class Pace:
    """How long one doing takes here and now."""

    seconds: float = PACE_S


def killed(act: Act, chance: random.Random, pace: Pace) -> tuple[list[str], bool]:
    """The doings of a child that were acknowledged before it was killed, and whether it was."""
    opening.close()
    here, there = os.pipe()
    child = os.fork()
    if not child:
        os.close(here)
        _do(act, lambda doing: os.write(there, f"{doing}\n".encode()))
    os.close(there)
    with os.fdopen(here) as told:
        told.readline()  # that the store is open
        began, awaited = time.monotonic(), chance.randint(0, act.awaited)
        doings = list(islice(told, awaited))
        if doings:
            pace.seconds = (time.monotonic() - began) / len(doings)
        time.sleep(max(chance.uniform(-pace.seconds, pace.seconds), 0))
        os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        doings += [line for line in told if line.endswith("\n")]
        return [line.rstrip("\n") for line in doings], code < 0


def _do(act: Act, tell: Callable[[str], object]) -> None:
    """What the child does; it never comes back."""
    try:
        opening.ready()
        tell(READY)
        for doing in act.doings():
            tell(doing)
    except BaseException:  # noqa: BLE001 # the child must end here, whatever happens
        traceback.print_exc()
    finally:
        os._exit(1)


def rounds(kind: type[Act], many: int, chance: random.Random) -> Found:
    """So many kills of one act, and what was found after each."""
    found, pace = Found(), Pace()
    for number in range(many):
        act = kind(number)
        doings, was_killed = killed(act, chance, pace)
        opening.ready()
        found.acknowledged += len(doings)
        found.killed += was_killed
        found.lost += sum(act.kept(doing) == 0 for doing in doings)
        try:
            act.again(doings)
            found.damaged += integrity() != "ok"
        except Exception:  # noqa: BLE001 # a fault of any kind is what is counted
            traceback.print_exc()
            found.damaged += 1
        found.doubled += sum(act.kept(doing) > 1 for doing in doings)
    return found


def main() -> int:
    said = argparse.ArgumentParser()
    said.add_argument("acts", nargs="+", choices=ACTS)
    said.add_argument("--rounds", type=int, default=10)
    said.add_argument("--seed", type=int, default=1)
    said.add_argument("--server", action="store_true")
    given = said.parse_args()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        url = stack.enter_context(postgres.own_server("kills")) if given.server else ""
        os.environ |= {"UNLOAD_DATA": folder, "DATABASE_URL": url}
        serving.prepare()
        serving.make_demo()
        # A note comes later than any child lives, and a program with threads should not fork.
        noting.soon = lambda find: None
        visible_to(Owner.objects.get().user).advice()  # thought out once, for every child
        told = {
            name: asdict(rounds(ACTS[name], given.rounds, random.Random(given.seed)))
            for name in given.acts
        }
        opening.close()
        sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
