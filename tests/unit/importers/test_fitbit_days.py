"""Fitbit's resting heart rates and nights."""

import json
from datetime import date

import pytest

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


def scale(*weights: tuple[float, float]) -> str:
    """weight-*.json with these weights and body mass indices, a day each."""
    return json.dumps([
        {"logId": n, "weight": w, "bmi": bmi, "date": f"06/0{n}/24", "time": "07:00:00"}
        for n, (w, bmi) in enumerate(weights, 1)
    ])  # fmt: skip


@pytest.mark.parametrize(("weight", "kg"), [(62.0, 62.0), (136.7, 62.006)])
def test_the_unit_of_a_weight_is_proved_by_its_index(weight: float, kg: float) -> None:
    """The same person of 1.76 m in kilograms and in pounds; where no index is, the others prove."""
    text = scale((weight, 20.0), (weight, 0), (0, 20.0))
    assert FORMAT.identify(memory_file("weight-2024-06-01.json", text))
    found = [(c.day.day, round(c.weight_kg or 0, 3)) for c in check_ins(records(FORMAT, text))]
    assert [(1, kg), (2, kg)] == found


@pytest.mark.parametrize("told", [((62.0, 0),), ((62.0, 20.0), (136.7, 20.0)), ((88.0, 20.2),)])
def test_a_unit_that_is_not_proved_is_not_guessed(told: tuple[tuple[float, float], ...]) -> None:
    """No index, two units in one file, a height that is possible in both or in neither."""
    (note,) = records(FORMAT, scale(*told), "w.json")
    assert "w.json: weights may be in kilograms or pounds" in str(note)
