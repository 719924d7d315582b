"""What starting the program costs: nothing heavy is imported and nothing leaves the machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from house.blueprint import SRC

HEAVY = (
    "django",
    "psycopg",
    "platformdirs",
    "pandas",
    "polars",
    "scipy",
    "matplotlib",
    "plotly",
    "pyarrow",
)
# Runs the program in a process that refuses every connection, then lists what it imported.
PROBE = """
import json, sys
def refuse(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise RuntimeError("the program reached for the network: " + event)
sys.addaudithook(refuse)
sys.argv = ["unload", *json.loads(sys.argv[1])]
from unload.cli import main
try:
    code = main()
except SystemExit as stop:
    code = stop.code
print(json.dumps({"code": code, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


def started(*words: str) -> tuple[int, set[str]]:
    """Exit code and imported modules of one run of the program."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(words)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == ran.returncode, ran.stderr
    told = json.loads(ran.stderr.splitlines()[-1])
    return told["code"] or 0, set(told["modules"])


def test_a_week_imports_nothing_heavy_and_sends_nothing() -> None:
    """`unload week` runs without Django, pandas or plotting, and opens no connection."""
    code, modules = started("week", str(SRC / "demo" / "sore"), "--today", "2024-11-17")
    assert 0 == code
    assert "numpy" in modules
    assert [] == [name for name in HEAVY if name in modules]


@pytest.mark.parametrize(
    "words", [("inspect", str(SRC / "demo" / "sore")), ("why", "session_spike_green_max")]
)
def test_what_needs_no_store_enters_none(words: tuple[str, ...]) -> None:
    """Reading a path and explaining a number know no database."""
    code, modules = started(*words)
    assert 0 == code
    assert [] == [name for name in (*HEAVY, "unload.store") if name in modules]


@pytest.mark.parametrize(
    "words",
    [
        ("import", str(SRC / "demo" / "sore"), "--zone", "UTC"),
        ("check-in", "--sleep", "4"),
        ("doctor",),
    ],
)
def test_what_keeps_something_sends_nothing(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store on this machine is opened, filled and looked after with no connection (D20, S22)."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    code, modules = started(*words)
    assert 0 == code
    assert "unload.store" in modules


@pytest.mark.parametrize("words", [("--help",), ("import", "--help"), ("check-in", "--help")])
def test_help_imports_neither_numbers_nor_colours(words: tuple[str, ...]) -> None:
    """Help answers at once, because numpy, rich and the store wait until they are needed."""
    code, modules = started(*words)
    assert 0 == code
    assert [] == [name for name in (*HEAVY, "numpy", "rich") if name in modules]
