"""Laws tried on a whole made-up fleet at once: who breaks one, and to whom it means something.

A state is one runner on one day: four months of days and everything answered until then. On each
state every law is tried; of the ways to feel worse each state tries one, so that each is tried on
a seventh of them. That a law is not broken says little where it moved nobody, so both are counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator, default_rng

from laws.fleets import fleet, judged
from unload.model.advice import VerdictKind
from unload.model.daily import Array, Bools, Daily
from unload.model.units import M_PER_MILE
from unload.science.signals import Tracks
from unload.science.verdict import KINDS, Codes

RUNNERS = 500  # of a fleet: few enough to stay near the processor, many enough for numpy
SEE, THIN = (KINDS.index(k) for k in (VerdictKind.SEE_SOMEONE, VerdictKind.NOT_ENOUGH_DATA))
SHORTEST, LENGTHS = 78, 41


@dataclass(frozen=True, slots=True)
class Tried:
    """On how many states a law was tried, how many of them it moved, how many broke it."""

    states: int = 0
    moved: int = 0
    broken: int = 0

    def __add__(self, other: "Tried") -> "Tried":
        return Tried(
            self.states + other.states, self.moved + other.moved, self.broken + other.broken
        )


def drawn(seed: int, runners: int = RUNNERS) -> Daily:
    """The fleet of a seed; today is another weekday from seed to seed."""
    return fleet(seed, runners, SHORTEST + seed % LENGTHS)


def tried(seed: int, runners: int = RUNNERS) -> dict[str, Tried]:
    """Every law on the fleet of a seed."""
    days, rng = drawn(seed, runners), default_rng(seed)
    codes, tracks = judged(days)
    return {
        "a red flag always wins": _flag_wins(days, codes, rng),
        **_worse(days, codes, rng),
        "missing days never raise confidence": _holes(days, codes, rng),
        "what is unknown is not answered": _nothing_from_nothing(codes, tracks),
        "kilometres and miles agree": _miles(days, codes, tracks),
    }


def counted(moved: Bools, broken: Bools) -> Tried:
    return Tried(len(broken), int(moved.sum()), int(broken.sum()))


def _flag_wins(days: Daily, codes: Codes, rng: Generator) -> Tried:
    """A red flag within the last days sends every single runner to someone."""
    after = judged(flagged(days, rng))[0][:, -1]
    return counted(np.asarray(codes[:, -1] != SEE), np.asarray(after != SEE))


def _worse(days: Daily, codes: Codes, rng: Generator) -> dict[str, Tried]:
    """Whoever feels worse today stays on the same rule or comes to one before it."""
    way = rng.integers(0, len(WORSE), len(codes))
    mixed = days
    for number, worse in enumerate(WORSE.values()):
        mixed = _rows_of(worse(days, rng), mixed, np.asarray(way == number))
    before, after = codes[:, -1], judged(mixed)[0][:, -1]
    moved, broken = np.asarray(after < before), np.asarray(after > before)
    return {
        f"{name} never gives a harder answer": counted(moved[way == n], broken[way == n])
        for n, name in enumerate(WORSE)
    }


FELT = ("wellness", "ill", "pain", "morning", "rest", "weekly", "flag")


def _rows_of(one: Daily, other: Daily, rows: Bools) -> Daily:
    """Days of `other` in which these rows feel as they do in `one`."""
    columns = {}
    for name in FELT:
        mine = getattr(one, name)
        chosen = rows.reshape(-1, *[1] * (mine.ndim - 1))
        columns[name] = np.where(chosen, mine, getattr(other, name))
    return replace(other, **columns)


def _holes(days: Daily, codes: Codes, rng: Generator) -> Tried:
    """Days that become unknown never lift anybody out of "not enough data", on no day."""
    lost = rng.random(days.run_m.shape) < rng.choice([0.05, 0.3, 0.7], (len(codes), 1))
    holed = {n: np.where(lost, np.nan, getattr(days, n)) for n in ("run_m", "longest_m")}
    after = judged(replace(days, **holed))[0]
    silenced = (after[:, -1] == THIN) & (codes[:, -1] != THIN)
    lifted = (codes == THIN) & (after != THIN)
    return counted(np.asarray(silenced), lifted.any(axis=-1))


def _nothing_from_nothing(codes: Codes, tracks: Tracks) -> Tried:
    """A signal is on, off or unknown, and what is on has a finite value to show."""
    broken = ((codes < 0) | (codes >= len(KINDS))).any(axis=-1)
    unknown = np.zeros(broken.shape, dtype=bool)
    for track in tracks.values():
        odd = ~np.isnan(track.on) & ~np.isin(track.on, (0, 1))
        empty = (track.on > 0) & ~np.isfinite(track.value)
        broken |= (odd | empty).any(axis=-1)
        unknown |= np.isnan(track.on[:, -1])
    return counted(unknown, broken)


def _miles(days: Daily, codes: Codes, tracks: Tracks) -> Tried:
    """Distances that went through miles and back change no answer and no signal, on no day."""
    told = {n: in_miles(getattr(days, n)) for n in ("run_m", "longest_m", "efficiency")}
    moved = ((told["run_m"] != days.run_m) & ~np.isnan(days.run_m)).any(axis=-1)
    after, others = judged(replace(days, **told))
    broken = (after != codes).any(axis=-1)
    for name, track in tracks.items():
        here, there = (np.nan_to_num(t.on, nan=-1.0) for t in (track, others[name]))
        broken |= (here != there).any(axis=-1)
    return counted(moved, broken)


def in_miles(metres: Array) -> Array:
    return np.asarray(metres / M_PER_MILE * M_PER_MILE)


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
    weekly, asked = days.weekly.copy(), rng.integers(0, 4)
    weekly[..., asked, -1] = np.fmax(weekly[..., asked, -1], rng.integers(3, 5))
    return replace(days, weekly=weekly)


def flagged(days: Daily, rng: Generator) -> Daily:
    flag = days.flag.copy()
    flag[..., -rng.integers(1, 8)] = 1
    return replace(days, flag=flag)


WORSE: dict[str, Callable[[Daily, Generator], Daily]] = {
    "a worse mood or night": tired,
    "illness": ill,
    "more pain": sorer,
    "a stiffer morning": stiffer,
    "pain at rest": sore_at_rest,
    "a week that was hampered": hampered,
    "a flag": flagged,
}
