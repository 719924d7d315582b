"""Sessions on a sore spot, out of a file of answers."""

from datetime import date
from pathlib import Path

import pytest

from unload.errors import Problem
from unload.importers.worked import read_worked
from unload.model.complaint import Worked
from unload.model.history import Side

DAY = date(2024, 11, 12)


def read(folder: Path, text: str) -> tuple[tuple[Worked, ...], tuple[Problem, ...]]:
    path = folder / "me.toml"
    path.write_text(text, "utf-8")
    return read_worked(path)


def row(rest: str) -> str:
    return f'[[worked]]\nday = 2024-11-12\nregion = "calf"\nside = "left"\n{rest}\n'


def test_what_is_left_out_is_not_nought(tmp_path: Path) -> None:
    """0 was answered; before or after that is not there was not."""
    expected = (
        Worked(DAY, "calf", Side.LEFT, 0, 2),
        Worked(DAY, "calf", Side.LEFT, None, 2),
        Worked(DAY, "calf", Side.LEFT, 3),
    )
    text = row("before = 0\nafter = 2") + row("after = 2") + row("before = 3")
    assert (expected, ()) == read(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[worked]]\nbefore = 3", "needs its day"),
        ("[[worked]]\nday = 2024-11-12T08:00:00", "needs its day"),
        ('[[worked]]\nday = 2024-11-12\nside = "left"', "needs its day, region"),
        ('[[worked]]\nday = 2024-11-12\nregion = "calf"\nside = "up"', "'up'"),
        (row("while = 3"), "'while' is not known here; known are after, before"),
        (row('before = "3"'), "before must be a number"),
        (row("after = true"), "after must be a number"),
        (row("after = 11"), "soreness runs from 0 to 10"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str, said: str) -> None:
    """With its place; a good row beside it is kept."""
    made, problems = read(tmp_path, f"{text}\n{row('before = 3')}")
    assert 1 == len(made)
    assert ["me.toml worked 1"] == [problem.where for problem in problems]
    assert said in problems[0].message


def test_a_file_without_any_has_none(tmp_path: Path) -> None:
    """And `worked` that is no list of tables is none."""
    assert ((), ()) == read(tmp_path, "worked = 3\n")
