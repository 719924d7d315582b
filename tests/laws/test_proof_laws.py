"""The answer of a day in a back-test depends on that day and the days before it alone."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import default_rng

from athletes import TODAY, K, hurts, run
from unload.model.history import CheckIn, History
from unload.science.backtest import judged, told


def made_up(seed: int, days: int) -> History:
    """Runs and check-ins of a runner nobody knows, heart rates and holes included."""
    chance = default_rng(seed)
    first = TODAY - timedelta(days=days)
    sessions, check_ins = [], []
    for day in range(days):
        if chance.random() < 0.5:
            hr = float(chance.integers(110, 190)) if chance.random() < 0.6 else None
            rpe = float(chance.integers(1, 10)) if chance.random() < 0.4 else None
            km = float(chance.integers(3, 25))
            sessions.append(run(first + timedelta(day), km, hr=hr, rpe=rpe))
        if chance.random() < 0.4:
            sore = (hurts(float(chance.integers(0, 6))),) if chance.random() < 0.5 else ()
            answers = {name: float(chance.integers(1, 6)) for name in ("sleep", "soreness", "mood")}
            resting = float(chance.integers(45, 60))
            check_ins.append(
                CheckIn(first + timedelta(day), resting_hr=resting, spots=sore, **answers)
            )
    return History((run(first, 5), *sessions), tuple(check_ins))


def cut(history: History, days: int) -> History:
    """The history as it was when its first `days` days were over."""
    last = min(s.day for s in history.sessions) + timedelta(days=days - 1)
    return replace(
        history,
        sessions=tuple(s for s in history.sessions if s.day <= last),
        check_ins=tuple(c for c in history.check_ins if c.day <= last),
    )


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.integers(30, 90))
def test_no_answer_looks_into_the_future(seed: int, known: int) -> None:
    """Whatever is recorded later, no answer and no signal of an earlier day changes."""
    history = made_up(seed, 100)
    whole, part = told(history, K), told(cut(history, known), K)
    assert whole.first_day == part.first_day
    same = slice(0, part.days)
    assert part.judged.kinds.tolist() == whole.judged.kinds[same].tolist()
    for name, on in part.judged.on.items():
        np.testing.assert_array_equal(on, whole.judged.on[name][same])


@settings(max_examples=3)
@given(st.integers(0, 10**6))
def test_memory_is_as_good_as_the_whole_history(seed: int) -> None:
    """On made-up histories of ten months, half a year of memory gives nearly every answer."""
    history = made_up(seed, 300)
    cases = [(history, TODAY - timedelta(days=back)) for back in range(1, 90, 2)]
    memory = replace(K.backtest.memory_days, value=364)
    mindful = replace(K, backtest=replace(K.backtest, memory_days=memory))
    assert np.mean(judged(cases, K).kinds == judged(cases, mindful).kinds) > 0.9
