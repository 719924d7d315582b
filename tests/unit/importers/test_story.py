"""What a runner adds to the page for a specialist."""

from datetime import date
from pathlib import Path

import pytest

from unload.errors import NoSuchPath
from unload.importers.story import read_story
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.hand_over import Story
from unload.model.history import Side

GOOD = """
[hand_over]
goal = "Boston"
tried = ["Rolled it.", "New insoles."]
[red_flags]
limp = false
[screens]
heel-raise = { left = 22 }
[[worked]]
day = 2024-11-12
region = "calf"
side = "left"
before = 3
after = 2
"""


def test_a_story_is_read(tmp_path: Path) -> None:
    """Own words, answers, tests and sessions."""
    file = tmp_path / "me.toml"
    file.write_text(GOOD, encoding="utf-8")
    story = Story(
        goal="Boston", tried=("Rolled it.", "New insoles."), answered={"limp": False},
        results=(ScreenResult("heel-raise", left=22),),
        worked=(Worked(date(2024, 11, 12), "calf", Side.LEFT, 3, 2),),
    )  # fmt: skip
    assert (story, ()) == read_story(file)


@pytest.mark.parametrize(
    ("text", "where", "word"),
    [
        ("[hand_over]\nage = 3", "[hand_over]", "'age'"),
        ("[hand_over]\ngoal = 3", "[hand_over]", "goal must be"),
        (f'[hand_over]\nnote = "{"x" * 401}"', "[hand_over]", "400"),
        ("[[worked]]\nbefore = 3", "worked 1", "needs its day"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str, where: str, word: str) -> None:
    """With its place; the rest of the story is kept."""
    file = tmp_path / "me.toml"
    file.write_text(text, encoding="utf-8")
    story, problems = read_story(file)
    assert (Story(), [f"me.toml {where}"]) == (story, [p.where for p in problems])
    assert word in problems[0].message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Is said in one sentence."""
    with pytest.raises(NoSuchPath):
        read_story(tmp_path / "me.toml")
