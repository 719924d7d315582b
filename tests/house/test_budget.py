"""Files and functions stay short, take few positional arguments and hide no import."""

import ast
import statistics
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from house.blueprint import SRC, Function, functions, listed, parsed, place, python_files

FILE_LINES_ASKED, FILE_LINES_MAX = 300, 500
FUNCTION_LINES_P90, FUNCTION_LINES_MAX = 25, 50
VIEW_LINES_MAX = 15
POSITIONAL_MAX = 5


def length(node: Function) -> int:
    """Lines of a function from its name to its end, the docstring not counted."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return lines
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def long_functions(path: Path) -> list[str]:
    return [
        f"{place(path, node.lineno)}: {node.name} has {length(node)} lines"
        for node in functions(parsed(path))
        if length(node) > FUNCTION_LINES_MAX
    ]


def long_views(path: Path) -> list[str]:
    """Every view that does more than ask and show: a view says whom it is for by its decorator."""
    return [
        f"{place(path, node.lineno)}: {node.name} has {lines} lines"
        for node in functions(parsed(path))
        if any("for_" in ast.unparse(mark)[:4] for mark in node.decorator_list)
        if (lines := length(node) - (node.body[0].lineno - node.lineno)) > VIEW_LINES_MAX
    ]


def greedy_functions(path: Path) -> list[str]:
    """Every function with more positional parameters than a reader can keep apart."""
    counts = [
        (node, len([a for a in (*node.args.posonlyargs, *node.args.args) if a.arg != "self"]))
        for node in functions(parsed(path))
    ]
    return [
        f"{place(path, node.lineno)}: {node.name} takes {count} positional parameters"
        for node, count in counts
        if count > POSITIONAL_MAX
    ]


def says_why(line: str) -> bool:
    """Whether a line carries a comment in words, a linter's code not counted."""
    comment = line.partition("#")[2]
    return bool(comment.replace("noqa: PLC0415", "").strip(" #"))


def hidden_imports(path: Path) -> list[str]:
    """Every import inside a function whose line gives no reason."""
    lines = path.read_text(encoding="utf-8").splitlines()
    inside = {
        node.lineno
        for function in functions(parsed(path))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    return [
        f"{place(path, number)}: an import hidden in a function gives its reason beside it"
        for number in sorted(inside)
        if not any(map(says_why, lines[max(0, number - 2) : number]))
    ]


@pytest.mark.filterwarnings("default")
def test_files_stay_short() -> None:
    """No file of the program has more than 500 lines; one over 300 is pointed out."""
    # Django writes migrations, and nobody splits them.
    written = [path for path in python_files(SRC) if path.parent.name != "migrations"]
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in written}
    for path, lines in lengths.items():
        if lines > FILE_LINES_ASKED:
            warnings.warn(f"{place(path)} has {lines} lines: time to split it?", stacklevel=1)
    too_long = [f"{place(p)}: {n} lines" for p, n in lengths.items() if n > FILE_LINES_MAX]
    assert [] == too_long, listed(too_long)


def test_most_functions_are_short() -> None:
    """Nine functions of ten have at most 25 lines."""
    lengths = [length(f) for path in python_files(SRC) for f in functions(parsed(path))]
    assert statistics.quantiles(lengths, n=10)[-1] <= FUNCTION_LINES_P90


@pytest.mark.parametrize("net", [long_functions, long_views, greedy_functions, hidden_imports])
def test_no_function_breaks_the_budget(net: Callable[[Path], list[str]]) -> None:
    """No function over 50 lines, no view over 15, no more than 5 positional parameters, no import
    without its reason.
    """
    faults = [fault for path in python_files(SRC) for fault in net(path)]
    assert [] == faults, listed(faults)


def test_the_budget_is_counted(tmp_path: Path) -> None:
    """A long, a greedy, a secretive function and a long view are caught; a docstring is free."""
    path = tmp_path / "room.py"
    said = '    """One.\n\n    Two.\n    """\n'
    path.write_text(
        "def long():\n" + said + "    x = 1\n" * 50 + "\n\n"
        "def right(self, a, b, c, d, e, *, f):\n    import json  # big, and rarely needed\n\n\n"
        "def greedy(a, b, c, d, e, f):\n    import json  # noqa: PLC0415\n\n\n"
        '@for_owner("GET")\ndef view(request, notebook):\n' + said + "    x = 1\n" * 16
    )
    assert ["room.py:1: long has 51 lines"] == long_functions(path)
    assert ["room.py:62: greedy takes 6 positional parameters"] == greedy_functions(path)
    assert ["room.py:67: view has 16 lines"] == long_views(path)
    assert ["room.py:63"] == [fault.split(": ")[0] for fault in hidden_imports(path)]
