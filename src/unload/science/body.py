"""Body: sore spots -> what is worth checking, and the red flags that stop everything else."""

from collections import Counter
from collections.abc import Mapping, Sequence

from unload.errors import UnloadError
from unload.model.body import Finding, Link, Reach, RedFlag, Region, Tissue, Trigger
from unload.model.constants import BodyConstants
from unload.model.history import Side, SoreSpot

REACHES = tuple(Reach)
# The one screen that is nearly a coin toss at home; what rests on it alone is held down.
THOMAS = "modified-thomas"

Regions = Mapping[str, Region]


def findings(
    spots: Sequence[SoreSpot],
    regions: Regions,
    links: Sequence[Link],
    constants: BodyConstants,
) -> tuple[Finding, ...]:
    """What is worth checking: local before adjacent before remote, the sorest spot first.

    A weight ranks, it is no probability: the prior of a reach, divided among the contributors of
    the same region and reach.
    """
    weights = _weights(links, constants)
    ranked = []
    for (key, side), pain in sore_sites(spots, regions).items():
        own = [_finding(link, side, weights[link]) for link in links if link.region == key]
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


def _finding(link: Link, side: Side, weight: float) -> Finding:
    return Finding(
        region=link.region,
        side=side,
        contributor=link.contributor,
        reach=link.reach,
        grade=link.grade,
        source=link.source,
        screen=link.screen,
        weight=weight,
    )


def _rank(finding: Finding, pain: float, regions: Regions) -> tuple[float | str, ...]:
    """Reach, then pain, then place, then weight: the same order for any order of spots."""
    return (
        REACHES.index(finding.reach),
        -pain,
        regions[finding.region].order,
        finding.region,
        -finding.weight,
    )


def standing_flags(
    answered: Sequence[str],
    spots: Sequence[SoreSpot],
    regions: Regions,
    red_flags: Sequence[RedFlag],
    constants: BodyConstants,
) -> tuple[RedFlag, ...]:
    """The red flags that stand, most urgent first: answered yes, or raised by a check-in itself.

    Levels A, B and C stop everything below them (`Level.stops`); D is shown and stops nothing.
    """
    unknown = sorted(set(answered) - {flag.key for flag in red_flags})
    if unknown:
        known = ", ".join(flag.key for flag in red_flags)
        raise UnloadError(f"unknown red flag {', '.join(unknown)}; known are: {known}")
    raised = {pair for spot in spots for pair in _raised(spot, regions, constants)}
    standing = [flag for flag in red_flags if flag.key in answered or _is_raised(flag, raised)]
    return tuple(sorted(standing, key=lambda flag: flag.level))


def _raised(
    spot: SoreSpot, regions: Regions, constants: BodyConstants
) -> list[tuple[Trigger, str]]:
    """What one sore spot raises by itself, and where."""
    bone = region_of(spot, regions).tissue is Tissue.BONE
    raises = {
        Trigger.BONE: bone and felt(spot) > constants.pain_bone_site_max.value,
        Trigger.REST: spot.at_rest is True,
        Trigger.STRONG: felt(spot) > constants.pain_amber_max.value,
    }
    return [(trigger, spot.region) for trigger, is_so in raises.items() if is_so]


def _is_raised(flag: RedFlag, raised: set[tuple[Trigger, str]]) -> bool:
    return any(
        trigger is flag.raised_by and (not flag.regions or region in flag.regions)
        for trigger, region in raised
    )
