"""A session as it is played."""

import pytest

from play_samples import STEPS, TODAY, K
from unload.model.play import Phase, Press, Tick
from unload.science.player import begun, moment, played


@pytest.mark.parametrize("phase", Phase)
def test_three_phases_are_the_end(phase: Phase) -> None:
    """Done, left, or stopped by what was answered."""
    assert (phase in (Phase.DONE, Phase.QUIT, Phase.STOPPED)) == phase.over


def test_a_mark_changes_with_the_set_and_not_with_the_second() -> None:
    """So the bell rings where something new begins."""
    play = played(begun(STEPS, TODAY), Press.PAUSE, STEPS, K.routine)
    marks = [
        moment(played(play, Tick(seconds), STEPS, K.routine), STEPS, K.routine).mark
        for seconds in (1, 44, 45, 90)
    ]
    expected = [(1, 1, Phase.WORK), (1, 1, Phase.WORK), (1, 2, Phase.WORK), (2, 1, Phase.WORK)]
    assert expected == marks
