"""The activities of intervals.icu."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.intervals import Intervals
from unload.model.history import Session, Sport

FORMAT = Intervals()


def table(*rows: str) -> str:
    """The table, with the mark that it begins with."""
    return "\ufeff" + "\n".join([ex.INTERVALS_HEADER, *rows]) + "\n"


def one(**changes: str) -> Session:
    """The session of one row."""
    found = records(FORMAT, table(ex.intervals_row(**changes)), "a.csv", ZoneInfo("Asia/Tokyo"))
    assert [] == problems(found)
    return sessions(found)[0]


def test_every_field() -> None:
    """Metres, seconds, the runner's own clock whatever zone is set here."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 3000.0, 10_000.5, 3100.0, 150.0, 171.0, 80.0, 4.0,
        source="intervals.icu", source_id="i1", where="a.csv line 2",
    )  # fmt: skip
    assert expected == one()


def test_a_z_that_a_re_save_adds_is_not_utc() -> None:
    """The column's name promises the local clock."""
    assert datetime(2024, 6, 1, 7) == one(start_date_local="2024-06-01T07:00:00Z").start


@pytest.mark.parametrize("kind", ["Run", "TrailRun", "VirtualRun"])
def test_three_kinds_are_runs(kind: str) -> None:
    """I10: others are kept as what they are."""
    assert (Sport.RUN, Sport.RIDE) == (one(type=kind).sport, one(type="VirtualRide").sport)


def test_a_race_says_so() -> None:
    """And nothing else does."""
    assert (True, False) == (one(race="true").race, one(race="").race)


def test_missing_is_missing() -> None:
    """I19, I50: no distance is none; an effort of 0 is an effort of 0."""
    assert (None, None, 0.0) == (
        one(distance="").distance_m, one(icu_rpe="").rpe, one(icu_rpe="0").rpe
    )  # fmt: skip


def test_a_bad_row_is_a_problem_and_the_rest_is_read() -> None:
    """I15, I27, I46: newest first, as the program writes them."""
    bad = [{"distance": "nan"}, {"start_date_local": "06/01/24"}, {"moving_time": "1e5"}]
    text = table(*(ex.intervals_row(**changes) for changes in bad), ex.intervals_row())
    found = records(FORMAT, text, "a.csv")
    assert [f"a.csv line {n}" for n in (2, 3, 4)] == [p.where for p in problems(found)]
    assert ["a.csv line 5"] == [s.where for s in sessions(found)]


def test_notes_may_break_lines() -> None:
    """I30: written out or real."""
    text = table(ex.intervals_row(name="a\nb\\nc"), ex.intervals_row(id="i2"))
    assert ["i1", "i2"] == [s.source_id for s in sessions(records(FORMAT, text))]


def test_it_is_known_by_its_columns() -> None:
    """The wellness table of the same program is another."""
    assert FORMAT.identify(memory_file("x", table()))
    assert not FORMAT.identify(memory_file("x", ex.INTERVALS_WELLNESS_HEADER + "\n"))
