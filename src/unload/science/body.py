"""Body: sore spots and screens -> what is worth checking, ranked."""

from collections import Counter
from collections.abc import Mapping, Sequence

from unload.errors import UnloadError
from unload.model.body import Finding, Link, Outcome, Reach, Region
from unload.model.constants import BodyConstants
from unload.model.history import Side, SoreSpot

REACHES = tuple(Reach)
# The one screen that is nearly a coin toss at home; what rests on it alone is held down.
THOMAS = "modified-thomas"

Regions = Mapping[str, Region]
Outcomes = Mapping[tuple[str, Side], Outcome]


def findings(
    spots: Sequence[SoreSpot],
    regions: Regions,
    links: Sequence[Link],
    constants: BodyConstants,
    *,
    outcomes: Outcomes | None = None,
) -> tuple[Finding, ...]:
    """What is worth checking: local before adjacent before remote, the sorest spot first.

    A weight ranks, it is no probability: the prior of a reach, divided among the contributors of
    the same region and reach. `outcomes` is what the screens said, by screen and side: one that
    speaks for a contributor lifts it within its reach, one that speaks against it puts it last.
    """
    weights = _weights(links, constants)
    said = {} if outcomes is None else outcomes
    ranked = []
    for (key, side), pain in sore_sites(spots, regions).items():
        own = [
            _finding(link, side, weights[link], said.get((link.screen, side)), constants)
            for link in links
            if link.region == key
        ]
        own.sort(key=lambda finding: -finding.weight)
        shown = own[: int(constants.findings_shown_max.value)]
        ranked += [(_rank(finding, pain, regions), finding) for finding in shown]
    ranked.sort(key=lambda pair: pair[0])  # stable: equals keep the order of the table
    return tuple(finding for _, finding in ranked)


def sore_sites(spots: Sequence[SoreSpot], regions: Regions) -> dict[tuple[str, Side], float]:
    """The worst pain of every sore place; a region sore left and right is one place, both sides."""
    sides: dict[str, set[Side]] = {}
    worst: dict[str, float] = {}
    for spot in spots:
        region_of(spot, regions)
        if (pain := felt(spot)) > 0:
            sides.setdefault(spot.region, set()).add(spot.side)
            worst[spot.region] = max(pain, worst.get(spot.region, 0))
    return {(key, _side(regions[key], sides[key])): pain for key, pain in worst.items()}


def felt(spot: SoreSpot) -> float:
    """The worse of the pain of the day and of the morning after."""
    return spot.pain if spot.next_morning is None else max(spot.pain, spot.next_morning)


def region_of(spot: SoreSpot, regions: Regions) -> Region:
    """The region of a spot; a place nobody knows is not passed over in silence."""
    if spot.region not in regions:
        known = ", ".join(sorted(regions))
        raise UnloadError(f"unknown region {spot.region!r}; known are: {known}")
    return regions[spot.region]


def _side(region: Region, sides: set[Side]) -> Side:
    if not region.sided:
        return Side.MIDDLE
    one = sides & {Side.LEFT, Side.RIGHT}
    return one.pop() if len(one) == len(sides) == 1 else Side.BOTH


def _weights(links: Sequence[Link], constants: BodyConstants) -> dict[Link, float]:
    priors = {
        Reach.LOCAL: constants.chain_prior_local.value,
        Reach.ADJACENT: constants.chain_prior_adjacent.value,
        Reach.REMOTE: constants.chain_prior_remote.value,
    }
    sharing = Counter((link.region, link.reach) for link in links)
    held = constants.thomas_test_weight.value
    return {
        link: priors[link.reach]
        / sharing[link.region, link.reach]
        * (held if link.screen == THOMAS else 1)
        for link in links
    }


def _finding(
    link: Link, side: Side, weight: float, outcome: Outcome | None, constants: BodyConstants
) -> Finding:
    factors = {
        Outcome.SUPPORTS: constants.screen_supports.value,
        Outcome.REFUTES: constants.screen_refutes.value,
    }
    return Finding(
        region=link.region,
        side=side,
        contributor=link.contributor,
        reach=link.reach,
        grade=link.grade,
        source=link.source,
        screen=link.screen,
        weight=weight * (1 if outcome is None else factors.get(outcome, 1)),
        outcome=outcome,
    )


def _rank(finding: Finding, pain: float, regions: Regions) -> tuple[float | str, ...]:
    """Refuted last; reach, support, pain, place, weight: the same order for any order of spots."""
    return (
        finding.outcome is Outcome.REFUTES,
        REACHES.index(finding.reach),
        finding.outcome is not Outcome.SUPPORTS,
        -pain,
        regions[finding.region].order,
        finding.region,
        -finding.weight,
    )
