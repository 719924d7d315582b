"""What was done on sore spots and what hurt meanwhile, kept and read back."""

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
