"""Timeline: complaints and days -> pain over running since well before the first onset."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from unload.model.complaint import Complaint
from unload.model.constants import BodyConstants, SignalConstants
from unload.model.daily import Array, Daily
from unload.model.hand_over import HandedSpot, LoadNow, RunWeek, Timeline
from unload.model.units import DAYS_PER_WEEK
from unload.science.weeks import week_tracks

DAY = timedelta(days=1)


def timeline(
    spots: Sequence[HandedSpot],
    asked: Sequence[date],
    days: Daily,
    constants: tuple[BodyConstants, SignalConstants],
) -> Timeline | None:
    """Whole weeks up to today, from before the first onset; None where nothing is sore.

    `asked` are the days on which sore spots were asked about: one that was not named was quiet.
    """
    if not spots:
        return None
    body, signals = constants
    today = days.day(-1)
    first = min(spot.complaint.first for spot in spots)
    wanted = (today - first).days + int(body.hand_over_before_days.value) + 1
    weeks = -(-min(wanted, int(body.hand_over_days_max.value)) // DAYS_PER_WEEK)
    shown = weeks * DAYS_PER_WEEK
    ran = _last(days.run_m, shown)
    begins = today - (shown - 1) * DAY
    sums = ran.reshape(weeks, DAYS_PER_WEEK).sum(axis=-1)
    ends = [begins + ((week + 1) * DAYS_PER_WEEK - 1) * DAY for week in range(weeks)]
    return Timeline(
        first_day=begins,
        run_m=_known(ran),
        pain={s.letter: _pains(s.complaint, asked, begins, shown) for s in spots},
        onset={s.letter: s.complaint.first for s in spots},
        weeks=tuple(map(RunWeek, ends, _known(sums))),
        lighter=_lighter(days, signals, begins),
    )


def _lighter(days: Daily, constants: SignalConstants, first: date) -> tuple[date, ...]:
    """The first days of lighter weeks that end on a day from the first on."""
    weeks = week_tracks(days, constants)
    ends = [days.day(int(n)) for n in np.flatnonzero(weeks.unloaded | weeks.stepped_back)]
    return tuple(end - (DAYS_PER_WEEK - 1) * DAY for end in ends if end >= first)


def load_now(days: Daily, constants: BodyConstants) -> LoadNow:
    """The running of the last days against the usual of the weeks before them."""
    near, far = int(constants.onset_days.value), int(constants.onset_usual_days.value)
    ran = _last(days.run_m, near + far)
    before = ran[:far]
    usual = float(np.nanmean(before)) * near if not np.isnan(before).all() else np.nan
    longest = _last(days.longest_m, far)
    return LoadNow(
        last_week_m=_one(ran[far:].sum()),
        usual_week_m=_one(usual),
        longest_m=None if np.isnan(longest).all() else float(np.nanmax(longest)),
    )


def _last(values: Array, size: int) -> Array:
    """The last days, unknown ones in front where there are fewer."""
    kept = values[-size:]
    return np.concatenate([np.full(size - kept.size, np.nan), kept])


def _pains(
    complaint: Complaint, asked: Sequence[date], first: date, size: int
) -> tuple[float | None, ...]:
    felt: dict[date, float] = dict.fromkeys(asked, 0.0)
    felt |= {day.day: day.worst for day in complaint.days}
    return tuple(felt.get(first + day * DAY) for day in range(size))


def _known(values: Array) -> tuple[float | None, ...]:
    return tuple(_one(value) for value in values)


def _one(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
