"""Routine: sore spots, tools and minutes -> an ordered session of rolling and pressing.

Large muscles first, the spots that hurt next, the soles last; one block per tool, so that the
tool changes as seldom as it can. What may not be pressed, and what time leaves out, is named.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from unload.errors import UnloadError
from unload.model.body import Blocker, RedFlag, Region, Routine, Step, Technique, Tissue
from unload.model.constants import RoutineConstants
from unload.model.history import Runner, Side, SoreSpot
from unload.model.units import S_PER_MIN
from unload.science.body import Regions, felt, region_of

HANDS = "hands"
USUAL_TOOLS = ("roller", "ball")

Site = tuple[str, Side]


@dataclass(frozen=True, slots=True)
class Work:
    """A step to be, while time is still shared out; `beside` a sore site on the same side."""

    technique: Technique
    side: Side
    pain: float
    beside: bool
    sets: int
    seconds: float

    @property
    def sore(self) -> bool:
        return self.pain > 0

    @property
    def site(self) -> Site:
        return self.technique.region, self.side


def routine(
    spots: Sequence[SoreSpot],
    runner: Runner,
    regions: Regions,
    techniques: Sequence[Technique],
    constants: RoutineConstants,
    *,
    blockers: Mapping[str, Blocker],
    flags: Sequence[RedFlag] = (),
) -> Routine:
    """The session for these spots; empty while a red flag stands that stops everything below."""
    if any(flag.level.stops for flag in flags):
        return Routine((), ("everything: a red flag stands, so nothing is pressed",))
    pains = _pains(spots, regions)
    hands_on = _at_hand(runner, techniques)
    closed = _closed(spots, runner, regions, constants, blockers)
    sites = {site for site in _sites(pains, regions, hands_on) if site not in closed}
    works = _works(sites, pains, regions, hands_on, constants)
    kept = _fitted(works, runner, regions, constants)
    left_out = _left_out(works, kept, pains, regions, closed)
    steps = (
        Step(work.technique, work.side, work.sets, work.seconds, work.technique.spot)
        for work in _ordered(kept, regions, techniques)
    )
    return Routine(tuple(steps), left_out)


def _pains(spots: Sequence[SoreSpot], regions: Regions) -> dict[Site, float]:
    """The worst pain of every sore site, each side apart."""
    pains: dict[Site, float] = {}
    for spot in spots:
        for site in _sites_of(region_of(spot, regions), spot.side):
            if felt(spot) > 0:
                pains[site] = max(felt(spot), pains.get(site, 0))
    return pains


def _sites_of(region: Region, side: Side = Side.BOTH) -> tuple[Site, ...]:
    if not region.sided:
        return ((region.key, Side.MIDDLE),)
    sides = (side,) if side in (Side.LEFT, Side.RIGHT) else (Side.LEFT, Side.RIGHT)
    return tuple((region.key, one) for one in sides)


def _at_hand(runner: Runner, techniques: Sequence[Technique]) -> tuple[Technique, ...]:
    """The techniques whose tool is there; hands always are."""
    known = dict.fromkeys(technique.tool for technique in techniques)
    tools = USUAL_TOOLS if runner.tools is None else runner.tools
    strange = [tool for tool in tools if tool not in known]
    if strange and runner.tools is not None:
        raise UnloadError(f"unknown tool {', '.join(strange)}; known are: {', '.join(known)}")
    return tuple(t for t in techniques if t.tool == HANDS or t.tool in tools)


def _closed(
    spots: Sequence[SoreSpot],
    runner: Runner,
    regions: Regions,
    constants: RoutineConstants,
    blockers: Mapping[str, Blocker],
) -> dict[Site, str]:
    """The sites that nothing may press, and why; the gravest reason wins."""
    closed: dict[Site, str] = {}
    for region in regions.values():
        if region.tissue in (Tissue.BONE, Tissue.JOINT):
            closed |= dict.fromkeys(_sites_of(region), f"a {region.tissue} is never pressed")
    limit = constants.fr_max_discomfort.value
    too_much = f"hurts more than {limit:g}/10, so nothing presses it"
    for spot in sorted(spots, key=felt):
        sites = _sites_of(region_of(spot, regions), spot.side)
        if felt(spot) > limit:
            closed |= dict.fromkeys(sites, too_much)
        elif spot.at_rest is True:
            closed |= dict.fromkeys(sites, "sore at rest, so nothing presses it")
    for entry in runner.blockers:
        blocker, keys = _blocked(entry, blockers, regions)
        for key in keys:
            closed |= dict.fromkeys(_sites_of(regions[key]), blocker.condition)
    return closed


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


def _sites(
    pains: Mapping[Site, float], regions: Regions, hands_on: Sequence[Technique]
) -> list[Site]:
    """The sore sites, and those that belong to every session."""
    always = dict.fromkeys(t.region for t in hands_on if t.always)
    return [*pains, *(site for key in always for site in _sites_of(regions[key]))]


def _works(
    sites: Collection[Site],
    pains: Mapping[Site, float],
    regions: Regions,
    hands_on: Sequence[Technique],
    constants: RoutineConstants,
) -> list[Work]:
    """All that could be done if time did not matter."""
    works = []
    for site in sorted(sites, key=lambda site: (regions[site[0]].order, *site)):
        key, side = site
        picks = _picks([t for t in hands_on if t.region == key], site in pains)
        beside = any((near, side) in pains for near in regions[key].neighbours)
        works += [_work(t, side, pains.get(site, 0), beside, constants) for t in picks]
    spots = sorted((w for w in works if w.technique.spot), key=lambda work: -work.pain)
    beyond = spots[int(constants.ball_spots_max.value) :]
    return [work for work in works if work not in beyond]


def _picks(here: Sequence[Technique], sore: bool) -> list[Technique]:
    """One way to roll a region and, where it is sore, one for the spot; hands where no tool is."""
    rolls = [t for t in here if not t.spot][:1]
    spots = [t for t in here if t.spot][:1] if sore else []
    if spots and rolls and rolls[0].tool == HANDS and not rolls[0].always:
        rolls = []
    return [*rolls, *spots]


def _work(
    technique: Technique, side: Side, pain: float, beside: bool, constants: RoutineConstants
) -> Work:
    """The full dose; the sore side gets a set more."""
    if technique.spot:
        return Work(technique, side, pain, beside, 1, constants.ball_seconds.value)
    if technique.optional:
        return Work(technique, side, pain, beside, 1, constants.sole_seconds.value)
    usual, most = int(constants.fr_sets.value), int(constants.fr_sets.high)
    sets = min(usual + 1, most) if pain > 0 else usual
    return Work(technique, side, pain, beside, sets, constants.fr_seconds.value)


Cut = Callable[[list[Work]], list[Work]]


def _fitted(
    works: list[Work], runner: Runner, regions: Regions, constants: RoutineConstants
) -> list[Work]:
    """The works that fit the minutes, after as few cuts as it takes."""
    minutes = constants.routine_minutes.value if runner.minutes is None else runner.minutes
    kept = works
    for cut in _cuts(works, regions, constants):
        if _needed_s(kept, constants) <= minutes * S_PER_MIN:
            break
        kept = cut(kept)
    return kept


def _needed_s(works: Sequence[Work], constants: RoutineConstants) -> float:
    """Seconds of work, and of changing tools."""
    changes = max(len({work.technique.tool for work in works}) - 1, 0)
    return sum(w.sets * w.seconds for w in works) + changes * constants.change_tool_s.value


def _cuts(works: Sequence[Work], regions: Regions, constants: RoutineConstants) -> list[Cut]:
    """What goes when time is short, in this order; a sore side goes last of all."""
    fewest = int(constants.fr_sets.low)
    least = {False: constants.fr_seconds.low, True: constants.ball_seconds.low}
    sore = {work.technique.region for work in works if work.sore}
    unsore = sorted(
        (w for w in works if not w.sore and not w.technique.optional),
        key=lambda w: (w.technique.region in sore, w.beside, -regions[w.technique.region].order),
    )
    by_pain = sorted((w for w in works if w.sore), key=lambda w: (not w.technique.spot, w.pain))
    return [
        _each(lambda w: w if w.sore else replace(w, sets=min(w.sets, fewest))),
        _without(lambda w: w.technique.optional and not w.sore),
        *(_without_region(key) for key in dict.fromkeys(w.technique.region for w in unsore)),
        _each(lambda w: replace(w, sets=min(w.sets, fewest))),
        _each(lambda w: replace(w, seconds=min(w.seconds, least[w.technique.spot]))),
        *(_without(_same(work)) for work in by_pain),
    ]


def _each(change: Callable[[Work], Work]) -> Cut:
    return lambda works: [change(work) for work in works]


def _without(goes: Callable[[Work], bool]) -> Cut:
    return lambda works: [work for work in works if not goes(work)]


def _same(as_work: Work) -> Callable[[Work], bool]:
    return lambda w: (w.technique, w.side) == (as_work.technique, as_work.side)


def _without_region(key: str) -> Cut:
    return _without(lambda w: w.technique.region == key and not w.sore)


def _ordered(
    works: Iterable[Work], regions: Regions, techniques: Sequence[Technique]
) -> list[Work]:
    """One block per tool, in the order of the techniques; what is optional comes last."""
    tools = list(dict.fromkeys(technique.tool for technique in techniques))
    return sorted(
        works,
        key=lambda work: (
            tools.index(work.technique.tool),
            work.technique.optional,
            regions[work.technique.region].order,
            work.site,
            work.technique.key,
        ),
    )


def _left_out(
    works: Sequence[Work],
    kept: Sequence[Work],
    pains: Mapping[Site, float],
    regions: Regions,
    closed: Mapping[Site, str],
) -> tuple[str, ...]:
    """One line per reason, naming its places: closed sites, sites without a technique, no time."""
    reached = {work.site for work in works}
    done = {work.site for work in kept}
    why: dict[str, list[Site]] = {}
    for site in sorted({*pains, *closed}, key=lambda site: (regions[site[0]].order, *site)):
        if site in closed and (site in pains or not _untouchable(site, regions)):
            why.setdefault(closed[site], []).append(site)
        elif site in pains and site not in reached:
            why.setdefault("nothing here works on it", []).append(site)
    if hurried := [site for site in dict.fromkeys(w.site for w in works) if site not in done]:
        why["no time for it"] = hurried
    return tuple(f"{_places(sites, regions)}: {reason}" for reason, sites in why.items())


def _untouchable(site: Site, regions: Regions) -> bool:
    return regions[site[0]].tissue in (Tissue.BONE, Tissue.JOINT)


def _places(sites: Sequence[Site], regions: Regions) -> str:
    """ "left calf", or "calf" where it is both sides; "everything" where nothing is left."""
    named = {key for key, _ in sites}
    if all(key in named or _untouchable((key, Side.BOTH), regions) for key in regions):
        return "everything"
    names = {}
    for key in sorted(named, key=lambda key: (regions[key].order, key)):
        sides = [side for where, side in sites if where == key]
        one_side = regions[key].sided and len(sides) == 1
        names[key] = f"{sides[0]} {regions[key].name}" if one_side else regions[key].name
    return ", ".join(names.values())
