"""Body: what is worth checking, in which order, and which red flags a check-in raises."""

from dataclasses import replace

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Finding, Level, Reach, Trigger
from unload.model.history import Side, SoreSpot
from unload.science.body import THOMAS, felt, findings, sore_sites
from unload.science.flags import standing_flags

K = load_knowledge()
LEFT_CALF = SoreSpot("calf", Side.LEFT, 4)


def looked(*spots: SoreSpot) -> tuple[Finding, ...]:
    return findings(spots, K.regions, K.links, K.body)


def keys(*spots: SoreSpot, answered: tuple[str, ...] = ()) -> list[str]:
    return [f.key for f in standing_flags(answered, spots, K.regions, K.red_flags, K.body)]


def test_findings_go_from_near_to_far() -> None:
    """Local contributors come before adjacent ones, and those before remote ones."""
    reaches = [finding.reach for finding in looked(LEFT_CALF)]
    assert sorted(reaches, key=list(Reach).index) == reaches
    assert set(Reach) == set(reaches)


def test_a_reach_divides_its_prior() -> None:
    """The local contributors of one region share the local prior among them."""
    local = [f.weight for f in looked(LEFT_CALF) if f.reach is Reach.LOCAL]
    assert 3 == len(local)
    assert K.body.chain_prior_local.value == pytest.approx(sum(local))


def test_a_contributor_that_only_the_thomas_test_can_check_is_held_down() -> None:
    """Its weight is 0.3 of what its reach would give it."""
    front = [f for f in looked(SoreSpot("thigh-front", Side.BOTH, 2)) if f.screen == THOMAS]
    assert [K.body.chain_prior_adjacent.value * 0.3] == [f.weight for f in front]


def test_the_thomas_test_is_a_screen_that_exists() -> None:
    """The key that the code holds down is the key of the table."""
    assert THOMAS in K.screens


def test_only_the_first_few_findings_are_shown() -> None:
    """A spot with seven contributors shows six of them, the lightest left out."""
    few = replace(K.body, findings_shown_max=replace(K.body.findings_shown_max, value=3))
    assert 6 == len(looked(LEFT_CALF))
    assert 3 == len(findings([LEFT_CALF], K.regions, K.links, few))
    assert THOMAS not in {f.screen for f in looked(LEFT_CALF)}


def test_the_sorest_spot_comes_first_within_a_reach() -> None:
    """Of two sore regions the one that hurts more leads."""
    shown = looked(LEFT_CALF, SoreSpot("knee-front", Side.RIGHT, 5))
    assert ("knee-front", Side.RIGHT) == (shown[0].region, shown[0].side)
    assert ("calf", Side.LEFT) == (shown[1].region, shown[1].side)


def test_nothing_hurts_nothing_is_checked() -> None:
    """No spots, or a spot back at 0, give no findings."""
    assert () == looked()
    assert () == looked(SoreSpot("calf", Side.LEFT, 0))


def test_the_front_of_the_hip_has_no_chain() -> None:
    """Groin and front of the hip are not explained away before somebody has looked."""
    assert () == looked(SoreSpot("groin", Side.LEFT, 4), SoreSpot("hip-front", Side.LEFT, 4))


@pytest.mark.parametrize(
    ("spots", "sites"),
    [
        ([LEFT_CALF], {("calf", Side.LEFT): 4}),
        ([LEFT_CALF, SoreSpot("calf", Side.RIGHT, 6)], {("calf", Side.BOTH): 6}),
        ([SoreSpot("calf", Side.BOTH, 2)], {("calf", Side.BOTH): 2}),
        ([SoreSpot("calf", Side.MIDDLE, 2)], {("calf", Side.BOTH): 2}),
        ([LEFT_CALF, SoreSpot("calf", Side.BOTH, 1)], {("calf", Side.BOTH): 4}),
        ([SoreSpot("low-back", Side.LEFT, 2)], {("low-back", Side.MIDDLE): 2}),
        ([SoreSpot("calf", Side.LEFT, 0, next_morning=3)], {("calf", Side.LEFT): 3}),
    ],
)
def test_sides_of_one_region_are_one_place(spots: list[SoreSpot], sites: object) -> None:
    """Left and right make both, a region without sides is in the middle, the worst pain counts."""
    assert sites == sore_sites(spots, K.regions)


def test_the_worse_of_day_and_morning_counts() -> None:
    """A morning of 0 is a measured 0, a morning not asked changes nothing."""
    assert 4 == felt(LEFT_CALF)
    assert 4 == felt(SoreSpot("calf", Side.LEFT, 4, next_morning=0))
    assert 5 == felt(SoreSpot("calf", Side.LEFT, 4, next_morning=5))


def test_a_region_nobody_knows_is_named() -> None:
    """A spot on an unknown region is refused with the regions there are."""
    with pytest.raises(UnloadError, match=r"unknown region 'wing'; known are: .*calf"):
        looked(SoreSpot("wing", Side.LEFT, 4))
    with pytest.raises(UnloadError, match="wing"):
        keys(SoreSpot("wing", Side.LEFT, 4))


def test_a_sore_calf_raises_nothing_by_itself() -> None:
    """Four of ten in a muscle is soreness, not a flag."""
    assert [] == keys(LEFT_CALF)


def test_an_answer_of_yes_stands() -> None:
    """What was answered yes stands, most urgent first, whether or not its place is sore."""
    assert ["chest", "swollen-calf", "limp"] == keys(answered=("limp", "swollen-calf", "chest"))


def test_an_unknown_answer_is_named() -> None:
    """A key that no question has is refused with the keys there are."""
    with pytest.raises(UnloadError, match="unknown red flag hiccup; known are: chest, "):
        keys(answered=("hiccup",))


@pytest.mark.parametrize(
    ("spot", "raised"),
    [
        (SoreSpot("shin-inner", Side.LEFT, 0), []),
        (SoreSpot("shin-inner", Side.LEFT, 1), ["bone-site"]),
        (SoreSpot("shin-inner", Side.LEFT, 0, next_morning=1), ["bone-site"]),
        (SoreSpot("top-of-foot", Side.LEFT, 6), ["bone-site", "strong-pain"]),
        (SoreSpot("calf", Side.LEFT, 5), []),
        (SoreSpot("calf", Side.LEFT, 6), ["strong-pain"]),
        (SoreSpot("calf", Side.LEFT, 2, at_rest=True), ["soft-at-rest"]),
        (SoreSpot("calf", Side.LEFT, 2, at_rest=False), []),
        (SoreSpot("knee-front", Side.LEFT, 2, at_rest=True), ["joint-at-rest"]),
        (SoreSpot("groin", Side.LEFT, 1, at_rest=True), ["hip-at-rest"]),
    ],
)
def test_a_check_in_raises_flags_by_itself(spot: SoreSpot, raised: list[str]) -> None:
    """Bone above 0, pain at rest and pain above 5/10 each raise their flag."""
    assert raised == keys(spot)


def test_a_flag_stands_once() -> None:
    """Two sore bones, and a yes to the same question, are one flag."""
    two = (SoreSpot("shin-inner", Side.LEFT, 1), SoreSpot("top-of-foot", Side.LEFT, 1))
    assert ["bone-site"] == keys(*two, answered=("bone-site",))


def test_three_levels_stop_everything() -> None:
    """A, B and C stop what is below them; D and E do not."""
    assert "ABC" == "".join(level.value for level in Level if level.stops)


def test_every_region_has_somebody_to_ask_when_it_hurts_at_rest() -> None:
    """Each region is named by exactly one flag that pain at rest raises."""
    rest = [key for flag in K.red_flags if Trigger.REST in flag.raised_by for key in flag.regions]
    assert sorted(K.regions) == sorted(rest)
