"""A forced stop: two scales side by side, a price, and never a chance."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from athletes import MARATHON, TODAY, K
from unload.model.advice import Point
from unload.model.history import Raced
from unload.science.race import Prediction
from unload.science.stop import (
    break_even,
    break_even_points,
    in_hundred,
    scales,
    stop_points,
)

RACED = Raced(TODAY - timedelta(days=9), 42_195, 11_449)
VDOT_50 = Prediction(MARATHON, RACED, 11_449, np.full(3, 11_449.0))
TABLE, GAPS = scales(None, K.futures)


def keys(points: Any) -> list[str]:
    return [point.says.key for point in points]


def prices(worst: float, faded: float) -> list[Point]:
    return list(break_even_points((TABLE, GAPS), worst, faded))


def test_without_a_race_the_table_speaks_of_vdot() -> None:
    """Two to eight days beyond the free five, 0.3 per cent each."""
    assert (0.006, 0.024) == pytest.approx((TABLE.low, TABLE.high))
    assert (0.05, 0.08) == (GAPS.low, GAPS.high)


def test_with_a_race_the_table_speaks_of_time() -> None:
    """Seven days cost a marathoner of VDOT 50 half a per cent, thirteen two."""
    table, gaps = scales(VDOT_50, K.futures)
    assert (0.005, 0.0207) == pytest.approx((table.low, table.high), abs=0.0005)
    assert (0.05, 0.08) == (gaps.low, gaps.high)


def test_both_scales_are_told_and_why_they_differ() -> None:
    """In shares where there is no time, in time where there is one."""
    assert ["stop.share", "stop.why"] == keys(stop_points((TABLE, GAPS), None, K.futures))
    first, _ = stop_points(scales(VDOT_50, K.futures), VDOT_50, K.futures)
    assert "stop.time" == first.says.key
    assert 0.08 * 11_449 == pytest.approx(first.says.values["gaps_high_s"])
    assert (7, 13) == (first.says.values["from"], first.says.values["to"])


class TestPrice:
    def test_that_nobody_knows_it_comes_first(self) -> None:
        """What the week spares anybody has not been counted."""
        assert "break_even.unknown" == prices(0.007, 0.001)[0].says.key

    def test_a_loss_is_held_against_both_scales(self) -> None:
        """0.1 per cent: 2 of a hundred by the gaps, 17 by the table; 0.7 is more than it gives."""
        _, judge, kept = prices(0.007, 0.001)
        assert {"loss": 0.001, "gaps": 2, "table": 17} == dict(judge.says.values)
        assert ("break_even.judge", "break_even.kept_split") == (judge.says.key, kept.says.key)
        assert 14 == kept.says.values["gaps"]

    def test_a_loss_above_the_table_is_split(self) -> None:
        """Where the race comes before anything has faded, one line is enough."""
        assert ["break_even.unknown", "break_even.judge_split"] == keys(prices(0.007, 0.007))

    def test_a_small_worst_pays_by_either_scale(self) -> None:
        """Under the table's seven-day loss nothing has to be split."""
        assert "break_even.kept" == prices(0.005, 0.001)[-1].says.key

    def test_a_week_that_costs_nothing_has_no_price(self) -> None:
        """No loss, no number of stops."""
        assert ["break_even.unknown", "break_even.nothing"] == keys(prices(0.007, 0))

    def test_a_tiny_loss_still_asks_for_one(self) -> None:
        """Less than one stop in a hundred is told as one: rounded against the week."""
        assert 1 == in_hundred(1e-9, GAPS)
        assert 1 == in_hundred(0.0005, GAPS)
        assert 2 == in_hundred(0.0006, GAPS)


class TestOneLine:
    @pytest.mark.parametrize(
        ("loss", "key", "cases"),
        [
            (0.007, "break_even.split", 7),
            (0.001, "break_even.cases", 50),
            (0, "break_even.free", None),
        ],
    )
    def test_the_worst_case_in_one_line(self, loss: float, key: str, cases: int | None) -> None:
        """Above the coaches' table, below it, and at nothing."""
        says = break_even(loss, K.futures)
        assert (key, cases) == (says.key, says.values["cases"])
