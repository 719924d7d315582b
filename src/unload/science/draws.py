"""Draw a constant from its range, and tell the band that many draws make."""

import numpy as np
from numpy.random import Generator

from unload.model.constants import FutureConstants
from unload.model.daily import Array
from unload.model.evidence import Constant

Band = tuple[float, float, float]


def drawn(constant: Constant, chance: Generator, size: int) -> Array:
    """Draws over the constant's whole range, most of them near its value; shape (size,)."""
    low, high = constant.low, constant.high
    if low == high:
        return np.full(size, constant.value)
    return np.asarray(chance.triangular(low, constant.value, high, size))


def size_of(constants: FutureConstants) -> int:
    """How many draws are made of everything."""
    return int(constants.draws.value)


def edges(draws: Array, constants: FutureConstants) -> Array:
    """Lower edge, middle, upper edge over the last axis; shape (3, ...).

    The middle lies in the middle of the draws, not of the band.
    """
    ordered = np.sort(draws, axis=-1)
    last = ordered.shape[-1] - 1
    shares = (constants.band_low, constants.band_middle, constants.band_high)
    return np.stack([ordered[..., round(share.value * last)] for share in shares])


def band(draws: Array, constants: FutureConstants) -> Band:
    """Lower edge, middle and upper edge of one row of draws."""
    low, middle, high = edges(draws, constants)
    return float(low), float(middle), float(high)
