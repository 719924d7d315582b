"""Laws of many: a fleet is judged as its runners one by one, and worse or less stays so in bulk.

5,000 states in each run, 102,000 with UNLOAD_LAWS=deep; benchmarks/fleet_laws.py tries 1,000,000.
"""

import os
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import Generator, default_rng

from laws import fleet_laws
from laws.fleet_laws import Tried
from laws.fleets import each, fleet, judged
from laws.states import DAYS, K, histories
from unload.model.daily import Array, Bools, Daily, Track
from unload.science.load import daily, stack
from unload.science.pipeline import red_flags
from unload.science.signals import SIGNALS, Tracks
from unload.science.verdict import KINDS, RULES, Codes, Rule, State

DEEP = os.environ.get("UNLOAD_LAWS") == "deep"
RUNNERS, FLEETS = (2000, 51) if DEEP else (500, 1)
STATES = 102_000 if DEEP else 5_000
CLOSE = 1e-9


def fleets() -> Iterator[tuple[Daily, Generator]]:
    """Fleets to try a law on, each with chance of its own."""
    for seed in range(FLEETS):
        yield fleet(seed, RUNNERS), default_rng(seed)


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


def test_no_law_is_broken_by_a_fleet() -> None:
    """Of thousands of states none breaks a law, and each law moves some of them.

    Flags win; feeling worse never gives a harder answer; holes raise no confidence; the unknown is
    not answered; kilometres and miles agree.
    """
    found: dict[str, Tried] = {}
    for seed in range(STATES // fleet_laws.RUNNERS):
        for law, tried in fleet_laws.tried(seed).items():
            found[law] = found.get(law, Tried()) + tried
    assert {} == {law: tried for law, tried in found.items() if tried.broken}
    assert [] == [law for law, tried in found.items() if not tried.moved]
    assert {STATES} == {t.states for law, t in found.items() if "harder" not in law}
    assert STATES == sum(t.states for law, t in found.items() if "harder" in law)


def never(state: State, constants: object) -> Bools:
    return np.zeros(state.days.run_m.shape, dtype=bool)


def well(state: State, constants: object) -> Bools:
    return np.asarray(state.tracks["illness"].on < 1)


def well_known(state: State, constants: object) -> Bools:
    return np.asarray(state.coverage > 0.9)


def whole(state: State, constants: object) -> Bools:
    return np.asarray(state.days.run_m == np.round(state.days.run_m, 1))


@pytest.mark.parametrize(
    ("place", "rule", "law"),
    [
        (0, never, "a red flag always wins"),
        (0, well, "illness never gives a harder answer"),
        (1, well_known, "missing days never raise confidence"),
        (3, whole, "kilometres and miles agree"),
    ],
)
def test_a_rule_that_breaks_a_law_is_found(
    place: int, rule: Rule, law: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No rule for flags, a doctor for the healthy, silence for the well known, the digits of one
    unit: each is counted under the law it breaks (S40).
    """
    rules = [*RULES]
    rules[place] = (rules[place][0], rule)
    monkeypatch.setattr("unload.science.verdict.RULES", tuple(rules))
    assert fleet_laws.tried(0)[law].broken > 0


def from_nothing(days: Daily, base: object, constants: object) -> Track:
    nothing = np.full(days.run_m.shape, np.nan)
    return Track(nothing, nothing, np.ones(nothing.shape))


def test_a_signal_that_is_on_from_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal without a value that is on all the same is counted."""
    signals = {**SIGNALS, "hrv": from_nothing}
    monkeypatch.setattr("unload.science.signals.SIGNALS", signals)
    assert fleet_laws.tried(0)["what is unknown is not answered"].broken > 0
