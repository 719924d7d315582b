"""How well answers come before events: hits, false alarms, lead time, rank, and what chance gives.

An answer counts for an event only if it stood on an earlier day. The days of an event, and as
many after it as the horizon has, are left out: by then everybody knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from unload.model.daily import Array, Bools
from unload.model.proof import Estimate
from unload.model.units import DAYS_PER_MONTH, DAYS_PER_WEEK
from unload.science.behaviour import begun

COUNTED = ("days", "warned", "before", "warned_before", "begun", "false", "events", "hits")


@dataclass(frozen=True, slots=True)
class Watched:
    """One runner under one rule: where it warned and could warn, and where the events lie.

    `ahead` are the days at most a horizon before an event, `past` those of an event and a horizon
    from it on, which are left out; all arrays are (days,). `monday` is the first Monday's column.
    """

    warned: Bools
    usable: Bools
    ahead: Bools
    past: Bools
    events: tuple[int, ...]
    horizon: int
    monday: int

    @property
    def open(self) -> Bools:
        """The days on which the rule could speak and something could still be foretold."""
        return self.usable & ~self.past

    def counts(self) -> Array:
        """The counts of COUNTED, in that order."""
        warned = self.warned & self.open
        spells = np.cumsum(begun(warned)) * warned
        before = self.ahead & self.open
        right = np.unique(spells[warned & before])
        number = int(spells.max(initial=0))
        leads = self.leads()
        return np.array([
            self.open.sum(),
            warned.sum(),
            before.sum(),
            (warned & before).sum(),
            number,
            number - len(right),
            len(leads),
            sum(lead is not None for lead in leads),
        ], dtype=float)  # fmt: skip

    def leads(self) -> list[int | None]:
        """Days from the first warning within the horizon to each event; None for a miss.

        Events without an open day before them could not be warned of and are left out.
        """
        told: list[int | None] = []
        for event in self.events:
            window = slice(max(event - self.horizon, 0), event)
            if not self.open[window].any():
                continue
            warned = np.flatnonzero((self.warned & self.open)[window])
            told.append(event - window.start - int(warned[0]) if len(warned) else None)
        return told


def watched(warned: Bools, usable: Bools, events: Bools, horizon: int, monday: int) -> Watched:
    """A runner's days under one rule; a warning where it could not speak is none."""
    days = tuple(int(day) for day in np.flatnonzero(events))
    ahead, past = np.zeros(events.shape, dtype=bool), np.zeros(events.shape, dtype=bool)
    for event in days:
        ahead[max(event - horizon, 0) : event] = True
        past[event : event + horizon] = True
    return Watched(warned & usable, usable, ahead & ~past, past, days, horizon, monday)


def auc(days: Array, warned: Array, before: Array, warned_before: Array) -> Array:
    """How often a day before an event is ranked over another day; ties count half.

    For a rule that says yes or no this is the mean of the share of days before events on which
    it warned and the share of other days on which it did not.
    """
    other = days - before
    right = _share(warned_before, before)
    quiet = 1 - _share(warned - warned_before, other)
    return np.asarray(np.mean([right, quiet], axis=0))


def _share(over: Array, under: Array) -> Array:
    out = np.full(np.broadcast(over, under).shape, np.nan)
    np.divide(over, under, where=under > 0, out=out)
    return out


def null_counts(one: Watched, orders: int, chance: Generator) -> Array:
    """Days, warned days and those of both before events, with the weeks in random order.

    Shape (counts, orders). The events stay where they are; whole weeks on which the rule could
    speak at all change places, and what it said goes with them.
    """
    weeks = max((one.usable.size - one.monday) // DAYS_PER_WEEK, 0)
    inside = slice(one.monday, one.monday + weeks * DAYS_PER_WEEK)
    usable = one.usable[inside].reshape(-1, DAYS_PER_WEEK)
    some = usable.any(axis=1)
    order = chance.permuted(np.tile(np.arange(some.sum()), (orders, 1)), axis=1)

    def sums(mask: Bools, where: Bools) -> Array:
        """How many days of `mask` fall on `where`, for every order."""
        moving, places = (x[inside].reshape(-1, DAYS_PER_WEEK)[some] for x in (mask, where))
        week, day = np.nonzero(places)
        fixed = (mask & where).sum() - (moving & places).sum()
        return np.asarray(fixed + moving[order[:, week], day].sum(axis=1), dtype=float)

    before = [sums(mask, one.ahead) for mask in (one.usable, one.warned)]
    every = [mask.sum() - sums(mask, one.past) for mask in (one.usable, one.warned)]
    return np.array([*every, *before])


def chance_of(observed: float, null: Array) -> float:
    """The share of random results at least as good, the observed one counted among them."""
    return float((1 + np.sum(null >= observed)) / (1 + len(null)))


def resampled(runners: int, draws: int, chance: Generator) -> Array:
    """How often each runner is drawn, for every draw; array (draws, runners)."""
    if not runners:
        return np.zeros((draws, 0))
    return chance.multinomial(runners, np.full(runners, 1 / runners), size=draws).astype(float)


def ratio(over: Array, under: Array, weights: Array, quantiles: tuple[float, float]) -> Estimate:
    """A ratio of sums over runners, with its interval over draws of runners."""
    value = float(_share(over.sum(), under.sum()))
    return estimate(value, _share(weights @ over, weights @ under), quantiles)


def estimate(value: float, draws: Array, quantiles: tuple[float, float]) -> Estimate:
    """A value and the interval of its draws; None for what is not known."""
    if np.isnan(value):
        return Estimate(None, None, None)
    low, high = np.nanquantile(draws, quantiles)
    return Estimate(value, float(low), float(high))


def ranked(counts: Array, weights: Array, quantiles: tuple[float, float]) -> Estimate:
    """The rank of COUNTED rows (runners, counts), with its interval."""
    used = [COUNTED.index(name) for name in ("days", "warned", "before", "warned_before")]
    value = auc(*counts[:, used].sum(axis=0))
    return estimate(float(value), auc(*(weights @ counts[:, used]).T), quantiles)


def months(counts: Array) -> Array:
    """Open runner-months of COUNTED rows; array (runners,)."""
    return np.asarray(counts[:, COUNTED.index("days")] / DAYS_PER_MONTH)


def median_lead(every: Sequence[Watched]) -> float:
    """The median lead of the events that were hit; one of them at least must have been."""
    return float(np.median([lead for one in every for lead in one.leads() if lead is not None]))
