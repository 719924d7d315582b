"""0 is a measurement: no measured field of a noun is asked whether it is true (I50)."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from house.blueprint import SRC, listed, parsed, place, python_files
from unload.model.history import CheckIn, Session, SoreSpot
from unload.model.plan import PlannedSession, RunStep

# Fields that hold a number or nothing; a plan has sizes of its own, where 0 does mean none.
PLANNED = {field.name for noun in (PlannedSession, RunStep) for field in fields(noun)}
MEASURED = frozenset(
    field.name
    for noun in (Session, CheckIn, SoreSpot)
    for field in fields(noun)
    if field.type in (float, float | None) and field.name not in PLANNED
)


def asked_by(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions whose truth a node asks for; `x or 0` only says what nothing counts as."""
    if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
        yield node.test
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.comprehension):
        yield from node.ifs
    elif isinstance(node, ast.BoolOp):
        *asked, last = node.values
        nought = isinstance(node.op, ast.Or) and isinstance(last, ast.Constant) and last.value == 0
        if not (nought and last.value is not False):
            yield from asked


def truths(path: Path) -> list[str]:
    """Every measured field whose truth is asked for, where `is None` was meant."""
    return [
        f"{place(path, asked.lineno)}: 0 is as false as nothing in {ast.unparse(asked)}"
        for node in ast.walk(parsed(path))
        for asked in asked_by(node)
        if isinstance(asked, ast.Attribute) and asked.attr in MEASURED
    ]


def test_a_measured_nought_is_not_taken_for_nothing() -> None:
    """Everywhere in the program: `is None` asks whether something was measured (I50)."""
    faults = [fault for path in python_files(SRC) for fault in truths(path)]
    assert not faults, listed(faults)


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("if spot.pain: pass", 1),
        ("x = 1 if s.rpe else 2", 1),
        ("y = not s.elapsed_s", 1),
        ("y = s.avg_hr and s.max_hr", 1),
        ("y = s.avg_hr or 120", 1),
        ("y = [s for s in all if s.climb_m]", 1),
        ("y = s.climb_m or 0.0", 0),
        ("if spot.pain is not None: pass", 0),
        ("if s.rpe > 0: pass", 0),
        ("if s.where: pass", 0),
    ],
)
def test_the_rule_catches_what_it_is_for(tmp_path: Path, text: str, caught: int) -> None:
    """And leaves comparisons, and sums over what may be missing, alone."""
    path = tmp_path / "x.py"
    path.write_text(text)
    assert caught == len(truths(path))
