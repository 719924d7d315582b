"""What is killed at random moments, and how what is kept of it is searched."""

import os
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from unload.web import serving  # first of all, for it says which settings are meant

from django.db import connection, transaction  # isort: skip
from django.test import Client  # isort: skip

from unload.model.change import Decision  # isort: skip
from unload.service import checking_in, keeping, week_changes
from unload.store import backup, opening
from unload.store.models import Revision, WeekChange
from unload.web.access import visible_to
from unload.web.models import Owner

HTTP_FOUND = 302
FIRST_DAY = date(2023, 1, 1)


class Act(ABC):
    """Something that is done again and again; what a search finds of one doing of it."""

    awaited = 4  # doings at most, before it is killed in the next

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
                time.sleep(0.02)  # so that it is seen on the fastest machine, too


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

    awaited = 1

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

    awaited = 1

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

    awaited = 1

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
