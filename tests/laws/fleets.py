"""Many runners at once, made up as arrays by numpy alone: for laws tried on 100,000 states."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.random import Generator, default_rng

from laws.states import K
from unload.model.daily import Array, Daily
from unload.science.ground import ground
from unload.science.signals import Tracks, signals
from unload.science.verdict import Codes, state, verdicts

FIRST = date(2024, 7, 22)  # a Monday
SPOTS, ITEMS, QUESTIONS = 3, 5, 4
WEEK_M = np.array(
    [
        [0, 8000, 0, 10000, 0, 8000, 16000],
        [0, 8046.72, 9656.06, 8046.72, 0, 6437.38, 19312.13],
        [10000, 12000, 8000, 14000, 6000, 10000, 28000],
        [0, 5000, 0, 0, 5000, 0, 0],
        [3000, 3000, 3000, 3000, 3000, 3000, 3000],
        [0, 0, 0, 0, 0, 0, 30000],
    ]
)


def fleet(seed: int, runners: int, days: int = 118) -> Daily:
    """Runners with every kind of week, hole, mood, pain and race; arrays (runners, ..., days)."""
    rng = default_rng(seed)
    run_m = _distances(rng, runners, days)
    run_s = run_m / rng.normal(2.9, 0.2, run_m.shape).clip(2)
    hard = np.where(rng.random((runners, 1)) < 0.4, np.nan, run_s * (rng.random(run_m.shape) < 0.2))
    load = run_s / 60 * rng.uniform(2, 8, run_m.shape) + (rng.random(run_m.shape) < 0.1) * 100.0
    efficiency = np.where((run_m > 0) & (rng.random((runners, 1)) < 0.5), 1.0, np.nan)
    pain = _pain(rng, runners, days)
    asked = ~np.isnan(pain)
    told = asked & (rng.random(pain.shape) < 0.3)
    return Daily(
        first_day=FIRST,
        run_m=run_m,
        run_s=run_s,
        longest_m=run_m.copy(),
        hard_s=hard,
        load_au=load,
        efficiency=efficiency * rng.normal(1.2, 0.06, run_m.shape),
        wellness=_wellness(rng, runners, days),
        resting_hr=_holed(rng, np.round(rng.normal(48, 3, run_m.shape))),
        ln_rmssd=_holed(rng, np.log(rng.normal(70, 15, run_m.shape).clip(10))),
        ill=_holed(rng, (rng.random(run_m.shape) < 0.02) * 1.0),
        pain=pain,
        morning=np.where(told, pain * rng.random(pain.shape), np.nan),
        rest=np.where(told, (rng.random(pain.shape) < 0.02) * (pain > 0), np.nan),
        weekly=_weekly(rng, runners, days),
        flag=(rng.random(run_m.shape) < 0.002) * 1.0,
        race_in=_race(rng, runners, days),
        phase_in=_ahead(rng, runners, days),
        travel_in=_ahead(rng, runners, days),
        age=_age(run_m),
    )


def _distances(rng: Generator, runners: int, days: int) -> Array:
    """Usual weeks times a factor each, with holes, late starts and old ends."""
    weeks = -(-days // 7)
    usual = WEEK_M[rng.integers(0, len(WEEK_M), runners)]
    factors = rng.choice(
        [0, 0.5, 0.74, 0.76, 0.84, 0.95, 1, 1, 1, 1.08, 1.3],
        (runners, weeks),
        p=[0.03, 0.05, 0.05, 0.05, 0.05, 0.1, 0.2, 0.2, 0.1, 0.1, 0.07],
    )
    run_m = (factors[:, :, None] * usual[:, None, :]).reshape(runners, -1)[:, :days]
    run_m = run_m * np.where(rng.random(run_m.shape) < 0.1, rng.uniform(0, 2, run_m.shape), 1)
    lost = rng.random(run_m.shape) < rng.choice([0, 0, 0, 0.02, 0.3], (runners, 1))
    column = np.arange(days)
    start = rng.integers(0, days, (runners, 1)) * (rng.random((runners, 1)) < 0.3)
    end = days - rng.choice([0, 0, 0, 1, 3, 10, 14, 15, 40], (runners, 1))
    return np.where(lost | (column < start) | (column >= end), np.nan, np.round(run_m, 1))


def _age(run_m: Array) -> Array:
    column = np.arange(run_m.shape[-1])
    newest = np.maximum.accumulate(np.where(np.isnan(run_m), -1, column), axis=-1)
    return np.where(newest < 0, np.nan, column - newest)


def _holed(rng: Generator, x: Array) -> Array:
    """`x` as it is answered: always, now and then, or never."""
    share = rng.choice([0, 0.3, 0.8, 1], x.shape[:1]).reshape(-1, *[1] * (x.ndim - 1))
    return np.where(rng.random(x.shape) < share, x, np.nan)


def _wellness(rng: Generator, runners: int, days: int) -> Array:
    low = np.cumsum(rng.normal(0, 0.4, (runners, 1, days)), axis=-1) % 4
    return _holed(rng, np.clip(np.round(rng.normal(4.2, 0.6, (runners, ITEMS, days)) - low), 1, 5))


def _pain(rng: Generator, runners: int, days: int) -> Array:
    """Spots that are quiet most of the time and hurt for days on end."""
    spell = np.repeat(rng.random((runners, SPOTS, -(-days // 5))) < 0.15, 5, axis=-1)[..., :days]
    pain = np.where(spell, rng.integers(0, 21, (runners, SPOTS, days)) / 2, 0)
    asked = rng.random((runners, 1, days)) < rng.choice([0, 0.3, 1, 1], (runners, 1, 1))
    return np.where(asked, pain, np.nan)


def _race(rng: Generator, runners: int, days: int) -> Array:
    ahead = rng.choice([np.nan, np.nan, np.nan, -5, 0, 21, 22, 90], (runners, 1))
    return ahead + days - 1 - np.arange(days)


def _weekly(rng: Generator, runners: int, days: int) -> Array:
    """Four options on Sundays, of those who answer; mostly no trouble."""
    options = rng.choice(
        [1.0, 2.0, 3.0, 4.0], (runners, QUESTIONS, days), p=[0.9, 0.06, 0.03, 0.01]
    )
    asked = (np.arange(days) % 7 == 6) & (rng.random((runners, 1, 1)) < 0.4)
    return np.where(asked, options, np.nan)


def _ahead(rng: Generator, runners: int, days: int) -> Array:
    """Days to something that comes every few weeks, for those who keep a calendar."""
    every = rng.choice([np.nan, np.nan, np.nan, 28, 40], (runners, 1))
    return (every - np.arange(days) % every) % every


def each(days: Daily, change: Callable[[Array], Array]) -> Daily:
    """The fleet with `change` done to each of its arrays: rows taken, put in another order."""
    columns: dict[str, Any] = {}
    for field in fields(Daily):
        array = getattr(days, field.name)
        if isinstance(array, np.ndarray):
            columns[field.name] = change(array)
    return replace(days, **columns)


def judged(days: Daily) -> tuple[Codes, Tracks]:
    """The verdict of every day and the signals it rests on."""
    base = ground(days, K.signals)
    tracks = signals(days, K.signals, base)
    return verdicts(state(days, tracks, K.signals, K.verdict, base), K.verdict), tracks
