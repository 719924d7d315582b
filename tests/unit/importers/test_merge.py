"""Duplicates are found whatever the order, and the richest telling is kept."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.marks import NO_TIME_OF_DAY, SALVAGED, SPORT_UNKNOWN
from unload.importers.merge import merge, same_time
from unload.model.history import Session, Sport

START = datetime(2024, 6, 1, 7)
RUN = Session(START, Sport.RUN, 3600.0, 10_000.0, where="watch")


def later(session: Session, seconds: float, **changes: object) -> Session:
    """The same session begun later, with other changes."""
    start = session.start + timedelta(seconds=seconds)
    return replace(session, start=start, **changes)  # type: ignore[arg-type]


SESSIONS = st.lists(
    st.builds(
        Session,
        start=st.integers(0, 40).map(lambda n: START + timedelta(minutes=5 * n)),
        sport=st.sampled_from([Sport.RUN, Sport.RIDE, Sport.OTHER]),
        duration_s=st.sampled_from([300.0, 600.0, 1800.0, 3600.0]),
        elapsed_s=st.sampled_from([None, 1800.0, 4000.0]),
        distance_m=st.sampled_from([None, 5000.0, 5100.0]),
        runner=st.sampled_from(["", "a"]),
        source=st.just("s"),
        source_id=st.sampled_from(["", "", "1", "2"]),
        marks=st.sampled_from([(), (SPORT_UNKNOWN,), (NO_TIME_OF_DAY,), (SALVAGED,)]),
    ),
    max_size=12,
).map(lambda many: [replace(s, where=str(n)) for n, s in enumerate(many)])


@given(SESSIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(many: list[Session], random: object) -> None:
    """Any permutation keeps the same sessions and sets the same ones aside."""
    shuffled = list(many)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert Counter(merge(many)[0]) == Counter(merge(shuffled)[0])
    assert Counter(merge(many)[1]) == Counter(merge(shuffled)[1])


@given(SESSIONS)
def test_the_same_files_twice_change_nothing(many: list[Session]) -> None:
    """A second copy of everything adds duplicates and nothing else."""
    once, twice = merge(many), merge(many + [replace(s, where=s.where + " copy") for s in many])
    told = [replace(s, where="") for s in once[0]]
    assert Counter(told) == Counter(replace(s, where="") for s in twice[0])
    assert len(once[0]) + len(once[1]) == len(many)
    assert len(twice[0]) + len(twice[1]) == 2 * len(many)


def test_a_watch_and_its_copy_are_one_run() -> None:
    """A percent of distance and some seconds of time apart; the one that knows more is kept."""
    copy = later(RUN, 20, duration_s=3540.0, distance_m=9_930.0, avg_hr=150.0, where="copy")
    assert ((copy,), (RUN,)) == merge([RUN, copy])


def test_two_runs_of_a_day_stay_two() -> None:
    """Sharing a little time is not being the same."""
    evening, overlapping = later(RUN, 36_000), later(RUN, 1800)
    assert (RUN, overlapping, evening) == merge([evening, overlapping, RUN])[0]


def test_pauses_known_to_one_source_only_do_not_make_two_runs() -> None:
    """The moving time agrees where only one source tells the elapsed time."""
    paused = replace(RUN, elapsed_s=6000.0, where="phone")
    assert same_time(RUN, paused)
    assert 1 == len(merge([RUN, paused])[0])


def test_a_watch_left_running_does_not_swallow_the_next_run() -> None:
    """An elapsed time of days says nothing about the session."""
    forgotten, following = replace(RUN, elapsed_s=2e6), later(RUN, 7200)
    assert 2 == len(merge([forgotten, following])[0])


def test_the_same_id_of_the_same_source_is_one_session() -> None:
    """Even where an edit moved its start."""
    first = replace(RUN, source="strava", source_id="1")
    assert 1 == len(merge([first, later(first, 7200)])[0])
    assert 2 == len(merge([first, later(first, 7200, source="other")])[0])


def test_other_runners_and_sports_are_other_sessions() -> None:
    """Two people may run together, and a ride is no run."""
    assert 3 == len(merge([RUN, replace(RUN, runner="b"), replace(RUN, sport=Sport.RIDE)])[0])


def test_an_unnamed_sport_yields_to_a_named_one() -> None:
    """The same recording without its sport is not counted beside the one that says it."""
    unnamed = replace(RUN, sport=Sport.OTHER, marks=(SPORT_UNKNOWN,), avg_hr=150.0)
    assert ((RUN,), (unnamed,)) == merge([unnamed, RUN])
    assert (unnamed,) == merge([unnamed])[0]


def test_a_whole_file_is_kept_before_a_salvaged_one() -> None:
    """Even where the salvaged one has more to tell."""
    salvaged = replace(RUN, avg_hr=150.0, marks=(SALVAGED,))
    assert (RUN,) == merge([salvaged, RUN])[0]


def test_a_real_distance_is_kept_before_a_zero() -> None:
    """A ride recorded without a sensor says less, though its field is filled."""
    ride = Session(START, Sport.RIDE, 3028.0, 17_974.0)
    assert (ride,) == merge([replace(ride, distance_m=0.0, duration_s=3100.0), ride])[0]


def test_without_a_time_of_day_only_equal_numbers_are_one() -> None:
    """Morning and evening of a table of dates both start at midnight."""
    morning = replace(RUN, start=datetime(2024, 6, 1), marks=(NO_TIME_OF_DAY,))
    evening = replace(morning, distance_m=9_900.0)
    assert 2 == len(merge([morning, evening])[0])
    assert 1 == len(merge([morning, replace(morning, where="again")])[0])


@pytest.mark.parametrize("count", [3000])
def test_one_row_repeated_does_not_take_for_ever(count: int) -> None:
    """Equal sessions are compared once, so the work does not grow with their square."""
    kept, duplicates = merge([replace(RUN, where=str(n)) for n in range(count)])
    assert (1, count - 1) == (len(kept), len(duplicates))
