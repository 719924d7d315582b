"""What an answer is tested against: the days on which something went wrong.

An event is the first day of its kind after a quiet time; what follows belongs to the first.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from unload.model.constants import BacktestConstants
from unload.model.daily import Array, Bools
from unload.model.history import History
from unload.model.proof import InjuryReport
from unload.science.rolling import shift, window_count, window_max


def reported(
    reports: Sequence[InjuryReport], first: date, size: int, constants: BacktestConstants
) -> Bools:
    """Days on which a part of the body was reported that had been quiet."""
    out = np.zeros(size, dtype=bool)
    newest: dict[str, date] = {}
    for report in sorted(reports, key=lambda r: r.day):
        for part in report.parts:
            before = newest.get(part)
            quiet = before is None or (report.day - before).days > constants.report_quiet_days.value
            newest[part] = report.day
            if quiet and 0 <= (report.day - first).days < size:
                out[(report.day - first).days] = True
    return out


def sore_days(soreness: Array, constants: BacktestConstants) -> Bools:
    """Days of a sore answer after a week of answers without one; array (days,)."""
    quiet = int(constants.sore_quiet_days.value)
    sore = np.where(np.isnan(soreness), np.nan, (soreness <= constants.sore_max.value) * 1.0)
    before = shift(window_max(sore, quiet), 1)
    answered = np.nan_to_num(shift(window_count(sore, quiet), 1))
    return np.asarray((sore > 0) & (before < 1) & (answered >= constants.sore_answers_min.value))


def stops(history: History, first: date, size: int, constants: BacktestConstants) -> Bools:
    """The first days of stretches without a run that ended with one; array (days,).

    The stretch after the last run is not counted: the record may simply end there.
    """
    out = np.zeros(size, dtype=bool)
    days = sorted({s.day for s in history.runs})
    for one, following in pairwise(days):
        if (following - one).days > constants.stop_days.value:
            out[(one - first).days + 1] = True
    return out
