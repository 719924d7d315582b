"""Numbers and durations: finite plain decimals and nothing else."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.numbers import (
    number_or_none,
    parse_duration,
    parse_number,
    shown,
    unless_zero,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0.0), ("-1.5", -1.5), ("+3", 3.0), (" 12. ", 12.0), (".5", 0.5), ("007", 7.0)],
)
def test_plain_decimals_are_numbers(text: str, value: float) -> None:
    """What a person or a program plainly writes is read."""
    assert value == parse_number(text)


@pytest.mark.parametrize(
    "text",
    ["1_000", "١٢", "\uff11\uff12", "1e3", "1e309", "nan", "inf", "-Infinity", "1,5", "1,214",
     "0x10", "1 0", ".", "+", "1.2.3", "9" * 40],
)  # fmt: skip
def test_what_python_would_swallow_is_refused(text: str) -> None:
    """float() takes several of these; none is a measurement anyone wrote."""
    with pytest.raises(ValueError, match="is not a number"):
        parse_number(text)
    assert number_or_none(text) is None


@pytest.mark.parametrize("text", ["", "  ", "--", "-", "N/A", "None", "null"])
def test_missing_is_not_zero(text: str) -> None:
    """A cell that says that there is nothing gives None, never 0."""
    assert parse_number(text) is None
    assert parse_duration(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_every_finite_number_survives(value: float) -> None:
    """A number written plainly comes back as it was."""
    assert float(f"{value:.6f}") == parse_number(f"{value:.6f}")


@given(st.text(max_size=20))
def test_any_text_gives_a_finite_number_or_none_or_refusal(text: str) -> None:
    """Nothing that is not finite passes, and nothing but ValueError is raised."""
    for parse in (parse_number, parse_duration):
        try:
            value = parse(text)
        except ValueError:
            continue
        assert value is None or math.isfinite(value)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:43:55", 2635.0),
        ("00:08:02.2", 482.2),
        ("07:51.0", 471.0),
        ("1:06:06", 3966.0),
        ("26:42", 1602.0),
        ("90:00", 5400.0),
        ("559:02:10", 2012530.0),
    ],
)
def test_durations_of_real_exports(text: str, seconds: float) -> None:
    """Hours may be missing, minutes may pass sixty where no hours stand."""
    assert seconds == pytest.approx(parse_duration(text))


@pytest.mark.parametrize(
    "text", ["1800", "1:2:3:4", "-1:00", "1:60", "1:61:00", "a:b", "1:-5", "1:"]
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    """A bare number has no unit; sixty seconds are a minute."""
    with pytest.raises(ValueError, match="not a duration"):
        parse_duration(text)


@given(st.integers(0, 99 * 3600))
def test_seconds_survive_their_clock(total: int) -> None:
    """h:mm:ss is read back to the second."""
    text = f"{total // 3600}:{total % 3600 // 60:02d}:{total % 60:02d}"
    assert float(total) == parse_duration(text)


def test_quoted_cells_are_short_and_printable() -> None:
    """A message cannot carry control characters or a novel."""
    assert "'a?b'" == shown("a\x1bb")
    assert 50 > len(shown("x" * 1000))


def test_a_zero_that_means_nothing_is_missing() -> None:
    """I14: asked for where a source is known to write it so."""
    assert [None, None, 0.5, -1] == [unless_zero(value) for value in (0, None, 0.5, -1)]
