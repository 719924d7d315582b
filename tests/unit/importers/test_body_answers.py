"""What a file says of the body today."""

from typing import Any

import pytest

from unload.importers.body_answers import BadAnswers, Told, told_in
from unload.model.body import ScreenResult
from unload.model.history import Side, SoreSpot

CALF = {"region": "calf", "side": "left", "pain": 4}


def test_spots_flags_and_screens_are_read() -> None:
    """A yes or no, or the measure of each side, as the self-test asks."""
    data = {
        "spots": [CALF],
        "red_flags": {"chest": False},
        "screens": {"log-look-back": True, "heel-raise": {"left": 18, "right": 28}},
    }
    screens = (ScreenResult("log-look-back", True), ScreenResult("heel-raise", None, 18, 28))
    expected = Told((SoreSpot("calf", Side.LEFT, 4),), {"chest": False}, screens)
    assert expected == told_in("me.toml", data)


def test_nothing_said_is_not_nothing_hurts() -> None:
    """No table is not asked; an empty list says that nothing hurts."""
    assert Told() == told_in("me.toml", {})
    assert () == told_in("me.toml", {"spots": []}).spots


@pytest.mark.parametrize(("old", "new"), [("answered", "red_flags"), ("screen", "screens")])
def test_an_old_spelling_is_refused_by_its_new_name(old: str, new: str) -> None:
    """A yes that nobody reads would be worse than a file that is sent back."""
    with pytest.raises(BadAnswers, match=rf"me.toml \[{old}\]: is written \[{new}\]; docs/files"):
        told_in("me.toml", {old: {"chest": True}})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"spots": 3}, "write .*spots.* above each"),
        ({"spots": [CALF, {"region": "calf"}]}, "spots 2: a sore spot needs its pain"),
        ({"red_flags": {"chest": "no"}}, "must be a table"),
        ({"red_flags": ["chest"]}, r"write \[red_flags\] above .* like chest = false"),
        ({"screens": ["heel-raise"]}, "above the results"),
        ({"screens": {"heel-raise": 12}}, "screen heel-raise is 12"),
        ({"screens": {"heel-raise": {}}}, "screen heel-raise is"),
        ({"screens": {"heel-raise": {"up": 1}}}, "screen heel-raise is"),
        ({"screens": {"heel-raise": {"left": True}}}, "screen heel-raise is"),
        ({"screens": {"heel-raise": {"left": -1}}}, "0 or more"),
    ],
)
def test_what_cannot_be_read_is_refused(data: dict[str, Any], words: str) -> None:
    """Nothing about the body is passed over: it could hide what must be asked first."""
    with pytest.raises(BadAnswers, match=words):
        told_in("me.toml", data)
