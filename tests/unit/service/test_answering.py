"""Answers of today become a check-in, or one sentence about what cannot be right."""

from datetime import date, datetime

import pytest

from unload.errors import UnloadError
from unload.model.history import CheckIn, Side, SoreSpot
from unload.service.answering import check_in_from, know_places, on_waking, places

DAY = date(2024, 11, 17)
NOON = datetime(2024, 11, 17, 12)
CALF = SoreSpot("calf", Side.LEFT, 4.0)


def test_answers_become_a_check_in() -> None:
    """Sore spots from their text, unanswered left out."""
    made = check_in_from({"sleep": 4.0, "mood": None, "spots": "calf:left:4"}, DAY, NOON)
    assert (4.0, None, (CALF,)) == (made.sleep, made.mood, made.spots)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"sleep": 9.0}, "1 to 5"),
        ({"spots": "calf"}, "not a sore spot"),
        ({"spots": "calff:left:3"}, "did you mean calf"),
        ({"spots": "xyzzy:left:3"}, "there are "),
        ({"spots": "calf:middle:3"}, "calf has no middle; say left, right or both"),
    ],
)
def test_what_cannot_be_right_is_one_sentence(answers: dict[str, object], words: str) -> None:
    """With what would be right."""
    with pytest.raises(UnloadError, match=words):
        check_in_from(answers, DAY, NOON)


def test_every_place_that_is_listed_is_known() -> None:
    """As many as there are regions."""
    know_places([CheckIn(DAY, spots=tuple(SoreSpot(p, Side.LEFT, 1) for p in places()))])


def test_the_morning_fills_what_no_spot_says() -> None:
    """Said now, else said before; nothing sore stays nothing."""
    before = CheckIn(DAY, spots=(CALF,))
    waking = on_waking(CheckIn(DAY), before, 2.0)
    assert waking.spots is not None
    assert [2.0] == [spot.next_morning for spot in waking.spots]
    assert () == on_waking(CheckIn(DAY, spots=()), before, 2.0).spots
    assert on_waking(CheckIn(DAY), None, 2.0).spots is None
