"""Prove the unit of a column of distances by what stands beside it; never guess it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import median

from unload.importers.csvtable import key_of
from unload.importers.plausible import FASTEST_M_S
from unload.model.history import Sport
from unload.model.units import M_PER_KM, M_PER_MILE, S_PER_MIN

M = 1.0
KM = float(M_PER_KM)
MI = M_PER_MILE
UNITS = {"m": M, "km": KM, "mi": MI}
_WORDS = {
    **UNITS, "meters": M, "metres": M, "meter": M, "metre": M, "kms": KM, "kilometers": KM,
    "kilometres": KM, "kilometer": KM, "kilometre": KM, "miles": MI, "mile": MI, "公里": KM,
    "千米": KM, "キロ": KM, "米": M, "英里": MI, "км": KM, "м": M, "миль": MI, "мили": MI,
}  # fmt: skip
# On foot, from a sprinter's repeats to a steep hike; rides are let in where columns are sought.
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 2.5 * S_PER_MIN, 20.0 * S_PER_MIN
RIDING_S_PER_KM = 1.0 * S_PER_MIN
# Columns are rounded and truncated; the units lie 1.6 apart.
_TOLERANCE = 0.08
# The shown distance is truncated to two decimals, so short ones say little about its unit.
_TELLING_SHOWN = 1.0
_TELLING_SHARE = 0.02
# So many rows must agree.
MOST = 0.7


def unit_in(title: str) -> float | None:
    """Metres per unit where a title ends with its unit: `Distance (km)`."""
    words = key_of(title).split("_")
    return _WORDS.get(words[-1]) if words else None


def unit_of_pairs(pairs: Iterable[tuple[float, float]], units: Sequence[float]) -> float | None:
    """Metres per unit told by rows of (distance in the unit, metres); None if they cannot."""
    ratios = [metres / value for value, metres in pairs if value >= _TELLING_SHOWN]
    return nearest(ratios, units, _TELLING_SHARE)


def unit_of_steps(
    rows: Iterable[tuple[float, float, float, float]], units: Sequence[float] = (KM, MI)
) -> float | None:
    """Metres per unit told by rows of (distance, steps a minute, metres a step, seconds)."""
    ratios = [
        steps_a_min * stride_m * duration_s / S_PER_MIN / distance
        for distance, steps_a_min, stride_m, duration_s in rows
        if min(distance, steps_a_min, stride_m, duration_s) > 0
    ]
    return nearest(ratios, units, _TOLERANCE)


def unit_of_paces(rows: Iterable[tuple[float, float, float]]) -> float | None:
    """Metres per unit of pace told by rows of (metres, seconds a unit, seconds)."""
    ratios = [
        metres * pace_s / duration_s
        for metres, pace_s, duration_s in rows
        if min(metres, pace_s, duration_s) > 0
    ]
    return nearest(ratios, (KM, MI), _TOLERANCE)


def nearest(ratios: list[float], units: Sequence[float], tolerance: float) -> float | None:
    """The unit that the ratios' median is, within the tolerance; None if it is none."""
    if not ratios:
        return None
    typical = median(ratios)
    return next((unit for unit in units if abs(typical / unit - 1) <= tolerance), None)


def share_plausible(
    pairs: Sequence[tuple[float, float]], unit_m: float, fastest: float = FASTEST_S_PER_KM
) -> float:
    """The share of rows of (distance, seconds) that are at a pace somebody moves at."""
    if not pairs:
        return 0.0
    fits = [
        fastest <= duration_s / (distance * unit_m / KM) <= SLOWEST_S_PER_KM
        for distance, duration_s in pairs
        if distance > 0
    ]
    return sum(fits) / len(fits) if fits else 0.0


def is_metres(pairs: Sequence[tuple[float, float]]) -> bool:
    """Whether (distance, seconds) can only be metres: as kilometres nobody is that fast."""
    as_larger = share_plausible(pairs, KM, RIDING_S_PER_KM)
    return share_plausible(pairs, M) >= MOST and as_larger < 1 - MOST


def metres_of(value: float, unit_m: float, duration_s: float | None, sport: Sport) -> float:
    """Metres of a distance in the file's unit; swims and track runs stand there in metres.

    What would be faster than the sport allows, and would not be as metres, is metres.
    """
    most_m = FASTEST_M_S.get(sport, math.inf) * (duration_s or 0.0)
    return value if value <= most_m < value * unit_m else value * unit_m
