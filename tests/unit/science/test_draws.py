"""Draws: constants drawn over their range, and the bands that many draws make."""

from dataclasses import replace

import numpy as np
from numpy.random import default_rng

from athletes import K
from unload.science.draws import band, drawn, edges, size_of

TAU = K.futures.banister_tau1


def test_a_constant_is_drawn_over_its_whole_range_and_no_further() -> None:
    """From low to high, thickest at its value."""
    draws = drawn(TAU, default_rng(1), 20_000)
    assert TAU.low <= draws.min() < TAU.low + 1
    assert TAU.high - 1 < draws.max() <= TAU.high
    histogram, at = np.histogram(draws, 10)
    assert abs(at[histogram.argmax()] - TAU.value) < (TAU.high - TAU.low) / 5


def test_a_fixed_constant_is_its_value_every_time() -> None:
    """Where low and high meet there is nothing to draw."""
    fixed = replace(TAU, low=TAU.value, high=TAU.value)
    assert [TAU.value] * 3 == drawn(fixed, default_rng(1), 3).tolist()


def test_a_band_holds_the_draws_it_promises() -> None:
    """From the tenth to the ninetieth of a hundred and one, the fifty-first in the middle."""
    assert (10, 50, 90) == band(np.arange(101.0)[::-1], K.futures)


def test_edges_are_taken_over_the_last_axis() -> None:
    """One band for each row."""
    rows = np.stack([np.arange(101.0), np.full(101, 7.0)])
    assert [[10, 7], [50, 7], [90, 7]] == edges(rows, K.futures).tolist()


def test_everything_is_drawn_equally_often() -> None:
    """As often as the constant says."""
    assert int(K.futures.draws.value) == size_of(K.futures)
