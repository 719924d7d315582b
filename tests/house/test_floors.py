"""Arrows only go down: the contracts of pyproject.toml hold and leave no room out."""

import re
import subprocess
import sys
import tomllib

from house.blueprint import ROOT, SRC, listed

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# What makes a module a format: it says so itself, or it fills in the table that titles give away.
FORMAT = re.compile(r"def identify\(|^class \w+\(Titled\)", re.MULTILINE)
SHARED = ("protocol", "titled")


def contracts() -> dict[str, dict[str, list[str]]]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {c["id"]: c for c in config["tool"]["importlinter"]["contracts"]}


def test_the_contracts_hold() -> None:
    """import-linter finds no arrow that goes up or across (S3)."""
    ran = subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == ran.returncode, ran.stdout + ran.stderr


def test_every_format_is_kept_apart() -> None:
    """Every module that can identify a format is named by the contract that keeps them apart."""
    apart = set(contracts()["formats-apart"]["modules"])
    formats = {
        f"unload.importers.{path.stem}"
        for path in (SRC / "importers").glob("*.py")
        if path.stem not in SHARED and FORMAT.search(path.read_text(encoding="utf-8"))
    }
    missing = sorted(formats - apart)
    assert [] == missing, listed(missing)
    assert formats, "no importer found: the test looks for the wrong thing"
