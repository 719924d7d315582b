"""Which runs of a week go: one day more of rest, then second runs of a day, never too many."""

from datetime import date, timedelta
from math import ceil

from unload.model.constants import WeekConstants
from unload.model.plan import Kind, Week
from unload.model.units import COMPARE_DECIMALS

DAY = timedelta(days=1)


def dropped(before: Week, slot: int, hurts: bool, constants: WeekConstants) -> frozenset[int]:
    """The indices of the runs that go; as many stay as the frequency asks for."""
    days = before.days
    runs = [i for i, d in enumerate(days) if d.is_run]
    share = (
        constants.down_week_frequency_factor_pain if hurts else constants.down_week_frequency_factor
    ).value
    least = max(ceil(round(len(runs) * share, COMPARE_DECIMALS)), 1)
    free = _rest_day(before, slot, len(runs) - least, constants)
    gone = {i for i in runs if days[i].day == free}
    seconds = [i for i in runs if i not in gone and _is_second(before, i)]
    for i in sorted(seconds, key=lambda i: days[i].distance_m):
        if len(runs) - len(gone) > least:
            gone.add(i)
    return frozenset(gone)


def _rest_day(before: Week, slot: int, may_go: int, constants: WeekConstants) -> date | None:
    """The day that becomes free: the work-it-out day, else one beside the long run.

    Where neither can be had it is the day with the shortest run.
    """
    if constants.down_week_rest_days.value <= 0:
        return None
    open_days = {}
    for day in {d.day for d in before.days if d.is_run}:
        own = [d for d in before.days if d.day == day]
        whole = all(d.is_run and d.kind is not Kind.LONG for d in own)
        if whole and len(own) <= may_go:
            open_days[day] = sum(d.distance_m for d in own)
    long_days = [d.day for d in before.days if d.kind is Kind.LONG]
    beside = [day + step for day in long_days for step in (DAY, -DAY)]
    for wanted in (before.days[slot].day, *beside):
        if wanted in open_days:
            return wanted
    return min(open_days, key=lambda day: (open_days[day], day), default=None)


def _is_second(before: Week, index: int) -> bool:
    """Whether an earlier or longer run of the same day stays the day's run."""
    days = before.days
    same = [i for i, d in enumerate(days) if d.is_run and d.day == days[index].day]
    keeps = max(same, key=lambda i: (days[i].kind is Kind.LONG, days[i].distance_m, -i))
    return index != keeps
