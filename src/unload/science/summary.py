"""Many runners of a back-test as one group: shares, rates and ranks with their intervals.

A number that rests on fewer runners than `cell_min` is left out: it would be about somebody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from unload.model.constants import BacktestConstants
from unload.model.daily import Array
from unload.model.proof import Estimate, Group, Outcome, RuleScore, Shift
from unload.science.backtest import CHANGES
from unload.science.behaviour import Counts
from unload.science.examine import EVERY_FOURTH, UNLOAD, Examined
from unload.science.hits import (
    COUNTED,
    Watched,
    auc,
    chance_of,
    median_lead,
    months,
    null_counts,
    ranked,
    ratio,
    resampled,
)
from unload.science.verdict import KINDS

NOBODY = Estimate(None, None, None)
WAVERS = ("changes", "reversals", "reversals:light", "reversals:asked")
WEEKS = ("lighter", "step-back", "no running")
RANKED = [COUNTED.index(name) for name in ("days", "warned", "before", "warned_before")]


@dataclass(frozen=True, slots=True)
class Draws:
    """How numbers over a group are drawn: its constants and its generator."""

    constants: BacktestConstants
    chance: Generator

    @property
    def quantiles(self) -> tuple[float, float]:
        return self.constants.interval_low.value, self.constants.interval_high.value

    def weights(self, runners: int) -> Array:
        """Draws of runners with replacement; (draws, runners)."""
        return resampled(runners, int(self.constants.bootstrap_draws.value), self.chance)

    def ratio(self, over: Array, under: Array) -> Estimate:
        """A ratio of sums over runners, or nothing where too few tell of it."""
        if np.count_nonzero(under) < self.constants.cell_min.value:
            return NOBODY
        return ratio(over, under, self.weights(len(over)), self.quantiles)

    def total(self, events: Array) -> float | None:
        """How many events there were; None where a few runners had all of them."""
        having = np.count_nonzero(events)
        return None if 0 < having < self.constants.cell_min.value else float(events.sum())


def group(name: str, found: Sequence[Examined], problems: int, draws: Draws) -> Group:
    """Everything one group of runners tells."""
    counts = [one.counts for one in found]
    day_total, month_total = _column(counts, "days"), _column(counts, "months")
    unknown = [key for key in counts[0] if key.startswith("unknown:")] if counts else []
    outcomes = dict.fromkeys(name for one in found for name in one.watched)
    return Group(
        name=name,
        runners=len(found),
        months=float(month_total.sum()),
        sessions=sum(one.sessions for one in found),
        check_ins=sum(one.check_ins for one in found),
        reports=sum(one.reports for one in found),
        problems=problems,
        days={
            kind.value: draws.ratio(_column(counts, f"days:{kind}"), _column(counts, "all_days"))
            for kind in KINDS
        },
        begun={
            kind.value: draws.ratio(_column(counts, f"begun:{kind}"), month_total) for kind in KINDS
        },
        weeks={
            kind: draws.ratio(_column(counts, f"weeks:{kind}"), _column(counts, "weeks"))
            for kind in WEEKS
        },
        flapping={key: draws.ratio(_column(counts, key), month_total) for key in WAVERS},
        unknown={
            key.partition(":")[-1]: draws.ratio(_column(counts, key), day_total) for key in unknown
        },
        shifts=tuple(_shift(change, found, draws) for change in CHANGES),
        outcomes=tuple(_outcome(name, found, draws) for name in outcomes),
    )


def _column(counts: Sequence[Counts], key: str) -> Array:
    return np.array([one[key] for one in counts])


def _shift(change: str, found: Sequence[Examined], draws: Draws) -> Shift:
    moved = [one.moved[change] for one in found if one.moved]
    total = _column(moved, "trials")
    same, one_class, more, other = (
        draws.ratio(_column(moved, key), total) for key in ("same", "one_class", "more", "other")
    )
    return Shift(change, same, one_class, more, other)


def _outcome(name: str, found: Sequence[Examined], draws: Draws) -> Outcome:
    """One kind of event over the runners whose records can tell of it."""
    told = [one for one in found if name in one.watched]
    ours = np.array([one.watched[name][UNLOAD][0].counts() for one in told])
    scores = tuple(
        _score(rule, [one.watched[name][rule] for one in told], draws)
        for rule in told[0].watched[name]
    )
    reruns = [one.reruns[name] for one in told if name in one.reruns]
    if len(reruns) == len(told) and scores[0].auc.value is not None:
        first = replace(scores[0], rerun=_rerun(ours, np.array(reruns)))
        scores = (first, *scores[1:])
    return Outcome(
        name=name,
        runners=len(told),
        events=draws.total(ours[:, COUNTED.index("events")]),
        months=float(months(ours).sum()),
        scores=scores,
    )


def _rerun(ours: Array, reruns: Array) -> float | None:
    """How often the rule ranks as well on shuffled histories; `reruns` (runners, runs, counts)."""
    observed = float(auc(*ours[:, RANKED].sum(axis=0)))
    null = auc(*reruns[..., RANKED].sum(axis=0).T)
    return chance_of(observed, null[~np.isnan(null)])


def _score(rule: str, every: Sequence[tuple[Watched, ...]], draws: Draws) -> RuleScore:
    """One rule against one outcome; the mean over the phases of the calendar.

    A rank needs as many runners who had an event as any other cell needs runners.
    """
    counts = np.array([np.mean([one.counts() for one in phases], axis=0) for phases in every])
    column: Mapping[str, Array] = dict(zip(COUNTED, counts.T, strict=True))
    span, least = months(counts), int(draws.constants.cell_min.value)
    enough = np.count_nonzero(column["before"]) >= least
    rank = ranked(counts, draws.weights(len(every)), draws.quantiles) if enough else NOBODY
    flat = [one for phases in every for one in phases]
    return RuleScore(
        rule=rule,
        runners=int(np.count_nonzero(span)),
        months=float(span.sum()),
        events=draws.total(column["events"]),
        warned=draws.ratio(column["warned"], column["days"]),
        begun=draws.ratio(column["begun"], span),
        hits=draws.ratio(column["hits"], column["events"]),
        lead_days=median_lead(flat) if np.count_nonzero(column["hits"]) >= least else None,
        false=draws.ratio(column["false"], span),
        auc=rank,
        chance=None if rule == EVERY_FOURTH or rank.value is None else _null(counts, flat, draws),
    )


def _null(counts: Array, every: Sequence[Watched], draws: Draws) -> float:
    """How often the same answers rank as well with their weeks in random order."""
    orders = int(draws.constants.shuffles.value)
    null = auc(*np.sum([null_counts(one, orders, draws.chance) for one in every], axis=0))
    observed = float(auc(*counts[:, RANKED].sum(axis=0)))
    return chance_of(observed, null[~np.isnan(null)])
