"""Numbers and durations: finite plain decimals and nothing else."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.numbers import (
    Mark,
    mark_of,
    number_or_none,
    parse_duration,
    parse_number,
    plain,
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


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["5", "12"], Mark.POINT),
        (["5.02", "1,214"], Mark.POINT),
        (["5,02", "1.214"], Mark.COMMA),
        (["1.234,5"], Mark.COMMA),
        (["1,234,567"], Mark.POINT),
        (["1.234.567"], Mark.COMMA),
        (["0,123"], Mark.COMMA),
        (["12,3456"], Mark.COMMA),
        (["1 234,5"], Mark.COMMA),
        (["٥٫٠٢"], Mark.POINT),
        (["1,214"], None),
        (["1.214", "5"], None),
        (["5,02", "5.02"], None),
        (["x,y", "--", ""], None),
        ([], Mark.POINT),
    ],
)
def test_the_column_tells_its_decimal_mark(cells: list[str], mark: Mark | None) -> None:
    """I28: one cell that can be read one way only tells for all; three digits alone do not."""
    assert mark is mark_of(cells)


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("1,214", Mark.POINT, "1214"),
        ("1,214.5", Mark.POINT, "1214.5"),
        ("1.214,5", Mark.COMMA, "1214.5"),
        ("-5,02", Mark.COMMA, "-5.02"),
        ("1 214,5", Mark.COMMA, "1214.5"),
        ("1\u202f214", Mark.POINT, "1214"),
        ("1'214.5", Mark.POINT, "1214.5"),
        ("１２．５", Mark.POINT, "12.5"),
        ("١٢٫٥", Mark.POINT, "12.5"),
        ("१२", Mark.POINT, "12"),
        ("−3", Mark.POINT, "-3"),
        ("5,02", Mark.POINT, "5,02"),
        ("1234,567", Mark.POINT, "1234,567"),
        ("1.2,3,4", Mark.POINT, "1.2,3,4"),
        ("1_000", Mark.POINT, "1_000"),
    ],
)
def test_a_number_becomes_plain_only_where_it_fits(text: str, mark: Mark, expected: str) -> None:
    """I28: thousands in threes, digits of any script; what does not fit stays and is refused."""
    assert expected == plain(text, mark)


def test_an_underscore_is_no_number() -> None:
    """I28: Python would take it; a runner did not mean it."""
    with pytest.raises(ValueError, match="1_000"):
        parse_number(plain("1_000"))


def test_durations_of_other_scripts_and_commas() -> None:
    """I28: full-width digits and colons, a decimal comma in the seconds."""
    assert 2635.0 == parse_duration("０：４３：５５") == parse_duration("٠:٤٣:٥٥")
    assert 482.2 == parse_duration("00:08:02,2")


@pytest.mark.parametrize(
    ("cell", "quoted"),
    [
        ("52.520008", "'52.…'"),
        ("-0,127758;51.5", "'-0,…;51.5'"),
        ("12.34", "'12.34'"),
        ("1.234", "'1.234'"),
    ],
)
def test_what_is_quoted_is_no_place(cell: str, quoted: str) -> None:
    """A latitude in the wrong column loses its decimals; a distance keeps them."""
    assert quoted == shown(cell)
