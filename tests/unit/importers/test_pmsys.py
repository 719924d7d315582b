"""Check-ins of pmSys."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import check_ins, memory_file, problems, records
from unload.importers.pmsys import PmSys
from unload.model.history import CheckIn

FORMAT = PmSys()
GOOD = {
    "effective_time_frame": "2024-06-01T06:30:00.000Z", "fatigue": "2", "mood": "3",
    "readiness": "5", "sleep_duration_h": "6.5", "sleep_quality": "4", "soreness": "1",
    "soreness_area": "[12921003]", "stress": "5",
}  # fmt: skip


def table(*changes: dict[str, str]) -> str:
    """The table of the good row with some cells changed."""
    rows = [ex.row(ex.PMSYS_HEADER, **{**GOOD, **change}) for change in changes]
    return "\n".join([ex.PMSYS_HEADER, *rows]) + "\n"


def test_every_field() -> None:
    """Higher is better there as here; hours of sleep become seconds; places are let go."""
    expected = CheckIn(
        date(2024, 6, 1), 4.0, 2.0, 1.0, 5.0, 3.0, sleep_s=23_400.0, where="w.csv line 2"
    )
    assert [expected] == records(FORMAT, table({}), "w.csv")


def test_zero_is_not_answered() -> None:
    """I50: the app's scales begin at 1; a row without any answer says so."""
    nothing = dict.fromkeys(GOOD, "0") | {"effective_time_frame": GOOD["effective_time_frame"]}
    found = records(FORMAT, table({"mood": "0"}, nothing))
    assert [(None, 4.0)] == [(c.mood, c.sleep) for c in check_ins(found)]
    assert ["holds no answer."] == [p.message for p in problems(found)]


def test_the_day_is_that_of_the_runner() -> None:
    """I47: half past midnight in Berlin is the day before in UTC."""
    text = table({"effective_time_frame": "2024-06-01T22:30:00.000Z"})
    found = check_ins(records(FORMAT, text, zone=ZoneInfo("Europe/Berlin")))
    assert [date(2024, 6, 2)] == [c.day for c in found]


@pytest.mark.parametrize(
    "change",
    [{"mood": "7"}, {"mood": "good"}, {"effective_time_frame": ""}, {"sleep_duration_h": "25"}],
)
def test_a_bad_row_is_a_problem_and_the_rest_is_read(change: dict[str, str]) -> None:
    """I15, I46."""
    found = records(FORMAT, table(change, {}), "w.csv")
    assert ["w.csv line 2"] == [p.where for p in problems(found)]
    assert ["w.csv line 3"] == [c.where for c in check_ins(found)]


def test_it_is_known_by_its_columns() -> None:
    """The tables beside it belong to the same app."""
    file = memory_file("x", table())
    assert FORMAT.identify(file)
    assert frozenset() == FORMAT.covers(file)
    assert not FORMAT.identify(memory_file("x", ex.PMSYS_SESSIONS_HEADER + "\n"))
