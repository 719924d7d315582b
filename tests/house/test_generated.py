"""Generated files are what their scripts would write now."""

import subprocess
import sys
from pathlib import Path

import pytest

from house.blueprint import ROOT

SCRIPTS = sorted((ROOT / "scripts").glob("make_*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_nothing_generated_has_drifted(script: Path) -> None:
    """`--check` of every scripts/make_*.py finds no difference; the demo's runners are made up
    (S43).
    """
    ran = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert 0 == ran.returncode, ran.stdout + ran.stderr


def test_the_scripts_are_found() -> None:
    """The demo, the screen and the pages of constants each have a script."""
    assert {"make_demo", "make_docs", "make_screen"} <= {path.stem for path in SCRIPTS}
