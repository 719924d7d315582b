"""The days of intervals.icu."""

from datetime import date

import pytest

import export_samples as ex
from file_samples import check_ins, memory_file, problems, records
from unload.importers.intervals_wellness import IntervalsWellness, five_is_best
from unload.model.history import CheckIn

FORMAT = IntervalsWellness()


def table(*rows: dict[str, str]) -> str:
    """The table of these days."""
    header = ex.INTERVALS_WELLNESS_HEADER
    return "\n".join([header, *(ex.row(header, **row) for row in rows)]) + "\n"


def test_every_field() -> None:
    """One is best there, five is best here; SDNN is left out."""
    row = {
        "date": "2024-06-01", "weight": "61.5", "restingHR": "48", "hrv": "65.5", "hrvSDNN": "80",
        "sleepSecs": "27000", "sleepQuality": "1", "soreness": "4", "fatigue": "1", "stress": "4",
        "mood": "1",
    }  # fmt: skip
    expected = CheckIn(
        date(2024, 6, 1), 5.0, 5.0, 1.0, 1.0, 5.0, 48.0, 65.5, sleep_s=27_000.0,
        weight_kg=61.5, where="w.csv line 2",
    )  # fmt: skip
    assert [expected] == records(FORMAT, table(row), "w.csv")


def test_the_steps_of_the_scale_are_even() -> None:
    """The ends meet the ends."""
    assert [5.0, pytest.approx(11 / 3), pytest.approx(7 / 3), 1.0] == [
        five_is_best(value) for value in (1, 2, 3, 4)
    ]


def test_days_without_an_answer_are_no_check_ins() -> None:
    """Computed load stands on every day; 0 says that nothing was measured."""
    days = [
        {"date": "2024-06-01", "ctl": "40"},
        {"date": "2024-06-02", "restingHR": "0", "soreness": "0"},
    ]
    assert [] == records(FORMAT, table(*days))


@pytest.mark.parametrize(
    "row",
    [{"soreness": "9"}, {"mood": "good"}, {"mood": "2", "date": "June"}, {"restingHR": "400"}],
)
def test_a_bad_row_is_a_problem_and_the_rest_is_read(row: dict[str, str]) -> None:
    """I15, I46."""
    text = table({"date": "2024-06-01", **row}, {"date": "2024-06-02", "hrv": "60"})
    found = records(FORMAT, text, "w.csv")
    assert ["w.csv line 2"] == [p.where for p in problems(found)]
    assert [60.0] == [c.rmssd_ms for c in check_ins(found)]


def test_it_is_known_by_its_columns() -> None:
    """The activities of the same program are another table."""
    assert FORMAT.identify(memory_file("x", table()))
    assert not FORMAT.identify(memory_file("x", ex.INTERVALS_HEADER + "\n"))


def test_a_weight_that_is_none_costs_nothing_else() -> None:
    """A bag on the scale, or 0 for a day without one."""
    days = [
        {"date": f"2024-06-0{n}", "restingHR": "48", "weight": w}
        for n, w in ((1, "0"), (2, "3.2"), (3, "x"))
    ]
    found = check_ins(records(FORMAT, table(*days)))
    assert [(48.0, None)] * 3 == [(c.resting_hr, c.weight_kg) for c in found]
