"""Write docs/reliability.md: what is promised, the tests that hold it, what was measured.

python3 run python scripts/make_reliability.py           writes docs/reliability.md
python3 run python scripts/make_reliability.py --check   fails where it differs

scripts/reliability.toml says what is promised and what a command found when it was run by hand. A
test that is not there, or a command whose program is not, ends the script.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown import table

ROOT = Path(__file__).parent.parent
SAID, PAGE = ROOT / "scripts" / "reliability.toml", ROOT / "docs" / "reliability.md"
MADE = "<!-- Written by scripts/make_reliability.py from scripts/reliability.toml. -->"
INTRO = """\
# What can be relied on

{made}

Each promise, the tests that hold the program to it in every run, and the command that measures it.
A figure is what that command printed on the day and at the commit beside it; run it again, and it
prints your own. What is not held by a test yet stands at the end.

The machine: {machine}.
"""


def sentence(name: str) -> str:
    """What a test promises, the first sentence of its docstring; the name is file::test."""
    file, _, test = name.partition("::")
    path = ROOT / "tests" / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == test:
            told = " ".join((ast.get_docstring(node) or "").split())
            return told.partition(". ")[0].rstrip(".")
    sys.exit(f"there is no test {name}")


def known(command: str) -> str:
    """A command whose program is there."""
    words = command.split()
    if words[:2] != ["python3", "run"] or not all(
        (ROOT / word).exists() for word in words if "/" in word
    ):
        sys.exit(f"there is no {command}")
    return command


def promise(told: dict[str, Any]) -> Iterator[str]:
    """One promise with its tests and figures."""
    yield f"## {told['says']}\n\n{told['means'].strip()}\n"
    yield table(("test", "holds that"), ((f"`{name}`", sentence(name)) for name in told["tests"]))
    figures = told.get("figure", [])
    if figures:
        rows = (
            (f"`{known(f['command'])}`", f["found"], f["seeds"], f"{f['date']}, `{f['commit']}`")
            for f in figures
        )
        yield table(("command", "found", "seeds", "when, commit"), rows)


def page(told: dict[str, Any]) -> str:
    """The whole page."""
    left = "\n".join(f"- {' '.join(line.split())}" for line in told["open"])
    return "\n".join(
        [
            INTRO.format(made=MADE, machine=told["machine"]),
            *(part for each in told["promise"] for part in promise(each)),
            f"## Not held by a test yet\n\n{left}\n",
        ]
    )


def main(*, check: bool) -> int:
    text = page(tomllib.loads(SAID.read_text(encoding="utf-8")))
    if not check:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        print("docs/reliability.md differs: run scripts/make_reliability.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
