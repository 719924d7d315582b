"""One file's records on their way into the tables."""

from datetime import datetime
from pathlib import Path

from unload.errors import Problem
from unload.model.history import CheckIn, Session, Sport
from unload.store.models import File, StoredCheckIn, StoredProblem, StoredSession
from unload.store.pages import TABLES, Page, put_rows

RUN = Session(datetime(2024, 11, 17, 8), Sport.RUN, 3000.0, marks=("treadmill",))
PAGE = Page("a", "aa", (RUN, Problem("a line 2", "is odd."), CheckIn(RUN.day, spots=())))


def test_every_record_has_its_table() -> None:
    """Sessions, check-ins and problems; nothing else is kept of a file."""
    assert {Session: StoredSession, CheckIn: StoredCheckIn, Problem: StoredProblem} == TABLES


def test_rows_keep_the_order_of_reading(either_store: Path) -> None:
    """The ordinal is the record's place in its file, whatever table it goes to."""
    file = File.objects.create(digest="aa")
    put_rows({file.pk: PAGE})
    assert [0, 1, 2] == [
        table.objects.values_list("ordinal", flat=True).get()
        for table in (StoredSession, StoredProblem, StoredCheckIn)
    ]
    assert ([["treadmill"]], [[]]) == (
        list(StoredSession.objects.values_list("marks", flat=True)),
        list(StoredCheckIn.objects.values_list("spots", flat=True)),
    )


def test_rows_are_made_once(store: Path) -> None:
    """Before the transaction, so that whoever waits for it does not wait for this."""
    assert PAGE.rows is PAGE.rows
