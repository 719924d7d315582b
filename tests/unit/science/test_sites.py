"""Sites: which sides are sore, which nothing may press, and how they are named."""

from typing import Any

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Tissue
from unload.model.history import Runner, Side, SoreSpot
from unload.science.sites import NEVER, left_alone, never_pressed, pains_of, places, sites_of

K = load_knowledge()
LEFT = ("calf", Side.LEFT)
RIGHT = ("calf", Side.RIGHT)


def alone(*spots: SoreSpot, **runner: Any) -> dict[tuple[str, Side], str]:
    return left_alone(spots, Runner(**runner), K.regions, K.routine, K.blockers)


def test_a_region_has_its_sites() -> None:
    """Left, right, or the middle; a side not told is both."""
    calf = K.regions["calf"]
    assert (LEFT,) == sites_of(calf, Side.LEFT)
    assert (LEFT, RIGHT) == sites_of(calf, Side.MIDDLE) == sites_of(calf)
    assert (("neck", Side.MIDDLE),) == sites_of(K.regions["neck"], Side.LEFT)


def test_the_worst_pain_of_each_side_counts() -> None:
    """Each side apart; a measured 0 is not sore."""
    spots = (
        SoreSpot("calf", Side.BOTH, 2),
        SoreSpot("calf", Side.LEFT, 1, next_morning=4),
        SoreSpot("heel", Side.LEFT, 0),
    )
    assert {LEFT: 4, RIGHT: 2} == pains_of(spots, K.regions)


def test_what_is_never_pressed_says_why() -> None:
    """Every bone, joint, head, chest and belly, and nothing else."""
    closed = never_pressed(K.regions)
    assert {key for key, _ in closed} == {
        key for key, region in K.regions.items() if not region.tissue.pressed
    }
    assert "a bone is never pressed" == closed["shin-inner", Side.LEFT]
    assert {t for t in Tissue if not t.pressed} == set(NEVER)


def test_the_gravest_reason_wins() -> None:
    """A blocker outranks strong pain, and that outranks soreness at rest."""
    rest = SoreSpot("calf", Side.LEFT, 2, at_rest=True)
    strong = SoreSpot("calf", Side.LEFT, 7)
    assert "sore at rest, so nothing presses it" == alone(rest)[LEFT]
    for spots in ((rest, strong), (strong, rest)):
        assert "hurts more than 5/10, so nothing presses it" == alone(*spots)[LEFT]
    wound = alone(strong, blockers=("open-wound:calf",))
    assert {"an open wound, blister or cut"} == {wound[LEFT], wound[RIGHT]}


def test_a_calm_spot_closes_nothing() -> None:
    """At 5/10 and without more to it, the site stays open."""
    assert {} == alone(SoreSpot("calf", Side.LEFT, 5, at_rest=False, swelling=False))


def test_a_blocker_that_makes_no_sense_is_named() -> None:
    """Unknown, at a place it cannot have, at a place nobody knows."""
    for entry, words in (
        ("hiccup", "unknown blocker"),
        ("clot:calf", "more than one place"),
        ("open-wound:wing", "unknown region"),
    ):
        with pytest.raises(UnloadError, match=words):
            alone(blockers=(entry,))


def test_places_are_named_with_their_side() -> None:
    """One side by its name, both by the place alone, all of it as everything."""
    assert "left calf" == places([LEFT], K.regions)
    assert "calf" == places([LEFT, RIGHT], K.regions)
    assert "calf, neck" == places([LEFT, RIGHT, ("neck", Side.MIDDLE)], K.regions)
    everywhere = [site for region in K.regions.values() for site in sites_of(region)]
    assert "everything" == places(everywhere, K.regions)
