"""The body drawn with characters."""

from collections import Counter

from unload.knowledge import load_knowledge
from unload.model.history import Side, SoreSpot
from unload.report.body_picture import OUTLINE, PLACES, VIEWS, body_picture, letter_of, meaning_of
from unload.report.document import Meaning, text_of

K = load_knowledge()


def drawn(*spots: SoreSpot) -> list[str]:
    return [text_of(line) for line in body_picture(spots).lines]


def test_every_region_has_a_place_of_its_own() -> None:
    """No two share a cell, and each lies within its view."""
    assert set(K.regions) == set(PLACES)
    assert {1} == set(Counter(PLACES.values()).values())
    for view, row, away in PLACES.values():
        assert 0 <= row < len(VIEWS[view])
        assert away <= len(VIEWS[view][row]) // 2


def test_left_is_on_the_right_from_the_front_and_on_the_left_from_the_back() -> None:
    """As one sees somebody stand."""
    front = drawn(SoreSpot("thigh-front", Side.LEFT, 3))[12]
    back = drawn(SoreSpot("hamstring", Side.LEFT, 3))[12]
    assert 13 == front.index("A")
    assert 25 + 7 == back.index("A")


def test_both_sides_carry_one_letter() -> None:
    """And a second spot the next one; the soles are drawn where one is sore."""
    spots = SoreSpot("calf", Side.BOTH, 3), SoreSpot("sole", Side.RIGHT, 2)
    text = "\n".join(drawn(*spots))
    assert (2, 1) == (text.count("A"), text.count("B"))
    assert "soles" in text
    assert "soles" not in "\n".join(drawn(spots[0]))


def test_it_fits_eighty_columns() -> None:
    """All three views beside each other."""
    assert max(map(len, drawn(SoreSpot("sole", Side.LEFT, 2)))) <= 76
    assert len(OUTLINE) + 1 == len(drawn())


def test_strong_pain_is_red_and_more_spots_than_letters_share_the_last() -> None:
    """The morning after counts too."""
    assert Meaning.HEADLINE is meaning_of(SoreSpot("calf", Side.LEFT, 5))
    assert Meaning.ALARM is meaning_of(SoreSpot("calf", Side.LEFT, 2, next_morning=6))
    assert ("A", "Z", "Z") == (letter_of(0), letter_of(99), letter_of(100))
