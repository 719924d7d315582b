"""One moment on the screen: fits it, with and without colour and blocks."""

import io

import pytest
from rich.console import Console

from play_samples import STEPS, TODAY, WHOLE_S, K
from unload.model.body import Step
from unload.model.history import Side
from unload.model.play import Event, Press, Tick
from unload.report.player_frame import GLYPHS, ROWS, Frame, big, whole
from unload.report.words import KM, Words
from unload.science.player import begun, moment, played

WORDS = Words(K.text, KM, TODAY, {region.key: region.name for region in K.regions.values()})
ALL = tuple(Step(technique, Side.LEFT, 3, 45, limit=5) for technique in K.techniques)


def frame(*events: Event, steps: tuple[Step, ...] = STEPS) -> Frame:
    play = begun(steps, TODAY)
    for event in (Press.PAUSE, *events):
        play = played(play, event, steps, K.routine)
    return Frame(moment(play, steps, K.routine), WORDS, play.left_out)


def lines(shown: Frame, width: int = 80, encoding: str = "utf-8") -> list[str]:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(file=file, width=width, color_system=None)
    console.print(shown)
    file.seek(0)
    return file.read().splitlines()


def test_the_step_the_side_the_set_and_what_comes() -> None:
    """Half-way through the first step."""
    said = "\n".join(lines(frame(Tick(50))))
    for words in (
        "step 1 of 4", "Left calf, roller", "set 2 of 2", "At most 5/10.", "Next: right calf",
        "3 min 25 s left", "h that hurts",
    ):  # fmt: skip
        assert words in said


@pytest.mark.parametrize("number", range(len(ALL)))
@pytest.mark.parametrize("width", [80, 120])
def test_every_step_there_is_fits_a_small_screen(number: int, width: int) -> None:
    """24 rows of 80 columns, the question about it included."""
    steps = (ALL[number], ALL[0])
    for shown in (frame(steps=steps), frame(Press.HURTS, steps=steps)):
        drawn = lines(shown, width)
        assert len(drawn) <= 23
        assert max(map(len, drawn)) <= min(width, 100)


@pytest.mark.parametrize("number", range(len(ALL)))
def test_no_word_of_how_it_is_done_is_lost(number: int) -> None:
    """The lines there are hold every technique whole, its limit too."""
    steps = (ALL[number], ALL[0])
    said = " ".join(" ".join(lines(frame(steps=steps))).split())
    assert "At most 5/10." in said


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ((Press.PAUSE,), "Ready when you are"),
        ((Tick(3), Press.PAUSE), "Paused: space goes on."),
        ((Tick(136),), "Change to the ball"),
        ((Tick(WHOLE_S - 1),), "This is the last one."),
        ((Press.HURTS,), "Hurts: left calf, roller. Is it sharp"),
        ((Press.HURTS,), "y yes   n no, it only hurts"),
        ((Press.HURTS, Press.NO), "Lighter now: at most 3/10."),
        ((Press.HURTS, Press.NO, Press.HURTS, Press.NO), "Left out today: calf."),
        ((Tick(WHOLE_S),), "0 s left"),
    ],
)
def test_what_goes_on_is_said(events: tuple[Event, ...], words: str) -> None:
    """In words, so that no colour is needed."""
    assert words in "\n".join(lines(frame(*events)))


def test_a_step_without_a_limit_says_none() -> None:
    """There is nothing to say."""
    steps = (Step(STEPS[0].technique, Side.LEFT, 1, 45),)
    assert "At most" not in "\n".join(lines(frame(steps=steps)))


def test_a_terminal_without_blocks_gets_others() -> None:
    """Every sign of the frame can be said in ASCII then."""
    drawn = "\n".join(lines(frame(Tick(50)), encoding="ascii"))
    assert "##" in drawn
    assert "█" not in drawn


def test_every_figure_has_its_rows() -> None:
    """Seven, all of one width; no two alike."""
    for rows in GLYPHS.values():
        assert (ROWS, 1) == (len(rows), len({len(row) for row in rows}))
    assert len(GLYPHS) == len(set(GLYPHS.values()))
    assert ROWS == len(big("0:59"))


@pytest.mark.parametrize(("seconds", "shown"), [(45.0, 45), (44.2, 45), (0.1, 1), (0, 0)])
def test_the_last_second_is_one(seconds: float, shown: int) -> None:
    """0 is when it is over."""
    assert shown == whole(seconds)
