"""The made-up runners."""

from datetime import date

import pytest

from unload.errors import UnloadError
from unload.service.demos import DEMOS, demo_of


@pytest.mark.parametrize("name", DEMOS)
def test_each_has_a_record_and_a_day(name: str) -> None:
    """Runs, a race to come, and the demo's fixed day."""
    demo = demo_of(name)
    assert date(2024, 11, 17) == demo.today
    assert demo.history.runs
    assert demo.history.race is not None


def test_there_are_no_others() -> None:
    """A name of our imagination is answered with those there are."""
    with pytest.raises(UnloadError, match="sore, steady, thin-data"):
        demo_of("lazy")
