"""The player: state and event to state, without a clock or a screen."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from play_samples import CHANGE_S, STEPS, TODAY, WHOLE_S, K
from unload.model.body import Step
from unload.model.play import Event, Hurt, Phase, Play, Press, Tick
from unload.science.player import begun, moment, played, replayed

START = begun(STEPS, TODAY)
GO = played(START, Press.PAUSE, STEPS, K.routine)


def after(*events: Event, play: Play = GO, steps: Sequence[Step] = STEPS) -> Play:
    for event in events:
        play = played(play, event, steps, K.routine)
    return play


def where(play: Play) -> tuple[int, float, Phase]:
    return play.at, play.left_s, play.phase


def test_it_waits_for_the_runner() -> None:
    """Nothing counts before the first key."""
    assert START.paused
    assert START == played(START, Tick(30), STEPS, K.routine)
    assert (0, 80, Phase.WORK) == where(after(Tick(10)))


def test_a_log_comes_to_what_its_events_came_to() -> None:
    """Played again from before the first second."""
    log = [Press.PAUSE, Tick(40), Press.HURTS, Press.NO, Tick(60), Press.SKIP]
    assert after(*log[1:]) == replayed(log, STEPS, TODAY, K.routine)


def test_time_runs_through_steps_and_changes() -> None:
    """The tool changes once, and that takes its time."""
    assert (1, 45, Phase.WORK) == where(after(Tick(90)))
    assert (2, CHANGE_S, Phase.CHANGE) == where(after(Tick(135)))
    assert (2, 45, Phase.WORK) == where(after(Tick(135 + CHANGE_S)))
    assert Phase.DONE is after(Tick(WHOLE_S)).phase


@pytest.mark.parametrize("pace_s", [0.1, 0.25, 1, 7, 1000])
def test_the_whole_takes_as_long_as_it_says(pace_s: float) -> None:
    """To the tick, in ticks of any length."""
    play, gone = GO, 0.0
    while not play.phase.over:
        play, gone = after(Tick(pace_s), play=play), gone + pace_s
    assert WHOLE_S == pytest.approx(gone, abs=pace_s + 1e-6)


def test_a_pause_holds_and_goes_on() -> None:
    """To the second where it stood."""
    held = after(Tick(10), Press.PAUSE, Tick(600))
    assert (80, True) == (held.left_s, held.paused)
    assert 79 == after(Press.PAUSE, Tick(1), play=held).left_s


def test_skip_goes_on() -> None:
    """From a change to its step, from the last step to the end."""
    assert (1, 45, Phase.WORK) == where(after(Tick(3), Press.SKIP))
    assert (2, CHANGE_S, Phase.CHANGE) == where(after(Press.SKIP, Press.SKIP))
    assert (2, 45, Phase.WORK) == where(after(Press.SKIP, Press.SKIP, Press.SKIP))
    assert Phase.DONE is after(*[Press.SKIP] * 6).phase


def test_back_begins_again_and_then_goes_back() -> None:
    """Once for this step, from its beginning for the one before; the first has none."""
    second = after(Tick(100))
    assert (1, 45, Phase.WORK) == where(after(Press.BACK, play=second))
    assert (0, 90, Phase.WORK) == where(after(Press.BACK, Press.BACK, play=second))
    assert (0, 90, Phase.WORK) == where(after(Press.BACK))
    assert (1, 45, Phase.WORK) == where(after(Tick(136), Press.BACK))


def test_the_first_time_it_hurts_the_pressure_comes_down() -> None:
    """Of that step alone; it is written down, and it goes on."""
    eased = after(Tick(10), Press.HURTS, Press.NO, Tick(1))
    assert (0, 79, Phase.WORK) == where(eased)
    assert (3, 5, 5, 3) == eased.limits
    assert (Hurt(TODAY, 0, "calf-roller", "calf", STEPS[0].side, 5, False),) == eased.hurts


def test_the_second_time_the_region_is_left_out() -> None:
    """On both sides and with every tool; what is left is played."""
    left = after(Press.HURTS, Press.NO, Press.HURTS, Press.NO)
    assert ("calf",) == left.left_out
    assert (3, CHANGE_S, Phase.CHANGE) == where(left)
    assert (3, 60, Phase.WORK) == where(after(Press.SKIP, Press.BACK, play=left))
    assert Phase.DONE is after(Tick(CHANGE_S + 60), play=left).phase


def test_the_last_place_that_hurts_ends_it() -> None:
    """Where nothing else is left."""
    alone = (replace(STEPS[0], limit=None),)
    play = replace(begun(alone, TODAY), paused=False)
    once = after(Press.HURTS, Press.NO, play=play, steps=alone)
    assert ((None,), Phase.WORK) == (once.limits, once.phase)
    assert Phase.DONE is after(Press.HURTS, Press.NO, play=once, steps=alone).phase


def test_a_light_touch_is_the_least() -> None:
    """A limit never drops under 1, and never rises where it was lower."""
    for low, expected in ((2, 1), (1, 1), (0, 0)):
        steps = (replace(STEPS[0], limit=low), STEPS[1])
        play = replace(begun(steps, TODAY), paused=False)
        assert expected == after(Press.HURTS, Press.NO, play=play, steps=steps).limits[0]


def test_while_tools_change_it_is_the_step_before_that_hurt() -> None:
    """The change goes on after the answer; the second time its region is left out."""
    change = after(Tick(136))
    eased = after(Press.HURTS, Press.NO, play=change)
    assert ((2, CHANGE_S - 1, Phase.CHANGE), (5, 3, 5, 3)) == (where(eased), eased.limits)
    left = after(Press.HURTS, Press.NO, play=eased)
    assert (("calf",), 3, Phase.WORK) == (left.left_out, left.at, left.phase)
    steps = (STEPS[0], STEPS[3])
    change = after(Tick(91), play=replace(begun(steps, TODAY), paused=False), steps=steps)
    twice = (Press.HURTS, Press.NO, Press.HURTS, Press.NO)
    assert (1, CHANGE_S - 1, Phase.CHANGE) == where(after(*twice, play=change, steps=steps))


def test_a_question_is_not_passed_over() -> None:
    """Neither by time nor by any key but its answer, leaving included."""
    asking = after(Tick(10), Press.HURTS)
    keys = (Press.SKIP, Press.BACK, Press.PAUSE, Press.HURTS, Press.QUIT, Tick(600))
    assert asking == after(*keys, play=asking)
    assert None is asking.hurts[-1].alarming


def test_leaving_ends_it() -> None:
    """At any other time."""
    assert Phase.QUIT is after(Press.QUIT).phase
    assert Phase.QUIT is after(Tick(136), Press.QUIT).phase


def test_a_yes_ends_it_for_good() -> None:
    """No event brings a stopped session back."""
    stopped = after(Tick(10), Press.HURTS, Press.YES)
    assert (Phase.STOPPED, True) == (stopped.phase, stopped.hurts[-1].alarming)
    assert stopped == after(*Press, Tick(1), play=stopped)


def test_an_answer_to_nothing_is_none() -> None:
    """Y and n do nothing while nothing is asked."""
    assert GO == after(Press.YES, Press.NO)


def test_a_moment_tells_the_set_and_what_comes() -> None:
    """The countdown is that of the set; the rest is that of the session."""
    now = moment(after(Tick(50)), STEPS, K.routine)
    assert (1, 4, 2, 40, 5) == (now.number, now.steps, now.set_number, now.left_s, now.limit)
    assert (STEPS[1], WHOLE_S - 50, WHOLE_S) == (now.following, now.rest_s, now.whole_s)
    assert (False, None) == (now.eased, now.about)


def test_a_moment_of_a_change_counts_the_change() -> None:
    """The step it leads to is named already, with all its sets ahead."""
    now = moment(after(Tick(136)), STEPS, K.routine)
    assert (3, 1, CHANGE_S - 1) == (now.number, now.set_number, now.left_s)
    assert WHOLE_S - 136 == now.rest_s


def test_a_moment_of_the_end_has_nothing_left() -> None:
    """And nothing follows."""
    now = moment(after(Tick(WHOLE_S)), STEPS, K.routine)
    assert (Phase.DONE, 0, 0, None) == (now.phase, now.left_s, now.rest_s, now.following)


def test_a_moment_names_the_step_that_is_asked_about() -> None:
    """In a change it is the one before; a lowered limit is said to be lowered."""
    asked = moment(after(Tick(136), Press.HURTS), STEPS, K.routine)
    assert (STEPS[1], 3, True) == (asked.about, asked.number, asked.changing)
    assert (CHANGE_S - 1, WHOLE_S - 136) == (asked.left_s, asked.rest_s)
    eased = moment(after(Press.HURTS, Press.NO), STEPS, K.routine)
    assert (3, True) == (eased.limit, eased.eased)


def test_a_change_with_nothing_behind_it_stays_a_change() -> None:
    """Where all before was left out it is the step to come that is meant, and its tool comes."""
    left = after(Press.HURTS, Press.NO, Press.HURTS, Press.NO)
    eased = after(Press.HURTS, Press.NO, play=left)
    assert (3, CHANGE_S, Phase.CHANGE) == where(eased)
    assert (5, 5, 1) == (eased.limits[1], eased.limits[2], eased.limits[3])
