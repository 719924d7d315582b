"""Plain values: rounded as documented, null for unknown, never NaN."""

from dataclasses import replace
from datetime import date

import pytest

from advice_samples import BUILD, SOURCES
from unload.report.plain import constant_dict, day, km, minutes, number, source_dict


def test_numbers_are_rounded_as_documented() -> None:
    """10 m, a tenth of a minute, four significant digits."""
    assert [10.01, 35.3, 1.208] == [km(10_006.0), minutes(2_119.0), number(1.20833)]


def test_unknown_is_null_and_nought_is_nought() -> None:
    """0 is a measurement."""
    assert [None, None, None] == [minutes(None), number(None), day(None)]
    assert [0.0, 0.0, 0.0] == [km(0.0), minutes(0.0), number(0.0)]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_not_a_number_is_refused(value: float) -> None:
    """Neither NaN nor infinity is told."""
    for tell in (km, minutes, number):
        with pytest.raises(ValueError, match="must not reach advice"):
            tell(value)


def test_days_are_iso_days() -> None:
    """Programs read ISO 8601."""
    assert "2024-11-17" == day(date(2024, 11, 17))


def test_a_constant_is_told_with_its_birthplace() -> None:
    """Value, range, grade, where, and the source in full."""
    told = constant_dict(BUILD, "signals", SOURCES["coaches"])
    wanted = {"value": 3.0, "low": 0.0, "high": 10.0, "verified": False, "stage": "signals"}
    assert wanted == {key: told[key] for key in wanted}
    assert 2020 == told["source_in_full"]["year"]


def test_what_is_empty_is_null() -> None:
    """No empty string stands for nothing."""
    assert constant_dict(replace(BUILD, note=""), "signals", None)["note"] is None
    assert source_dict(replace(SOURCES["coaches"], doi=""))["doi"] is None
