"""Cuts: everything that could be done -> what fits into the minutes there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from unload.model.body import Kind, Technique
from unload.model.constants import RoutineConstants
from unload.model.history import Runner, Side
from unload.model.units import S_PER_MIN
from unload.science.body import Regions
from unload.science.sites import Site

EXERCISE = "exercise"


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


Cut = Callable[[list[Work]], list[Work]]


def fitted(
    works: list[Work], runner: Runner, regions: Regions, constants: RoutineConstants
) -> list[Work]:
    """The works that fit the minutes, after as few cuts as it takes."""
    minutes = constants.routine_minutes.value if runner.minutes is None else runner.minutes
    kept = works
    for cut in _cuts(works, regions, constants):
        if needed_s(kept, constants) <= minutes * S_PER_MIN:
            break
        kept = cut(kept)
    return kept


def needed_s(works: Sequence[Work], constants: RoutineConstants) -> float:
    """Seconds of work, and of changing tools; an exercise needs none."""
    changes = max(len({work.technique.tool for work in works} - {EXERCISE}) - 1, 0)
    return sum(w.sets * w.seconds for w in works) + changes * constants.change_tool_s.value


def _cuts(works: Sequence[Work], regions: Regions, constants: RoutineConstants) -> list[Cut]:
    """What goes when time is short, in this order; a sore side goes last of all."""
    fewest = int(constants.fr_sets.low)
    sore = {work.technique.region for work in works if work.sore}
    unsore = sorted(
        (w for w in works if not w.sore and not w.technique.optional),
        key=lambda w: (w.technique.region in sore, w.beside, -regions[w.technique.region].order),
    )
    rubbed = (w for w in works if w.sore and w.technique.kind is Kind.MASSAGE)
    by_pain = sorted(rubbed, key=lambda w: (not w.technique.spot, w.pain))
    least = {False: constants.fr_seconds.low, True: constants.ball_seconds.low}
    return [
        _each(lambda w: w if w.sore else replace(w, sets=min(w.sets, fewest))),
        _without(lambda w: w.technique.optional and not w.sore),
        _without(lambda w: w.technique.kind is not Kind.MASSAGE),
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
