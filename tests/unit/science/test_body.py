"""Body: what is worth checking, in which order, and what a screen does to it."""

from dataclasses import replace

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Finding, Outcome, Reach
from unload.model.history import Side, SoreSpot
from unload.science.body import THOMAS, felt, findings, sore_sites

K = load_knowledge()
LEFT_CALF = SoreSpot("calf", Side.LEFT, 4)


def looked(*spots: SoreSpot) -> tuple[Finding, ...]:
    return findings(spots, K.regions, K.links, K.body)


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
    """Where fewer are shown than there are, the lightest are left out."""
    few = replace(K.body, findings_shown_max=replace(K.body.findings_shown_max, value=3))
    assert 7 == len(looked(LEFT_CALF))
    shown = findings([LEFT_CALF], K.regions, K.links, few)
    assert [Reach.LOCAL] * 3 == [f.reach for f in shown]
    assert THOMAS == looked(LEFT_CALF)[-1].screen


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


def screened(**said: Outcome) -> tuple[Finding, ...]:
    outcomes = {(key.replace("_", "-"), Side.LEFT): outcome for key, outcome in said.items()}
    return findings([LEFT_CALF], K.regions, K.links, K.body, outcomes=outcomes)


def test_a_screen_that_speaks_against_it_puts_a_contributor_last() -> None:
    """Nothing changed in the log: the load is crossed off, everything else comes before it."""
    shown = screened(log_look_back=Outcome.REFUTES)
    assert "log-look-back" == looked(LEFT_CALF)[0].screen
    assert ("log-look-back", Outcome.REFUTES) == (shown[-1].screen, shown[-1].outcome)
    usual = K.body.chain_prior_local.value / 3
    assert usual * K.body.screen_refutes.value == pytest.approx(shown[-1].weight)


def test_a_screen_that_speaks_for_it_lifts_a_contributor_within_its_reach() -> None:
    """A low count lifts the calf's own strength to the top of what is near."""
    shown = screened(heel_raise=Outcome.SUPPORTS)
    assert "heel-raise" == shown[0].screen
    ankle = screened(knee_to_wall=Outcome.SUPPORTS)
    assert [Reach.LOCAL] * 3 == [f.reach for f in ankle[:3]]
    assert "knee-to-wall" == ankle[3].screen


def test_what_a_screen_speaks_for_comes_before_what_hurts_more() -> None:
    """Within a reach, a supported contributor of the calf leads those of a sorer knee."""
    said = {("heel-raise", Side.LEFT): Outcome.SUPPORTS}
    spots = [LEFT_CALF, SoreSpot("knee-front", Side.LEFT, 5)]
    shown = findings(spots, K.regions, K.links, K.body, outcomes=said)
    assert ["calf", "knee-front"] == [finding.region for finding in shown[:2]]


def test_a_screen_that_says_nothing_changes_nothing() -> None:
    """Unclear leaves weight and order as they were."""
    before = [(f.contributor, f.weight) for f in looked(LEFT_CALF)]
    after = screened(heel_raise=Outcome.UNCLEAR)
    assert before == [(f.contributor, f.weight) for f in after]


def test_a_screen_of_the_other_side_says_nothing() -> None:
    """What the right leg shows does not move the findings of the left."""
    other = {("heel-raise", Side.RIGHT): Outcome.SUPPORTS}
    shown = findings([LEFT_CALF], K.regions, K.links, K.body, outcomes=other)
    assert looked(LEFT_CALF) == shown
