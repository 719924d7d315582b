"""Hits, false alarms, lead time and rank on small made-up calendars."""

import numpy as np
import pytest
from numpy.random import default_rng

from unload.model.proof import Estimate
from unload.science.hits import (
    COUNTED,
    Watched,
    auc,
    chance_of,
    estimate,
    median_lead,
    months,
    null_counts,
    ranked,
    ratio,
    resampled,
    watched,
)

QUANTILES = (0.025, 0.975)


def days(*on: int, size: int = 40) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """A mask that is true on these days."""
    mask = np.zeros(size, dtype=bool)
    mask[list(on)] = True
    return mask


def under(warned: range, events: tuple[int, ...], size: int = 40, horizon: int = 5) -> Watched:
    """A runner who could be warned on every day."""
    every = np.ones(size, dtype=bool)
    return watched(days(*warned, size=size), every, days(*events, size=size), horizon, 0)


def counted(one: Watched) -> dict[str, float]:
    return dict(zip(COUNTED, one.counts().tolist(), strict=True))


def test_a_warning_before_an_event_is_a_hit() -> None:
    """Warned from day 17 to 20, complaint on day 20: lead three days, no false alarm."""
    one = under(range(17, 20), (20,))
    assert [3] == one.leads()
    found = counted(one)
    assert (1, 1, 1, 0) == tuple(found[key] for key in ("events", "hits", "begun", "false"))
    assert (35, 3, 5, 3) == tuple(
        found[key] for key in ("days", "warned", "before", "warned_before")
    )


def test_a_warning_on_the_day_itself_comes_too_late() -> None:
    """The event day and the days after it are left out, on both sides of the account."""
    found = counted(under(range(20, 23), (20,)))
    assert (1, 0, 0, 0) == tuple(found[key] for key in ("events", "hits", "begun", "false"))


def test_a_warning_without_an_event_is_a_false_alarm() -> None:
    """A spell that ends more than the horizon before the event is false, however long it was."""
    found = counted(under(range(5, 15), (20,)))
    assert (1, 0, 1, 1) == tuple(found[key] for key in ("events", "hits", "begun", "false"))
    found = counted(under(range(5, 16), (20,)))
    assert (1, 1, 1, 0) == tuple(found[key] for key in ("events", "hits", "begun", "false"))


def test_lead_is_counted_from_the_first_warning_within_the_horizon() -> None:
    """A warning that stood for months does not lead by months."""
    assert [5, None] == under(range(25), (20, 35)).leads()


def test_an_event_nobody_could_warn_of_is_left_out() -> None:
    """Neither hit nor miss: there were no data before it."""
    usable = days(*range(10, 40))
    one = watched(days(2), usable, days(5, 20), 5, 0)
    assert [None] == one.leads()
    assert 0 == counted(one)["warned"]


def test_events_close_together_leave_the_days_between_out() -> None:
    """The days after the first are not days before the second."""
    one = under(range(0), (20, 23))
    assert (3, 0) == (int((one.ahead & days(*range(17, 40))).sum()), int(one.open[20:28].sum()))


def test_rank_is_the_mean_of_two_shares() -> None:
    """All before-days warned and no other: 1; none warned: a coin; warned always: a coin."""
    assert 1 == auc(*np.array([35.0, 5, 5, 5]))
    assert 0.5 == auc(*np.array([35.0, 0, 5, 0]))
    assert 0.5 == auc(*np.array([35.0, 35, 5, 5]))
    assert np.isnan(auc(*np.array([35.0, 3, 0, 0])))


def planted(chance: np.random.Generator, lead: int | None) -> Watched:
    """Two years with an event about every eight weeks; warned before each, or anywhere."""
    size = 728
    events = np.arange(40, size - 20, 56) + chance.integers(
        0, 7, size=len(range(40, size - 20, 56))
    )
    at = events - lead if lead is not None else chance.integers(0, size - 7, size=len(events))
    warned = days(*(int(a) + n for a in at for n in range(4)), size=size)
    return watched(warned, np.ones(size, dtype=bool), days(*events, size=size), 14, 0)


def null_of(every: list[Watched], orders: int = 300) -> tuple[float, float]:
    """The observed rank and how often shuffled weeks do as well."""
    chance = default_rng(5)
    counts = np.sum([one.counts() for one in every], axis=0)
    observed = float(auc(*counts[:4]))
    null = auc(*np.sum([null_counts(one, orders, chance) for one in every], axis=0))
    return observed, chance_of(observed, null)


def test_a_planted_warning_is_found() -> None:
    """Four days of warning a week before each event: no shuffled order does as well."""
    chance = default_rng(1)
    observed, share = null_of([planted(chance, 7) for _ in range(8)])
    assert observed > 0.6
    assert 1 / 301 == share


def test_noise_is_not_found() -> None:
    """Warnings anywhere: over many made-up groups the shares are spread as chance spreads them."""
    chance = default_rng(2)
    shares = [null_of([planted(chance, None) for _ in range(5)], 100)[1] for _ in range(40)]
    assert 0.35 < np.mean(shares) < 0.65
    assert np.mean(np.array(shares) <= 0.05) < 0.15


def test_what_cannot_move_stays() -> None:
    """Days outside whole weeks count in every order, and weeks that were closed do not move."""
    usable = days(*range(3, 38), size=38)
    one = watched(days(*range(3, 38), size=38), usable, days(20, size=38), 5, 3)
    null = null_counts(one, 10, default_rng(1))
    assert [list(one.counts()[:4])] * 10 == null.T.tolist()
    closed = watched(days(), days(), days(20), 5, 0)
    assert np.zeros((4, 3)).tolist() == null_counts(closed, 3, default_rng(1)).tolist()
    short = watched(days(1, size=4), days(1, size=4), days(3, size=4), 5, 6)
    assert [1, 1, 1, 1] == null_counts(short, 1, default_rng(1))[:, 0].tolist()


def test_the_observed_result_is_one_of_the_orders() -> None:
    """So the smallest share is one in so many and one more."""
    assert 0.25 == chance_of(1.0, np.array([0.1, 0.2, 0.3]))
    assert 1.0 == chance_of(0.0, np.array([0.1, 0.2, 0.3]))


def test_runners_are_drawn_whole() -> None:
    """Each draw holds as many runners as there are, some of them twice."""
    drawn = resampled(6, 50, default_rng(1))
    assert [6] * 50 == drawn.sum(axis=1).tolist()
    assert (50, 0) == resampled(0, 50, default_rng(1)).shape


def test_a_ratio_has_an_interval_and_an_unknown_one_has_none() -> None:
    """The ratio of sums, not the mean of ratios; nothing under the line is unknown."""
    over, under_line = np.array([1.0, 0, 3]), np.array([10.0, 10, 10])
    found = ratio(over, under_line, resampled(3, 500, default_rng(1)), QUANTILES)
    assert 4 / 30 == pytest.approx(found.value)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low < 4 / 30 < found.high <= 0.3
    nothing = ratio(over * 0, over * 0, np.ones((5, 3)), QUANTILES)
    assert Estimate(None, None, None) == nothing
    assert Estimate(0.5, 0.5, 0.5) == estimate(0.5, np.array([0.5, np.nan]), QUANTILES)


def test_ranks_months_and_leads_are_over_all_runners() -> None:
    """Days in months of a year's twelfth; a miss has no lead."""
    every = [under(range(17, 20), (20,)), under(range(16, 20), (20,)), under(range(0), (20,))]
    counts = np.array([one.counts() for one in every])
    found = ranked(counts, resampled(3, 200, default_rng(1)), QUANTILES)
    assert (7 / 15 + 1) / 2 == pytest.approx(found.value)
    assert [35 / (365.25 / 12)] * 3 == months(counts).tolist()
    assert 3.5 == median_lead(every)
