"""Many runners as one group: ratios of sums, suppressed where they would be about somebody."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import ANNA, BEN, CLEO, ELI, TODAY, K
from unload.model.evidence import Constant
from unload.model.history import CheckIn
from unload.model.proof import Estimate, InjuryReport
from unload.science.examine import SORE, STOPS, Case, Examined, examine
from unload.science.summary import NOBODY, WAVERS, Draws, group


def small(name: str, value: float) -> Constant:
    """A constant of the back-test at another value."""
    constant: Constant = getattr(K.backtest, name)
    return replace(constant, value=value, low=value)


BACKTEST = replace(
    K.backtest,
    reruns=small("reruns", 2),
    trials=small("trials", 2),
    shuffles=small("shuffles", 20),
    bootstrap_draws=small("bootstrap_draws", 50),
)
QUICK = replace(K, backtest=BACKTEST)


@pytest.fixture(scope="module")
def every() -> list[Examined]:
    """Six runners; the sixth was asked for reports and for soreness."""
    answers = tuple(CheckIn(TODAY, soreness=3) for _ in range(1))
    asked = Case(replace(ANNA, check_ins=answers), (InjuryReport(TODAY, ("left_foot",)),))
    cases = [*map(Case, (ANNA, BEN, CLEO, ELI, ANNA)), asked]
    return [examine(case, QUICK, default_rng(n)) for n, case in enumerate(cases)]


def draws() -> Draws:
    return Draws(BACKTEST, default_rng(7))


def test_shares_and_rates_are_ratios_of_sums(every: list[Examined]) -> None:
    """Over all days of all runners, not the mean of their means."""
    found = group("six", every, 3, draws())
    total = sum(one.counts["days:train on"] for one in every)
    all_days = sum(one.counts["all_days"] for one in every)
    assert total / all_days == pytest.approx(found.days["train on"].value)
    assert (6, 3, 1) == (found.runners, found.problems, found.reports)
    assert sum(one.sessions for one in every) == found.sessions
    assert 1 == pytest.approx(sum(e.value or 0 for e in found.days.values()))
    assert set(WAVERS) == set(found.flapping)
    assert ["removed", "doubled", "miles"] == [shift.change for shift in found.shifts]
    for shift in found.shifts:
        parts = (shift.same, shift.one_class, shift.more, shift.other)
        assert 1 == pytest.approx(sum(part.value or 0 for part in parts))


def test_fewer_than_five_runners_are_nobody(every: list[Examined]) -> None:
    """Every cell of a small group is left out; so is an outcome of one runner of six."""
    few = group("four", every[:4], 0, draws())
    cells = [*few.days.values(), *few.weeks.values(), *few.flapping.values(), few.shifts[0].same]
    assert {NOBODY} == set(cells)
    found = {o.name: o for o in group("six", every, 0, draws()).outcomes}
    assert 1 == found[SORE].runners
    assert [1] * 3 == [score.runners for score in found[SORE].scores[:3]]
    assert {NOBODY} == {score.warned for score in found[SORE].scores}
    assert found[SORE].scores[0].rerun is None


def test_too_few_events_have_no_rank(every: list[Examined]) -> None:
    """Six runners without a stop: how often the rule warned is told, how well is not."""
    (stops,) = [o for o in group("six", every, 0, draws()).outcomes if o.name == STOPS]
    ours = stops.scores[0]
    assert ours.warned.value is not None
    assert (NOBODY, NOBODY, None, None) == (ours.auc, ours.hits, ours.lead_days, ours.chance)
    assert 0 == stops.events


def test_enough_events_are_ranked_and_shuffled(every: list[Examined]) -> None:
    """Copies of one who was sore: rank, hits, lead, shuffles and reruns are all told."""
    first = [CheckIn(c.day, soreness=4) for c in BEN.check_ins]
    answers = (*first[:-1], replace(first[-1], soreness=1))
    sore = examine(Case(replace(BEN, check_ins=answers)), QUICK, default_rng(1))
    found = {o.name: o for o in group("five", [sore] * 5, 0, draws()).outcomes}[SORE]
    scores = {score.rule: score for score in found.scores}
    ours = scores["unload"]
    assert (5, 5) == (found.events, ours.events)
    assert ours.auc.value is not None
    assert ours.chance is not None
    assert ours.rerun in (1 / 3, 2 / 3, 1)
    assert ours.hits.value in (0, 1)
    assert scores["every_fourth"].chance is None
    assert 0.25 == pytest.approx(scores["every_fourth"].warned.value, abs=0.05)
    assert 5 == scores["every_fourth"].events


def test_a_group_of_nobody_is_empty() -> None:
    """No runner, no signals, no outcomes."""
    found = group("none", [], 0, draws())
    assert (0, {}, ()) == (found.runners, found.unknown, found.outcomes)
    assert {Estimate(None, None, None)} == set(found.days.values())


def test_a_history_without_answers_has_no_rank_to_run_anew() -> None:
    """Where no day before an event was open, nothing is ranked."""
    two = replace(ANNA, sessions=ANNA.sessions[:2], check_ins=(CheckIn(TODAY, soreness=3),))
    sore = [examine(Case(two), QUICK, default_rng(1))]
    found = group("five", sore * 5, 0, draws())
    assert [None] * len(found.outcomes) == [o.scores[0].rerun for o in found.outcomes]
    assert np.isnan([np.nan if e.value is None else e.value for e in found.begun.values()]).all()
