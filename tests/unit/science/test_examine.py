"""One runner examined: known weeks of building, a known complaint, every rule against it."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import ANNA, BEN, MONDAY, PLAIN, TODAY, K, run, running, said, scaled
from unload.model.evidence import Constant
from unload.model.history import CheckIn, History
from unload.model.proof import InjuryReport
from unload.science.backtest import told
from unload.science.examine import EVERY_FOURTH, REPORTS, SORE, STOPS, Case, examine, rules
from unload.science.hits import COUNTED


def small(name: str, value: float) -> Constant:
    """A constant of the back-test at another value."""
    constant: Constant = getattr(K.backtest, name)
    return replace(constant, value=value, low=value)


QUICK = replace(
    K, backtest=replace(K.backtest, reruns=small("reruns", 2), trials=small("trials", 3))
)


def counts(found: object, outcome: str, rule: str) -> dict[str, float]:
    """What a rule did against an outcome."""
    (one,) = found.watched[outcome][rule]  # type: ignore[attr-defined] # an Examined
    return dict(zip(COUNTED, one.counts().tolist(), strict=True))


# A lighter week, then building weeks; a foot is reported on the Thursday of the fifth of them.
WEEKS = (*[PLAIN] * 4, scaled(PLAIN, 0.5), *[PLAIN] * 6)
BUILT = History(running(*WEEKS))
LIGHT = MONDAY - timedelta(weeks=6)
SORE_FOOT = LIGHT + timedelta(weeks=5, days=3)


@pytest.fixture(scope="module")
def found() -> object:
    """The runner who builds until a foot is reported."""
    return examine(Case(BUILT, (InjuryReport(SORE_FOOT, ("left_foot",)),)), QUICK, default_rng(1))


def test_a_report_after_building_weeks_is_hit_with_a_known_lead(found: object) -> None:
    """The third building week ends on a Sunday, and on Monday the advice stands: ten days before.

    That Sunday evening already counts: its run completes the week. The three known building
    weeks before the lighter one were asked about too, and nothing came of them: one false alarm.
    """
    told_of = counts(found, REPORTS, "unload")
    assert (1, 1, 1) == tuple(told_of[key] for key in ("events", "hits", "false"))
    third_sunday = LIGHT + timedelta(weeks=3, days=6)
    (one,) = found.watched[REPORTS]["unload"]  # type: ignore[attr-defined] # the test knows what it asked for
    assert [(SORE_FOOT - third_sunday).days] == one.leads()


def test_what_a_runner_cannot_tell_of_is_not_asked(found: object) -> None:
    """Without check-ins there are no sore days and no shuffled reruns; stops can always be told."""
    assert [REPORTS, STOPS] == list(found.watched)  # type: ignore[attr-defined] # the test knows what it asked for
    assert {} == found.reruns  # type: ignore[attr-defined] # the test knows what it asked for
    assert 0 == counts(found, STOPS, "unload")["events"]


def test_every_signal_and_every_phase_of_the_calendar_is_a_rule() -> None:
    """Each day of the record lies in one phase; a signal speaks where it is known."""
    days = told(BEN, K)
    every = rules(days, K)
    assert {"unload", "unload_now", EVERY_FOURTH, *days.judged.on} == set(every)
    phases = np.array([warned for warned, _ in every[EVERY_FOURTH]])
    assert [1] * days.days == phases.sum(axis=0).tolist()
    weekdays = (np.arange(days.days) + days.first_day.weekday()) % 7
    changes = np.flatnonzero((phases[:, 1:] != phases[:, :-1]).any(axis=0)) + 1
    assert {0} == set(weekdays[changes].tolist())
    ((_, known),) = every["sore_spots"]
    assert (~np.isnan(days.judged.on["sore_spots"])).tolist() == known.tolist()


def test_reports_can_change_no_answer() -> None:
    """The same history with and without reports is told the same, day by day."""
    with_report = examine(Case(ANNA, (InjuryReport(TODAY, ("foot",)),)), QUICK, default_rng(1))
    without = examine(Case(ANNA), QUICK, default_rng(1))
    assert without.counts == with_report.counts
    assert (0, 1) == (without.reports, with_report.reports)


def test_trials_are_counted_by_how_far_the_answer_moved() -> None:
    """Every trial is of one kind; a history too short for an answer has none."""
    found = examine(Case(ANNA), QUICK, default_rng(1))
    assert {"removed", "doubled", "miles"} == set(found.moved)
    for moved in found.moved.values():
        assert 3 == moved["trials"] == sum(n for name, n in moved.items() if name != "trials")
    assert {} == examine(Case(History(ANNA.sessions[:3])), QUICK, default_rng(1)).moved


def test_check_ins_bring_sore_days_and_reruns() -> None:
    """The rule is run anew on shuffled histories; the events stay."""
    first = TODAY - timedelta(days=40)
    answers = tuple(CheckIn(first + timedelta(n), soreness=2 if n == 30 else 4) for n in range(41))
    found = examine(Case(replace(ANNA, check_ins=answers)), QUICK, default_rng(1))
    assert [SORE, STOPS] == list(found.watched)
    assert 1 == counts(found, SORE, "unload")["events"]
    assert (2, len(COUNTED)) == found.reruns[SORE].shape
    assert found.reruns[SORE].sum() > 0


def test_a_rerun_that_leaves_the_record_is_cut_to_it() -> None:
    """A shuffle may bring a session before the first record; the days stay those of the record."""
    lone = (run(MONDAY - timedelta(days=30), 5), run(TODAY, 5))
    history = History(lone, (said(TODAY - timedelta(days=8)), CheckIn(TODAY, soreness=3)))
    found = examine(Case(history), QUICK, default_rng(4))
    assert (2, len(COUNTED)) == found.reruns[STOPS].shape
