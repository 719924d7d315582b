"""Every file opens with one sentence saying its one job, and every test says what it promises."""

import ast
from pathlib import Path

import pytest

from house.blueprint import (
    PROGRAMS,
    ROOT,
    SRC,
    TESTS,
    functions,
    listed,
    parsed,
    place,
    python_files,
)

VAGUE = {"utils", "util", "helpers", "common", "base", "manager", "managers", "misc", "tools"}


def bad_opening(path: Path) -> str | None:
    """What is wrong with the first line of a file, or None."""
    text = path.read_text(encoding="utf-8").removeprefix("#!/usr/bin/env python3\n")
    opening = (ast.get_docstring(parsed(path)) or "").split("\n\n")[0]
    if not text.startswith('"""') or not opening:
        return f"{place(path)}: does not open with a docstring"
    sentence = " ".join(opening.split())
    if not sentence.endswith((".", ":")) or ". " in sentence.removesuffix("."):
        return f"{place(path)}: opens with something else than one sentence: {sentence}"
    return None


def silent_tests(path: Path) -> list[str]:
    """Every test function without a sentence."""
    return [
        f"{place(path, node.lineno)}: {node.name} does not say what it promises"
        for node in functions(parsed(path))
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]


def test_every_file_opens_with_one_sentence() -> None:
    """The first line of a file says its one job."""
    files = [*python_files(SRC, TESTS, *PROGRAMS), ROOT / "run"]
    faults = [fault for path in files if (fault := bad_opening(path))]
    assert [] == faults, listed(faults)


def test_every_test_has_a_sentence() -> None:
    """A test's docstring is the promise that broke when it fails."""
    faults = [f for path in python_files(TESTS) for f in silent_tests(path)]
    assert [] == faults, listed(faults)


def test_no_file_has_a_vague_name() -> None:
    """A module is named for its one job, never `utils` and its kin."""
    faults = [place(p) for p in python_files(SRC, TESTS, *PROGRAMS) if p.stem in VAGUE]
    assert [] == faults, listed(faults)


@pytest.mark.parametrize(
    "text",
    [
        "import os\n",
        '"""Two sentences. They are one too many."""\n',
        '"""no end"""\n',
        '# licence\n"""A sentence that comes too late."""\n',
    ],
)
def test_a_bad_opening_is_caught(tmp_path: Path, text: str) -> None:
    """Files without a first sentence, or with more than one, are named."""
    path = tmp_path / "room.py"
    path.write_text(text)
    assert (bad_opening(path) or "").startswith("room.py:1: ")


def test_a_silent_test_is_caught(tmp_path: Path) -> None:
    """A test without a docstring is named with its line."""
    path = tmp_path / "test_room.py"
    path.write_text('def test_a():\n    """Says so."""\n\n\ndef test_b():\n    assert True\n')
    assert ["test_room.py:5: test_b does not say what it promises"] == silent_tests(path)
