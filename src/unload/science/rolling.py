"""Windows over the last axis of arrays in which NaN means unknown."""

from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from unload.model.daily import Array, Bools
from unload.model.units import COMPARE_DECIMALS

Counts = NDArray[np.int32]
Number = TypeVar("Number", np.int32, np.float64)


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
    return _added(np.cumsum(x, axis=-1), days)


def _trailing_count(mask: Bools, days: int) -> Counts:
    """How many of the last `days` columns are true; whole numbers add up faster."""
    return _added(np.cumsum(mask, axis=-1, dtype=np.int32), days)


def _added(total: NDArray[Number], days: int) -> NDArray[Number]:
    """What the last `days` columns have added to a running total."""
    if days >= total.shape[-1]:
        return total
    out = np.empty_like(total)
    out[..., :days] = total[..., :days]
    np.subtract(total[..., days:], total[..., :-days], out=out[..., days:])
    return out


def window_count(x: Array, days: int) -> Array:
    """How many of the last `days` days are known."""
    return _trailing_count(~np.isnan(x), days).astype(np.float64)


def window_sum(x: Array, days: int) -> Array:
    """Sum of what is known in the last `days` days; NaN where nothing is."""
    unknown = np.isnan(x)
    total = _trailing(np.where(unknown, 0.0, x), days)
    return np.where(_trailing_count(~unknown, days) > 0, total, np.nan)


def window_mean(x: Array, days: int) -> Array:
    """Mean of what is known in the last `days` days; NaN where nothing is."""
    unknown = np.isnan(x)
    return _mean(np.where(unknown, 0.0, x), days, _trailing_count(~unknown, days))


def window_moments(x: Array, days: int) -> tuple[Array, Array, Array]:
    """Count, mean and population SD of what is known in the last `days` days.

    Mean and SD are NaN where nothing is known. Centred on the overall mean first: a running sum
    of squares would lose digits.
    """
    unknown = np.isnan(x)
    size = np.maximum(x.shape[-1] - unknown.sum(axis=-1, keepdims=True), 1)
    centre = np.where(unknown, 0.0, x).sum(axis=-1, keepdims=True) / size
    shifted = np.where(unknown, 0.0, x - centre)
    count = _trailing_count(~unknown, days)
    mean, square = _mean(shifted, days, count), _mean(shifted * shifted, days, count)
    square -= mean * mean
    return (
        count.astype(np.float64),
        mean + centre,
        np.sqrt(np.maximum(square, 0, out=square), out=square),
    )


def window_sd(x: Array, days: int) -> Array:
    """Population SD of what is known in the last `days` days; NaN where nothing is."""
    return window_moments(x, days)[-1]


def _mean(known: Array, days: int, count: Counts) -> Array:
    """Mean of the last `days` days, of which `count` are known; the others hold 0."""
    total = _trailing(known, days)
    with np.errstate(invalid="ignore"):  # 0 / 0 where nothing is known
        return np.asarray(total / count)


def window_max(x: Array, days: int) -> Array:
    """Largest known value of the last `days` days; NaN where nothing is known.

    A window grows by doubling: the maximum of two shorter windows that overlap.
    """
    best, wanted, wide = x.copy(), min(days, x.shape[-1]), 1
    while wide < wanted:
        step = min(wide, wanted - wide)
        grown = best.copy()
        np.fmax(best[..., step:], best[..., :-step], out=grown[..., step:])
        best, wide = grown, wide + step
    return best


def window_middle(x: Array, days: int) -> Array:
    """Mean of what is known in the last `days` days without its lowest and its highest.

    Robust where there are few: one odd value cannot move it far. NaN under three values.
    """
    count, total = window_count(x, days), window_sum(x, days)
    inner = total - window_max(x, days) + window_max(-x, days)
    left = count - 1 - 1
    out = np.full(x.shape, np.nan)
    np.divide(inner, left, out=out, where=left > 0)
    return out


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

    Off at first; where both hold, `rise` wins. The newest change up to each day is the largest of
    numbers that grow by the day and are odd where it was a rise.
    """
    column = np.arange(rise.shape[-1], dtype=np.int32)
    changes = np.where(known & (rise | fall), column + column + rise, 0)
    newest = np.maximum.accumulate(changes, axis=-1)
    return np.where(known, (newest & 1).astype(np.float64), np.nan)


def rounded(x: Array) -> Array:
    """Rounded before it meets a threshold, so that the unit of distance cannot decide."""
    return cast("Array", np.round(x, COMPARE_DECIMALS))


def as_days(mask: Bools, known: Array) -> Array:
    """1 or 0 on the days that `known` knows, NaN on the others."""
    return np.where(np.isnan(known), np.nan, mask.astype(float))


def mean_so_far(x: Array) -> Array:
    """Mean of everything known before today; the runner's own habit."""
    known = ~np.isnan(x)
    total = np.cumsum(np.where(known, x, 0.0), axis=-1)
    count = np.cumsum(known, axis=-1)
    return shift(np.where(count > 0, total / np.maximum(count, 1), np.nan), 1)


def some_known(x: Array) -> Bools:
    """The rows of which anything is known at all; the others need no work."""
    return np.asarray(~np.isnan(x).all(axis=-1))
