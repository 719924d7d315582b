"""Net one and two: science holds no number of its own, and a formula's numbers name a source."""

import ast
import re
import tomllib
from pathlib import Path

from house.blueprint import ROOT, SRC, listed, parsed, place, python_files

SCIENCE = SRC / "science"
ALLOWED = (0, 1)  # and so -1; not 2: a hidden `minutes / 2` is a cut nobody sourced
FORM = re.compile(r"#\s*form:\s*([\w, -]+)")
CLOCK_AND_CHANCE = {"today", "now", "utcnow", "time", "monotonic", "perf_counter", "default_rng"}


def source_keys() -> set[str]:
    return set(tomllib.loads((SRC / "knowledge" / "sources.toml").read_text(encoding="utf-8")))


def form_keys(line: str) -> list[str]:
    """The source keys that a line's `# form:` comment names."""
    found = FORM.search(line)
    return [key.strip() for key in found[1].split(",")] if found else []


def axes(tree: ast.Module) -> set[ast.AST]:
    """What stands in `axis=...`: a place in a shape, which cannot be a quantity."""
    named = (k for k in ast.walk(tree) if isinstance(k, ast.keyword) and k.arg == "axis")
    return {node for keyword in named for node in ast.walk(keyword.value)}


def stray_numbers(path: Path) -> list[str]:
    """Every number that neither is 0 or 1 nor stands on a line that names its formula."""
    lines = path.read_text(encoding="utf-8").splitlines()
    tree = parsed(path)
    places = axes(tree)
    faults = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool) or node in places:
            continue
        if not isinstance(node.value, int | float | complex) or node.value in ALLOWED:
            continue
        if not form_keys(lines[node.lineno - 1]):
            faults.append(f"{place(path, node.lineno)}: {node.value} has no birthplace")
    return faults


def nameless_forms(path: Path, keys: set[str]) -> list[str]:
    """Every `# form:` comment whose key no source has."""
    return [
        f"{place(path, number)}: form names {key!r}, which sources.toml does not hold"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for key in form_keys(line)
        if key not in keys
    ]


def impure_calls(path: Path) -> list[str]:
    """Every call that asks the clock, or draws without being handed a generator."""
    return [
        f"{place(path, node.lineno)}: {node.func.attr}() belongs in an argument"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr in CLOCK_AND_CHANCE or ast.unparse(node.func).startswith("np.random."))
    ]


def test_science_holds_no_number_of_its_own() -> None:
    """Every number of the science stands in the knowledge files, 0 and 1 apart."""
    faults = [fault for path in python_files(SCIENCE) for fault in stray_numbers(path)]
    assert [] == faults, listed(faults)


def test_every_formula_names_a_known_source() -> None:
    """A `# form: key` comment points at a table of sources.toml."""
    keys = source_keys()
    faults = [f for path in python_files(SCIENCE) for f in nameless_forms(path, keys)]
    assert [] == faults, listed(faults)


def test_science_asks_neither_clock_nor_chance() -> None:
    """Today and the random generator are arguments, so that an answer can be repeated."""
    faults = [fault for path in python_files(SCIENCE) for fault in impure_calls(path)]
    assert [] == faults, listed(faults)


def test_the_nets_catch_what_they_are_for(tmp_path: Path) -> None:
    """A cut by two, a formula of nobody and a look at the clock are each caught once."""
    caught = tmp_path / "caught.py"
    caught.write_text(
        "half = minutes / 2\n"
        "first = days[0] - 1\n"
        "trimp = 0.64  # form: banister1991\n"
        "odd = 0.86  # form: nobody\n"
        "day = date.today()\n"
        "flag = True\n"
        "low = any(hurts, axis=-2)\n"
    )
    assert ["caught.py:1: 2 has no birthplace"] == stray_numbers(caught)
    assert ["caught.py:4: form names 'nobody', which sources.toml does not hold"] == (
        nameless_forms(caught, {"banister1991"})
    )
    assert ["caught.py:5: today() belongs in an argument"] == impure_calls(caught)


def test_there_is_science_to_watch() -> None:
    """The nets hang where the science is."""
    assert python_files(SCIENCE), f"no Python file below {SCIENCE.relative_to(ROOT)}"
