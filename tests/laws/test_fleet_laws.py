"""Laws of many: a fleet is judged as its runners one by one, and worse or less stays so in bulk.

UNLOAD_LAWS=deep tries more than 100,000 made-up runners on each of the laws below.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import Generator, default_rng

from laws.fleets import each, fleet, judged
from laws.states import DAYS, K, histories
from unload.model.advice import VerdictKind
from unload.model.daily import Array, Daily
from unload.science.load import daily, stack
from unload.science.pipeline import red_flags
from unload.science.signals import Tracks
from unload.science.verdict import KINDS, Codes

DEEP = os.environ.get("UNLOAD_LAWS") == "deep"
RUNNERS, FLEETS = (2000, 51) if DEEP else (500, 1)
CLOSE = 1e-9
THIN = KINDS.index(VerdictKind.NOT_ENOUGH_DATA)


def fleets() -> Iterator[tuple[Daily, Generator]]:
    """Fleets to try a law on, each with chance of its own."""
    for seed in range(FLEETS):
        yield fleet(seed, RUNNERS), default_rng(seed)


@cache
def answers(seed: int) -> Codes:
    """Today's verdicts of the fleet of a seed, worked out once for all laws."""
    return judged(fleet(seed, RUNNERS))[0][:, -1]


def assert_same(one: tuple[Codes, Tracks], other: tuple[Codes, Tracks]) -> None:
    """The same verdict on every day, and signals that agree to the ninth digit."""
    assert one[0].tolist() == other[0].tolist()
    for name, track in one[1].items():
        for part in ("value", "baseline", "on"):
            theirs = getattr(other[1][name], part)
            np.testing.assert_allclose(
                theirs, getattr(track, part), rtol=CLOSE, atol=CLOSE, err_msg=f"{name}.{part}"
            )


def test_the_made_up_fleet_knows_every_verdict() -> None:
    """No law below is empty: each of the seven answers is somebody's today."""
    codes, tracks = judged(fleet(0, RUNNERS))
    assert set(range(len(KINDS))) == set(codes[:, -1].tolist())
    for name, track in tracks.items():
        assert {0.0, 1.0} == set(track.on[~np.isnan(track.on)].tolist()), name
        assert np.isnan(track.on[:, -1]).any(), name


def test_permuting_runners_permutes_results() -> None:
    """Runners in another order get their own verdicts and signals, in that order."""
    for days, rng in fleets():
        order = rng.permutation(RUNNERS)
        codes, tracks = judged(days)
        moved = {n: each_track(t, order) for n, t in tracks.items()}
        assert_same((codes[order], moved), judged(each(days, lambda x, o=order: x[o])))


def each_track(track: object, order: Array) -> object:
    parts = {part: getattr(track, part)[order] for part in ("value", "baseline", "on")}
    return replace(track, **parts)  # type: ignore[type-var] # a Track


def test_a_fleet_is_judged_one_by_one() -> None:
    """Each runner of the fleet alone gets the verdicts and signals of the fleet's row."""
    for days, rng in fleets():
        codes, tracks = judged(days)
        for row in rng.integers(0, RUNNERS, 100):
            own = {n: each_track(t, row) for n, t in tracks.items()}
            assert_same((codes[row], own), judged(each(days, lambda x, r=row: x[r])))


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # several whole histories
@given(st.lists(histories(), min_size=2, max_size=4), DAYS)
def test_stacked_histories_are_judged_one_by_one(some: list, today: object) -> None:
    """Histories of any length and any sore spots, stacked: each keeps its verdicts and signals."""
    alone = [daily(h, today, red_flags(h, today, K)[1], K.load) for h in some]
    codes, tracks = judged(stack(alone))
    for row, one in enumerate(alone):
        own = {n: each_track(t, (row, slice(-one.days, None))) for n, t in tracks.items()}
        assert_same(judged(one), (codes[row, -one.days :], own))


def today_is(array: Array, value: Array | float) -> Array:
    """The array with another newest day."""
    out = array.copy()
    out[..., -1] = value
    return out


def tired(days: Daily, rng: Generator) -> Daily:
    low = np.where(rng.random(days.wellness.shape[:-1]) < 0.5, 1, days.wellness[..., -1])
    return replace(days, wellness=today_is(days.wellness, low))


def ill(days: Daily, rng: Generator) -> Daily:
    return replace(days, ill=today_is(days.ill, 1))


def sorer(days: Daily, rng: Generator) -> Daily:
    pain, last = days.pain.copy(), rng.integers(1, 8)
    pain[..., -last:] = np.minimum(pain[..., -last:] + rng.choice([0.5, 1, 3]), 10)
    return replace(days, pain=pain)


def stiffer(days: Daily, rng: Generator) -> Daily:
    morning, last = days.morning.copy(), rng.integers(1, 8)
    morning[..., -last:] = np.fmax(morning[..., -last:], rng.choice([1, 3, 6]))
    return replace(days, morning=morning)


def sore_at_rest(days: Daily, rng: Generator) -> Daily:
    rest = days.rest.copy()
    rest[..., -rng.integers(1, 8)] = 1
    return replace(days, rest=rest)


def hampered(days: Daily, rng: Generator) -> Daily:
    weekly = days.weekly.copy()
    weekly[..., rng.integers(0, 4), -1] = rng.integers(3, 5)
    return replace(days, weekly=weekly)


def flagged(days: Daily, rng: Generator) -> Daily:
    flag = days.flag.copy()
    flag[..., -rng.integers(1, 8)] = 1
    return replace(days, flag=flag)


@pytest.mark.parametrize("worse", [tired, ill, sorer, stiffer, sore_at_rest, hampered, flagged])
def test_feeling_worse_never_moves_a_fleet_to_a_harder_answer(
    worse: Callable[[Daily, Generator], Daily],
) -> None:
    """Whoever feels worse today stays on the same rule or comes to one before it."""
    moved = 0
    for seed, (days, rng) in enumerate(fleets()):
        before, after = answers(seed), judged(worse(days, rng))[0][:, -1]
        assert (after <= before).all()
        moved += int((after < before).sum())
    assert moved > 0


def test_a_flag_always_wins_over_a_fleet() -> None:
    """A red flag within the last days sends every single runner to someone."""
    for days, rng in fleets():
        codes, _ = judged(flagged(days, rng))
        assert {KINDS.index(VerdictKind.SEE_SOMEONE)} == set(codes[:, -1].tolist())


def test_holes_never_raise_the_confidence_of_a_fleet() -> None:
    """Days that become unknown never lift anybody out of "not enough data"."""
    for days, rng in fleets():
        lost = rng.random(days.run_m.shape) < rng.choice([0.05, 0.3, 0.7], (RUNNERS, 1))
        holed = {n: np.where(lost, np.nan, getattr(days, n)) for n in ("run_m", "longest_m")}
        before, after = judged(days)[0], judged(replace(days, **holed))[0]
        assert (after[before == THIN] == THIN).all()
        assert (after[:, -1] == THIN).sum() > (before[:, -1] == THIN).sum()


def test_a_fleet_is_never_answered_from_nothing() -> None:
    """A signal is on, off or unknown, and what is on has a finite value to show."""
    for days, _ in fleets():
        codes, tracks = judged(days)
        assert set(codes.ravel().tolist()) <= set(range(len(KINDS)))
        for name, track in tracks.items():
            known = ~np.isnan(track.on)
            assert np.isin(track.on[known], (0, 1)).all(), name
            assert np.isfinite(track.value[track.on > 0]).all(), name
