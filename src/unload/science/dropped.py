"""Which runs of a week go: second runs of a day, one day more of rest, and would-be tokens."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from unload.model.constants import WeekConstants
from unload.model.plan import Kind, PlannedSession
from unload.model.units import COMPARE_DECIMALS
from unload.science.frame import Frame

DAY = timedelta(days=1)


def dropped(frame: Frame, target_m: float) -> frozenset[int]:
    """The indices of the runs that go; on as many days as the frequency asks for a run stays.

    `target_m` is what all runs together may come to.
    """
    c, days = frame.grid.constants, frame.before.days
    runs = [i for i, d in enumerate(days) if d.is_run]
    gone = {i for i in runs if _is_second(days, i)}
    run_days = len(runs) - len(gone)
    least = _least(run_days, frame.hurts or frame.ill, c)
    may_go = run_days - least
    if frame.ill:
        may_go = max(may_go, min(run_days - 1, 1))
    free = _rest_day(frame, may_go, c)
    gone |= {i for i in runs if days[i].day == free}
    left = sorted((i for i in runs if i not in gone), key=lambda i: (days[i].distance_m, i))
    long = _long_day(days)
    for i in left:
        more = len(runs) - len(gone)
        token = days[i].distance_m > 0 and target_m < more * c.shortest_run_min.value
        if token and days[i].day != long and more > _least(run_days, hurts=True, constants=c):
            gone.add(i)
    if frame.ill and free is not None:  # nothing of another sport comes before that rest either
        gone |= {i for i, d in enumerate(days) if d.day <= free and d.kind is not Kind.REST}
    return frozenset(gone)


def _least(run_days: int, hurts: bool, constants: WeekConstants) -> int:
    """On how many days a run stays."""
    share = (
        constants.down_week_frequency_factor_pain if hurts else constants.down_week_frequency_factor
    ).value
    return max(ceil(round(run_days * share, COMPARE_DECIMALS)), 1)


def _rest_day(frame: Frame, may_go: int, constants: WeekConstants) -> date | None:
    """The day that becomes free: the work-it-out day, else one beside the long run.

    Where neither can be had it is the day with the shortest run. Who is ill rests first, and
    a second long run on the day beside the first goes before anything else.
    """
    days, long = frame.before.days, _long_day(frame.before.days)
    if constants.down_week_rest_days.value <= 0 or may_go <= 0:
        return None
    if frame.ill:
        return min(d.day for d in days if d.is_run)
    open_days = {}
    for day in {d.day for d in days if d.is_run}:
        own = [d for d in days if d.day == day]
        if all(d.is_run for d in own) and day != long:
            open_days[day] = sum(d.distance_m for d in own)
    beside = [] if long is None else [long + DAY, long - DAY]
    second = [d.day for d in days if d.kind is Kind.LONG and d.day in beside]
    for wanted in (*second, days[frame.slot].day, *beside):
        if wanted in open_days:
            return wanted
    return min(open_days, key=lambda day: (open_days[day], day), default=None)


def _long_day(days: Sequence[PlannedSession]) -> date | None:
    """The day of the long run; of the longest where there are two."""
    long = [d for d in days if d.kind is Kind.LONG]
    return max(long, key=lambda d: (d.distance_m, d.duration_s)).day if long else None


def _is_second(days: Sequence[PlannedSession], index: int) -> bool:
    """Whether an earlier or longer run of the same day stays the day's run."""
    same = [i for i, d in enumerate(days) if d.is_run and d.day == days[index].day]
    keeps = max(same, key=lambda i: (days[i].kind is Kind.LONG, days[i].distance_m, -i))
    return index != keeps
