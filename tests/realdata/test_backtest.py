"""Real runners: the answer of a day in a back-test is what the program would have advised."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from numpy.random import default_rng

from unload.importers import read_path
from unload.knowledge import load_knowledge
from unload.model.history import History
from unload.science.backtest import judged
from unload.science.pipeline import advise
from unload.science.verdict import KINDS

RUNNERS = Path(__file__).parents[3] / "shared" / "data" / "runners"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
needs_runners = pytest.mark.skipif(not RUNNERS.exists(), reason=f"no runners at {RUNNERS}")
K = load_knowledge()


@needs_runners
@pytest.mark.parametrize("name", ["85ryan.csv", "artsylee.csv", "cooldarran.csv"])
def test_a_real_day_is_answered_as_it_would_have_been(name: str) -> None:
    """Days in a dozen places of a record, each advised from a history that ends there."""
    history = History(read_path(RUNNERS / name, zone=UTC, now=NOW).sessions)
    days = [s.day + timedelta(days=1) for s in history.sessions[5 :: len(history.sessions) // 12]]
    answers = judged([(history, day) for day in days], K)
    for row, day in enumerate(days):
        past = replace(history, sessions=tuple(s for s in history.sessions if s.day <= day))
        assert advise(past, day, K, default_rng(1), 500).verdict.kind is KINDS[answers.kinds[row]]
