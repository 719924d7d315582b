"""Past: the days -> the weeks that were, each judged against the weeks before it.

Nothing here decides anything: the verdict has its own signals. Load over time, monotony and strain
are told because runners and coaches ask for them.
"""

from datetime import timedelta

import numpy as np

from unload.model.constants import Knowledge
from unload.model.daily import Array, Bools, Daily
from unload.model.past import Past, PastWeek
from unload.model.proof import Done
from unload.model.units import DAYS_PER_WEEK
from unload.science.audit import done
from unload.science.ground import ground
from unload.science.load import ewma
from unload.science.run_signals import monotony, strain
from unload.science.weeks import WeekTracks

LIGHT = (Done.UNLOADED, Done.STEPPED_BACK)


def past(days: Daily, knowledge: Knowledge, count: int) -> Past:
    """The last `count` weeks up to today, the one under way included; arrays of one runner."""
    k, base = knowledge, ground(days, knowledge.signals)
    taus = (k.load.ewma_chronic_tau, k.load.ewma_acute_tau)
    lines = {
        "slow_au": ewma(days.load_au, taus[0].value),
        "fast_au": ewma(days.load_au, taus[1].value),
        "monotony": monotony(days, base, k.signals).value,
        "strain": strain(days.load_au, k.signals),
    }
    sore = np.asarray((days.pain >= k.signals.spot_pain_min.value).any(axis=0))
    place = days.in_week()
    ends = np.flatnonzero(place == DAYS_PER_WEEK - 1)
    if place[-1] < DAYS_PER_WEEK - 1:
        ends = np.append(ends, days.days - 1)
    stand = [(int(end), int(place[end])) for end in ends[-count:]]
    weeks = (_week(*one, (days, base.weeks), lines, sore) for one in stand)
    return Past(
        today=days.day(-1),
        weeks=tuple(weeks),
        load_source=days.load_source,
        load_tied=days.load_tied,
        constants=(*taus, k.signals.monotony_amber),
    )


def _week(
    end: int, place: int, found: tuple[Daily, WeekTracks], lines: dict[str, Array], sore: Bools
) -> PastWeek:
    """The week that ends, or stands today, on a column, which lies there in it."""
    days, weeks = found
    whole = place == DAYS_PER_WEEK - 1
    since = slice(max(end - place, 0), end + 1)
    known = not np.isnan(weeks.so_far_m[end])
    kind = done(end, weeks) if whole else Done.UNKNOWN
    told = {name: _known(line[end]) if known else None for name, line in lines.items()}
    if kind in LIGHT or not whole:
        told |= {"monotony": None, "strain": None}
    asked = not np.isnan(days.pain[:, since]).all()
    return PastWeek(
        first_day=days.first_day + timedelta(end - place),
        whole=whole,
        done=kind,
        run_m=_known(weeks.so_far_m[end]),
        usual_m=_known(weeks.usual_week_m[end]),
        longest_m=_known(weeks.longest_m[end]) if known else None,
        load_au=_known(days.load_au[since].sum()) if known else None,
        sore_days=int(sore[since].sum()) if asked else None,
        ill=bool(weeks.ill[end]),
        away=bool(weeks.away[end]),
        **told,
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
