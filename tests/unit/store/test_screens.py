"""Self-tests: the newest of each stands, until something else is found or it is taken back."""

from datetime import timedelta
from pathlib import Path

from athletes import TODAY
from unload.model.body import ScreenResult
from unload.store.screens import add, standing

LATER = TODAY + timedelta(days=40)
RAISES = ScreenResult("heel-raise", None, 12, 28)
LOG = ScreenResult("log-look-back", yes=False)


def test_what_was_found_stands_with_its_day(either_store: Path) -> None:
    """0 is a count, and a side that was not measured stays unknown."""
    add("", TODAY, [RAISES, LOG, ScreenResult("knee-to-wall", left=0)])
    found = standing("", LATER)
    assert (TODAY, RAISES) == found["heel-raise"]
    assert (TODAY, LOG) == found["log-look-back"]
    assert (TODAY, ScreenResult("knee-to-wall", left=0)) == found["knee-to-wall"]


def test_the_newest_counts_and_nothing_takes_it_back(store: Path) -> None:
    """By its day, whenever it was written down."""
    newer = ScreenResult("heel-raise", None, 20, 28)
    add("", LATER, [newer])
    add("", TODAY, [RAISES])
    assert {"heel-raise": (LATER, newer)} == standing("", LATER)
    assert {"heel-raise": (TODAY, RAISES)} == standing("", TODAY)
    add("", LATER, [ScreenResult("heel-raise")])
    assert {} == standing("", LATER)


def test_another_runner_s_are_not_mine(store: Path) -> None:
    """Nor what is found on a later day."""
    add("bob", TODAY, [RAISES])
    add("", LATER, [RAISES])
    assert {} == standing("", TODAY)
