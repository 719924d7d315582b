"""What is read back, and the revisions of what is typed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError

from unload.model.history import CheckIn, Side, SoreSpot
from unload.store import history as store_history
from unload.store.models import Revision

DAY = date(2024, 11, 17)


@pytest.fixture
def history(either_store: Path) -> Any:
    """The module, on either database."""
    return store_history


def test_nothing_typed_is_nothing(history: Any) -> None:
    """An empty store has no day."""
    assert ({}, None, [], []) == (
        history.typed(), history.typed_on(DAY), history.sessions(), history.check_ins()
    )  # fmt: skip


def test_the_newest_revision_counts_and_the_older_stays(history: Any) -> None:
    """A day is laid over what it said before; nothing is lost of that (C3)."""
    history.add(CheckIn(DAY, sleep=4.0, spots=()))
    whole = history.add(CheckIn(DAY, sleep=2.0, ill=True))
    assert CheckIn(DAY, sleep=2.0, ill=True, spots=()) == whole
    assert {("", DAY): whole} == history.typed()
    assert [4.0, 2.0] == list(Revision.objects.order_by("pk").values_list("sleep", flat=True))


def test_what_was_not_seen_is_not_taken_back(history: Any) -> None:
    """Two phones on one day: both stay, and the worse counts in either order until it is settled
    by somebody who has seen both (C4).
    """
    sore = CheckIn(DAY, mood=2.0, ill=True, spots=(SoreSpot("calf", Side.LEFT, 6.0),))
    calm = CheckIn(DAY, mood=4.0, ill=False, spots=())
    for day, told in ((DAY, (sore, calm)), (DAY + timedelta(1), (calm, sore))):
        for said in told:
            history.add(replace(said, day=day), seen=0)
        found = history.typed_on(day)
        assert (True, sore.spots) == (found.ill, found.spots)
        settled = history.add(replace(calm, day=day), seen=history.revision_of(day))
        assert (False, ()) == (settled.ill, settled.spots)
    assert 6 == Revision.objects.count()


def test_a_clock_that_goes_back_turns_nothing_round(
    history: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said last counts, whatever time the machine believes it was (D21)."""
    history.add(CheckIn(DAY, sleep=4.0))
    clock = type("Clock", (), {"now": lambda _: datetime(1999, 1, 1, tzinfo=UTC)})
    monkeypatch.setattr(store_history, "datetime", clock)
    history.add(CheckIn(DAY, sleep=2.0))
    assert (2.0, 2.0) == (history.typed()["", DAY].sleep, history.typed_on(DAY).sleep)


def test_saying_the_same_twice_adds_nothing(history: Any) -> None:
    """A repeat is no revision."""
    for _ in range(2):
        history.add(CheckIn(DAY, sleep=4.0))
    assert 1 == Revision.objects.count()


def test_a_check_in_that_arrives_twice_is_kept_once(history: Any) -> None:
    """The sender's key tells a repeat, also when the day has gone on meanwhile (C2)."""
    first = CheckIn(DAY, sleep=4.0)
    history.add(first, key="a")
    history.add(CheckIn(DAY, sleep=3.0), key="b")
    assert 3.0 == history.add(first, key="a").sleep
    assert 2 == Revision.objects.count()


def meanwhile(history: Any, monkeypatch: pytest.MonkeyPatch, *other: Any) -> None:
    """Let another phone add something between the next reading and what is written after it."""
    read = history._newest

    def interrupted(*asked: Any) -> Any:
        found = read(*asked)
        monkeypatch.setattr(history, "_newest", read)
        history.add(*other)
        return found

    monkeypatch.setattr(history, "_newest", interrupted)


def test_two_at_one_moment_both_stay(history: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is laid over the first, as if it had come a moment later (C4)."""
    sore = CheckIn(DAY, mood=2.0, spots=(SoreSpot("calf", Side.LEFT, 6.0),))
    meanwhile(history, monkeypatch, sore, "a", 0)
    whole = history.add(CheckIn(DAY, sleep=4.0, spots=()), "b", 0)
    assert replace(sore, sleep=4.0) == whole == history.typed_on(DAY)
    first, second = Revision.objects.order_by("pk")
    assert (0, first.pk) == (first.follows, second.follows)


def test_one_sent_twice_at_one_moment_is_kept_once(
    history: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the day went on in between, and when it is another day by then (C2)."""
    said = CheckIn(DAY, sleep=4.0)
    meanwhile(history, monkeypatch, said, "a")
    assert said == history.add(said, "a")
    tomorrow = replace(said, day=DAY + timedelta(1))
    assert CheckIn(tomorrow.day) == history.add(tomorrow, "a")
    assert 1 == Revision.objects.count()


def test_what_the_database_refuses_otherwise_is_told(
    history: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not tried for ever."""
    monkeypatch.setattr(store_history, "datetime", type("Clock", (), {"now": lambda _: None}))
    with pytest.raises(IntegrityError):
        history.add(CheckIn(DAY, sleep=4.0))


def test_two_runners_have_two_days(history: Any) -> None:
    """Whose day it is belongs to the day."""
    history.add(CheckIn(DAY, sleep=4.0, runner="ann"))
    history.add(CheckIn(DAY, mood=1.0, runner="bob"))
    assert {("ann", DAY): None, ("bob", DAY): 1.0} == {
        key: said.mood for key, said in history.typed().items()
    }
    assert 4.0 == history.typed_on(DAY, "ann").sleep
