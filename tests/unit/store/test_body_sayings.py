"""Answers to red-flag questions: a yes stands until it is taken back, a no for its own day."""

from datetime import timedelta
from pathlib import Path

from athletes import TODAY
from unload.store.body_sayings import add, standing

TOMORROW = TODAY + timedelta(days=1)


def test_a_yes_stands_and_a_no_is_for_its_day(either_store: Path) -> None:
    """Overnight one is kept and the other asked again."""
    add("", TODAY, {"swollen": True, "limp": False})
    assert {"swollen": True, "limp": False} == standing("", TODAY)
    assert {"swollen": True} == standing("", TOMORROW)


def test_what_is_said_later_counts(store: Path) -> None:
    """A yes that is taken back is gone the day after."""
    add("", TODAY, {"swollen": True})
    add("", TODAY, {"swollen": False})
    assert {"swollen": False} == standing("", TODAY)
    assert {} == standing("", TOMORROW)


def test_the_future_and_others_say_nothing(store: Path) -> None:
    """Neither what is said on a later day nor what another runner said."""
    add("", TOMORROW, {"swollen": True})
    add("bob", TODAY, {"limp": True})
    assert {} == standing("", TODAY)
