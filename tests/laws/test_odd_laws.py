"""Laws of the odd activity: one faulty, doubled or missing run moves little, and never the body.

"By one class at most" is no law for everybody: a run that is missing from a week under way can make
it a lighter week, and nobody can name what is not there. What is a law is asserted of everybody;
what is only usual is counted on made-up runners, 99 in 100, and may not become rarer. A day too
odd to believe counts for less and is named.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.random import default_rng

from laws.fleets import fleet, judged
from laws.states import DAYS, advised, histories, without
from unload.model.advice import VerdictKind
from unload.model.daily import Array
from unload.model.history import History, Session, Sport
from unload.science.verdict import KINDS

GLITCH_M = 300000.0
BODILY = ("sore_spots", "illness", "wellness", "resting_hr", "hrv")
BODY = ("sore_spots", "illness", "wellness")
# The classes in the order of how soon they ask for less; a taper and a light week are rest already.
CLASS = {
    VerdictKind.SEE_SOMEONE: 0,
    VerdictKind.UNLOAD_NOW: 1,
    VerdictKind.ALREADY_UNLOADING: 2,
    VerdictKind.TAPER: 2,
    VerdictKind.UNLOAD_SOON: 3,
    VerdictKind.TRAIN_ON: 4,
}


def odd(history: History, which: float, how: str) -> History:
    """The history with one of its sessions removed, doubled, or turned into a glitch."""
    index = int(which * len(history.sessions))
    session, others = history.sessions[index], without(history.sessions, index)
    if how == "removed":
        return replace(history, sessions=others)
    metres = GLITCH_M if how == "glitch" else (session.distance_m or 0.0) * 2
    stretched = replace(session, distance_m=metres, duration_s=session.duration_s * 2)
    return replace(history, sessions=(*others, stretched))


@given(histories(), DAYS, st.floats(0, 0.999), st.sampled_from(["removed", "doubled", "glitch"]))
def test_one_odd_activity_leaves_the_body_as_it_is(
    history: History, today: date, which: float, how: str
) -> None:
    """Flags and every sign that check-ins give stand as they stood, and cannot be outrun (X9)."""
    assume(history.sessions)
    before, after = advised(history, today), advised(odd(history, which, how), today)
    assert before.verdict.flags == after.verdict.flags
    signs = [[(s.name, s.on) for s in a.signals if s.name in BODILY] for a in (before, after)]
    assert signs[0] == signs[1]
    if any(s.on for s in before.signals if s.name in BODY):
        assert after.verdict.kind not in (VerdictKind.UNLOAD_SOON, VerdictKind.TRAIN_ON)


@given(histories(), DAYS, st.sampled_from(list(Sport)), st.floats(0, 40))
def test_an_odd_activity_sends_nobody_to_a_doctor(
    history: History, today: date, sport: Sport, ago: float
) -> None:
    """No session, whatever it holds, raises or lowers a red flag (X9)."""
    at = history.sessions[int(ago) % len(history.sessions)].start if history.sessions else None
    assume(at is not None)
    assert at is not None
    wild = Session(at, sport, 90000.0, GLITCH_M, avg_hr=245.0, rpe=10.0)
    more = replace(history, sessions=(*history.sessions, wild))
    stopped = [advised(h, today).verdict.kind is VerdictKind.SEE_SOMEONE for h in (history, more)]
    assert stopped[0] == stopped[1]


def missing(run_m: Array) -> Array:
    return run_m * 0


def doubled(run_m: Array) -> Array:
    return run_m + run_m


def glitched(run_m: Array) -> Array:
    return np.full(run_m.shape, GLITCH_M)


@pytest.mark.parametrize(("change", "least"), [(missing, 0.98), (doubled, 0.98), (glitched, 0.98)])
def test_one_odd_activity_mostly_moves_the_verdict_by_one_class(
    change: Callable[[Array], Array], least: float
) -> None:
    """Of runners with an answer, so many keep it or move to the next class (X9)."""
    days, rng = fleet(7, 1000), default_rng(7)
    ran = days.run_m > 0
    ran[:, :-35] = False
    odd_day = np.argmax(rng.random(ran.shape) * ran, axis=-1)[:, None]
    run_m = days.run_m.copy()
    np.put_along_axis(run_m, odd_day, change(np.take_along_axis(run_m, odd_day, -1)), -1)
    moved = replace(days, run_m=run_m, longest_m=run_m.copy())
    classes = np.array([CLASS.get(kind, -1) for kind in KINDS])
    before, after = (classes[judged(d)[0][:, -1]] for d in (days, moved))
    judge = ran.any(axis=-1) & (before >= 0) & (after >= 0)
    assert judge.sum() > 300
    assert (np.abs(before - after)[judge] <= 1).mean() >= least
