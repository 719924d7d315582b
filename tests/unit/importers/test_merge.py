"""Duplicates are found whatever the order, and the richest telling is kept."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.alike import Why, identity, same_time
from unload.importers.marks import NO_TIME_OF_DAY, SALVAGED, SPORT_UNKNOWN
from unload.importers.merge import Apart, merge
from unload.model.history import Session, Sport

START = datetime(2024, 6, 1, 7)
RUN = Session(START, Sport.RUN, 3600.0, 10_000.0, where="watch.fit")


def later(session: Session, seconds: float, **changes: object) -> Session:
    """The same session begun later, with other changes."""
    start = session.start + timedelta(seconds=seconds)
    return replace(session, start=start, **changes)  # type: ignore[arg-type] # any field may be changed


SESSIONS = st.lists(
    st.builds(
        Session,
        start=st.integers(0, 40).map(lambda n: START + timedelta(minutes=5 * n)),
        sport=st.sampled_from([Sport.RUN, Sport.RIDE, Sport.OTHER]),
        duration_s=st.sampled_from([300.0, 600.0, 1800.0, 3600.0]),
        elapsed_s=st.sampled_from([None, 1800.0, 4000.0]),
        distance_m=st.sampled_from([None, 5000.0, 5100.0]),
        rpe=st.sampled_from([None, 0.0, 6.0]),
        avg_hr=st.sampled_from([None, 150.0]),
        race=st.booleans(),
        runner=st.sampled_from(["", "a"]),
        source=st.just("s"),
        source_id=st.sampled_from(["", "", "1", "2"]),
        marks=st.sampled_from([(), (SPORT_UNKNOWN,), (NO_TIME_OF_DAY,), (SALVAGED,)]),
    ),
    max_size=12,
).map(lambda many: [replace(s, where=f"{n}.fit") for n, s in enumerate(many)])


@given(SESSIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(many: list[Session], random: object) -> None:
    """Any permutation keeps the same sessions and sets the same ones aside."""
    shuffled = list(many)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis types it as object
    assert Counter(merge(many).kept) == Counter(merge(shuffled).kept)
    assert Counter(merge(many).duplicates) == Counter(merge(shuffled).duplicates)
    assert Counter(merge(many).sessions) == Counter(merge(shuffled).sessions)


@given(SESSIONS)
def test_the_same_files_twice_change_nothing(many: list[Session]) -> None:
    """A second copy of everything adds duplicates and nothing else."""
    once, twice = merge(many), merge(many + [replace(s, where=s.where + " copy") for s in many])
    told = [replace(s, where="") for s in once.kept]
    assert Counter(told) == Counter(replace(s, where="") for s in twice.kept)
    sessions = Counter(replace(s, where="") for s in once.sessions)
    assert sessions == Counter(replace(s, where="") for s in twice.sessions)
    assert len(once.kept) + len(once.duplicates) == len(many)
    assert len(twice.kept) + len(twice.duplicates) == 2 * len(many)


def test_a_watch_and_its_copy_are_one_run() -> None:
    """A percent of distance and some seconds of time apart; the one that knows more is kept."""
    copy = later(RUN, 20, duration_s=3540.0, distance_m=9_930.0, avg_hr=150.0, where="copy")
    merged = merge([RUN, copy])
    assert ((copy,), (RUN,)) == (merged.kept, merged.duplicates)


def test_two_runs_of_a_day_stay_two() -> None:
    """Sharing a little time is not being the same."""
    evening, overlapping = later(RUN, 36_000), later(RUN, 1800)
    assert (RUN, overlapping, evening) == merge([evening, overlapping, RUN]).kept


def test_pauses_known_to_one_source_only_do_not_make_two_runs() -> None:
    """The moving time agrees where only one source tells the elapsed time."""
    paused = replace(RUN, elapsed_s=6000.0, where="phone")
    assert same_time(RUN, paused)
    assert 1 == len(merge([RUN, paused]).kept)


def test_a_watch_left_running_does_not_swallow_the_next_run() -> None:
    """An elapsed time of days says nothing about the session."""
    forgotten, following = replace(RUN, elapsed_s=2e6), later(RUN, 7200)
    assert 2 == len(merge([forgotten, following]).kept)


def test_the_same_id_of_the_same_source_is_one_session() -> None:
    """Even where an edit moved its start."""
    first = replace(RUN, source="strava", source_id="1")
    assert 1 == len(merge([first, later(first, 7200)]).kept)
    assert 2 == len(merge([first, later(first, 7200, source="other")]).kept)


def test_other_runners_and_sports_are_other_sessions() -> None:
    """Two people may run together, and a ride is no run."""
    assert 3 == len(merge([RUN, replace(RUN, runner="b"), replace(RUN, sport=Sport.RIDE)]).kept)


def test_an_unnamed_sport_yields_to_a_named_one() -> None:
    """The same recording without its sport is not counted beside the one that says it."""
    unnamed = replace(RUN, sport=Sport.OTHER, marks=(SPORT_UNKNOWN,), avg_hr=150.0)
    merged = merge([unnamed, RUN])
    assert ((RUN,), (unnamed,)) == (merged.kept, merged.duplicates)
    assert (unnamed,) == merge([unnamed]).kept


def test_a_whole_file_is_kept_before_a_salvaged_one() -> None:
    """Even where the salvaged one has more to tell."""
    salvaged = replace(RUN, avg_hr=150.0, marks=(SALVAGED,))
    assert (RUN,) == merge([salvaged, RUN]).kept


def test_a_real_distance_is_kept_before_a_zero() -> None:
    """A ride recorded without a sensor says less, though its field is filled."""
    ride = Session(START, Sport.RIDE, 3028.0, 17_974.0)
    assert (ride,) == merge([replace(ride, distance_m=0.0, duration_s=3100.0), ride]).kept


def test_without_a_time_of_day_only_equal_numbers_are_one() -> None:
    """Morning and evening of a table of dates both start at midnight."""
    morning = replace(RUN, start=datetime(2024, 6, 1), marks=(NO_TIME_OF_DAY,))
    evening = replace(morning, distance_m=9_900.0)
    assert 2 == len(merge([morning, evening]).kept)
    assert 1 == len(merge([morning, replace(morning, where="again")]).kept)


@pytest.mark.parametrize("count", [3000])
def test_one_row_repeated_does_not_take_for_ever(count: int) -> None:
    """Equal sessions are compared once, so the work does not grow with their square."""
    merged = merge([replace(RUN, where=f"{n}.fit") for n in range(count)])
    assert (1, count - 1) == (len(merged.kept), len(merged.duplicates))


def reasons(*many: Session, apart: Apart = frozenset()) -> list[list[Why]]:
    """Per kept session, why the others of its group were set aside."""
    return [[told.why for told in group.aside] for group in merge(many, apart).groups]


JITTERED = st.lists(
    st.builds(
        replace,
        st.just(RUN),
        start=st.integers(-120, 120).map(lambda s: START + timedelta(seconds=s)),
        duration_s=st.floats(3450, 3600),
        distance_m=st.floats(9_900, 10_100),
        source=st.sampled_from(["strava", "phone"]),
    ),
    max_size=6,
).map(lambda many: [replace(s, where=f"{n}.gpx") for n, s in enumerate(many)])


@given(JITTERED)
def test_i42_copies_with_jitter_leave_the_load_unchanged(copies: list[Session]) -> None:
    """Fault I42: watch, Strava and phone tell of one run; the richest telling counts, once."""
    watch = replace(RUN, avg_hr=150.0, climb_m=80.0)
    assert (watch,) == merge([watch, *copies]).kept
    assert [[Why.SAME_TIME] * len(copies)] == reasons(watch, *copies)


@given(st.integers(-14 * 4, 14 * 4).filter(lambda n: abs(n) >= 4), st.floats(-9, 9))
def test_i43_a_run_under_another_zones_clock_is_one(quarters: int, seconds: float) -> None:
    """Fault I43: whole quarters apart, equal in length and way; counted once, and worth asking."""
    copy = later(RUN, 900 * quarters + seconds, source="strava", where="activities.csv line 7")
    assert [[Why.SHIFTED]] == reasons(RUN, copy)
    assert Why.SHIFTED.worth_asking


@pytest.mark.parametrize(
    "changes",
    [
        {"distance_m": 10_100.0}, {"duration_s": 3650.0}, {"distance_m": None},
        {"sport": Sport.RIDE}, {"runner": "b"},
        {"start": START + timedelta(hours=15)}, {"start": START + timedelta(minutes=97)},
    ],
)  # fmt: skip
def test_i43_what_differs_is_another_run(changes: dict[str, object]) -> None:
    """Fault I43: other numbers, sports and clocks no zone explains stay two sessions."""
    copy = replace(later(RUN, 7200, where="b.fit"), **changes)  # type: ignore[arg-type] # any field may be changed
    assert 2 == len(merge([RUN, copy]).kept)


def test_i43_one_diary_lists_a_run_once() -> None:
    """The same loop in the morning and the evening, as exact as a clock; copied or not."""
    rows = [replace(RUN, where="d.csv line 2"), later(RUN, 36_000, where="d.csv line 3")]
    copies = [replace(s, where=f"copy of {s.where}") for s in rows]
    assert 2 == len(merge(rows).kept) == len(merge(rows + copies).kept)


def test_i44_overlapping_but_different_activities_are_both_kept_and_told() -> None:
    """Fault I44: half an hour shared is no reason to delete; the pair is named instead."""
    merged = merge([RUN, later(RUN, 1800, where="b.fit"), later(RUN, 90_000, where="c.fit")])
    assert 3 == len(merged.kept)
    assert ((merged.kept[0], merged.kept[1]),) == merged.overlaps
    assert merged.kept == merged.counted


def test_i44_what_another_covers_whole_is_kept_and_counts_for_nothing() -> None:
    """Fault I44: ten minutes of the hour by a second watch; unless the runner says they are two."""
    part = later(RUN, 600, duration_s=600.0, distance_m=2000.0, where="b.fit")
    merged = merge([RUN, part])
    assert ((RUN, part), (RUN,), (RUN,)) == (merged.kept, merged.counted, merged.sessions)
    apart = frozenset([frozenset([identity(RUN), identity(part)])])
    assert (RUN, part) == merge([RUN, part], apart).sessions


@given(SESSIONS)
def test_i44_nothing_is_ever_lost(many: list[Session]) -> None:
    """Fault I44: every session is kept or stands beside the one it is taken for."""
    merged = merge(many)
    assert Counter(many) == Counter((*merged.kept, *merged.duplicates))


def test_the_runner_can_say_that_two_are_not_one() -> None:
    """And take it back; the third telling stays with one of them."""
    other = later(RUN, 60, duration_s=3500.0, where="friend.fit")
    third = later(RUN, 20, duration_s=3550.0, where="third.fit")
    apart = frozenset([frozenset([identity(RUN), identity(other)])])
    assert [[], []] == reasons(RUN, other, apart=apart)
    assert 2 == len(merge([RUN, third, other], apart).kept)
    assert [[Why.SAME_TIME] * 2] == reasons(RUN, other, third)


def test_a_newer_export_wins_over_an_older_one() -> None:
    """A ride that was called a run is a ride since; the older export knew less of later."""
    old = replace(RUN, source="strava", source_id="1", avg_hr=150.0, where="1.zip:a.csv line 2")
    new = replace(old, sport=Sport.RIDE, avg_hr=None, where="2.zip:a.csv line 2")
    since = later(RUN, 90_000, source="strava", source_id="2", where="2.zip:a.csv line 3")
    assert (new, since) == merge([old, since, new]).kept
    assert [[Why.SAME_ID], []] == reasons(old, since, new)


def test_who_knows_which_export_is_newer_says_so() -> None:
    """A store knows the order of its imports, also where both files have one name."""
    old = replace(RUN, source="strava", source_id="1", avg_hr=150.0, where="a.csv line 2")
    new = replace(old, avg_hr=None, distance_m=9_000.0)
    assert (old,) == merge([old, new]).kept
    assert (new,) == merge([old, new], newness={new: 2, old: 1}).kept


def test_three_exports_by_sport_are_their_union() -> None:
    """Nothing of the runs is taken for a ride of the same hour."""
    runs = [later(RUN, 86_400 * n, where=f"runs.csv line {n}") for n in range(3)]
    rides = [replace(s, sport=Sport.RIDE, where=f"rides.csv line {n}") for n, s in enumerate(runs)]
    every = [replace(s, where=f"all.csv line {n}") for n, s in enumerate(runs + rides)]
    assert 6 == len(merge([*every, *runs, *rides]).kept)


def test_a_diary_without_times_does_not_double_the_watch() -> None:
    """Two entries and two runs of a day are two; each entry is tied to one run."""
    watch = [RUN, later(RUN, 36_000, where="evening.fit")]
    midnight = datetime(2024, 6, 1)
    diary = [
        replace(RUN, start=midnight, marks=(NO_TIME_OF_DAY,), where=f"d.csv line {n}",
                distance_m=10_000.0 + n)
        for n in (2, 3)
    ]  # fmt: skip
    merged = merge([*diary, *watch])
    assert tuple(watch) == merged.kept
    assert [[Why.SAME_DAY], [Why.SAME_DAY]] == reasons(*diary, *watch)
    assert 2 == len(merge([*diary, RUN]).kept)


def test_what_only_a_telling_set_aside_knows_is_not_lost() -> None:
    """The effort that a diary tells belongs to the run that the watch recorded."""
    watch = replace(RUN, avg_hr=150.0, max_hr=170.0)
    diary = later(RUN, 30, rpe=6.0, distance_m=None, where="diary.csv line 2")
    merged = merge([diary, watch])
    assert (watch,) == merged.kept
    assert (replace(watch, rpe=6.0),) == merged.sessions
    assert (("rpe", diary),) == merged.groups[0].lent


def test_an_older_telling_of_the_same_id_lends_nothing() -> None:
    """What the runner deleted at its source stays deleted."""
    old = replace(RUN, source="strava", source_id="1", rpe=9.0, race=True)
    new = replace(RUN, source="strava", source_id="1")
    assert (new,) == merge([old, new], newness={new: 2, old: 1}).sessions
