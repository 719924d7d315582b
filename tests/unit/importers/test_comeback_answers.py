"""Mornings of the gate and rungs of the ladder, out of a file of answers."""

from datetime import date
from pathlib import Path

import pytest

from unload.errors import NoSuchPath
from unload.importers.answers import BadAnswers, read_answers
from unload.importers.comeback_answers import SORENESS, ComebackAnswers, read_comeback
from unload.model.comeback import GateAnswers, Soreness

DAY = date(2024, 11, 17)


def read(tmp_path: Path, text: str) -> ComebackAnswers:
    path = tmp_path / "me.toml"
    path.write_text(text, "utf-8")
    return read_comeback(path)


def test_a_morning_and_a_rung_are_read(tmp_path: Path) -> None:
    """Everything may be left out but the day."""
    told = read(
        tmp_path,
        "[[gate]]\nday = 2024-11-17\nwalks_freely = true\nlimps = false\nraises = [14, 0]\n"
        "best_raises = [20, 21]\n[[gate]]\nday = 2024-11-16\n"
        '[[ladder]]\nday = 2024-11-17\nrung = 0\nsoreness = "warm-up-goes"\n',
    )
    assert (
        GateAnswers(DAY, True, False, (14, 0), (20, 21)),
        GateAnswers(date(2024, 11, 16)),
    ) == told.gate
    assert ((DAY, 0, Soreness.WARM_UP_GOES),) == told.ladder
    assert () == told.problems


def test_every_soreness_has_its_word() -> None:
    """Short, in small letters."""
    assert ["none", "warm-up-goes", "warm-up-stays", "during", "day-after"] == list(SORENESS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[gate]]\nwalks_freely = true", "gate 1: needs its day"),
        ("[[gate]]\nday = 2024-11-17T08:00:00", "gate 1: needs its day"),
        ("[[gate]]\nday = 2024-11-17\nwalks = true", "gate 1: 'walks' is not known here"),
        ("[[gate]]\nday = 2024-11-17\nlimps = 1", "gate 1: limps must be true or false"),
        ("[[gate]]\nday = 2024-11-17\nraises = 14", "raises must be two whole numbers"),
        ("[[gate]]\nday = 2024-11-17\nraises = [14]", "raises must be two whole numbers"),
        ("[[gate]]\nday = 2024-11-17\nraises = [14, -1]", "raises must be two whole numbers"),
        ("[[gate]]\nday = 2024-11-17\nraises = [14, true]", "raises must be two whole numbers"),
        ("[[ladder]]\nday = 2024-11-17\nrung = -1", "ladder 1: rung is -1"),
        ("[[ladder]]\nday = 2024-11-17\nrung = true", "ladder 1: rung is True"),
        ("[[ladder]]\nday = 2024-11-17\nrung = 2", "ladder 1: soreness is ''"),
        ("[[ladder]]\nrung = 2", "ladder 1: needs its day"),
    ],
)
def test_what_cannot_be_used_is_a_problem(tmp_path: Path, text: str, said: str) -> None:
    """With its place and what to write."""
    told = read(tmp_path, text)
    assert ((), (), 1) == (told.gate, told.ladder, len(told.problems))
    assert said in str(told.problems[0])


def test_other_shapes_are_nothing(tmp_path: Path) -> None:
    """A gate that is no list of tables holds no morning."""
    assert ComebackAnswers() == read(tmp_path, "gate = 3\nladder = [1, 2]\n")


def test_the_other_reader_takes_no_offence(tmp_path: Path) -> None:
    """One file serves both."""
    read(tmp_path, "[[gate]]\nday = 2024-11-17\n[[ladder]]\nday = 2024-11-17\n")
    assert () == read_answers(tmp_path / "me.toml")[2]


def test_a_file_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    """Missing, or not TOML."""
    with pytest.raises(NoSuchPath):
        read_comeback(tmp_path / "nowhere.toml")
    with pytest.raises(BadAnswers, match=r"me\.toml cannot be read"):
        read(tmp_path, "[[gate")
