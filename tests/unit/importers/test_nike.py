"""Runs of Nike Run Club."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.marks import TREADMILL
from unload.importers.nike import Nike
from unload.model.history import Session, Sport

FORMAT = Nike()
BERLIN = ZoneInfo("Europe/Berlin")


def one(**changes: object) -> Session:
    """The session of one run in Berlin."""
    found = records(FORMAT, json.dumps(ex.nike_run(**changes)), "n.json", BERLIN)
    assert [] == problems(found)
    return sessions(found)[0]


def test_every_field() -> None:
    """Kilometres, metres of climb, milliseconds of UTC, the effort among the tags."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 2400.0, 7500.0, 2520.0, 149.5, climb_m=42.0, rpe=6.0,
        source="nike", source_id="n-1", where="n.json",
    )  # fmt: skip
    assert expected == one()


def test_indoors_is_a_treadmill() -> None:
    """I19: with no summary at all it is a run without a distance."""
    run = one(tags={"location": "Indoors"}, summaries=None)
    assert (None, (TREADMILL,), None) == (run.distance_m, run.marks, run.rpe)


def test_no_active_time_is_none() -> None:
    """I22: then the time between start and end counts."""
    assert 2520.0 == one(active_duration_ms=0).duration_s
    assert one(end_epoch_ms=ex.UTC_MS - 1).elapsed_s is None


def test_a_deleted_run_is_none() -> None:
    """The app keeps them in its lists."""
    assert [] == records(FORMAT, json.dumps(ex.nike_run(delete_indicator=True)))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"start_epoch_ms": None}, "no date"),
        ({"start_epoch_ms": "now"}, "not a number"),
        ({"summaries": [ex.nike_sum("distance", float("nan"))]}, "not a number"),
        ({"summaries": [ex.nike_sum("distance", 75)]}, "too fast"),
    ],
)
def test_what_cannot_be_right_is_a_problem(changes: dict[str, object], words: str) -> None:
    """I15, I17, I20."""
    found = records(FORMAT, json.dumps(ex.nike_run(**changes)))
    assert [True] == [words in p.message for p in problems(found)]


def test_a_secondary_number_that_is_none_is_missing() -> None:
    """I15, I16: the run counts without it."""
    odd = [ex.nike_sum("heart_rate", "fast", "mean"), ex.nike_sum("ascent", float("nan"))]
    run = one(summaries=[ex.nike_sum("distance", 7.5), *odd], tags={"rpe": "hard"})
    assert (7500.0, None, None, None) == (run.distance_m, run.avg_hr, run.climb_m, run.rpe)


def test_a_broken_file_is_a_problem() -> None:
    """I1."""
    assert 1 == len(problems(records(FORMAT, json.dumps(ex.nike_run())[:-30])))


def test_it_is_known_by_its_fields() -> None:
    """I41."""
    assert FORMAT.identify(memory_file("x", json.dumps(ex.nike_run())))
    assert not FORMAT.identify(memory_file("x", '{"start_epoch_ms": 1}'))
