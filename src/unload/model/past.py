"""The weeks that were: what was run in each, what load that was, and what kind of week."""

from dataclasses import dataclass
from datetime import date

from unload.model.evidence import Constant
from unload.model.proof import Done


@dataclass(frozen=True, slots=True)
class PastWeek:
    """One week of the runner's; None is what is not known.

    `usual_m` is the mean of the weeks before it, against which a lighter week is judged.
    `slow_au` and `fast_au` are the exponentially weighted load of a day at the end of the week,
    by the longer and the shorter time constant. `monotony` and `strain` are not told of a lighter
    week: it is monotonous by nature. `sore_days` had a spot at or above the limit. `whole` is
    False for the week under way.
    """

    first_day: date
    whole: bool
    done: Done
    run_m: float | None
    usual_m: float | None
    longest_m: float | None
    load_au: float | None
    slow_au: float | None
    fast_au: float | None
    monotony: float | None
    strain: float | None
    sore_days: int | None
    ill: bool
    away: bool


@dataclass(frozen=True, slots=True)
class Past:
    """The weeks up to today, oldest first, and what their load was made from."""

    today: date
    weeks: tuple[PastWeek, ...]
    load_source: str
    load_tied: int
    constants: tuple[Constant, ...]
