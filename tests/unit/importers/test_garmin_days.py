"""The days of a Garmin account."""

import json
from datetime import date

import pytest

from file_samples import check_ins, memory_file, problems, records
from unload.importers.garmin_days import GarminDays
from unload.model.history import CheckIn

FORMAT = GarminDays()


def day(**fields: object) -> dict[str, object]:
    """One day of a list."""
    return {"calendarDate": "2024-06-01", **fields}


def told(*days: dict[str, object]) -> list[CheckIn]:
    """The check-ins of these days."""
    found = records(FORMAT, json.dumps(days), "g.json")
    assert [] == problems(found)
    return check_ins(found)


def test_resting_heart_rate_sleep_and_hrv() -> None:
    """Each stands in a list of its own; awake is not asleep, other metrics are let go."""
    night = day(deepSleepSeconds=5400, lightSleepSeconds=16_200, remSleepSeconds=3600, awake=600)
    metrics = [{"type": "HR", "value": 55.0}, {"type": "HRV", "value": 62.0}, {"type": "SPO2"}]
    first = date(2024, 6, 1)
    assert [
        CheckIn(first, resting_hr=48.0, where="g.json item 1"),
        CheckIn(first, sleep_s=25_200.0, where="g.json item 2"),
        CheckIn(first, rmssd_ms=62.0, where="g.json item 3"),
    ] == told(
        day(restingHeartRate=48, currentDayRestingHeartRate=190), night, day(metrics=metrics)
    )  # fmt: skip


def test_older_watches_know_no_dreams() -> None:
    """Two stages are a night too."""
    assert [21_600.0] == [
        c.sleep_s for c in told(day(deepSleepSeconds=5400, lightSleepSeconds=16_200))
    ]


def test_nothing_measured_is_no_check_in() -> None:
    """I14: 0, null and a night off the wrist."""
    days = [
        day(), day(restingHeartRate=0), day(restingHeartRate=None), day(deepSleepSeconds=0),
        day(metrics=[{"type": "HRV", "value": 0.0, "status": "UNKNOWN"}]),
    ]  # fmt: skip
    assert [] == told(*days)


def test_dates_may_stand_in_an_object() -> None:
    """Older exports write them so."""
    assert [date(2024, 6, 3)] == [
        c.day for c in told({"calendarDate": {"date": "2024-06-03"}, "restingHeartRate": 47})
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"restingHeartRate": 400}, "resting_hr is 400"),
        ({"restingHeartRate": "slow"}, "not a number"),
        ({"restingHeartRate": 48, "calendarDate": "June"}, "no date"),
        ({"deepSleepSeconds": 90_000}, "sleep_s is 90000"),
        ({"deepSleepSeconds": -5}, "sleep_s is -5"),
    ],
)
def test_what_cannot_be_right_is_a_problem(fields: dict[str, object], words: str) -> None:
    """I15, I16, I46: one day is set aside, the rest is read."""
    found = records(FORMAT, json.dumps([day(**fields), day(restingHeartRate=47)]))
    assert words in problems(found)[0].message
    assert [47.0] == [c.resting_hr for c in check_ins(found)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ('[{"calendarDate": "2024-06-01", "restingHeartRate": 48}]', True),
        ('[{"sleepStartTimestampGMT": "x", "calendarDate": "2024-06-01"}]', True),
        ('\ufeff [{"calendarDate": "2024-06-01", "metrics": [{"type": "HRV"}]}]', True),
        ('[{"calendarDate": "2024-06-01", "vo2MaxValue": 52}]', False),
        ('{"calendarDate": "2024-06-01", "restingHeartRate": 48}', False),
        ('[{"restingHeartRate": 48}]', False),
    ],
)
def test_it_is_known_by_its_fields(text: str, claimed: bool) -> None:
    """I41: the account holds hundreds of lists of other things."""
    assert claimed is FORMAT.identify(memory_file("x", text))


def test_weights_are_grams_in_an_object() -> None:
    """A list without one in its first bytes is known by its name; a bag on the scale is let go."""
    days = [
        {"metaData": {"calendarDate": "2024-06-01T07:00:00.0"}, "vo2MaxRunning": 50.0},
        *(
            {"metaData": {"calendarDate": f"2024-06-0{n}T07:00:00.0"}, "weight": {"weight": grams}}
            for n, grams in ((2, 61_500.0), (3, 4_000.0), (4, "x"), (5, None))
        ),
    ]
    name, text = "1_userBioMetrics.json", json.dumps(days)
    assert FORMAT.identify(memory_file(name, text))
    found = records(FORMAT, text, name)
    assert [CheckIn(date(2024, 6, 2), weight_kg=61.5, where=f"{name} item 2")] == found
