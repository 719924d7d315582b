"""The nouns of evidence: a number outside its own range is none."""

import pytest

from unload.model.evidence import Constant, Grade


def made(value: float) -> Constant:
    return Constant("x", value, "ratio", 1.05, 1.2, "frandsen2025", "table 2", Grade.WEAK, True)


@pytest.mark.parametrize("value", [1.05, 1.1, 1.2])
def test_a_constant_may_take_its_range_ends_included(value: float) -> None:
    """The simulator walks the range from end to end."""
    assert value == made(value).value


@pytest.mark.parametrize("value", [1.04, 1.21, float("nan")])
def test_a_constant_outside_its_range_is_refused(value: float) -> None:
    """The message names the constant, its value and its range."""
    with pytest.raises(ValueError, match=r"x: .* lies outside 1.05\.\.1.2"):
        made(value)


def test_a_grade_has_no_default() -> None:
    """Whoever adds a number says how good its evidence is, or does not add it."""
    with pytest.raises(TypeError):
        Constant("x", 1, "1", 0, 2, "ours", "design")
