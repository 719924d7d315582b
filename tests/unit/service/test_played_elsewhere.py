"""A session played elsewhere: its steps come back as they went, its log comes to one state."""

import json

import pytest

from play_samples import CHANGE_S, STEPS, TODAY, K
from unload.errors import UnloadError
from unload.model.play import Event, Phase, Press, Tick
from unload.science.player import begun
from unload.service import playing
from unload.service.played_elsewhere import (
    changes_of,
    eased_of,
    listed,
    replayed,
    rows_of,
    steps_of,
)


def test_steps_come_back_as_they_went() -> None:
    """Through JSON, without loss of anything that playing them needs."""
    assert STEPS == steps_of(json.loads(json.dumps(rows_of(STEPS))), K)


def test_a_technique_of_another_release_is_told() -> None:
    """In a sentence, for the session may have waited for weeks."""
    with pytest.raises(UnloadError, match="another release"):
        steps_of([*rows_of(STEPS), ["calf-anvil", "left", 1, 45, False, 5]], K)


def test_the_numbers_are_those_of_the_player() -> None:
    """Only from one tool to another is there anything to change; a first hurt lowers the limit."""
    changes = changes_of(STEPS, K)
    assert (0, CHANGE_S, 0) == (changes[0][1], changes[1][2], changes[2][3])
    assert [3, 3, 3, 1] == eased_of(STEPS, K)


def test_a_log_is_played_again() -> None:
    """To the state that the terminal would have come to."""
    log: list[Event] = [Press.PAUSE, Tick(50), Press.HURTS, Tick(9), Press.NO, Tick(3)]
    now = playing.Playing("me", "", begun(STEPS, TODAY))
    for event in log:
        now = playing.next_state(now, event, STEPS, K)
    assert now.play == replayed(log, STEPS, TODAY, K)


def test_a_list_is_gone_through_step_by_step() -> None:
    """What only hurt is written down with the limit that held, and the session goes to its end."""
    play = listed({1: False, 2: False}, STEPS, TODAY, K)
    assert Phase.DONE is play.phase
    assert [(1, 5, False), (2, 5, False)] == [(h.step, h.limit, h.alarming) for h in play.hurts]


def test_a_yes_in_the_list_stops_it() -> None:
    """Whatever was marked below it."""
    play = listed({1: True, 3: False}, STEPS, TODAY, K)
    assert (Phase.STOPPED, [1]) == (play.phase, [hurt.step for hurt in play.hurts])


def test_nothing_marked_is_a_session_without_pain() -> None:
    """Done, and nothing to write down."""
    play = listed({}, STEPS, TODAY, K)
    assert (Phase.DONE, ()) == (play.phase, play.hurts)
