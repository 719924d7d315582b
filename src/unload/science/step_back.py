"""A step-back as coaches write it: same runs, same rest days, the long run shorter, all easy."""

from collections.abc import Sequence
from datetime import timedelta

from unload.model.phrase import Phrase
from unload.model.plan import Depth, Kind, PlannedSession
from unload.science.eased import Pair, eased, fewer, kept_quality, other, why_of
from unload.science.frame import Frame
from unload.science.rewrite import shortened_s, strides, with_strides

DAY = timedelta(days=1)


def steps_back_itself(frame: Frame) -> bool:
    """Whether the plan's own week is a step-back against the last building weeks."""
    most = frame.grid.constants.plan_steps_back_factor.value * frame.usual_m
    return frame.basis.key == "week.plan" and frame.before.distance_m <= most


def as_planned(frame: Frame) -> tuple[Depth, list[Pair]]:
    """The plan steps back by itself: its coach's week stays as it is."""
    why = Phrase("why.as_planned")
    return Depth.STEP_BACK, [(d, _rest_or(d, why)) for d in frame.before.days]


def step_back(frame: Frame) -> tuple[Depth, list[Pair]]:
    """A coach's lighter week: same runs, same rest days, mostly the long run shorter, all easy.

    A race that stands in the plan stays; the other runs make room for it.
    """
    c, days = frame.grid.constants, frame.before.days
    runs = [i for i, d in enumerate(days) if d.is_run and d.kind is not Kind.RACE]
    longest = max(runs, key=lambda i: days[i].distance_m, default=None)
    kept = kept_quality(frame, frozenset())
    longs = _longs(days, longest)
    raced_m = sum(d.distance_m for d in days if d.kind is Kind.RACE)
    whole, long_share = c.step_back_factor.value, c.step_back_long_run_factor.value
    long_m = sum(days[i].distance_m for i in longs)
    others_m = sum(days[i].distance_m for i in runs) - long_m
    target_m = frame.before.distance_m * whole - raced_m - long_m * long_share
    share = min(max(target_m, 0) / others_m, 1) if others_m > 0 else 1
    next_m = max((days[i].distance_m for i in runs if i not in longs), default=0)
    if longest is not None and days[longest].distance_m * long_share < next_m * share:
        long_share = share = whole  # a long run that hardly stands out stays the longest
    pairs: list[Pair] = []
    for i, day in enumerate(days):
        part = long_share if i in longs else share
        pairs.append(fewer(day, frame) if i == kept else _stepped(day, part, frame))
    return Depth.STEP_BACK, pairs


def _longs(days: Sequence[PlannedSession], longest: int | None) -> frozenset[int]:
    """The long run, and a second one on the day beside it."""
    if longest is None:
        return frozenset()
    beside = (days[longest].day - DAY, days[longest].day + DAY)
    second = [i for i, d in enumerate(days) if d.is_run and d.kind is Kind.LONG and d.day in beside]
    return frozenset((longest, *second))


def _stepped(day: PlannedSession, share: float, frame: Frame) -> Pair:
    if day.kind is Kind.RACE:
        return day, Phrase("why.race_kept")
    grid = frame.grid
    whole = grid.constants.step_back_factor.value
    if not day.is_run:
        return other(day, whole, frame)
    if not day.distance_m:
        return shortened_s(day, min(share, whole)), Phrase(why_of(day, frame.before.longest_m))
    # Even a lighter week goes no further than the longest run of the month.
    most_m = frame.longest_m if frame.longest_m > 0 else day.distance_m
    wanted_m = min(day.distance_m * share, most_m)
    spared = frame.worst_pain > 0  # a calf that talks is spared the strides too
    if spared or not (day.kind is Kind.HARD or strides(day)):
        return eased(day, wanted_m, frame)
    why = "why.strides_instead" if day.kind is Kind.HARD else "why.strides_stay"
    return with_strides(day, wanted_m, grid), Phrase(why)


def _rest_or(day: PlannedSession, why: Phrase) -> Phrase:
    return Phrase("why.rest_stays") if day.kind is Kind.REST else why
