"""Whatever keeps something is killed at random: nothing answered is lost, doubled or damaged."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROUNDS = 10
ACTS = ("CheckIn", "Sent", "Accept", "BackUp", "Restore", "Migrate")
PROGRAM = Path(__file__).parents[1] / "killing.py"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was found of each act, and of the fault that must be found."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork a process that has everything loaded")
    folder = tmp_path_factory.mktemp("killed")
    ran = subprocess.run(
        [sys.executable, str(PROGRAM), *ACTS, "TooEarly", "--rounds", str(ROUNDS)],
        env=os.environ | {"UNLOAD_DATA": str(folder), "DATABASE_URL": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (0, "") == (ran.returncode, ran.stderr)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("act", ACTS)
def test_what_was_acknowledged_before_a_kill_is_kept_once(told: dict[str, Any], act: str) -> None:
    """Nothing is lost, nothing is there twice, and the store opens again, whole."""
    found = told[act]
    faults = (found["lost"], found["doubled"], found["damaged"])
    assert (ROUNDS, 0, 0, 0) == (found["killed"], *faults)


def test_an_answer_before_the_commit_is_found(told: dict[str, Any]) -> None:
    """The trial can see what it looks for."""
    assert told["TooEarly"]["lost"] > 0
