"""The page of what can be relied on names only tests and commands that are there."""

import re
import tomllib
from datetime import date
from typing import Any

import pytest

from house.blueprint import ROOT, script

PAGE = script("make_reliability")


def told() -> dict[str, Any]:
    return tomllib.loads((ROOT / "scripts" / "reliability.toml").read_text(encoding="utf-8"))


def test_a_test_is_told_by_its_sentence() -> None:
    """This one is."""
    name = "house/test_reliability.py::test_a_test_is_told_by_its_sentence"
    assert "This one is" == PAGE.sentence(name)


@pytest.mark.parametrize("name", ["house/test_reliability.py::test_nothing", "no/file.py::test_a"])
def test_a_test_that_is_gone_ends_the_page(name: str) -> None:
    """A promise does not outlive its test."""
    with pytest.raises(SystemExit, match="there is no test"):
        PAGE.sentence(name)


@pytest.mark.parametrize("command", ["make it so", "python3 run python benchmarks/luck.py"])
def test_a_command_that_is_gone_ends_the_page(command: str) -> None:
    """A figure nobody can measure again is none."""
    with pytest.raises(SystemExit, match="there is no"):
        PAGE.known(command)


def test_every_figure_says_when_and_of_what() -> None:
    """Its day, its commit, its seeds."""
    figures = [figure for promise in told()["promise"] for figure in promise.get("figure", [])]
    assert figures
    assert [] == [f for f in figures if not re.fullmatch(r"[0-9a-f]{7,40}", f["commit"])]
    assert [] == [f for f in figures if type(f["date"]) is not date or not f["seeds"]]


def test_every_promise_has_a_test() -> None:
    """A promise without one stands among what is left open."""
    assert [] == [promise["says"] for promise in told()["promise"] if not promise["tests"]]
