"""Days as arrays: the last axis is days, one runner is (days,), a fleet is (runners, days)."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from unload.model.units import DAYS_PER_WEEK
from unload.model.week_start import MONDAY, place_in_week

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Daily:
    """What each local day held. NaN = unknown, 0 = known to be nothing.

    Shapes: every array is (..., days), but `wellness` (..., items, days) and `pain`, `morning`
    (..., spots, days). `rest` (..., spots, days) is 1 where a spot hurt at rest, `weekly`
    (..., questions, days) the option chosen, 1 to 4. `flag` is 1 on a day whose check-in or
    answers raised a red flag that stops training. `race_in`, `phase_in` and `travel_in` count
    the days to the next race, end of a phase and journey. `age` is the number of days since the
    newest session up to that day. `load_tied` is how many sessions were brought to the scale of
    `load_source` from another measure. `week_start` is the weekday on which weeks begin.
    """

    first_day: date
    run_m: Array
    run_s: Array
    longest_m: Array
    hard_s: Array
    load_au: Array
    efficiency: Array
    wellness: Array
    resting_hr: Array
    ln_rmssd: Array
    ill: Array
    pain: Array
    morning: Array
    rest: Array
    weekly: Array
    flag: Array
    race_in: Array
    phase_in: Array
    travel_in: Array
    age: Array
    spots: tuple[tuple[str, str], ...] = ()
    load_source: str = ""
    load_tied: int = 0
    week_start: int = MONDAY

    @property
    def days(self) -> int:
        return int(self.run_m.shape[-1])

    def day(self, index: int) -> date:
        """The date of a column; negative indices count from the end."""
        return self.first_day + timedelta(days=index % self.days)

    def in_week(self) -> NDArray[np.int64]:
        """Where each column lies in its week, 0 on the week's first day."""
        places = np.arange(self.days) + place_in_week(self.first_day, self.week_start)
        return places % DAYS_PER_WEEK


@dataclass(frozen=True, slots=True)
class Track:
    """One signal over all days: its value, the runner's own baseline, and whether it is on.

    `on` is 1, 0 or NaN (could not be computed).
    """

    value: Array
    baseline: Array
    on: Array
