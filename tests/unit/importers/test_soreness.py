"""A sore spot out of a table of answers."""

from datetime import date, datetime
from typing import Any

import pytest

from unload.importers.soreness import YES_NO, spot_from
from unload.model.history import Character, Side, SoreSpot

CALF: dict[str, Any] = {"region": "calf", "side": "left", "pain": 4}


def test_everything_that_can_be_said_is_read() -> None:
    """Yes, no, a word and a day each end in their own field."""
    said = dict.fromkeys(YES_NO, True) | {"point": False}
    table = {**CALF, "next_morning": 2, "character": "tight", "since": date(2024, 11, 1), **said}
    expected = SoreSpot(
        "calf", Side.LEFT, 4, 2, at_rest=True, at_night=True, weight_bearing=True, swelling=True,
        sudden=True, point=False, character=Character.TIGHT, since=date(2024, 11, 1),
    )  # fmt: skip
    assert expected == spot_from(table)


def test_what_is_not_said_is_unknown() -> None:
    """Left out is not asked, never a no."""
    assert SoreSpot("calf", Side.LEFT, 4) == spot_from(CALF)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"place": "x"}, "has no 'place'"),
        ({"pain": True}, "needs its pain"),
        ({"pain": 11}, "pain must be a number from 0 to 10"),
        ({"next_morning": "bad"}, "next_morning must be a number"),
        ({"side": "up"}, "not 'up'"),
        ({"swelling": 1}, "swelling must be true or false"),
        ({"character": "odd"}, "it must be one of dull"),
        ({"since": "May"}, "since must be a day"),
        ({"since": datetime(2024, 5, 1)}, "since must be a day"),
    ],
)
def test_what_cannot_be_one_is_told_in_words(wrong: dict[str, Any], words: str) -> None:
    """One sentence that names the answer."""
    with pytest.raises(ValueError, match=words):
        spot_from({**CALF, **wrong})
