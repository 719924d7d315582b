"""Answers of earlier days: from the records of the day alone, whole histories in one go."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    FINN,
    TODAY,
    K,
    hurts,
    run,
    said,
    verdict_of,
    weekly,
)
from unload.model.history import History, Race, Runner
from unload.science.backtest import (
    CHANGES,
    NOW,
    SILENT,
    SOON,
    altered,
    as_of,
    asks,
    judged,
    moves,
    open_days,
    shuffled,
    span,
    told,
    trials,
)
from unload.science.verdict import KINDS

ATHLETES = (ANNA, BEN, CLEO, DARA, ELI, FINN)


@pytest.mark.parametrize("history", ATHLETES)
def test_the_answer_of_a_day_is_that_of_the_program(history: History) -> None:
    """A case is judged as the runner would be advised on that day."""
    answers = judged([(history, TODAY)], K)
    assert verdict_of(history).kind is KINDS[answers.kinds[0]]


def test_many_cases_are_judged_as_one_by_one() -> None:
    """Other runners, days and weekdays in the batch change nothing."""
    cases = [(h, TODAY - timedelta(days=back)) for h in ATHLETES for back in (0, 3, 7, 12)]
    together = judged(cases, K)
    for row, case in enumerate(cases):
        alone = judged([case], K)
        assert alone.kinds[0] == together.kinds[row]
        for name, on in alone.on.items():
            np.testing.assert_array_equal(on[0], together.on[name][row])


def test_each_is_judged_by_their_own_weeks() -> None:
    """Side by side too: a lighter week that is over by one calendar lasts by another."""
    light = weekly(48, 48, 48, 48, 48, 20)
    cases = [
        (replace(light, runner=Runner(week_start=week_start)), TODAY) for week_start in range(7)
    ]
    alone = [int(judged([case], K).kinds[0]) for case in cases]
    assert (alone, True) == (judged(cases, K).kinds.tolist(), len(set(alone)) > 1)


def test_nothing_later_and_nothing_very_old_is_looked_at() -> None:
    """The days end on the day itself and begin within memory; plans are left out."""
    often = tuple(run(TODAY - timedelta(days=back), 8) for back in range(400))
    person = Runner(hr_max=190, red_flags=("chest",))
    race = Race(TODAY + timedelta(days=5), 10_000)
    history = History(often, (said(TODAY - timedelta(days=300)),), person, race)
    earlier = TODAY - timedelta(days=20)
    days = as_of(history, earlier, K)
    assert earlier == days.day(-1)
    assert int(K.backtest.memory_days.value) == days.days
    assert np.isnan(days.race_in).all()
    assert 0 == days.flag.sum()


def test_who_runs_seldom_is_remembered_longer() -> None:
    """Sixty sessions are looked at however long ago they were; a day before them holds none."""
    seldom = tuple(run(TODAY - timedelta(days=10 * n), 8) for n in range(90))
    least = int(K.backtest.memory_sessions.value)
    days = as_of(History(seldom), TODAY, K)
    assert seldom[least - 1].day == days.first_day
    assert least == np.nansum(days.run_m > 0)
    assert 1 == as_of(History(seldom), seldom[-1].day - timedelta(days=1), K).days


def test_a_red_flag_of_a_check_in_is_heard() -> None:
    """A sore bone stops everything on its day."""
    region = next(r.key for r in K.regions.values() if r.tissue.value == "bone")
    history = replace(ANNA, check_ins=(said(TODAY, hurts(6, region)),))
    assert verdict_of(history).kind is KINDS[judged([(history, TODAY)], K).kinds[0]]
    assert 0 == judged([(history, TODAY)], K).kinds[0]


def test_every_day_is_told_and_days_out_of_reach_are_silent() -> None:
    """One answer a day; weeks after the last record there is not enough data."""
    first, last = span(FINN)
    late = replace(FINN, sessions=(*FINN.sessions, run(last + timedelta(days=60), 5)))
    days = told(late, K)
    assert (first, (last - first).days + 61) == (days.first_day, days.days)
    gap = (last - first).days + 40
    assert SILENT == days.judged.kinds[gap]
    assert all(np.isnan(on[gap]) for on in days.judged.on.values())
    column = (TODAY - timedelta(21) - first).days
    alone = judged([(late, TODAY - timedelta(21))], K)
    assert alone.kinds[0] == days.judged.kinds[column]


def test_asking_and_open_days_follow_from_the_answer() -> None:
    """Soon and now ask; only "not enough data" is closed."""
    answers = judged([(BEN, TODAY), (CLEO, TODAY), (ANNA, TODAY), (FINN, TODAY)], K)
    kinds = answers.kinds.tolist()
    assert [kind in (SOON, NOW) for kind in kinds] == asks(answers).tolist()
    assert [kind != SILENT for kind in kinds] == open_days(answers).tolist()
    assert [True, True, False, False] == asks(answers).tolist()


def test_a_run_is_removed_doubled_or_in_miles() -> None:
    """One run changes and the others stay; a run without a distance stays without."""
    target = ANNA.sessions[-1]
    assert ANNA.sessions[:-1] == altered(ANNA, target, "removed").sessions
    assert [target] * 2 == list(altered(ANNA, target, "doubled").sessions[-2:])
    longer = altered(ANNA, target, "miles").sessions[-1].distance_m
    assert (target.distance_m or 0) * 1.609344 == pytest.approx(longer)
    blind = replace(target, distance_m=None)
    history = History((*ANNA.sessions[:-1], blind))
    assert altered(history, blind, "miles").sessions[-1].distance_m is None


def test_trials_alter_a_recent_run_of_an_open_day() -> None:
    """So many of each change, always on a day that had an answer; none where no day had."""
    days = told(ANNA, K)
    tried = trials(ANNA, days, K, default_rng(1))
    number = int(K.backtest.trials.value)
    assert dict.fromkeys(CHANGES, number) == {
        change: sum(one == change for one, _, _ in tried) for change in CHANGES
    }
    for change, row, (history, today) in tried:
        assert days.judged.kinds[row] != SILENT
        assert days.first_day + timedelta(days=row) == today
        more = {"removed": -1, "doubled": 1, "miles": 0}[change]
        assert len(ANNA.sessions) + more == len(history.sessions)
    short = History(ANNA.sessions[:3])
    assert [] == trials(short, told(short, K), K, default_rng(1))


def test_a_move_is_counted_in_classes_of_the_ladder() -> None:
    """Train on to soon is one class, to now two; to another answer it is beside the ladder."""
    on = KINDS.index("train on")
    before = np.array([on, on, on, on, SILENT])
    after = np.array([on, SOON, NOW, SILENT, SILENT])
    found = {name: mask.tolist() for name, mask in moves(before, after).items()}
    assert [True, False, False, False, True] == found["same"]
    assert [False, True, False, False, False] == found["one_class"]
    assert [False, False, True, False, False] == found["more"]
    assert [False, False, False, True, False] == found["other"]


def test_shuffled_weeks_keep_their_days() -> None:
    """Every session keeps its weekday and hour, and weeks stay together."""
    other = shuffled(BEN, default_rng(3))
    assert sorted((s.start.weekday(), s.distance_m) for s in BEN.sessions) == sorted(
        (s.start.weekday(), s.distance_m) for s in other.sessions
    )

    def weeks(history: History) -> list[float]:
        totals: dict[date, float] = {}
        for s in history.sessions:
            monday = s.day - timedelta(days=s.day.weekday())
            totals[monday] = totals.get(monday, 0) + (s.distance_m or 0)
        return [totals[monday] for monday in sorted(totals)]

    assert weeks(BEN) != weeks(other)
    assert sorted(weeks(BEN)) == sorted(weeks(other))
    assert len(BEN.check_ins) == len(other.check_ins)
