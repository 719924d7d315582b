"""Write docs/faults.md: what the program does at each fault, by the tests that name it.

python3 run python scripts/make_faults.py           writes docs/faults.md
python3 run python scripts/make_faults.py --check   fails where it differs
"""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import table

ROOT = Path(__file__).parent.parent
TESTS, PAGE = ROOT / "tests", ROOT / "docs" / "faults.md"
SHOWN = 3
# A fault is named by its family and number: I of the input, C of many at once, D of the disk.
NAMED = re.compile(r"\b([ICD])(\d+)(?:\s*-\s*\1(\d+))?\b")
ROW = re.compile(r"^(?:[icd]\d+ )+")
MADE = (
    "<!-- Written by scripts/make_faults.py from tests/; change what it reads, not this page. -->\n"
)
INTRO = """\
# Faults of the input and of the store

Whatever can be wrong with a file (I), with many things at once (C) and with the disk (D), as far as
import and store are concerned, and what happens then. Each sentence is the name of a test that
holds the program to it. Besides, every reader is given damaged files: a few in each run of the
tests, 20,000 for each reader now and then (`scripts/fuzz.py`); it must end with sessions or with
problems, in 2 seconds and 256 MB a file.
"""


@dataclass(frozen=True, order=True)
class Test:
    """A test that names faults: how many, where it stands, what it promises."""

    faults: int
    file: str
    promise: str


def named(text: str) -> set[str]:
    """The faults a docstring names; `I24-I27` names four."""
    found: set[str] = set()
    for family, first, last in NAMED.findall(text):
        found |= {f"{family}{number}" for number in range(int(first), int(last or first) + 1)}
    return found


def promises(path: Path) -> Iterator[tuple[str, str]]:
    """The docstrings of a file and what each promises: its test's name, or the file's sentence."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    head = ast.get_docstring(tree) or ""
    yield head, NAMED.sub("", head.split("\n")[0]).replace("()", "").strip(" .")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            words = ROW.sub("", node.name.removeprefix("test_").replace("_", " "))
            yield ast.get_docstring(node) or "", words


def tests_by_fault() -> dict[str, list[Test]]:
    """The tests of each fault; those that name it alone come first."""
    found: defaultdict[str, list[Test]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        file = path.relative_to(TESTS).as_posix()
        for text, promise in promises(path):
            faults = named(text)
            for fault in faults:
                found[fault].append(Test(len(faults), file, promise))
    return {fault: sorted(tests) for fault, tests in found.items()}


def page() -> str:
    """The whole page; a fault that no test names and that does not stand open ends the script."""
    faults = tomllib.loads((TESTS / "faults.toml").read_text(encoding="utf-8"))
    found = tests_by_fault()
    strange = [name for name in found if name not in faults]
    silent = [name for name, told in faults.items() if name not in found and "open" not in told]
    if strange or silent:
        sys.exit(f"named by tests and not known: {strange}; known and not named: {silent}")
    rows = [row(key, told, found.get(key, [])) for key, told in faults.items()]
    head = ("fault", "what the program does", "test, or what is open")
    return "\n".join((INTRO.replace("\n\n", f"\n\n{MADE}\n", 1), table(head, rows)))


def row(key: str, told: dict[str, str], tests: list[Test]) -> tuple[str, str, str]:
    """One fault with its first few tests, and what is still open."""
    shown = tests[:SHOWN]
    does = "; ".join(dict.fromkeys(test.promise for test in shown))
    files = [f"`{file}`" for file in dict.fromkeys(test.file for test in shown)]
    more = [f"and {len(tests) - SHOWN} more"] if len(tests) > SHOWN else []
    where = ", ".join((*files, *more))
    left = f"Open: {told['open']}" if "open" in told else ""
    last = ". ".join(part for part in (where, left) if part)
    return f"**{key}** {told['fault']}", does[:1].upper() + does[1:], last


def main(*, check: bool) -> int:
    text = page()
    if not check:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        print("docs/faults.md differs: run scripts/make_faults.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
