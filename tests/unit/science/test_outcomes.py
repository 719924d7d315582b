"""Events: the first day of something after a quiet time."""

from datetime import date, timedelta

import numpy as np
import pytest

from athletes import K, run
from unload.model.history import History
from unload.model.proof import InjuryReport
from unload.science.outcomes import reported, sore_days, stops

FIRST = date(2024, 1, 1)


def reports(*days: int, part: str = "left_foot") -> list[InjuryReport]:
    return [InjuryReport(FIRST + timedelta(days=day), (part,)) for day in days]


def events(mask: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[int]:
    return np.flatnonzero(mask).tolist()


def test_a_part_reported_again_is_the_same_event() -> None:
    """Within four weeks of the last report; another part is another event."""
    told = [*reports(50, 3, 20, 48), *reports(20, part="right_knee"), *reports(77, 106)]
    assert [3, 20, 106] == events(reported(told, FIRST, 120, K.backtest))


def test_a_report_outside_the_record_still_tells_of_the_part() -> None:
    """Before the first day it begins the event, so that the next one is none."""
    assert [] == events(reported(reports(-5, 10), FIRST, 20, K.backtest))
    assert [] == events(reported(reports(40), FIRST, 20, K.backtest))
    assert [] == events(reported([InjuryReport(FIRST)], FIRST, 20, K.backtest))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([3, 3, 3, 3, 3, 3, 3, 2, 2], [7]),
        ([3, 3, 3, 3, 3, 3, 2, 3, 2], [6]),
        ([None, 3, None, 3, None, 3, None, 1], []),
        ([3, 3, None, 3, None, 3, None, 1], [7]),
        ([1, 2, 1], []),
        ([2, 3, 3, 3, 3, 3, 3, 2], []),
        ([2, 3, 3, 3, 3, 3, 3, 3, 2], [8]),
    ],
)
def test_a_sore_day_follows_a_week_without_one(
    answers: list[float | None], expected: list[int]
) -> None:
    """At least four answers in the seven days before, none of them sore."""
    soreness = np.array([np.nan if a is None else a for a in answers], dtype=float)
    assert expected == events(sore_days(soreness, K.backtest))


def test_a_stop_ends_with_a_run() -> None:
    """More than two weeks without one; the end of the record is no stop."""
    days = (0, 2, 17, 31, 60)
    history = History(tuple(run(FIRST + timedelta(days=day), 5) for day in days))
    assert [3, 32] == events(stops(history, FIRST, 100, K.backtest))
