"""Sites: regions on one side, which of them are sore, and which nothing may press."""

from collections.abc import Collection, Mapping, Sequence

from unload.errors import UnloadError
from unload.model.body import Blocker, Region, Tissue
from unload.model.constants import RoutineConstants
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.science.body import Regions, felt, region_of

Site = tuple[str, Side]
NEVER = {
    Tissue.BONE: "a bone is never pressed",
    Tissue.JOINT: "a joint is never pressed",
    Tissue.OTHER: "no place for a tool",
}


def pains_of(spots: Sequence[SoreSpot], regions: Regions) -> dict[Site, float]:
    """The worst pain of every sore site, each side apart."""
    pains: dict[Site, float] = {}
    for spot in spots:
        for site in sites_of(region_of(spot, regions), spot.side):
            if felt(spot) > 0:
                pains[site] = max(felt(spot), pains.get(site, 0))
    return pains


def sites_of(region: Region, side: Side = Side.BOTH) -> tuple[Site, ...]:
    if not region.sided:
        return ((region.key, Side.MIDDLE),)
    sides = (side,) if side in (Side.LEFT, Side.RIGHT) else (Side.LEFT, Side.RIGHT)
    return tuple((region.key, one) for one in sides)


def never_pressed(regions: Regions) -> dict[Site, str]:
    """The sites that no tool may ever touch, and why: bone, joint, head, chest, belly."""
    return {
        site: NEVER[region.tissue]
        for region in regions.values()
        if not region.tissue.pressed
        for site in sites_of(region)
    }


def left_alone(
    spots: Sequence[SoreSpot],
    runner: Runner,
    regions: Regions,
    constants: RoutineConstants,
    blockers: Mapping[str, Blocker],
) -> dict[Site, str]:
    """The sites that are left alone today, and why; the gravest reason wins."""
    closed: dict[Site, str] = {}
    for spot in sorted(spots, key=felt):
        if reason := _too_bad(spot):
            closed |= dict.fromkeys(sites_of(region_of(spot, regions), spot.side), reason)
    limit = constants.fr_max_discomfort.value
    for spot in spots:
        if felt(spot) > limit:
            reason = f"hurts more than {limit:g}/10, so nothing presses it"
            closed |= dict.fromkeys(sites_of(region_of(spot, regions), spot.side), reason)
    for entry in runner.blockers:
        blocker, keys = _blocked(entry, blockers, regions)
        for key in keys:
            closed |= dict.fromkeys(sites_of(regions[key]), blocker.condition)
    return closed


def _too_bad(spot: SoreSpot) -> str:
    """Why a spot is left alone whatever it measures; empty where nothing speaks against it."""
    says = {
        "swollen": spot.swelling is True,
        "came with a pull or a pop": spot.sudden is True,
        "tingles": spot.character is Character.TINGLING,
        "sore at rest": spot.at_rest is True,
        "sore at night": spot.at_night is True,
    }
    return next((f"{word}, so nothing presses it" for word, so in says.items() if so), "")


def _blocked(
    entry: str, blockers: Mapping[str, Blocker], regions: Regions
) -> tuple[Blocker, Collection[str]]:
    """A blocker as the runner names it, "key" or "key:region", and the regions it closes."""
    key, _, place = entry.partition(":")
    if key not in blockers:
        raise UnloadError(f"unknown blocker {key!r}; known are: {', '.join(blockers)}")
    blocker = blockers[key]
    if not place:
        return blocker, blocker.regions or tuple(regions)
    if not blocker.at_site:
        raise UnloadError(f"blocker {key!r} concerns more than one place; leave out {place!r}")
    if place not in regions:
        raise UnloadError(f"blocker {entry!r}: unknown region; known are: {', '.join(regions)}")
    return blocker, (place,)


def untouchable(site: Site, regions: Regions) -> bool:
    return not regions[site[0]].tissue.pressed


def places(sites: Sequence[Site], regions: Regions) -> str:
    """ "left calf", or "calf" where it is both sides; "everything" where nothing is left."""
    named = {key for key, _ in sites}
    if all(key in named or untouchable((key, Side.BOTH), regions) for key in regions):
        return "everything"
    names = {}
    for key in sorted(named, key=lambda key: (regions[key].order, key)):
        sides = [side for where, side in sites if where == key]
        one_side = regions[key].sided and len(sides) == 1
        names[key] = f"{sides[0]} {regions[key].name}" if one_side else regions[key].name
    return ", ".join(names.values())
