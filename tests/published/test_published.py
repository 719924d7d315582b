"""Every formula gives what its source says it gives: the worked examples of tests/published."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from unload.knowledge import load_knowledge
from unload.science.race import riegel
from unload.science.vdot import slower, time_off_loss, vdot
from unload.science.weight import energy_kcal

HERE = Path(__file__).parent
KEYS = {"source", "where", "formula", "inputs", "expected", "tolerance"}


def time_off_factor(days: float, daily_loss: float, free_days: float) -> float:
    """As the table prints it: what is left."""
    return 1 - time_off_loss(days, daily_loss, free_days)


# By the name that the tables use; inputs are given by name too.
FORMULAS: Mapping[str, Callable[..., float]] = {
    "riegel": riegel,
    "vdot": vdot,
    "time_off_factor": time_off_factor,
    "slower": slower,
    "energy_kcal": energy_kcal,
}


def examples() -> list[dict[str, Any]]:
    """Every example of every table."""
    tables = [tomllib.loads(p.read_text("utf-8")) for p in sorted(HERE.glob("*.toml"))]
    return [example for table in tables for example in table["example"]]


def name(example: dict[str, Any]) -> str:
    return f"{example['formula']}: {example['where']}"


@pytest.mark.parametrize("example", examples(), ids=name)
def test_the_formula_gives_what_its_source_says(example: dict[str, Any]) -> None:
    """The inputs of the source give its answer, within the tolerance stated."""
    given = FORMULAS[example["formula"]](**example["inputs"])
    assert example["expected"] == pytest.approx(given, abs=example["tolerance"])


def test_every_example_is_whole_and_names_a_known_source() -> None:
    """Nothing left out, nothing added, and a source that sources.toml holds."""
    known = load_knowledge().sources
    assert [] == [name(e) for e in examples() if set(e) != KEYS or e["source"] not in known]


def test_every_formula_has_an_example() -> None:
    """A formula in the list that no table tries has no business there."""
    assert set(FORMULAS) == {example["formula"] for example in examples()}


def test_a_wrong_formula_is_caught() -> None:
    """Another exponent misses the published time by minutes."""
    example = next(e for e in examples() if e["formula"] == "riegel")
    wrong = riegel(**{**example["inputs"], "exponent": 1.15})
    assert abs(example["expected"] - wrong) > example["tolerance"]
