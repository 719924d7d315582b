"""Routine: sore spots, tools and minutes -> an ordered session of rolling and pressing.

Exercises first where the evidence prefers them, then the large muscles, the spots
that hurt, and the soles last; one block per tool, so that the tool changes as seldom as it can.
What may not be pressed, and what time leaves out, is named.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from unload.errors import UnloadError
from unload.model.body import Blocker, Kind, RedFlag, Routine, Step, Technique
from unload.model.constants import RoutineConstants
from unload.model.history import Runner, Side, SoreSpot
from unload.model.phrase import Phrase
from unload.science.body import Regions
from unload.science.cuts import EXERCISE, Work, fitted
from unload.science.sites import (
    Site,
    left_alone,
    never_pressed,
    pains_of,
    places,
    sites_of,
    untouchable,
)

HANDS = "hands"
USUAL_TOOLS = ("roller", "ball")


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
    pains = pains_of(spots, regions)
    at_hand = _at_hand(runner, techniques)
    alone = left_alone(spots, runner, regions, constants, blockers)
    closed = never_pressed(regions) | alone
    sites = {site for site in _sites(pains, regions, at_hand) if site not in closed}
    moved = {site: pain for site, pain in pains.items() if site not in alone}
    works = [
        *_exercises(moved, pains, at_hand, constants),
        *_works(sites, pains, regions, at_hand, constants),
    ]
    kept = fitted(works, runner, regions, constants)
    steps = tuple(_step(work, constants) for work in _ordered(kept, regions, techniques))
    return Routine(steps, _left_out(works, kept, pains, regions, closed))


def _at_hand(runner: Runner, techniques: Sequence[Technique]) -> tuple[Technique, ...]:
    """The techniques whose tool is there; hands always are, and an exercise needs none."""
    known = dict.fromkeys(technique.tool for technique in techniques)
    tools = USUAL_TOOLS if runner.tools is None else runner.tools
    strange = [tool for tool in tools if tool not in known]
    if strange and runner.tools is not None:
        raise UnloadError(f"unknown tool {', '.join(strange)}; known are: {', '.join(known)}")
    return tuple(t for t in techniques if t.tool in (HANDS, EXERCISE, *tools))


def _sites(
    pains: Mapping[Site, float], regions: Regions, at_hand: Sequence[Technique]
) -> list[Site]:
    """The sore sites, and those that belong to every session."""
    always = dict.fromkeys(t.region for t in at_hand if t.always)
    return [*pains, *(site for key in always for site in sites_of(regions[key]))]


def _exercises(
    moved: Mapping[Site, float],
    pains: Mapping[Site, float],
    at_hand: Sequence[Technique],
    constants: RoutineConstants,
) -> Iterator[Work]:
    """What to do rather than to rub, for a sore site that hurts little and is not left alone."""
    for (key, side), pain in moved.items():
        if pain <= constants.exercise_pain_max.value:
            for t in at_hand:
                exercise = t.region == key and t.kind is not Kind.MASSAGE
                if exercise and not _forbidden(t, pains):
                    yield Work(t, side, pain, False, 1, seconds_of(t, constants))


def _forbidden(technique: Technique, pains: Mapping[Site, float]) -> bool:
    """Whether a place is sore with which this technique is never done."""
    return any(key in technique.never_with for key, _ in pains)


def _works(
    sites: Collection[Site],
    pains: Mapping[Site, float],
    regions: Regions,
    at_hand: Sequence[Technique],
    constants: RoutineConstants,
) -> list[Work]:
    """All that could be done if time did not matter."""
    works = []
    for site in sorted(sites, key=lambda site: (regions[site[0]].order, *site)):
        key, side = site
        here = [t for t in at_hand if t.region == key and t.kind is Kind.MASSAGE]
        picks = _picks([t for t in here if not _forbidden(t, pains)], site in pains)
        beside = any((near, side) in pains for near in regions[key].neighbours)
        works += [_work(t, side, pains.get(site, 0), beside, constants) for t in picks]
    spots = sorted((w for w in works if w.technique.spot), key=lambda work: -work.pain)
    beyond = spots[int(constants.ball_spots_max.value) :]
    return [work for work in works if work not in beyond]


def _picks(here: Sequence[Technique], sore: bool) -> list[Technique]:
    """One way to roll a region and, where it is sore, one for the spot; hands where no tool is."""
    rolls = sorted((t for t in here if not t.spot), key=lambda t: t.tool == HANDS)[:1]
    spots = [t for t in here if t.spot][:1] if sore else []
    if spots and rolls and rolls[0].tool == HANDS and not rolls[0].always:
        rolls = []
    return [*rolls, *spots]


def _work(
    technique: Technique, side: Side, pain: float, beside: bool, constants: RoutineConstants
) -> Work:
    """The full dose; the sore side gets a set more."""
    seconds = seconds_of(technique, constants)
    if technique.spot or technique.optional:
        return Work(technique, side, pain, beside, 1, seconds)
    usual, most = int(constants.fr_sets.value), int(constants.fr_sets.high)
    sets = min(usual + 1, most) if pain > 0 else usual
    return Work(technique, side, pain, beside, sets, seconds)


def seconds_of(technique: Technique, constants: RoutineConstants) -> float:
    """The full dose of one set."""
    if technique.kind is Kind.STRENGTH:
        return constants.exercise_seconds.value
    if technique.kind is Kind.STRETCH:
        return constants.stretch_seconds.value
    if technique.spot:
        return constants.ball_seconds.value
    return (constants.sole_seconds if technique.optional else constants.fr_seconds).value


def _step(work: Work, constants: RoutineConstants) -> Step:
    technique = work.technique
    limit = constants.fr_max_discomfort
    if technique.kind is not Kind.MASSAGE:
        limit = constants.exercise_pain_max
    elif technique.gentle:
        limit = constants.gentle_max_discomfort
    return Step(
        technique,
        work.side,
        work.sets,
        work.seconds,
        spot=technique.spot,
        why=_why(work),
        limit=limit.value,
    )


def _why(work: Work) -> Phrase:
    """One line of explanation for a step."""
    technique = work.technique
    if technique.kind is not Kind.MASSAGE:
        return Phrase(f"step.{technique.kind.value}")
    if technique.spot:
        return Phrase("step.spot")
    if work.sore:
        return Phrase("step.sore", {"pain": work.pain})
    if technique.optional:
        return Phrase("step.optional")
    return Phrase("step.beside") if work.beside else Phrase("step.usual")


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
        if site in closed and (site in pains or not untouchable(site, regions)):
            why.setdefault(closed[site], []).append(site)
        elif site in pains and site not in reached:
            why.setdefault("nothing here works on it", []).append(site)
    if hurried := [site for site in dict.fromkeys(w.site for w in works) if site not in done]:
        why["no time for it"] = hurried
    return tuple(f"{places(sites, regions)}: {reason}" for reason, sites in why.items())
