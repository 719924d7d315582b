"""The book of changes: entries are added, told in order, and undone once at most."""

from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import IntegrityError, connections

from athletes import TODAY
from change_samples import DAYS, WEEK
from unload.model.change import Decision
from unload.model.plan import Move
from unload.store import changes as book
from unload.store.models import WeekChange

WAITS_S = 0.1  # in which a step that waits for nobody is over


def test_an_acceptance_and_its_undoing_are_two_entries(either_store: Path) -> None:
    """The oldest first, the week whole in both."""
    first = book.accept("", TODAY, WEEK, DAYS)
    second = book.undo("", TODAY, first, DAYS[3:])
    assert [first, second] == book.changes("")
    assert (Decision.ACCEPTED, Decision.UNDONE) == (first.decision, second.decision)
    assert (WEEK, DAYS, None) == (first.week, first.days, first.undoes)
    assert (WEEK, DAYS[3:], first.number) == (second.week, second.days, second.undoes)


def test_every_runner_has_a_book(store: Path) -> None:
    """What one accepted is nothing to the other."""
    book.accept("ann", TODAY, WEEK, DAYS)
    assert [] == book.changes("bob")
    assert 1 == len(book.changes("ann"))


def test_nothing_is_undone_twice(either_store: Path) -> None:
    """Two undoings at once cannot both stand."""
    first = book.accept("", TODAY, WEEK, DAYS)
    book.undo("", TODAY, first, DAYS)
    with pytest.raises(IntegrityError), book.at_once():
        book.undo("", TODAY, first, DAYS)


def test_a_step_is_whole_or_nothing(either_store: Path) -> None:
    """What fails half way leaves no entry."""
    first = book.accept("", TODAY, WEEK, DAYS)

    def twice() -> None:
        with book.at_once():
            book.undo("", TODAY, first, DAYS[3:])
            book.undo("", TODAY, first, DAYS)

    with pytest.raises(IntegrityError):
        twice()
    assert 1 == WeekChange.objects.count()


def test_one_step_waits_for_another(either_store: Path) -> None:
    """What the second reads has what the first wrote (C8)."""
    begun, found = Event(), []

    def second() -> None:
        begun.wait()
        try:
            with book.at_once():
                found.extend(book.changes(""))
        finally:
            connections.close_all()

    other = Thread(target=second)
    other.start()
    with book.at_once():
        begun.set()
        other.join(WAITS_S)
        book.accept("", TODAY, WEEK, DAYS)
    other.join()
    assert 1 == len(found)


def test_a_move_and_its_undoing_are_two_entries(either_store: Path) -> None:
    """Both name the session and its days, and neither takes a day."""
    wanted = Move(DAYS[1], DAYS[2], 1)
    first = book.move("", TODAY, WEEK, wanted)
    second = book.undo("", TODAY, first, ())
    assert [first, second] == book.changes("")
    assert (Decision.MOVED, wanted, ()) == (first.decision, first.move, first.days)
    assert (Decision.UNDONE, wanted, first.number) == (second.decision, second.move, second.undoes)
