"""The player's loop, with a clock and keys that are told what to say."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from play_samples import STEPS, TODAY, WHOLE_S, K
from unload.cli.player import BELL, TICK_S, play, ring
from unload.model.body import Routine
from unload.model.play import Moment, Phase
from unload.service import playing
from unload.service.body import Visit

ON = Visit(TODAY, K)
START = playing.begin("me", ON, Routine(STEPS), (), None)


class Stage:
    """A clock that moves only when a key is waited for, and everything that was drawn or rung."""

    def __init__(self, keys: Iterator[str | None], tick_s: float = TICK_S) -> None:
        self.keys, self.tick_s, self.now_s = keys, tick_s, 1000.0
        self.frames: list[Moment] = []
        self.bells = 0

    def key(self, timeout_s: float) -> str | None:
        assert TICK_S == timeout_s
        self.now_s += self.tick_s
        try:
            return next(self.keys)
        except StopIteration:
            raise KeyboardInterrupt from None

    def draw(self, moment: Moment, _left_out: Sequence[str]) -> None:
        self.frames.append(moment)

    def ring(self) -> None:
        self.bells += 1

    def play(self, now: playing.Playing = START) -> playing.Playing:
        return play(
            now, STEPS, K, keys=self.key, clock=lambda: self.now_s, draw=self.draw, bell=self.ring
        )


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test alone."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def pressed(*keys: str | None, waits: int = 0) -> Iterator[str | None]:
    """These keys, and then so many times none."""
    yield from keys
    for _ in range(waits):
        yield None


def test_it_plays_to_the_end_and_leaves_nothing(folder: Path) -> None:
    """In as many ticks as the session has seconds; the bell rings where something begins."""
    stage = Stage(pressed(" ", waits=round(WHOLE_S / TICK_S) + 1))
    assert Phase.DONE is stage.play().play.phase
    assert WHOLE_S == pytest.approx(stage.now_s - 1000 - TICK_S, abs=TICK_S)
    # The second set, three steps, one change of tool, the end.
    assert 6 == stage.bells
    assert [] == list(folder.iterdir())


def test_nothing_runs_before_the_first_key() -> None:
    """It waits; the screen says so."""
    stage = Stage(pressed(waits=50))
    with pytest.raises(KeyboardInterrupt):
        stage.play()
    assert {WHOLE_S} == {frame.rest_s for frame in stage.frames}
    assert all(frame.paused for frame in stage.frames)


def test_ctrl_c_keeps_where_it_stood() -> None:
    """To the second, and it is gone on with, waiting for the runner."""
    with pytest.raises(KeyboardInterrupt):
        Stage(pressed(" ", waits=100)).play()
    found = playing.kept("me", TODAY)
    assert found is not None
    assert 70 == pytest.approx(found.play.left_s, abs=1)
    again = playing.begin("me", ON, Routine(STEPS), (), found)
    assert (found.play.left_s, True) == (again.play.left_s, again.play.paused)


def test_a_machine_that_slept_does_not_run_away() -> None:
    """An hour between two keys counts as a second at most."""
    stage = Stage(pressed(" ", None, None, "q"), tick_s=3600)
    stage.play()
    assert [WHOLE_S, WHOLE_S, WHOLE_S - 1, WHOLE_S - 2] == [frame.rest_s for frame in stage.frames]


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    """No second is played twice (D21)."""
    stage = Stage(pressed(" ", None, "q"), tick_s=-5)
    stage.play()
    assert {WHOLE_S} == {frame.rest_s for frame in stage.frames}


def test_that_hurts_twice_leaves_the_region_out() -> None:
    """N is no while something is asked, and the next step otherwise."""
    end = Stage(pressed(" ", "h", "n", "h", "n", "n", "N")).play()
    assert (("calf",), Phase.DONE) == (end.play.left_out, end.play.phase)
    assert [False, False] == [hurt.alarming for hurt in end.play.hurts]


def test_a_yes_ends_it_and_is_kept_for_the_day() -> None:
    """The stop outlives the program, and the day ends it."""
    end = Stage(pressed(" ", "h", "x", "q", "y")).play()
    assert end.stopped
    found = playing.kept("me", TODAY)
    assert found is not None
    assert found.stopped
    assert None is playing.kept("me", date(2024, 11, 18))


@pytest.mark.parametrize(("key", "phase"), [("q", Phase.QUIT), ("\x1b[C", Phase.DONE)])
def test_keys_by_letter_and_arrow(key: str, phase: Phase) -> None:
    """The arrows go on and back."""
    assert phase is Stage(pressed("\x1b[D", *[key] * 6)).play().play.phase


def test_the_bell_is_the_terminals_own(capsys: pytest.CaptureFixture[str]) -> None:
    """One sign, nothing else."""
    ring()
    assert BELL == capsys.readouterr().out
