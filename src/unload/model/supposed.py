"""What a runner supposes of their lighter week: how deep, when, and what it spares."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Supposed:
    """The share of each run that stays, None for the week as it was written; how many weeks later.

    `sharp` keeps one hard session in part. `spared` is how many forced stops a hundred such weeks
    are believed to spare, None where nothing was said: a belief of the runner, nobody's chance.
    """

    share: float | None = None
    later_weeks: int = 0
    sharp: bool = False
    spared: int | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be supposed: shares from deep to light, the place of the written week among them.

    `first_days` are the days on which the week could begin, its own first.
    """

    shares: tuple[float, ...]
    own: int
    first_days: tuple[date, ...]
    can_stay_sharp: bool
    stays_sharp: bool
