"""Measurements, texts and times out of JSON objects."""

from datetime import datetime

import pytest

from unload.importers.jsonfields import (
    all_inside,
    clock_of_ms,
    inside,
    measure,
    measure_or_none,
    text_of,
)


def test_numbers_are_scaled_and_zero_is_one() -> None:
    """I50: missing is None, 0 is 0; a number may be written as text."""
    fields = {"a": 1500, "b": 0, "c": None, "d": "2.5", "e": "--"}
    told = [measure(fields, name, 0.001) for name in "abcde"] + [measure(fields, "nowhere")]
    assert [1.5, 0.0, None, 0.0025, None, None] == told


@pytest.mark.parametrize("bad", [True, [], {}, float("nan"), float("inf"), "nan", "1_000", "١"])
def test_anything_else_is_refused(bad: object) -> None:
    """I15, I28: what is no finite plain number is none; a secondary one is missing then."""
    with pytest.raises(ValueError, match="not a number"):
        measure({"x": bad}, "x")
    assert measure_or_none({"x": bad}, "x") is None


def test_texts_may_be_numbers() -> None:
    """Ids are written either way; truth values and objects are no text."""
    fields = {"a": " b ", "n": 77, "t": True, "o": {}}
    assert ["b", "77", "", "", ""] == [text_of(fields, name) for name in "antox"]


def test_objects_inside_objects() -> None:
    """Where there are none, there is an empty one."""
    fields: dict[str, object] = {"o": {"a": 1}, "l": [{"b": 2}, 3, "x"], "n": 5}
    assert ({"a": 1}, {}, {}) == (inside(fields, "o"), inside(fields, "l"), inside(fields, "x"))
    assert ([{"b": 2}], [], []) == (
        all_inside(fields, "l"), all_inside(fields, "o"), all_inside(fields, "x")
    )  # fmt: skip


def test_milliseconds_become_a_clock() -> None:
    """I11: since 1970, and nothing beyond the calendar."""
    assert datetime(2024, 6, 1, 7, 0, 0, 500_000) == clock_of_ms(1_717_225_200_500)
    assert clock_of_ms(None) is None
    with pytest.raises(ValueError, match="milliseconds"):
        clock_of_ms(1e300)
