"""Every formula against a worked example of its source: inputs, what is expected, how near."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from athletes import ANNA, TODAY, K, days_of, run, state_of
from unload.model.history import History, Runner, Sex, Weekly
from unload.science.load import ewma
from unload.science.race import riegel
from unload.science.reasons import signals_today
from unload.science.run_signals import strain
from unload.science.session_load import columns_of, cost_of_grade, session_loads, trimp, zone_load
from unload.science.signals import signals
from unload.science.spots import substantial
from unload.science.vdot import slower, time_off_loss, vdot
from unload.science.weight import energy_kcal

FOLDER = Path(__file__).parent
KEYS = {"source", "where", "formula", "inputs", "expected", "tolerance"}
LEVEL_COST = 3.6  # J/kg/m, the polynomial's own value on the flat
BANDS = ("off", "on", "clear", "large")
YEARS = 5251


def session_rpe(rpe: float, minutes: float) -> float:
    sessions = [run(TODAY - timedelta(n), 5, rpe=rpe, minutes=minutes) for n in range(5)]
    return float(session_loads(columns_of(sessions), Runner(), K.load).loads[0])


def banister(sex: str, minutes: float, reserve: float) -> float:
    runner = Runner(sex=Sex(sex), hr_rest=50, hr_max=150)
    heart = np.array([50 + 100 * reserve])
    return float(trimp(np.array([minutes]), heart, runner, K.load)[0])


def female_over_male(reserve: float) -> float:
    return banister("female", 1, reserve) / banister("male", 1, reserve)


def zones(minutes: list[float], share: list[float]) -> float:
    runner = Runner(hr_max=200)
    return float(zone_load(np.array(minutes), 200 * np.array(share), runner).sum())


def energy_cost(grade: float) -> float:
    return LEVEL_COST * float(cost_of_grade(np.array([grade]))[0])


def ewma_after(tau: float, before: float, week: float) -> float:
    return float(ewma(np.array([before] * 3000 + [week] * 7), tau)[-1])


def loaded(loads: list[float]) -> History:
    """A history whose newest days hold these loads, of ten at effort 10 before them."""
    days = [400.0] * 28 + loads
    first = TODAY - timedelta(len(days) - 1)
    sessions = (
        run(first + timedelta(n), 1, rpe=10, minutes=load / 10)
        for n, load in enumerate(days)
        if load
    )
    return History(tuple(sessions))


def monotony(loads: list[float]) -> float:
    days = days_of(loaded(loads))
    return float(signals(days, K.signals)["monotony"].value[-1])


def foster_strain(loads: list[float]) -> float:
    return float(strain(days_of(loaded(loads)).load_au, K.signals)[-1])


def spike_band(longest_km: float, run_km: float) -> float:
    jogs = [run(TODAY - timedelta(n), longest_km) for n in range(1, 40)]
    history = History((*jogs, run(TODAY, run_km)))
    told = {s.name: s for s in signals_today(state_of(history), K.signals)}
    return BANDS.index(told["session_spike"].says.key.rsplit(".", 1)[1])


def oslo(**answers: int) -> float:
    history = replace(ANNA, runner=Runner(weekly=(Weekly(TODAY, **answers),)))
    return float(substantial(days_of(history), K.signals)[-1])


def time_off_factor(days: float, daily_loss: float, free_days: float) -> float:
    """As the table prints it: what is left."""
    return 1 - time_off_loss(days, daily_loss, free_days)


# By the name that the tables use; inputs are given by name too.
FORMULAS: Mapping[str, Callable[..., float]] = {
    "session_rpe": session_rpe,
    "trimp": banister,
    "trimp_female_over_male": female_over_male,
    "zone_load": zones,
    "energy_cost": energy_cost,
    "ewma_after": ewma_after,
    "monotony": monotony,
    "strain": foster_strain,
    "spike_band": spike_band,
    "substantial": oslo,
    "riegel": riegel,
    "vdot": vdot,
    "time_off_factor": time_off_factor,
    "slower": slower,
    "energy_kcal": energy_kcal,
    "readings_a_week": lambda: K.signals.hrv_readings_min.value,
}
EXAMPLES = [
    pytest.param(example, id=f"{path.stem}-{number}-{example['formula']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for number, example in enumerate(tomllib.loads(path.read_text("utf-8"))["example"], 1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_worked_example_of_the_source(example: dict[str, object]) -> None:
    """As near as the source is itself."""
    assert example["source"] in K.sources
    value = FORMULAS[str(example["formula"])](**example["inputs"])  # type: ignore[arg-type] # a table
    assert example["expected"] == pytest.approx(value, abs=example["tolerance"])


def test_every_formula_has_an_example() -> None:
    """A formula that nobody checks leaves the list."""
    assert set(FORMULAS) == {param.values[0]["formula"] for param in EXAMPLES}


@pytest.mark.parametrize("tau", [K.load.ewma_acute_tau.value, K.load.ewma_chronic_tau.value])
def test_ewma_is_the_stated_recursion_over_years(tau: float) -> None:
    """X += (load - x) (1 - exp(-1/tau)), as intervals.icu has it, over 5,251 days."""
    load = np.random.default_rng(5).gamma(1.2, 60, YEARS)
    level, expected = 0.0, []
    for value in load:
        level += (value - level) * (1 - np.exp(-1 / tau))
        expected.append(level)
    np.testing.assert_allclose(ewma(load, tau), expected, atol=1e-5)


def test_every_example_is_whole() -> None:
    """Nothing left out, nothing added."""
    assert [] == [param.id for param in EXAMPLES if set(param.values[0]) != KEYS]


def test_a_wrong_formula_is_caught() -> None:
    """Another exponent misses the published time by minutes."""
    example = next(p.values[0] for p in EXAMPLES if p.values[0]["formula"] == "riegel")
    wrong = riegel(**{**example["inputs"], "exponent": 1.15})
    assert abs(example["expected"] - wrong) > example["tolerance"]
