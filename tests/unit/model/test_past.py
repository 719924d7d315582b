"""The weeks that were are not changed afterwards."""

from dataclasses import FrozenInstanceError, replace

import pytest

from past_samples import PAST


def test_what_was_is_not_changed() -> None:
    """A report may fill its own copy and no other."""
    assert 5 == len(PAST.weeks)
    with pytest.raises(FrozenInstanceError):
        PAST.weeks = ()
    assert () == replace(PAST, weeks=()).weeks
