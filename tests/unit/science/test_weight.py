"""Weight: kilocalories not run, an upper bound, and no word of eating less."""

from dataclasses import replace

import pytest

from athletes import ANNA, GRID_M, K, state_of, verdict_of
from unload.model.advice import Doubt
from unload.model.plan import UnloadingWeek
from unload.science.week import lighter_week
from unload.science.weight import energy_kcal, weight_doubt

WEEK = lighter_week(state_of(ANNA), verdict_of(ANNA), GRID_M, K.week)


def told(weight_kg: float | None, week: UnloadingWeek | None = WEEK) -> Doubt:
    return weight_doubt(weight_kg, week, K.futures)


def keys(doubt: Doubt) -> list[str]:
    return [phrase.key for phrase in doubt.says]


def test_without_a_weight_the_reference_is_named() -> None:
    """Seventy kilograms are somebody, and the constants say who."""
    weight = told(None)
    assert ["weight.reference"] == keys(weight)
    assert 70 == weight.says[0].values["reference_kg"]
    assert K.futures.reference_weight in weight.constants
    assert "weight.count_reference" == weight.points[0].says.key


def test_with_a_weight_the_reference_is_not_used() -> None:
    """Half the weight, half the calories."""
    light, heavy = told(45), told(90)
    assert ["weight.own"] == keys(light)
    assert K.futures.reference_weight not in light.constants
    assert "weight.count" == light.points[0].says.key
    assert heavy.middle == pytest.approx(2 * light.middle)


def test_the_calories_are_those_not_run() -> None:
    """Kilometres left out times kilograms."""
    assert WEEK is not None
    less_km = (WEEK.before.distance_m - WEEK.after.distance_m) / 1000
    weight = told(None)
    assert round(70 * less_km) == weight.says[0].values["kcal"]
    assert 70 * less_km / 7700 == pytest.approx(weight.middle)
    assert 1.05 * 70 * less_km / 7000 == pytest.approx(weight.high)


def test_energy_is_kilograms_times_kilometres() -> None:
    """Whatever the speed."""
    assert 700 == energy_kcal(10_000, 70, 1)


def test_the_argument_ends_with_eating() -> None:
    """Count, bound, what was measured, water, forty pounds, and: eat as ever."""
    wanted = ["count", "fat", "measured", "water", "forty", "eat"]
    assert [f"weight.{name}" for name in wanted] == [p.says.key for p in told(60).points]


def test_a_week_as_long_as_before_changes_nothing() -> None:
    """Nought, not unknown."""
    assert WEEK is not None
    weight = told(None, replace(WEEK, after=WEEK.before))
    assert (0, 0, 0) == (weight.low, weight.middle, weight.high)


def test_without_a_week_there_is_nothing_to_weigh() -> None:
    """No usual week, no calories."""
    weight = told(None, None)
    assert (["weight.no_week"], None) == (keys(weight), weight.middle)
