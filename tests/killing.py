"""Kill what keeps something, at random moments, and compare what is kept with what was answered.

python tests/killing.py ACT... [--rounds N] [--seed S] [--server]

Each round forks a child that does one act again and again in a store of the demo made for the
trial, and says so after each; it is killed (SIGKILL) at a random moment, the store is opened again
and searched. Prints one JSON object: for each act how many doings were
acknowledged, how many of them are lost, how many are there twice, how many rounds were killed
before they had ended, and whether the store was whole after each. With --server the store is on a
PostgreSQL of its own, which is not killed and has means of its own for backups.
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
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from unload.web import serving  # first of all, for it says which settings are meant

from django.db import connection, transaction  # isort: skip
from django.test import Client  # isort: skip

import postgres  # isort: skip
from unload.model.change import Decision  # isort: skip
from unload.service import checking_in, keeping, week_changes
from unload.store import backup, opening
from unload.store.models import Revision, WeekChange
from unload.web.access import visible_to
from unload.web.models import Owner

WITHIN_S, HTTP_FOUND = 0.12, 302
FIRST_DAY = date(2023, 1, 1)
Tell = Callable[[str], None]


@dataclass
class Found:
    """What became of one act; everything but the first and the last must be 0."""

    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    damaged: int = 0
    killed: int = 0


class Act(ABC):
    """Something that is done again and again; what a search finds of one doing of it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.mark = f"{type(self).__name__}{number}"
        self.day = FIRST_DAY + timedelta(days=number)  # on which nothing was said before

    @abstractmethod
    def doings(self) -> Iterator[str]:
        """Do it, and give what names the doing once it is acknowledged."""

    def kept(self, doing: str) -> int:
        """How often a doing is kept; once is right."""
        return Revision.objects.filter(key=doing).count()

    @abstractmethod
    def again(self, doings: list[str]) -> None:
        """What a sender does who is not sure, or what shows that the store is whole."""


class CheckIn(Act):
    """A check-in by the verb that the terminal and the pages call, each under its own key."""

    def doings(self) -> Iterator[str]:
        for number in range(10_000):
            yield self.said(number)

    def said(self, number: int) -> str:
        key = f"{self.mark}.{number}"
        checking_in.record_check_in({"mood": 1 + number % 5}, self.day, zone="UTC", key=key)
        return key

    def again(self, doings: list[str]) -> None:
        for number in range(max(len(doings) - 1, 0), len(doings) + 2):
            self.said(number)


class Sent(CheckIn):
    """The same by the form of the page."""

    def said(self, number: int) -> str:
        key = f"{self.mark}.{number}"
        mood = f"{1 + (self.number + number / 1000) % 4:.3f}"  # never that of the doing before
        client = Client(SERVER_NAME="localhost")
        client.force_login(Owner.objects.get().user)
        answer = client.post("/check-in/", {"mood": mood, "key": key})
        if answer.status_code != HTTP_FOUND:  # which means kept
            raise RuntimeError(f"refused: {answer.status_code}")
        return key


class TooEarly(CheckIn):
    """The fault that must be found: answered before it is committed."""

    def doings(self) -> Iterator[str]:
        for number in range(10_000):
            with transaction.atomic():
                said = self.said(number)
                yield said


class Accept(Act):
    """A lighter week taken and given back, in turn; what is told is the number of the change."""

    def doings(self) -> Iterator[str]:
        book = visible_to(Owner.objects.get().user)
        answer = book.advice()
        if week_changes.changes() and week_changes.changes()[0].decision is Decision.ACCEPTED:
            book.give_back()
        for _ in range(10_000):
            week_changes.accept(answer)
            yield str(WeekChange.objects.order_by("-pk").values_list("pk", flat=True)[0])
            week_changes.undo(today=book.today)
            yield str(WeekChange.objects.order_by("-pk").values_list("pk", flat=True)[0])

    def kept(self, doing: str) -> int:
        told = WeekChange.objects.filter(pk=int(doing)).values_list("undoes", flat=True)
        return len(told)

    def again(self, doings: list[str]) -> None:
        """In turn, whatever was killed: a taking never follows a taking."""
        turns = list(WeekChange.objects.order_by("pk").values_list("undoes", flat=True))
        if any((undoes is None) != (at % 2 == 0) for at, undoes in enumerate(turns)):
            raise RuntimeError("taken twice, or given back twice")


class BackUp(Act):
    """A backup; the name it bears is the promise that it is whole."""

    def doings(self) -> Iterator[str]:
        for number in range(10_000):
            path = opening.folder() / "copies" / f"{self.mark}.{number}.sqlite3"
            keeping.back_up(path)
            yield str(path)

    def kept(self, doing: str) -> int:
        return int(Path(doing).exists())

    def again(self, doings: list[str]) -> None:
        for path in (opening.folder() / "copies").glob("[!.]*"):
            backup.checked(path)
            path.unlink()


class Restore(Act):
    """Two backups brought back in turn; afterwards the store is the one or the other."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.copies = [opening.folder() / f"{self.mark}.{name}" for name in ("one", "other")]
        for mood, path in enumerate(self.copies, 1):
            checking_in.record_check_in({"mood": mood}, self.day, zone="UTC", key=path.name)
            backup.back_up(opening.store_file(), path)

    def doings(self) -> Iterator[str]:
        for number in range(10_000):
            keeping.restore(self.copies[number % 2])
            yield str(number)

    def kept(self, doing: str) -> int:
        return 1

    def again(self, doings: list[str]) -> None:
        now = opening.folder() / f"{self.mark}.now"
        proof = backup.back_up(opening.store_file(), now)
        if proof not in [backup.checked(path).proof for path in self.copies]:
            raise RuntimeError("neither the one store nor the other")
        for path in (now, *self.copies, *(opening.folder() / opening.BACKUPS).glob("*")):
            path.unlink()


class Migrate(Act):
    """The first start on an empty folder: all tables, those of the pages too."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.before = opening.folder()
        self.fresh = self.before / self.mark

    def doings(self) -> Iterator[str]:
        os.environ["UNLOAD_DATA"] = str(self.fresh)
        serving.prepare()
        yield "made"
        time.sleep(10)

    def kept(self, doing: str) -> int:
        return 1

    def again(self, doings: list[str]) -> None:
        """Open it once more, as the runner would; every table is there and takes a row."""
        os.environ["UNLOAD_DATA"] = str(self.fresh)
        try:
            opening.close()
            serving.prepare()
            checking_in.record_check_in({"mood": 3}, self.day, zone="UTC", key=self.mark)
            serving.User.objects.create(username="runner")
            if integrity() != "ok" or self.missing():
                raise RuntimeError("half made")
        finally:
            opening.close()
            os.environ["UNLOAD_DATA"] = str(self.before)
            opening.ready()

    def missing(self) -> set[str]:
        from django.apps import apps  # noqa: PLC0415 # Django is set up by now

        wanted = {model._meta.db_table for model in apps.get_models()}
        return wanted - set(connection.introspection.table_names())


ACTS = {act.__name__: act for act in (CheckIn, Sent, Accept, BackUp, Restore, Migrate, TooEarly)}


def integrity() -> str:
    """What the database itself says; a server looks after its own files."""
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return str(cursor.fetchone()[0])


def killed(act: Act, chance: random.Random) -> tuple[list[str], bool]:
    """The doings of a child that were acknowledged before it was killed, and whether it was."""
    opening.close()
    here, there = os.pipe()
    child = os.fork()
    if not child:
        os.close(here)
        _do(act, lambda doing: os.write(there, f"{doing}\n".encode()))
    os.close(there)
    with os.fdopen(here) as told:
        time.sleep(chance.uniform(0, WITHIN_S * (4 if isinstance(act, Migrate) else 1)))
        os.kill(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return [line.rstrip("\n") for line in told if line.endswith("\n")], code < 0


def _do(act: Act, tell: Callable[[str], object]) -> None:
    """What the child does; it never comes back."""
    try:
        opening.ready()
        for doing in act.doings():
            tell(doing)
    except BaseException:  # noqa: BLE001 # the child must end here, whatever happens
        traceback.print_exc()
    finally:
        os._exit(1)


def rounds(kind: type[Act], many: int, chance: random.Random) -> Found:
    """So many kills of one act, and what was found after each."""
    found = Found()
    for number in range(many):
        act = kind(number)
        doings, was_killed = killed(act, chance)
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
