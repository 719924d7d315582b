"""Write docs/faults.md: what the program does at each fault, by the tests that name it.

A fault that no test names says in tests/faults.toml why it is not here, or why it stands open.

python3 run python scripts/make_faults.py           writes docs/faults.md
python3 run python scripts/make_faults.py --check   fails where it differs
"""

import ast
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import table

ROOT = Path(__file__).parent.parent
TESTS, PAGE = ROOT / "tests", ROOT / "docs" / "faults.md"
SHOWN = 3
# A fault is named by its family and number.
FAMILIES = {
    "I": "bad input",
    "C": "many things at once",
    "D": "the disk, the power and the clock",
    "S": "security and privacy",
    "X": "decisions",
}
NAMED = re.compile(r"\b([ICDSX])(\d+)(?:\s*-\s*\1(\d+))?\b")
ROW = re.compile(r"^(?:[icdsx]\d+ )+")
EMPTY = re.compile(r"\s*\([\s,]*\)")
OWNED = re.compile(r"(?<=\w) s\b")
MADE = (
    "<!-- Written by scripts/make_faults.py from tests/; change what it reads, not this page. -->\n"
)
INTRO = """\
# Faults and what happens then

What can go wrong with a program like this one, by family, and what this one does then. Each
sentence is the name of a test that holds the program to it. Where no test does, it says why: a
fault is not here, because the program has no such thing, or it stands open, with what is missing.
"""
OUTRO = """\

Besides, every reader is given damaged files: a few in each run of the tests, 20,000 for each reader
now and then (`python3 run python scripts/fuzz.py`); it must end with sessions or with problems, in
2 seconds and 256 MB a file.

This page and its counts are made again by `python3 run python scripts/make_faults.py`. A test fails
where a fault has no answer, where a test names a fault that is not listed, and where a fault is
said not to be here and a test names it.
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
    yield head, EMPTY.sub("", NAMED.sub("", head.split("\n")[0])).strip(" .:")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            words = ROW.sub("", node.name.removeprefix("test_").replace("_", " "))
            yield ast.get_docstring(node) or "", OWNED.sub("'s", words)


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


def listed() -> dict[str, dict[str, str]]:
    """Every fault with what goes wrong, and the reason where no test answers it."""
    return tomllib.loads((TESTS / "faults.toml").read_text(encoding="utf-8"))


def wrong(faults: dict[str, dict[str, str]], found: dict[str, list[Test]]) -> list[str]:
    """Faults without an answer, with two that contradict each other, or that nobody listed."""
    strange = [
        f"{key} is named by {found[key][0].file} and not listed" for key in found.keys() - faults
    ]
    silent = [f"{key} has no answer" for key, told in faults.items()
              if key not in found and not told.keys() & {"open", "not_here"}]  # fmt: skip
    twofold = [f"{key} is said not to be here, and a test names it" for key, told in faults.items()
               if "not_here" in told and (key in found or "open" in told)]  # fmt: skip
    return [*strange, *silent, *twofold]


def answered(told: dict[str, str]) -> str:
    """How a fault is answered."""
    return next((how for how in ("open", "not_here") if how in told), "named")


def page() -> str:
    """The whole page; a fault without an answer ends the script."""
    faults, found = listed(), tests_by_fault()
    if faulty := wrong(faults, found):
        sys.exit("\n".join(faulty))
    head = ("fault", "what the program does", "test, or why there is none")
    parts = [INTRO.replace("\n\n", f"\n\n{MADE}\n", 1), counts(faults)]
    for family, of in FAMILIES.items():
        rows = [
            row(key, told, found.get(key, [])) for key, told in faults.items() if key[0] == family
        ]
        parts.append(f"\n## {family}: {of}\n\n{table(head, rows)}".rstrip("\n"))
    return "\n".join((*parts, OUTRO))


def counts(faults: dict[str, dict[str, str]]) -> str:
    """How many faults there are of each family, and how they are answered."""
    rows = [counted(f"{key}: {of}", [t for name, t in faults.items() if name[0] == key])
            for key, of in FAMILIES.items()]  # fmt: skip
    head = (
        "family",
        "faults",
        "named by a test",
        "not here, with the reason",
        "open, with the reason",
    )
    return table(head, [*rows, counted("all", list(faults.values()))]).rstrip("\n")


def counted(name: str, told: list[dict[str, str]]) -> tuple[str, ...]:
    ways = Counter(map(answered, told))
    return name, str(len(told)), *(str(ways[way]) for way in ("named", "not_here", "open"))


def row(key: str, told: dict[str, str], tests: list[Test]) -> tuple[str, str, str]:
    """One fault with its first few tests, and what is still open."""
    shown = tests[:SHOWN]
    does = "; ".join(dict.fromkeys(test.promise for test in shown))
    files = [f"`{file}`" for file in dict.fromkeys(test.file for test in shown)]
    more = [f"and {len(tests) - SHOWN} more"] if len(tests) > SHOWN else []
    where = ", ".join((*files, *more))
    left = f"Open: {told['open']}" if "open" in told else ""
    left = f"Not here: {told['not_here']}" if "not_here" in told else left
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
