"""Fitbit's resting heart rates and nights."""

import json
from datetime import date

import export_samples as ex
from file_samples import check_ins, memory_file, problems, records
from unload.importers.fitbit_days import FitbitDays

FORMAT = FitbitDays()


def resting(day: str, value: object) -> dict[str, object]:
    """One day of resting_heart_rate-*.json."""
    return {"dateTime": day, "value": {"date": day[:8], "value": value, "error": 6.7}}


def test_a_day_has_its_resting_heart_rate() -> None:
    """I14: 0 is how a day without one is written; both wordings of dates are read."""
    days = [
        resting("06/01/24 00:00:00", 53.7), resting("06/02/24 00:00:00", 0.0),
        resting("2024-06-03 00:00:00", 52),
    ]  # fmt: skip
    found = records(FORMAT, json.dumps(days))
    told = [(c.day, c.resting_hr) for c in check_ins(found)]
    assert [(date(2024, 6, 1), 53.7), (date(2024, 6, 3), 52.0)] == told
    assert [] == problems(found)


def test_naps_and_broken_nights_add_up() -> None:
    """The day is that of waking, as Fitbit says it; a log that is told twice counts once."""
    nights = [
        ex.fitbit_night(3, "2024-06-02", 300),
        ex.fitbit_night(1, "2024-06-01", 420),
        ex.fitbit_night(2, "2024-06-01", 30, main=False),
        ex.fitbit_night(2, "2024-06-01", 30, main=False),
    ]
    found = check_ins(records(FORMAT, json.dumps(nights), "sleep.json"))
    assert [(date(2024, 6, 1), 27_000.0), (date(2024, 6, 2), 18_000.0)] == [
        (c.day, c.sleep_s) for c in found
    ]
    assert "sleep.json sleep of 2024-06-01" == found[0].where


def test_what_cannot_be_right_is_a_problem_and_the_rest_is_read() -> None:
    """I15, I46: words for numbers, days that are none, 30 hours of sleep in a day."""
    days = [
        resting("06/01/24 00:00:00", "slow"), resting("tomorrow", 50),
        resting("06/03/24 00:00:00", 400), resting("06/04/24 00:00:00", 50),
    ]  # fmt: skip
    found = records(FORMAT, json.dumps(days))
    assert (3, 1) == (len(problems(found)), len(check_ins(found)))
    nights = [
        ex.fitbit_night(1, "2024-06-01", 1800), ex.fitbit_night(2, "2024-06-02", "long"),
        ex.fitbit_night(3, "2024-06-03", None), ex.fitbit_night(4, "2024-06-04", 400),
    ]  # fmt: skip
    found = records(FORMAT, json.dumps(nights))
    assert (2, 1) == (len(problems(found)), len(check_ins(found)))
    assert "sleep_s is 108000" in problems(found)[1].message


def test_the_account_s_other_lists_are_not_claimed() -> None:
    """Steps have a date and a value too, but no error."""
    steps = '[{"dateTime": "06/01/24 00:00:00", "value": "12"}]'
    assert not FORMAT.identify(memory_file("steps-2024-06-01.json", steps))
    assert not FORMAT.identify(memory_file("x", '[{"dateOfSleep": "2024-06-01"}]'))
    assert FORMAT.identify(memory_file("x", json.dumps([resting("06/01/24 00:00:00", 50)])))
    assert FORMAT.identify(memory_file("x", json.dumps([ex.fitbit_night(1, "2024-06-01", 400)])))
