"""The `run` script hands over to uv, from anywhere, or says what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from house.blueprint import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a shell script")
STAND_IN = '#!/bin/sh\necho "$@"\necho "python=$UV_PYTHON downloads=$UV_PYTHON_DOWNLOADS"\n'
# Loads `run` as a module under a Python that claims another version, then calls it.
PRETEND = """
import importlib.machinery, importlib.util, sys
loader = importlib.machinery.SourceFileLoader("run", sys.argv[1])
run = importlib.util.module_from_spec(importlib.util.spec_from_loader("run", loader))
sys.dont_write_bytecode = True
loader.exec_module(run)
{change}
run.main(["pytest"])
"""


@pytest.fixture
def uv(tmp_path: Path) -> dict[str, str]:
    """An environment whose uv only says how it was called."""
    stand_in = tmp_path / "bin" / "uv"
    stand_in.parent.mkdir()
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if not k.startswith("UV_")}
    return kept | {"PATH": f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"}


def said(environment: dict[str, str], cwd: Path, *words: str) -> list[str]:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "run"), *words],
        env=environment, cwd=cwd, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stdout.splitlines()


def refusal(change: str) -> subprocess.CompletedProcess[str]:
    code = PRETEND.format(change=change)
    return subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "run")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_alone_it_prints_two_lines_of_help(uv: dict[str, str], tmp_path: Path) -> None:
    """`python3 run` says the two things one can do with it."""
    lines = said(uv, tmp_path)
    assert 2 == len(lines)
    assert all(line.startswith("python3 run ") for line in lines)


def test_pages_and_sheets_bring_their_own_packages(uv: dict[str, str], tmp_path: Path) -> None:
    """`serve` and `hand-over` ask for the extras that they need, and no other command does."""
    assert "--extra=web --extra=pdf" in said(uv, tmp_path, "unload", "serve", "--demo")[0]
    assert "--extra=pdf" in said(uv, tmp_path, "unload", "hand-over", "runs.csv")[0]
    assert "--extra" not in said(uv, tmp_path, "unload", "week", "serve")[0]
    assert "--extra" not in said(uv, tmp_path, "unload")[0]


def test_the_program_runs_where_its_user_stands(uv: dict[str, str], tmp_path: Path) -> None:
    """`run unload` keeps the folder, because the paths it is given are relative to it."""
    called = said(uv, tmp_path, "unload", "week", "my runs")[0]
    assert f"run --project {ROOT} --no-dev unload week my runs" == called


def test_a_tool_runs_on_the_repository(uv: dict[str, str], tmp_path: Path) -> None:
    """`run pytest` from elsewhere goes to the repository, and from inside stays where it is."""
    assert f"run --directory {ROOT} pytest -q" == said(uv, tmp_path, "pytest", "-q")[0]
    assert f"run --project {ROOT} pytest -q" == said(uv, ROOT / "tests", "pytest", "-q")[0]


def test_the_interpreter_exists(uv: dict[str, str], tmp_path: Path) -> None:
    """A first run takes the Python it was started with, and what is set by hand is kept."""
    fresh = uv | {"UV_PROJECT_ENVIRONMENT": str(tmp_path / "none")}
    assert f"python={sys.executable} downloads=never" == said(fresh, tmp_path, "pytest")[1]
    chosen = fresh | {"UV_PYTHON": "3.12", "UV_PYTHON_DOWNLOADS": "manual"}
    assert "python=3.12 downloads=manual" == said(chosen, tmp_path, "pytest")[1]


def test_an_old_python_is_told(uv: dict[str, str]) -> None:
    """A Python before 3.11 gets a sentence, not a syntax error."""
    ran = refusal("run.sys.version_info = (3, 9, 2)")
    assert 1 == ran.returncode
    assert "needs Python 3.11 or newer" in ran.stderr


def test_a_python_without_venv_is_told(tmp_path: Path) -> None:
    """Where venv is missing, the sentence names the package to install."""
    change = (
        f"run.BOOT = {str(tmp_path / 'boot')!r}; run.shutil.which = lambda name: None; "
        "run.subprocess.call = lambda *a, **k: 1"
    )
    ran = refusal(change)
    assert 1 == ran.returncode
    assert "apt install python3-venv" in ran.stderr


def test_it_parses_on_a_python_of_2016() -> None:
    """The script is read by Pythons far too old to run it, or the sentence could not be printed."""
    compile_for = "import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 6))"
    subprocess.run([sys.executable, "-c", compile_for, str(ROOT / "run")], check=True)
