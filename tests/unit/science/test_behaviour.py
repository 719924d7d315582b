"""How an adviser behaves: spells, changes, flickers, unknown signals and light weeks."""

from datetime import date

import numpy as np
import pytest

from athletes import ANNA, K, days_of
from unload.model.judged import Judged, Told
from unload.science.backtest import NOW, SILENT, SOON
from unload.science.behaviour import LIGHT, begun, counted, reversals, week_counts
from unload.science.verdict import KINDS
from unload.science.weeks import week_tracks

ON, TAPER = KINDS.index("train on"), KINDS.index("taper")


def told(*kinds: int, on: list[float] | None = None) -> Told:
    """Days with these answers and one signal."""
    track = np.array([0.0] * len(kinds) if on is None else on)
    return Told(date(2024, 1, 1), Judged(np.array(kinds), {"hrv": track}))


def test_days_and_spells_are_counted_by_answer() -> None:
    """Days without an answer count among all days alone."""
    days = told(SILENT, ON, ON, SOON, ON, NOW, on=[np.nan, np.nan, 0, 1, 0, np.nan])
    found = counted(days, K.backtest)
    assert (6, 5) == (found["all_days"], found["days"])
    assert (3, 2) == (found["days:train on"], found["begun:train on"])
    assert (1, 1) == (found["days:unload now"], found["begun:unload now"])
    assert 3 == found["changes"]
    assert 2 == found["unknown:hrv"]
    assert 5 / (365.25 / 12) == pytest.approx(found["months"])


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((ON, ON, SOON, SOON, SOON, ON), 1),
        ((ON, SOON, SOON, SOON, SOON, ON), 0),
        ((ON, SOON, NOW, ON), 0),
        ((ON, SOON, ON, SOON), 2),
        ((SILENT, ON, SILENT), 0),
        ((ON, SILENT, ON), 0),
        ((ON,), 0),
    ],
)
def test_a_flicker_comes_back_within_three_days(kinds: tuple[int, ...], expected: int) -> None:
    """Away for at most three days and back to the same answer; silence is no answer."""
    assert expected == len(reversals(np.array(kinds), 3))


def test_flickers_are_counted_by_what_came_and_went() -> None:
    """A light week seen late, a lighter week asked for, and anything else beside them."""
    kinds = (ON, LIGHT, ON, SOON, ON, TAPER, ON, SOON, LIGHT, SOON)
    found = counted(told(*kinds), K.backtest)
    assert (4, 2, 1) == tuple(
        found[key] for key in ("reversals", "reversals:light", "reversals:asked")
    )


def test_a_spell_begins_once() -> None:
    """The first day of each unbroken run of days."""
    mask = np.array([True, True, False, True])
    assert [True, False, False, True] == begun(mask).tolist()


def test_light_weeks_are_counted_for_what_they_are() -> None:
    """Anna is lighter every fourth week; her first Monday is not known, and so its week is not."""
    found = week_counts(week_tracks(days_of(ANNA), K.signals))
    assert (13, 3, 0, 0) == tuple(
        found[key] for key in ("weeks", "weeks:lighter", "weeks:step-back", "weeks:no running")
    )
