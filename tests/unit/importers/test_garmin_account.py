"""The list of activities of a Garmin account."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.garmin_account import GarminAccount
from unload.importers.marks import TREADMILL
from unload.model.history import Session, Sport

FORMAT = GarminAccount()
BOGOTA = ZoneInfo("America/Bogota")


def one(**changes: object) -> Session:
    """The session of one activity."""
    found = records(FORMAT, ex.garmin_list(ex.garmin_activity(**changes)), "g.json", BOGOTA)
    assert [] == problems(found)
    return sessions(found)[0]


def fault(**changes: object) -> str:
    """What is wrong with one activity; the one after it is read."""
    text = ex.garmin_list(ex.garmin_activity(**changes), ex.garmin_activity(activityId=5))
    found = records(FORMAT, text, "g.json", BOGOTA)
    assert ["5"] == [s.source_id for s in sessions(found)]
    return problems(found)[0].message


def test_centimetres_milliseconds_and_a_local_clock() -> None:
    """I24, I47: the start counts the runner's own clock, whatever zone is set here."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 3150.0, 10_500.0, 3200.0, 151.0, 172.0, 42.5,
        source="garmin", source_id="9001", where="g.json item 1",
    )  # fmt: skip
    assert expected == one()


def test_a_start_in_utc_alone_is_moved_to_the_runner() -> None:
    """05:00 UTC is midnight in Bogota."""
    assert datetime(2024, 6, 1) == one(startTimeLocal=None).start
    assert datetime(2024, 6, 1) == one(startTimeLocal=None, startTimeGmt=None).start
    assert datetime(2024, 6, 1, 7) == one(startTimeLocal="2024-06-01 07:00:00").start


def test_a_treadmill_has_no_sensor_for_distance() -> None:
    """I19: 0 means that nothing was measured."""
    run = one(activityType="treadmill_running", distance=0)
    assert (Sport.RUN, None) == (run.sport, run.distance_m)
    assert TREADMILL in run.marks


def test_a_manual_entry_has_fewer_fields() -> None:
    """I20."""
    run = one(avgHr=None, maxHr=None, elevationGain=None, distance=None, elapsedDuration=None)
    assert (3150.0, None, None) == (run.duration_s, run.distance_m, run.avg_hr)


def test_a_sum_of_legs_does_not_count_beside_its_legs() -> None:
    """I21: a triathlon is listed as a whole and in parts."""
    assert "sum of several legs" in fault(parent=True)


def test_the_sport_may_stand_in_an_object() -> None:
    """I10: older exports write a word, newer ones an object; what is unknown is kept."""
    assert Sport.SWIM is one(activityType={"typeKey": "lap_swimming"}, distance=100_000).sport
    assert Sport.RIDE is one(activityType=None, sportType="CYCLING").sport
    assert Sport.OTHER is one(activityType="kite_surfing").sport


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"startTimeLocal": None, "startTimeGmt": None, "beginTimestamp": None}, "no date"),
        ({"startTimeLocal": 1e300}, "milliseconds"),
        ({"startTimeLocal": -1}, "clock was not set"),
        ({"startTimeLocal": 4e12}, "in the future"),
        ({"duration": None, "elapsedDuration": None}, "no duration"),
        ({"duration": 0}, "zero seconds"),
        ({"distance": float("nan")}, "not a number"),
        ({"distance": -1}, "negative"),
        ({"distance": 2_170_900_000.0}, "glitch"),
    ],
)
def test_what_cannot_be_right_is_a_problem(changes: dict[str, object], words: str) -> None:
    """I11, I13, I15, I16, I17, I22, I46."""
    assert words in fault(**changes)


def test_sentinels_are_no_heart_rates() -> None:
    """I14: 255 is how FIT says that there was no sensor."""
    assert (None, None) == (one(avgHr=255).avg_hr, one(maxHr=0).max_hr)


def test_its_list_is_known_by_its_name_inside() -> None:
    """I41: the FIT files of the account are read too, and are the same sessions."""
    file = memory_file("x", ex.garmin_list(ex.garmin_activity()))
    assert FORMAT.identify(file)
    assert frozenset() == FORMAT.covers(file)
    assert not FORMAT.identify(memory_file("ann_summarizedActivities.json", "[]"))
