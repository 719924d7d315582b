"""Runkeeper's cardioActivities.csv."""

from datetime import datetime

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.runkeeper import Runkeeper
from unload.model.history import Session, Sport

FORMAT = Runkeeper()
GOOD = {
    "Activity Id": "a-1", "Date": "2024-06-01 07:00:00", "Type": "Running",
    "Distance (km)": "5.02", "Duration": "26:42", "Climb (m)": "31",
    "Average Heart Rate (bpm)": "148", "GPX File": "2024-06-01-070000.gpx",
}  # fmt: skip


def table(*changes: dict[str, str]) -> str:
    """The table of the good row with some cells changed."""
    rows = [ex.row(ex.RUNKEEPER_HEADER, **{**GOOD, **change}) for change in changes]
    return "\n".join([ex.RUNKEEPER_HEADER, *rows]) + "\n"


def one(**changes: str) -> Session:
    """The session of one row."""
    found = records(FORMAT, table(changes), "c.csv")
    assert [] == problems(found)
    return sessions(found)[0]


def test_every_field() -> None:
    """Kilometres, a local clock, mm:ss."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 1602.0, 5020.0, None, 148.0, None, 31.0,
        source="runkeeper", source_id="a-1", where="c.csv line 2",
    )  # fmt: skip
    assert expected == one()


def test_durations_have_hours_or_none() -> None:
    """`26:42` and `1:06:06`; the run without satellites has no distance (I19)."""
    run = one(**{"Duration": "1:06:06", "Distance (km)": ""})
    assert (3966.0, None) == (run.duration_s, run.distance_m)


def test_older_exports_have_miles_and_feet_and_no_id() -> None:
    """I24, I31: the unit stands in the title."""
    header = "Date,Type,Route Name,Distance (mi),Duration,Climb (ft)"
    file = f"{header}\n2014-06-01 07:00:00,Running,,2,26:42,100\n"
    assert FORMAT.identify(memory_file("x", file))
    run = sessions(records(FORMAT, file))[0]
    assert ("", pytest.approx(3218.688), pytest.approx(30.48)) == (
        run.source_id, run.distance_m, run.climb_m
    )  # fmt: skip


def test_the_recordings_it_names_are_covered() -> None:
    """They are the same sessions and need not be read."""
    text = table({}, {"GPX File": ""}, {"GPX File": "b.gpx"})
    covered = FORMAT.covers(memory_file("cardioActivities.csv", text))
    assert {"2024-06-01-070000.gpx", "b.gpx"} == covered


@pytest.mark.parametrize(
    "change",
    [{"Distance (km)": "nan"}, {"Duration": "26:99"}, {"Duration": ""}, {"Date": "06/01/24"},
     {"Date": ""}, {"Distance (km)": "50"}],
)  # fmt: skip
def test_a_bad_row_is_a_problem_and_the_rest_is_read(change: dict[str, str]) -> None:
    """I15, I17, I27, I46."""
    found = records(FORMAT, table(change, {}), "c.csv")
    assert ["c.csv line 2"] == [p.where for p in problems(found)]
    assert ["c.csv line 3"] == [s.where for s in sessions(found)]


def test_it_is_known_by_its_columns() -> None:
    """Not by its name."""
    assert FORMAT.identify(memory_file("x", table()))
    assert not FORMAT.identify(memory_file("cardioActivities.csv", "Date,Type,Duration\n"))
