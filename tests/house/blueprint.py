"""Where the house's files stand and how the house tests read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "unload"
TESTS = ROOT / "tests"
PROGRAMS = tuple(ROOT / name for name in ("scripts", "benchmarks", "derivations"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: Path) -> list[Path]:
    """Every Python file below the folders, in a fixed order."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, nested ones included."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def place(path: Path, line: int = 1) -> str:
    """file:line, as an editor can open it."""
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}:{line}"


def listed(faults: list[str]) -> str:
    """The faults one a line, for a failure that can be read."""
    return "\n" + "\n".join(faults)
