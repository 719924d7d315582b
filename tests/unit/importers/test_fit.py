"""FIT activities."""

import gzip
import zlib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import fit_writer as fw
from file_samples import memory_file, problems, records, sessions
from unload.importers.fit import Fit, clocks_of
from unload.importers.fit_messages import Clock
from unload.importers.marks import FROM_POINTS, NO_HEART_RATE, SALVAGED, SPORT_UNKNOWN, TREADMILL
from unload.importers.merge import merge
from unload.importers.protocol import GZIP_BITS
from unload.model.history import Session, Sport

FORMAT = Fit()
START = datetime(2024, 6, 1, 6)
POINTS = [
    fw.record(START + timedelta(seconds=n), 3.0 * n, 120 + n // 10, position_lat=n)
    for n in range(600)
]


def read(*messages: bytes, zone: str = "UTC") -> list[Session]:
    """The sessions of a whole file of these messages."""
    return sessions(records(FORMAT, fw.fit_file(messages), "r.fit", ZoneInfo(zone)))


def test_a_run_with_everything() -> None:
    """Timer time, total distance, heart and climb as the watch summed them up."""
    told = {"avg_heart_rate": 150, "max_heart_rate": 171, "total_ascent": 42}
    expected = Session(
        START, Sport.RUN, 1800.0, 5000.0, 1900.0, 150.0, 171.0, 42.0, source="fit", where="r.fit"
    )
    assert [expected] == sessions(records(FORMAT, fw.run(START, **told), "r.fit"))


def test_the_watchs_own_wall_clock_wins_over_the_zone() -> None:
    """A runner of Berlin on holiday in Nepal."""
    end = START + timedelta(minutes=30)
    abroad = fw.activity(end, end + timedelta(hours=5, minutes=45))
    run = fw.session(START, total_timer_time=1800.0)
    assert datetime(2024, 6, 1, 11, 45) == read(fw.file_id(), run, abroad)[0].start
    assert datetime(2024, 6, 1, 8) == read(fw.file_id(), run, zone="Europe/Berlin")[0].start


@pytest.mark.parametrize(
    ("zone", "ended", "hours", "start"),
    [
        # The clock went from two to three on the way: the watch says +2 at the end, and was at +1.
        ("Europe/Berlin", datetime(2024, 3, 31, 1, 15), 2, datetime(2024, 3, 31, 1, 45)),
        # And back from three to two: +1 at the end, +2 at the start.
        ("Europe/Berlin", datetime(2024, 10, 27, 1, 15), 1, datetime(2024, 10, 27, 2, 45)),
        # Over the midnight that Beirut skips: it began on the day before.
        ("Asia/Beirut", datetime(2024, 3, 30, 22, 15), 3, datetime(2024, 3, 30, 23, 45)),
        # Either side of the date line, whatever the zone at home.
        ("Europe/Berlin", datetime(2024, 6, 1, 11, 0), 14, datetime(2024, 6, 2, 0, 30)),
        ("Pacific/Kiritimati", datetime(2024, 6, 1, 10, 0), -11, datetime(2024, 5, 31, 22, 30)),
        # The day that Samoa left out: before it at -10, after it at +14.
        ("Europe/Berlin", datetime(2011, 12, 30, 9, 30), -10, datetime(2011, 12, 29, 23, 0)),
        ("Europe/Berlin", datetime(2011, 12, 30, 10, 45), 14, datetime(2011, 12, 31, 0, 15)),
    ],
)
def test_i47_i48_the_day_is_that_of_the_watch(
    zone: str, ended: datetime, hours: int, start: datetime
) -> None:
    """Faults I47 and I48: by the watch's clock alone, over changes of clock and the date line."""
    run = fw.session(ended - timedelta(minutes=30), total_elapsed_time=1800.0)
    clock = fw.activity(ended, ended + timedelta(hours=hours))
    assert start == read(fw.file_id(), run, clock, zone=zone)[0].start


def test_what_the_watchs_clock_said_is_heard_of_activities_alone() -> None:
    """A file of settings has a clock too, but nobody ran by it."""
    end = START + timedelta(minutes=30)
    clock = fw.activity(end, end + timedelta(hours=2))
    run = fw.session(START, total_timer_time=1800.0)
    told = [
        list(clocks_of(memory_file("r.fit", fw.fit_file([fw.file_id(), *messages]))))
        for messages in ([run, clock], [clock], [run])
    ]
    assert [[Clock(timedelta(hours=2), end)], [], []] == told


def test_i14_sentinels_are_missing_never_numbers() -> None:
    """Fault I14: 255 beats, 655 km of climb and 42,949 km are what 0xFF.. says."""
    session = read(fw.file_id(), fw.session(START, total_timer_time=1800.0))[0]
    assert (None,) * 5 == (
        session.distance_m, session.elapsed_s, session.avg_hr, session.max_hr, session.climb_m
    )  # fmt: skip


def test_a_heart_rate_the_summary_lacks_comes_from_the_points() -> None:
    """The mean of the points between start and end of the session."""
    run = fw.session(START, total_elapsed_time=99.0, total_timer_time=99.0)
    assert pytest.approx(124.5) == read(fw.file_id(), *POINTS, run)[0].avg_hr


def test_i21_multisport_files_hold_several_sessions() -> None:
    """Fault I21: each leg its own; a transition is no sport of ours."""
    legs = [
        fw.session(START, "swimming", total_timer_time=1800.0, total_distance=1500.0),
        fw.session(START + timedelta(minutes=31), "transition", total_timer_time=60.0),
        fw.session(START + timedelta(minutes=33), "running", total_timer_time=1800.0),
    ]
    found = read(fw.file_id(), *legs)
    assert [Sport.SWIM, Sport.OTHER, Sport.RUN] == [s.sport for s in found]
    assert "r.fit session 3" == found[2].where


def test_a_treadmill_is_a_run() -> None:
    """Fault I19: indoors there are no positions; the watch's distance stands."""
    run = fw.session(START, "fitness_equipment", sub_sport=1, total_timer_time=99.0)
    session = read(fw.file_id(), run)[0]
    assert (Sport.RUN, (TREADMILL,)) == (session.sport, session.marks)


@pytest.mark.parametrize("number", range(0, 256, 5))
def test_i10_any_number_of_a_sport_is_kept(number: int) -> None:
    """Fault I10: new sports appear with new watches."""
    data = fw.message(
        fw.SESSION, start_time=fw.seconds(START), sport=number, total_timer_time=99_000
    )
    assert 1 == len(read(fw.file_id(), data))


def test_a_file_without_a_summary_is_added_up_from_its_points() -> None:
    """The battery died: time, way and heart of the points, and two marks."""
    whole = fw.fit_file([fw.file_id(), *POINTS])
    session = sessions(records(FORMAT, whole))[0]
    assert (599.0, 1797.0, 599.0) == (session.duration_s, session.distance_m, session.elapsed_s)
    assert (FROM_POINTS, SPORT_UNKNOWN) == session.marks
    cut = sessions(records(FORMAT, whole[:-1000]))[0]
    assert SALVAGED in cut.marks
    assert 400 < cut.duration_s < 599


@pytest.mark.parametrize("kind", ["settings", "workout"])
def test_i9_settings_and_workouts_give_nothing_and_no_noise(kind: str) -> None:
    """Fault I9: a watch's folder holds thousands of them."""
    assert [] == records(FORMAT, fw.fit_file([fw.file_id(kind)]))


@pytest.mark.parametrize("seconds", [1000, 0x10000000 - 1])
def test_i11_seconds_since_power_on_are_not_a_date(seconds: int) -> None:
    """Fault I11: such a run would fall into 1990, or as late as July 1998."""
    data = fw.message(fw.SESSION, start_time=seconds, sport=1, total_timer_time=99_000)
    found = records(FORMAT, fw.fit_file([fw.file_id(), data]), "r.fit")
    assert ["r.fit"] == [p.where for p in problems(found)] == [r.where for r in found]
    assert "since the watch was switched on" in problems(found)[0].message


def test_damage_without_anything_to_decode_is_a_problem() -> None:
    """One sentence, no traceback."""
    found = records(FORMAT, b"\x0e\x20\x00\x00\xff\x00\x00\x00.FIT" + b"\xaa" * 50)
    assert "damaged" in problems(found)[0].message


def test_a_rate_of_zero_is_marked() -> None:
    """Devices without a sensor write it."""
    assert (NO_HEART_RATE,) == read(
        fw.file_id(), fw.session(START, total_timer_time=99.0, avg_heart_rate=0)
    )[0].marks


def test_it_is_known_by_its_magic_or_a_crash() -> None:
    """Not by its name: a web page saved as .fit is not one."""
    assert FORMAT.identify(memory_file("x", fw.run(START)))
    assert FORMAT.identify(memory_file("x.fit", bytes(14) + b"@"))
    assert not FORMAT.identify(memory_file("x.fit", "<html>"))
    assert not FORMAT.identify(memory_file("x.bin", bytes(100)))


def test_i1_a_damaged_part_that_may_hold_an_activity_is_named() -> None:
    """Fault I1: the part before it is read without a mark, for its own checksum fits."""
    found = records(FORMAT, fw.run(START) + fw.fit_file([fw.file_id(), fw.file_id()])[:-4], "r.fit")
    assert [()] == [s.marks for s in sessions(found)]
    assert ["r.fit part 2"] == [p.where for p in problems(found)]


def test_i12_a_clock_that_jumped_leaves_the_timer() -> None:
    """Fault I12: an elapsed time of 1,168 hours is kept as told; the timer is the duration."""
    run = fw.session(START, total_timer_time=1800.0, total_elapsed_time=1168 * 3600.0)
    assert 1800.0 == read(fw.file_id(), run)[0].duration_s


def test_i13_i22_the_future_and_zero_seconds_are_set_aside() -> None:
    """Faults I13 and I22: each with its reason."""
    ahead = fw.session(START.replace(year=2026), total_timer_time=1800.0)
    empty = fw.session(START, total_timer_time=0.0)
    found = records(FORMAT, fw.fit_file([fw.file_id(), ahead, empty]))
    assert ["future" in p.message for p in problems(found)] == [True, False]
    assert "zero seconds" in problems(found)[1].message


def test_i17_a_distance_no_runner_can_run_is_set_aside() -> None:
    """Fault I17: 21,709 km in half an hour."""
    glitch = fw.session(START, total_timer_time=1800.0, total_distance=21_709_000.0)
    assert "km long" in problems(records(FORMAT, fw.fit_file([fw.file_id(), glitch])))[0].message


def test_i20_a_session_without_points_is_valid() -> None:
    """Fault I20: entered by hand, with fewer fields."""
    assert 1 == len(read(fw.file_id(), fw.session(START, total_timer_time=1800.0)))


def test_i23_a_race_of_more_than_a_day_is_one_session() -> None:
    """Fault I23: thirty hours over two nights."""
    ultra = fw.session(START, total_timer_time=108_000.0, total_distance=161_000.0)
    assert 108_000.0 == read(fw.file_id(), ultra)[0].duration_s


def test_nothing_of_a_position_is_decoded() -> None:
    """The words for latitude and longitude do not occur; a file that moves tells the same."""
    here = [fw.record(START, 1.0, 120, position_lat=1, position_long=2)]
    there = [fw.record(START, 1.0, 120, position_lat=10**9, position_long=-(10**9))]
    run = fw.session(START, total_timer_time=99.0)
    assert read(fw.file_id(), *here, run) == read(fw.file_id(), *there, run)


def test_a_header_that_leads_nowhere_is_a_problem() -> None:
    """The magic word is there, the size of the header is not."""
    found = records(FORMAT, b"\x02" + fw.run(START)[1:], "r.fit")
    assert ["r.fit: has a damaged header; nothing in it can be found."] == [str(p) for p in found]


def test_a_session_is_named_by_its_watch_and_moment_whatever_the_zone() -> None:
    """So that a choice between two tellings survives a move; without a serial there is no name."""
    kind = (0, {"type": (0, "enum"), "serial": (3, "u32")})
    run = fw.session(START, total_timer_time=1800.0)
    told = [
        read(fw.message(kind, type=4, serial=77), run, zone=zone)[0].source_id
        for zone in ("UTC", "Asia/Tokyo")
    ]
    assert [f"77-{fw.seconds(START)}-run"] * 2 == told
    assert "" == read(fw.file_id(), run)[0].source_id


def test_i43_two_runs_of_the_hour_that_is_shown_twice_stay_two() -> None:
    """Fault I43: the end of summer time in Berlin, half past two and half past two again."""
    starts = [datetime(2024, 10, 27, 0, 30), datetime(2024, 10, 27, 1, 30)]
    told = {"total_timer_time": 1800.0, "total_distance": 5000.0}
    watch = fw.message((0, {"type": (0, "enum"), "serial": (3, "u32")}), type=4, serial=7)
    zone = "Europe/Berlin"
    for offsets in ((None, None), (2, 1)):
        both = []
        for start, hours in zip(starts, offsets, strict=True):
            end = start + timedelta(minutes=30)
            clock = [] if hours is None else [fw.activity(end, end + timedelta(hours=hours))]
            both += read(watch, fw.session(start, **told), *clock, zone=zone)
        assert [datetime(2024, 10, 27, 2, 30)] * 2 == [session.start for session in both]
        assert 2 == len({session.source_id for session in both}) == len(merge(both).kept)


def test_i1_a_cut_packed_file_is_told_like_the_cut_file_in_it() -> None:
    """Fault I1: what the packing still yields is decoded, and it is marked."""
    told = {"total_timer_time": 600.0, "total_distance": 1797.0}
    whole = fw.fit_file([fw.file_id(), *POINTS, fw.session(START, **told)])
    packed = gzip.compress(whole, mtime=0)
    for cut in range(len(packed) // 4, len(packed), 97):
        inflate = zlib.decompressobj(GZIP_BITS)
        start = inflate.decompress(packed[:cut])
        (found,) = records(FORMAT, packed[:cut], "r.fit.gz")
        (expected,) = records(FORMAT, start, "r.fit.gz")
        assert isinstance(found, Session)
        assert (expected, True) == (found, SALVAGED in found.marks)
    assert [()] == [s.marks for s in sessions(records(FORMAT, packed, "r.fit.gz"))]


def test_i1_a_packing_that_lost_its_last_bytes_alone_is_marked_too() -> None:
    """Fault I1: nothing vouches for it any more."""
    packed = gzip.compress(fw.run(START), mtime=0)
    (found,) = sessions(records(FORMAT, packed[:-3], "r.fit.gz"))
    assert (1800.0, (SALVAGED,)) == (found.duration_s, found.marks)
