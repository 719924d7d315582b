"""A child does its jobs, keeps its limits, and its death is told."""

import os
import sys
from pathlib import Path

import pytest

from hostile_formats import deeds, knows, squares
from unload.importers.child import Child, ChildDied, Limits, fair

SHORT = Limits(cpu_s=1, wall_s=1.5, memory_bytes=512 * 1024**2)
posix = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limits")


def test_answers_come_one_by_one_and_one_child_does_many_jobs() -> None:
    """In the order in which the job gives them."""
    with Child() as child:
        assert [0, 1, 4] == list(child.answers(squares, 3))
        assert [] == list(child.answers(squares, 0))
        assert ["a", "print", "b"] == list(child.answers(deeds, "a", "print", "b"))


def test_a_death_is_told_after_the_answers_before_it() -> None:
    """The parent lives, and may start another."""
    with Child() as child:
        answers = child.answers(deeds, "a", "die", "b")
        assert "a" == next(answers)
        with pytest.raises(ChildDied, match="broke the reader"):
            next(answers)
        with pytest.raises(ChildDied):
            next(child.answers(squares, 3))


@pytest.mark.parametrize("deed", ["loop", "sleep"])
def test_an_answer_that_takes_too_long_ends_the_child(deed: str) -> None:
    """Whether it works or waits."""
    with Child(SHORT) as child, pytest.raises(ChildDied, match="takes too long"):
        list(child.answers(deeds, deed))


@posix
def test_the_limit_of_work_alone_ends_a_loop() -> None:
    """Long before the wall clock does."""
    limits = Limits(cpu_s=1, wall_s=60.0)
    with Child(limits) as child, pytest.raises(ChildDied, match="takes too long"):
        list(child.answers(deeds, "loop"))


@posix
def test_memory_is_limited() -> None:
    """The job hears of it as of any lack of memory."""
    with Child(SHORT) as child:
        assert ["no room", "eat"] == list(child.answers(deeds, "eat"))


def test_nothing_but_our_own_nouns_is_let_in() -> None:
    """A child that was taken over cannot send a function to be called here (S30)."""
    with Child() as child, pytest.raises(ChildDied):
        list(child.answers(deeds, "lie"))


def test_a_child_stops_in_the_middle_of_its_job() -> None:
    """No process is left behind."""
    child = Child()
    next(child.answers(deeds, "a", "loop"))
    child.stop()
    child.stop()  # once more does no harm
    if sys.platform != "win32":
        with pytest.raises(ChildProcessError):
            os.waitpid(child._process.pid, 0)


def test_a_child_knows_no_secret_and_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what the environment of a server holds, nor a module that lies where one stands."""
    monkeypatch.setenv("SECRET_KEY", "canary")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pickle.py").write_text("raise SystemExit(9)")
    with Child() as child:
        assert [False] == list(child.answers(knows, "SECRET_KEY"))


def test_a_gigabyte_has_the_time_of_a_gigabyte() -> None:
    """What is small has what a single file has."""
    assert [Limits(), Limits(1034, 2068.0)] == [fair(10_000), fair(1024**3)]
