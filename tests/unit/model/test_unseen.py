"""Two who did not see each other's answers: the worse counts, and nothing is taken back."""

from datetime import date

from unload.model.history import Character, CheckIn, Side, SoreSpot
from unload.model.unseen import together

DAY = date(2024, 11, 17)
SORE = SoreSpot("calf", Side.LEFT, 6.0, at_rest=True, character=Character.SHARP)


def test_nothing_hurts_does_not_take_back_what_hurt() -> None:
    """Nor does well take back ill; the other answers are those of the last."""
    before = CheckIn(DAY, sleep=2.0, ill=True, spots=(SORE,))
    said = CheckIn(DAY, sleep=4.0, ill=False, spots=())
    assert CheckIn(DAY, sleep=4.0, ill=True, spots=(SORE,)) == together(before, said)


def test_one_spot_is_told_by_its_worse_answers() -> None:
    """Each question by itself; a word for it as it was said last."""
    said = SoreSpot("calf", Side.LEFT, 3.0, 5.0, at_rest=False, character=Character.DULL)
    (spot,) = together(CheckIn(DAY, spots=(SORE,)), CheckIn(DAY, spots=(said,))).spots or ()
    assert SoreSpot("calf", Side.LEFT, 6.0, 5.0, at_rest=True, character=Character.DULL) == spot


def test_spots_of_both_are_named() -> None:
    """The other calf is another spot."""
    other = SoreSpot("calf", Side.RIGHT, 1.0)
    assert (SORE, other) == together(
        CheckIn(DAY, spots=(SORE,)), CheckIn(DAY, spots=(other,))
    ).spots


def test_what_was_not_asked_stays_unknown() -> None:
    """No answer is no worse answer."""
    asked, blank = CheckIn(DAY, ill=False, spots=()), CheckIn(DAY, mood=3.0)
    assert CheckIn(DAY, mood=3.0) == together(blank, blank)
    assert (None, ()) == (together(asked, blank).ill, together(asked, blank).spots)
    assert asked == together(blank, asked)
