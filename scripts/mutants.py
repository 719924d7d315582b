"""Leave each check of who may do what out in turn, and see the tests that guard it fail.

    python3 run python scripts/mutants.py                 every check, in every room that has some
    python3 run python scripts/mutants.py web/access.py   those of one file

A mutant is a copy of the program in which one check is left out, turned round or answered with yes,
one deed of the door is not done, or one route takes a method more. It is killed if a test fails.
The copy is made beside the temporary files; nothing here is changed. Prints a row for each file and
a line for each mutant that survives. Each trial is a fork of this process, which has read the
libraries and nothing of the program: half of a trial was the reading of them.
"""

import argparse
import ast
import compileall
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEMO = "demo"
PACKAGE, TESTS = ROOT / "src" / "unload", ROOT / "tests"
MATRIX = "web/test_matrix.py"
# Where whoever may not is turned away, and the tests that must notice, the quickest first.
GUARDED: dict[str, tuple[str, ...]] = {
    "web/access.py": ("unit/web/test_access.py", MATRIX),
    "web/policy.py": (
        "unit/web/test_policy.py",
        "unit/web/test_asked.py",
        MATRIX,
        "web/test_pages_are_tight.py",
    ),
    "web/entrance.py": ("unit/web/test_entrance.py", MATRIX),
    "web/one_time_code.py": ("unit/web/test_one_time_code.py", "unit/web/test_entrance.py"),
    "web/tickets.py": ("unit/web/test_tickets.py",),
    "web/feed_key.py": ("unit/web/test_feed_key.py", MATRIX),
    "web/secret.py": ("unit/web/test_secret.py",),
    "web/leaving.py": ("unit/web/test_leaving.py", MATRIX),
    "service/week_changes.py": ("unit/service/test_week_changes.py", "unit/web/test_week.py"),
}
LIBRARIES = (
    "django.db.backends.sqlite3.base", "django.template.backends.jinja2", "django.test",
    "fido2.server", "hypothesis", "icalendar", "pyotp", "segno", "waitress.server",
    "whitenoise.middleware",
)  # fmt: skip
FOR = ("for_owner", "for_bearer", "for_everybody")
ALSO = {"GET": "POST", "POST": "GET"}


@dataclass(frozen=True)
class Mutant:
    """One change to one file."""

    file: str
    line: int
    how: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.how}"


class _Change(ast.NodeTransformer):
    """Makes the change of one number; counts the places where one could be made."""

    def __init__(self, wanted: int, *, routes_alone: bool) -> None:
        self.wanted, self.routes_alone = wanted, routes_alone
        self.seen, self.line, self.how = -1, 0, ""
        self.says_yes = False

    def here(self, node: ast.AST, how: str) -> bool:
        self.seen += 1
        if self.seen == self.wanted:
            self.line, self.how = getattr(node, "lineno", 0), how
        return self.seen == self.wanted

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:  # its name in ast
        for told in node.decorator_list:
            if isinstance(told, ast.Call) and getattr(told.func, "id", "") in FOR:
                methods = {word.value for word in told.args if isinstance(word, ast.Constant)}
                for method in sorted({ALSO[str(m)] for m in methods} - methods):
                    if self.here(node, f"takes {method} as well"):
                        told.args.append(ast.Constant(method))
        outer = self.says_yes
        self.says_yes = isinstance(node.returns, ast.Name) and node.returns.id == "bool"
        self.generic_visit(node)
        self.says_yes = outer
        return node

    def _asked(self, node: ast.If | ast.IfExp) -> ast.AST:
        if not self.routes_alone:
            asked = ast.unparse(node.test)
            if asked == "TYPE_CHECKING":
                return node
            if self.here(node, f"never asks whether {asked}"):
                node.test = ast.Constant(value=False)
            elif self.here(node, f"asks the opposite of {asked}"):
                node.test = ast.UnaryOp(ast.Not(), node.test)
        return self.generic_visit(node)

    visit_If = visit_IfExp = _asked  # noqa: N815 # their names in ast

    def visit_Return(self, node: ast.Return) -> ast.AST:  # its name in ast
        computed = node.value is not None and not isinstance(node.value, ast.Constant)
        if not self.routes_alone and self.says_yes and computed:
            for answer in (True, False):
                if self.here(node, f"always says {answer}"):
                    node.value = ast.Constant(value=answer)
        return self.generic_visit(node)

    def _done(self, node: ast.Expr | ast.AugAssign) -> ast.AST:
        deed = isinstance(node, ast.AugAssign) or isinstance(node.value, ast.Call)
        if deed and not self.routes_alone and self.here(node, f"leaves out {ast.unparse(node)}"):
            return ast.copy_location(ast.Pass(), node)
        return self.generic_visit(node)

    visit_Expr = visit_AugAssign = _done  # noqa: N815 # their names in ast


def mutants(file: str) -> Iterator[Mutant]:
    """Every mutant of a file; of one that is not among those guarded only its routes change."""
    text, wanted = (PACKAGE / file).read_text(encoding="utf-8"), 0
    while True:
        tree = ast.parse(text)
        change = _Change(wanted, routes_alone=file not in GUARDED)
        change.visit(tree)
        if change.seen < wanted:
            return
        yield Mutant(file, change.line, change.how, ast.unparse(ast.fix_missing_locations(tree)))
        wanted += 1


def files() -> list[str]:
    """What is guarded, and every other module of the pages that has a route."""
    routes = (p for p in (PACKAGE / "web").glob("*.py") if "@for_" in p.read_text(encoding="utf-8"))
    return list(dict.fromkeys([*GUARDED, *sorted(f"web/{path.name}" for path in routes)]))


@cache
def _sound(test: str, copy: Path) -> bool:
    return passes(test, copy)


def sound(file: str, copy: Path) -> bool:
    """Whether the tests of a file pass as long as it is what it is."""
    return all(_sound(test, copy) for test in tests_of(file))


def killed(mutant: Mutant, copy: Path) -> bool:
    """Whether a test fails with it; the copy is as it was afterwards."""
    place = copy / "unload" / mutant.file
    was = place.read_text(encoding="utf-8")
    place.write_text(mutant.text, encoding="utf-8")
    try:
        return any(not passes(test, copy) for test in tests_of(mutant.file))
    finally:
        place.write_text(was, encoding="utf-8")


def tests_of(file: str) -> tuple[str, ...]:
    return GUARDED.get(file, (MATRIX,))


def passes(test: str, copy: Path) -> bool:
    """Whether the tests of a file pass with the program as it is in the copy."""
    words = ["-x", "-q", "-p", "no:cacheprovider", "--demo", str(copy / DEMO), str(TESTS / test)]
    return _forked(copy, lambda: int(pytest.main(words))) == 0


def _forked(copy: Path, do: Callable[[], int]) -> int:
    """How something ends in a process of its own, which finds the program in the copy."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        os.chdir(ROOT)
        os.environ |= {"PYTHONPATH": str(copy), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        sys.path[:0] = [str(copy), str(TESTS)]
        sys.dont_write_bytecode = True  # nobody may find a mutant's later
        for number in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        code = do()
    finally:
        os._exit(code)


def copied(folder: Path) -> Path:
    """The program once more below a folder, and beside it the demo it makes."""
    (folder / DEMO).mkdir()
    shutil.copytree(PACKAGE, folder / "unload", ignore=shutil.ignore_patterns("__pycache__"))
    # Compiled once, but for what will change: two texts of a second and a size have one bytecode.
    compileall.compile_dir(folder, quiet=2)
    for file in files():
        Path(importlib.util.cache_from_source(folder / "unload" / file)).unlink()
    if _forked(folder, lambda: _demo(folder / DEMO)):
        sys.exit("the demo could not be made")
    return folder


def _demo(folder: Path) -> int:
    from pages import make_demo  # noqa: PLC0415 # brings the program, which only forks may

    make_demo(folder, "")
    return 0


def main() -> int:
    said = argparse.ArgumentParser(description="Leave out each check in turn.")
    os.environ["DJANGO_SETTINGS_MODULE"] = "unload.web.settings"
    said.add_argument("files", nargs="*", choices=[*files(), []], help="below src/unload")
    asked = said.parse_args().files or files()
    survivors: list[Mutant] = []
    for library in LIBRARIES:
        importlib.import_module(library)
    print(f"{'file':28}{'mutants':>8}{'killed':>8}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        for file in asked:
            if not sound(file, copy):
                sys.exit(f"the tests of {file} fail without a mutant")
            made, before = list(mutants(file)), len(survivors)
            for mutant in made:
                if not killed(mutant, copy):
                    survivors.append(mutant)
                    print(f"    survives: {mutant}", flush=True)
            alive = len(survivors) - before
            print(f"{file:28}{len(made):8}{len(made) - alive:8}", flush=True)
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
