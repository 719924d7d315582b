"""What counts as evidence that two sessions are one."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from unload.importers.alike import (
    Why,
    elapsed_s,
    file_of,
    identity,
    same_day,
    same_kind,
    same_time,
    shared_s,
    shifted,
)  # fmt: skip
from unload.importers.marks import CLOCK_SET_BACK, NO_TIME_OF_DAY, SPORT_UNKNOWN
from unload.model.history import Session, Sport

START = datetime(2024, 6, 1, 7)
RUN = Session(START, Sport.RUN, 3600.0, 10_000.0, where="watch.fit")
LATER = replace(RUN, start=START + timedelta(hours=2), where="phone.gpx")


def test_an_identity_stays_when_the_file_moves_or_the_sport_is_stated() -> None:
    """A choice of the runner must find its sessions again after the next import."""
    moved = replace(RUN, where="x.zip:a/1.fit", sport=Sport.WALK, marks=(SPORT_UNKNOWN,))
    assert identity(RUN) == identity(moved)
    named = replace(RUN, source="strava", source_id="1")
    assert identity(named) == identity(replace(named, start=LATER.start, distance_m=None))


@pytest.mark.parametrize(
    "changes",
    [{"start": LATER.start}, {"duration_s": 3601.0}, {"distance_m": None}, {"runner": "b"},
     {"source_id": "1"}, {"source": "fit"}],
)  # fmt: skip
def test_what_was_recorded_tells_identities_apart(changes: dict[str, object]) -> None:
    """Two tellings of one run have two, so that they can be kept apart."""
    assert identity(RUN) != identity(replace(RUN, **changes))  # type: ignore[arg-type] # any field may be changed


@pytest.mark.parametrize(
    ("where", "expected"),
    [("a.csv line 7", "a.csv"), ("z.zip:a b.fit session 2", "z.zip:a b.fit"), ("a.fit", "a.fit")],
)
def test_the_file_of_a_session(where: str, expected: str) -> None:
    """Its label without the place inside it."""
    assert expected == file_of(replace(RUN, where=where))


def test_sports_that_are_not_said_agree_with_any() -> None:
    """But runners never do."""
    unsaid = replace(RUN, sport=Sport.OTHER, marks=(SPORT_UNKNOWN,))
    assert same_kind(RUN, RUN)
    assert same_kind(unsaid, RUN)
    assert same_kind(RUN, unsaid)
    assert not same_kind(RUN, replace(RUN, sport=Sport.RIDE))
    assert not same_kind(RUN, replace(RUN, runner="b"))


def test_time_is_shared_from_the_later_start_to_the_earlier_end() -> None:
    """Nothing is shared by sessions apart, or at an unknown time of day."""
    half = replace(RUN, start=START + timedelta(minutes=30))
    assert 1800.0 == shared_s(RUN, half) == shared_s(half, RUN)
    assert 0.0 == shared_s(RUN, LATER)
    assert 0.0 == shared_s(RUN, replace(RUN, marks=(NO_TIME_OF_DAY,)))
    assert not same_time(RUN, half)


def test_an_elapsed_time_of_days_is_not_believed() -> None:
    """A watch left on; and an elapsed time below the moving time is none."""
    assert [6000.0, 3600.0, 3600.0, 3600.0] == [
        elapsed_s(replace(RUN, elapsed_s=e)) for e in (6000.0, 2e6, 100.0, None)
    ]


def test_a_zones_clock_apart_with_equal_numbers_is_a_shift() -> None:
    """Never within one file, and never without a distance."""
    assert shifted(RUN, LATER)
    assert not shifted(RUN, replace(LATER, where="watch.fit"))
    assert not shifted(RUN, replace(LATER, distance_m=None))
    assert not shifted(RUN, replace(LATER, start=LATER.start + timedelta(seconds=11)))
    assert not shifted(RUN, replace(RUN, where="b.fit"))
    assert shifted(RUN, replace(LATER, start=START + timedelta(hours=3, minutes=45)))
    moving, elapsed = replace(RUN, elapsed_s=4000.0), replace(LATER, elapsed_s=4000.0)
    assert shifted(moving, replace(elapsed, duration_s=3500.0))
    assert not shifted(moving, replace(LATER, duration_s=3500.0))


def test_an_entry_of_a_day_is_the_run_as_long_and_as_far() -> None:
    """Rounded, but not by more than three in a hundred."""
    entry = replace(
        RUN, start=datetime(2024, 6, 1), duration_s=3540.0, where="d.csv line 2",
        marks=(NO_TIME_OF_DAY,),
    )  # fmt: skip
    assert same_day(entry, RUN)
    assert not same_day(entry, entry)
    assert not same_day(replace(entry, duration_s=3400.0), RUN)
    assert not same_day(replace(entry, distance_m=9_000.0), RUN)
    assert not same_day(replace(entry, where="watch.fit"), RUN)


def test_only_disagreeing_clocks_are_worth_a_question() -> None:
    """The same id or time leaves no doubt."""
    assert [Why.SAME_DAY, Why.SHIFTED] == [why for why in Why if why.worth_asking]


def test_i43_one_source_tells_the_two_passes_of_an_hour_apart() -> None:
    """Fault I43: another source may not know of the second pass, and its telling is the same."""
    again = replace(RUN, marks=(CLOCK_SET_BACK,))
    assert not same_time(RUN, again)
    assert not same_time(again, RUN)
    assert same_time(again, again)
    assert same_time(replace(RUN, source="garmin list"), again)
