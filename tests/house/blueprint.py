"""Where the house's files stand and how the house tests read them."""

import ast
import importlib.util
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "unload"
TESTS = ROOT / "tests"
PROGRAMS = tuple(ROOT / name for name in ("scripts", "benchmarks", "derivations"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: Path) -> list[Path]:
    """Every Python file below the folders, in a fixed order."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    """The file as a tree, which nobody may change: the next test looks at the same one."""
    return _tree(path.read_text(encoding="utf-8"), str(path))


@cache
def _tree(text: str, name: str) -> ast.Module:
    return ast.parse(text, filename=name)


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


@cache
def script(name: str) -> ModuleType:
    """A program of scripts/ as a module; what it imports from beside itself is found."""
    folder = str(ROOT / "scripts")
    spec = importlib.util.spec_from_file_location(name, f"{folder}/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module
