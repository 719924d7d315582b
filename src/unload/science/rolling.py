"""Windows over the last axis of arrays in which NaN means unknown."""

from typing import cast

import numpy as np

from unload.model.daily import Array, Bools
from unload.model.units import COMPARE_DECIMALS


def shift(x: Array, days: int) -> Array:
    """The value `days` earlier (later, where negative); NaN where there is none."""
    out = np.full(x.shape, np.nan)
    size = x.shape[-1]
    if abs(days) >= size:
        return out
    if days > 0:
        out[..., days:] = x[..., :-days]
    elif days < 0:
        out[..., :days] = x[..., -days:]
    else:
        out[...] = x
    return out


def _trailing(x: Array, days: int) -> Array:
    """Sum of the last `days` columns, this one included; `x` holds no NaN."""
    total = np.cumsum(x, axis=-1)
    out = total.copy()
    if days < x.shape[-1]:
        out[..., days:] -= total[..., :-days]
    return out


def window_count(x: Array, days: int) -> Array:
    """How many of the last `days` days are known."""
    return _trailing((~np.isnan(x)).astype(float), days)


def window_sum(x: Array, days: int) -> Array:
    """Sum of what is known in the last `days` days; NaN where nothing is."""
    total = _trailing(np.nan_to_num(x), days)
    return np.where(window_count(x, days) > 0, total, np.nan)


def window_mean(x: Array, days: int) -> Array:
    """Mean of what is known in the last `days` days; NaN where nothing is."""
    count = window_count(x, days)
    return np.where(count > 0, window_sum(x, days) / np.maximum(count, 1), np.nan)


def window_sd(x: Array, days: int) -> Array:
    """Population SD of what is known in the last `days` days; NaN where nothing is.

    Centred on the overall mean first: a running sum of squares would lose digits.
    """
    known = ~np.isnan(x)
    count = np.maximum(known.sum(axis=-1, keepdims=True), 1)
    centre = np.where(known, x, 0).sum(axis=-1, keepdims=True) / count
    shifted = x - centre
    mean = window_mean(shifted, days)
    square = window_mean(shifted * shifted, days)
    return np.sqrt(np.maximum(square - mean * mean, 0))


def window_max(x: Array, days: int) -> Array:
    """Largest known value of the last `days` days; NaN where nothing is known."""
    best = np.where(np.isnan(x), -np.inf, x)
    out = best.copy()
    for back in range(1, min(days, x.shape[-1])):
        np.maximum(out[..., back:], best[..., :-back], out=out[..., back:])
    return np.where(np.isinf(out), np.nan, out)


def last_known(x: Array) -> Array:
    """The newest known value up to each day; NaN before the first."""
    return np.take_along_axis(padded(x), last_index(~np.isnan(x)), axis=-1)


def padded(x: Array) -> Array:
    """`x` with one unknown column in front, so that index 0 means never."""
    front = np.full((*x.shape[:-1], 1), np.nan)
    return np.concatenate([front, x], axis=-1)


def last_index(mask: Bools) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    """Index + 1 of the newest true column up to each day; 0 = never."""
    columns = np.where(mask, np.arange(1, mask.shape[-1] + 1), 0)
    return cast(
        "np.ndarray[tuple[int, ...], np.dtype[np.intp]]",
        np.maximum.accumulate(columns, axis=-1),
    )


def hold(rise: Bools, fall: Bools, known: Bools) -> Array:
    """On at `rise`, off at `fall`, else as before: a signal that does not flap. NaN = unknown.

    Off at first; where both hold, `rise` wins.
    """
    change = np.where(rise, 1.0, np.where(fall, 0.0, np.nan))
    state = np.nan_to_num(last_known(np.where(known, change, np.nan)))
    return np.where(known, state, np.nan)


def rounded(x: Array) -> Array:
    """Rounded before it meets a threshold, so that the unit of distance cannot decide."""
    return cast("Array", np.round(x, COMPARE_DECIMALS))
