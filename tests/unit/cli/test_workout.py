"""The command workout: the session with its times, and none below an open flag."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unload.cli import main
from unload.knowledge import load_knowledge

K = load_knowledge()
STOPPING = [flag.key for flag in K.red_flags if flag.level.stops]
CALF = '[[spots]]\nregion = "calf"\nside = "left"\npain = 3\n'
NO = "[red_flags]\n" + "".join(f"{flag.key} = false\n" for flag in K.red_flags)
YES_TO_BREATHLESS = NO.replace("breathless = false", "breathless = true")


def run(folder: Path, text: str, *words: str) -> Result:
    path = folder / "me.toml"
    path.write_text(text, "utf-8")
    day = ("--today", "2024-11-17")
    return CliRunner().invoke(main, ["workout", "--answers", str(path), *day, *words])


def test_the_session_is_listed_with_its_times(tmp_path: Path) -> None:
    """With every question answered no; the first step begins at nought."""
    shown = run(tmp_path, CALF + NO, "--minutes", "12", "--tools", "roller,ball")
    assert 0 == shown.exit_code, shown.output
    assert "0:00  Left calf, roller, 3 x 45 s." in shown.output


@pytest.mark.parametrize(
    "text", [CALF, CALF + NO.replace("breathless = false", "breathless = true")]
)
def test_there_is_no_session_below_what_is_open(tmp_path: Path, text: str) -> None:
    """Neither on the screen nor for a program."""
    assert "0:00" not in run(tmp_path, text).output
    told = json.loads(run(tmp_path, text, "--json").stdout)
    assert (None, False) == (told["routine"], told["may_run"])


@pytest.mark.parametrize("key", STOPPING)
def test_every_flag_that_stops_stops_the_session(tmp_path: Path, key: str) -> None:
    """A yes to any of A, B and C, whatever hurts."""
    told = json.loads(
        run(tmp_path, CALF + NO.replace(f"\n{key} = false", f"\n{key} = true"), "--json").stdout
    )
    assert (None, False) == (told["routine"], told["may_run"])
    assert key in [flag["key"] for flag in told["flags"]]


def test_the_sore_demo_has_its_session() -> None:
    """Its questions are answered in its own file."""
    shown = CliRunner().invoke(main, ["workout", "--demo", "sore"])
    assert "0:00  Left calf, roller, 3 x 45 s." in shown.output
