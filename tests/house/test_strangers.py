"""No word of a stranger is run: not as code, not as a question to the database, not as markup."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.blueprint import SRC, listed, parsed, place, python_files

# Modules that build objects, or run code, from what they are given.
BUILDERS = {"pickle", "marshal", "shelve", "dill", "jsonpickle", "code"}
RUNNERS = {"eval", "exec", "compile", "__import__"}
# The one place that takes in what another process built, by an allow-list: its test is S30 too.
ALLOWED = {"importers/child.py": BUILDERS}
# What asks a database by a name or a text; a name may not come from elsewhere.
RAW = {"raw", "extra", "RawSQL"}
BY_NAME = {"filter", "exclude", "get", "order_by", "annotate", "values", "alias", "aggregate"}
UNESCAPED = re.compile(r"\|\s*safe|autoescape\s+false|\{%-?\s*autoescape", re.IGNORECASE)


def built(path: Path) -> Iterator[str]:
    """Every import and call of a file that builds or runs what it is given."""
    for node in ast.walk(parsed(path)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name.split(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [str(node.module).split(".")[0]]
        found = [name for name in names if name in BUILDERS]
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            found += (
                [called] if called in RUNNERS or called in ("yaml.load", "yaml.unsafe_load") else []
            )
        yield from (f"{place(path, getattr(node, 'lineno', 1))}: {name}" for name in found)


def asked(path: Path) -> Iterator[str]:
    """Every question to the database that is made of text, or of names not written there."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        manager = "objects" in ast.unparse(node.func)
        starred = any(word.arg is None for word in node.keywords)
        named = name == "order_by" and not all(isinstance(a, ast.Constant) for a in node.args)
        if name in RAW or (manager and name in BY_NAME and starred) or named:
            yield f"{place(path, node.lineno)}: {ast.unparse(node)}"


def test_nothing_is_built_or_run_from_what_is_given() -> None:
    """What another process answers is taken in by an allow-list, and nowhere else (S30)."""
    faults = [
        fault for path in python_files(SRC) for fault in built(path)
        if fault.split(": ")[1] not in ALLOWED.get(path.relative_to(SRC).as_posix(), ())
    ]  # fmt: skip
    assert not faults, listed(faults)


def test_no_question_to_the_database_is_made_of_what_is_sent() -> None:
    """Names of columns and directions stand in the program (S27)."""
    rooms = (SRC / "store", SRC / "service", SRC / "web")
    faults = [fault for path in python_files(*rooms) for fault in asked(path)]
    assert not faults, listed(faults)


def test_no_template_lets_markup_through() -> None:
    """What is shown is escaped, and a template cannot say otherwise (S19)."""
    templates = sorted((SRC / "web" / "templates").glob("*.html"))
    assert templates
    assert [] == [p.name for p in templates if UNESCAPED.search(p.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("import pickle", 1),
        ("from marshal import loads", 1),
        ("eval(x)", 1),
        ("yaml.load(x)", 1),
        ("yaml.safe_load(x)\nre.compile(x)\nast.literal_eval(x)", 0),
        ("Row.objects.raw(x)", 1),
        ("Row.objects.filter(**sent)", 1),
        ("Row.objects.order_by(sent['by'])", 1),
        ("Row.objects.filter(day=x).order_by('-pk')\nhelp(**words)", 0),
    ],
)
def test_the_net_catches_what_it_is_for(tmp_path: Path, text: str, caught: int) -> None:
    """And lets plain questions through."""
    path = tmp_path / "x.py"
    path.write_text(text)
    assert caught == len([*built(path), *asked(path)])
    assert UNESCAPED.search("{{ name | safe }}")
