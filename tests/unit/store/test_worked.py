"""What was done on sore spots and what hurt meanwhile, kept and read back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from athletes import TODAY
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.model.play import Hurt
from unload.store import worked

CALF = Worked(TODAY, "calf", Side.LEFT, 0, None)
SOLE = Worked(TODAY, "sole", Side.RIGHT, None, 2.5)
HURT = Hurt(TODAY, 3, "calf-roller", "calf", Side.LEFT, 5, None)


def test_a_session_comes_back_as_it_went(either_store: Path) -> None:
    """0 is 0, and what was not answered stays unknown."""
    worked.add("", [CALF, SOLE], [HURT])
    worked.add("bob", [SOLE], [])
    assert [CALF, SOLE] == worked.worked("")
    assert ([SOLE], []) == (worked.worked("bob"), worked.hurts("bob"))
    assert [HURT] == worked.hurts("")


def test_half_a_session_is_not_kept(store: Path) -> None:
    """Where one row cannot be, none is."""

    def broken() -> object:
        yield HURT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        worked.add("", [CALF], broken())  # type: ignore[arg-type] # a generator that breaks off
    assert [] == worked.worked("")


def test_a_session_that_was_sent_is_kept_once(either_store: Path) -> None:
    """By its key, whatever the second one says; a session of another key is another one."""
    worked.add_sent("", TODAY, "key", [CALF], [HURT])
    worked.add_sent("", TODAY, "key", [SOLE], [])
    worked.add_sent("", TODAY, "other", [SOLE], [])
    assert ([CALF, SOLE], [HURT]) == (worked.worked(""), worked.hurts(""))


def test_keys_go_when_nothing_can_come_again_under_them(store: Path) -> None:
    """What they brought stays, and so does every key of a session that may still wait."""
    long_ago, lately = TODAY - worked.KEYS_KEPT - timedelta(days=1), TODAY - worked.KEYS_KEPT
    for number, day in enumerate((long_ago, lately, TODAY)):
        worked.add_sent("", day, f"key {number}", [CALF], [])
    worked.add_sent("bob", long_ago, "bob's", [], [])
    days = [worked.played_on("", day) for day in (long_ago, lately, TODAY)]
    assert ([False, True, True], 3) == (days, len(worked.worked("")))
    assert worked.played_on("bob", long_ago)


def test_a_key_is_kept_with_what_it_brought_or_not_at_all(store: Path) -> None:
    """Broken off in between, it may come again."""

    def broken() -> object:
        yield HURT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        worked.add_sent("", TODAY, "key", [CALF], broken())  # type: ignore[arg-type] # as above
    assert not worked.played_on("", TODAY)
    worked.add_sent("", TODAY, "key", [CALF], [HURT])
    assert [CALF] == worked.worked("")


def test_a_day_knows_how_its_session_ended(store: Path) -> None:
    """For its own runner: sent, and stopped only by a yes."""
    worked.add_sent("", TODAY, "key", [], [HURT])
    assert (True, False) == (worked.played_on("", TODAY), worked.stopped_on("", TODAY))
    worked.add("", [], [replace(HURT, alarming=False)])
    assert not worked.stopped_on("", TODAY)
    worked.add("", [], [replace(HURT, alarming=True)])
    assert worked.stopped_on("", TODAY)
    assert not worked.stopped_on("bob", TODAY)
    assert not worked.played_on("", TODAY + timedelta(1))
    assert not worked.stopped_on("", TODAY + timedelta(1))
