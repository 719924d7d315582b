"""The command body."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from unload.cli import main

CALF = """
[[spots]]
region = "calf"
side = "left"
pain = 3
at_rest = false
at_night = false
swelling = false
sudden = false
weight_bearing = false
point = false
character = "dull"
since = 2024-11-12
"""
NO = "[red_flags]\nbreathless = false\nswollen-calf = false\n"


def run(*words: str, said: str = "") -> Result:
    return CliRunner().invoke(main, ["body", *words], input=said)


def written(folder: Path, text: str) -> str:
    path = folder / "me.toml"
    path.write_text(text, "utf-8")
    return str(path)


def told(folder: Path, text: str, *words: str) -> dict[str, Any]:
    """What the program says to a program."""
    result = run("--answers", written(folder, text), "--json", "--today", "2024-11-17", *words)
    assert 0 == result.exit_code, result.output
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def test_a_file_gives_findings_and_a_routine(tmp_path: Path) -> None:
    """With every question answered no."""
    shown = told(tmp_path, CALF + NO)
    assert ([], [], True) == (shown["flags"], shown["questions"], shown["may_run"])
    assert shown["findings"]
    assert shown["routine"]["steps"]


def test_an_open_question_hides_them(tmp_path: Path) -> None:
    """Nothing was said of breath and clot."""
    shown = told(tmp_path, CALF)
    assert ["breathless", "swollen-calf"] == [flag["key"] for flag in shown["questions"]]
    assert ([], None) == (shown["findings"], shown["routine"])


def test_tools_and_minutes_are_those_of_the_options(tmp_path: Path) -> None:
    """The routine fits what is at hand."""
    steps = told(tmp_path, CALF + NO, "--tools", "stick", "--minutes", "4")["routine"]["steps"]
    assert {step["tool"] for step in steps} <= {"stick", "hands", "exercise"}
    assert sum(step["sets"] * step["seconds"] for step in steps) <= 240


def test_the_demo_stands_alone(tmp_path: Path) -> None:
    """It has its own record and its own answers."""
    result = run("--demo", "sore", "--answers", written(tmp_path, CALF))
    assert 2 == result.exit_code
    assert "--demo stands alone" in result.stderr


@pytest.mark.parametrize("words", [("--demo", "sore"), ("--demo", "steady")])
def test_the_demo_runners_can_be_looked_at(words: tuple[str, ...]) -> None:
    """The sore one at the calf, the steady one nowhere."""
    result = run(*words, "--json")
    assert 0 == result.exit_code
    spots = [spot["region"] for spot in json.loads(result.stdout)["spots"]]
    assert {"sore": ["calf"], "steady": []}[words[1]] == spots
