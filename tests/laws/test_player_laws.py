"""Laws of the player: what holds whatever is pressed, and whenever."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.knowledge import load_knowledge
from unload.model.body import Step
from unload.model.history import Side
from unload.model.play import Event, Phase, Play, Press, Tick
from unload.science.player import begun, moment, played

K = load_knowledge()
TODAY = date(2024, 11, 17)
STEPS = st.lists(
    st.builds(
        Step,
        technique=st.sampled_from(K.techniques),
        side=st.sampled_from([Side.LEFT, Side.RIGHT]),
        sets=st.integers(1, 3),
        seconds=st.integers(30, 120).map(float),
        limit=st.none() | st.integers(0, 5).map(float),
    ),
    min_size=1,
    max_size=8,
)
EVENTS = st.lists(
    st.sampled_from(Press) | st.floats(0, 200).map(Tick) | st.sampled_from([Press.NO, Press.HURTS]),
    max_size=60,
)


def states(steps: Sequence[Step], events: Sequence[Event]) -> list[Play]:
    every = [replace(begun(steps, TODAY), paused=False)]
    for event in events:
        every.append(played(every[-1], event, steps, K.routine))
    return every


@given(STEPS, EVENTS)
def test_a_stop_is_for_good(steps: list[Step], events: list[Event]) -> None:
    """After a yes nothing moves; and no session ends with its question open."""
    every = states(steps, events)
    for before, after in pairwise(every):
        assert before == after or not before.phase.over
        if before.phase is Phase.ASKING:
            assert after.phase is Phase.ASKING or after.hurts[-1].alarming is not None
    last = every[-1]
    assert (last.phase is Phase.STOPPED) == any(hurt.alarming for hurt in last.hurts)


@given(STEPS, EVENTS)
def test_a_region_left_out_is_not_worked_again(steps: list[Step], events: list[Event]) -> None:
    """By no key and no time."""
    for play in states(steps, events):
        if play.phase in (Phase.WORK, Phase.CHANGE):
            assert steps[play.at].technique.region not in play.left_out


@given(STEPS, EVENTS)
def test_pressure_never_rises(steps: list[Step], events: list[Event]) -> None:
    """Of no step, whatever happens."""
    every = states(steps, events)
    for before, after in pairwise(every):
        for was, now in zip(before.limits, after.limits, strict=True):
            assert was == now or (was is not None and now is not None and now < was)


@given(STEPS, EVENTS)
def test_what_is_shown_can_be(steps: list[Step], events: list[Event]) -> None:
    """The set is one of its sets, time is not under nothing, the rest not over the whole."""
    for play in states(steps, events):
        now = moment(play, steps, K.routine)
        assert 1 <= now.set_number <= now.step.sets
        assert 0 <= now.left_s <= max(now.step.seconds, K.routine.change_tool_s.value)
        assert 0 <= now.rest_s <= now.whole_s + 1e-6


@given(STEPS, st.lists(st.floats(0.01, 30), min_size=1, max_size=20))
def test_time_alone_comes_to_the_end_on_time(steps: list[Step], ticks: list[float]) -> None:
    """The seconds of all ticks and the rest are the whole, as long as it lasts."""
    play, gone = states(steps, ())[0], 0.0
    whole_s = moment(play, steps, K.routine).whole_s
    for tick in ticks:
        play, gone = played(play, Tick(tick), steps, K.routine), gone + tick
        rest_s = moment(play, steps, K.routine).rest_s
        assert max(whole_s - gone, 0) == pytest.approx(rest_s, abs=1e-6)
