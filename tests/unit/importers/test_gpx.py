"""GPX recordings."""

import gzip
import pickle
import struct
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from file_samples import gpx, memory_file, problems, records, sessions, straight
from unload.importers.gpx import Gpx
from unload.importers.marks import SALVAGED, SPORT_UNKNOWN
from unload.model.history import Sport

FORMAT = Gpx()
CANARY = 12.345678901


def test_a_recording_becomes_a_session() -> None:
    """Sixty steps of 30 m in 10 s, one metre up each; the heart from any namespace."""
    session = sessions(records(FORMAT, gpx(straight(61), "running"), "r.gpx"))[0]
    assert (datetime(2024, 6, 1, 6), Sport.RUN) == (session.start, session.sport)
    assert pytest.approx(1800, rel=1e-4) == session.distance_m
    assert (600.0, 600.0) == (session.duration_s, session.elapsed_s)
    assert (150.0, 180.0, 60.0) == (session.avg_hr, session.max_hr, session.climb_m)
    assert ("gpx", "r.gpx", ()) == (session.source, session.where, session.marks)


def test_the_wall_clock_is_the_runners() -> None:
    """UTC in the file, Berlin on the wrist."""
    found = sessions(records(FORMAT, gpx(straight(9)), zone=ZoneInfo("Europe/Berlin")))
    assert datetime(2024, 6, 1, 8) == found[0].start


@pytest.mark.parametrize(
    ("kind", "creator", "sport"),
    [
        ("9", "StravaGPX Android", Sport.RUN),
        ("1", "StravaGPX", Sport.RIDE),
        ("9", "someone", Sport.OTHER),
        ("77", "StravaGPX", Sport.OTHER),
        ("", "x", Sport.OTHER),
        ("skating", "x", Sport.OTHER),
    ],
)
def test_the_sport_is_stated_or_marked_unknown(kind: str, creator: str, sport: Sport) -> None:
    """Numbers mean something in Strava's files alone; nothing is guessed from speed."""
    session = sessions(records(FORMAT, gpx(straight(9), kind, creator)))[0]
    assert sport is session.sport
    assert (sport is Sport.OTHER and kind != "skating") == (SPORT_UNKNOWN in session.marks)


def test_a_route_is_not_a_run() -> None:
    """Points without times, or no track at all, are refused with the reason."""
    timeless = [("", lat, lon, more) for _, lat, lon, more in straight(9)]
    assert "a route is not a run" in problems(records(FORMAT, gpx(timeless)))[0].message
    empty = "<gpx><wpt lat='1' lon='1'/><rte><rtept lat='1' lon='1'/></rte></gpx>"
    assert "no recorded track" in problems(records(FORMAT, empty))[0].message


def test_impossible_places_and_heights_do_not_count() -> None:
    """Faults I15 and I17: latitude 999, NaN and infinity neither add way nor climb."""
    points = straight(21)
    points[5] = (points[5][0], 999.0, 8.0, "<ele>NaN</ele>")
    points[9] = (points[9][0], float("nan"), 8.0, "<ele>1e309</ele>")
    session = sessions(records(FORMAT, gpx(points)))[0]
    assert pytest.approx(600, rel=1e-3) == session.distance_m
    assert pytest.approx(20.0, abs=2) == session.climb_m


def test_a_file_that_breaks_off_gives_what_was_recorded() -> None:
    """Marked, so that nobody takes it for the whole."""
    text = gpx(straight(61), "running")
    session = sessions(records(FORMAT, text[: len(text) // 2]))[0]
    assert (SALVAGED,) == session.marks
    assert 200 < session.duration_s < 400
    assert "not whole XML" in problems(records(FORMAT, text[:60]))[0].message


def test_i1_a_cut_packed_file_gives_what_was_recorded() -> None:
    """Fault I1: as if it had been cut before it was packed."""
    packed = gzip.compress(gpx(straight(61), "running").encode(), mtime=0)
    session = sessions(records(FORMAT, packed[: len(packed) // 2], "r.gpx.gz"))[0]
    assert (SALVAGED,) == session.marks
    assert 100 < session.duration_s < 600


def test_several_tracks_are_several_sessions() -> None:
    """Each is named by its number."""
    text = gpx(straight(9)).replace("</gpx>", "") + gpx(straight(9)).partition(">")[2]
    assert ["r.gpx track 1", "r.gpx track 2"] == [s.where for s in records(FORMAT, text, "r.gpx")]


def test_positions_are_never_kept() -> None:
    """A canary coordinate is in the file and in no byte of what comes out."""
    points = [(time, CANARY, CANARY, more) for time, _, _, more in straight(3)]
    points.append(("2024-06-01T06:01:00Z", CANARY + 0.001, CANARY, ""))
    found = records(FORMAT, gpx(points))
    assert 1 == len(sessions(found))
    for place in (CANARY, CANARY + 0.001):
        assert str(place)[:6] not in repr(found)
        assert struct.pack(">d", place) not in pickle.dumps(found)


def test_it_is_known_by_its_first_element() -> None:
    """Whatever the name says."""
    assert FORMAT.identify(memory_file("x.bin", "<?xml version='1.0'?>\n<gpx>"))
    assert not FORMAT.identify(memory_file("x.gpx", "<html><gpx>"))


def test_points_without_a_time_are_passed_over() -> None:
    """Missing, empty, or no time at all: the run is as long and as far as its other points say."""
    points = straight(61)
    for n, text in ((7, ""), (20, "NaN"), (33, "2024-13-45T99:99:99Z"), (40, "noon")):
        points[n] = (text, *points[n][1:])
    session = sessions(records(FORMAT, gpx(points)))[0]
    assert (600.0, 600.0) == (session.duration_s, session.elapsed_s)
    assert pytest.approx(1800, rel=1e-4) == session.distance_m


@pytest.mark.parametrize("text", ["NaN", "inf", "-inf", "1e309", "1_000", "", "0x10", "\u0661"])
def test_i15_no_attribute_or_text_gives_a_number_that_is_none(text: str) -> None:
    """Fault I15: in every place of a point where a number stands."""
    points = [
        (time, lat, lon, f"<ele>{text}</ele><extensions><hr>{text}</hr></extensions>")
        for time, lat, lon, _ in straight(30)
    ]
    session = sessions(records(FORMAT, gpx(points)))[0]
    assert (None, None, None) == (session.climb_m, session.avg_hr, session.max_hr)
    nowhere = [(time, text, text, more) for time, _, _, more in straight(30)]
    session = sessions(records(FORMAT, gpx(nowhere)))[0]  # type: ignore[arg-type] # the stand-in has what is used
    assert (None, 290.0) == (session.distance_m, session.duration_s)


def test_i18_a_run_over_the_date_line_is_as_long_as_any() -> None:
    """Fault I18: and a receiver that sat at 0/0 before its fix adds nothing."""
    points = [
        (time, -16.8, 179.999 + n * 1e-4 - 360 * (n >= 10), "")
        for n, (time, *_) in enumerate(straight(21))
    ]
    points[0] = (points[0][0], 0.0, 0.0, "")
    session = sessions(records(FORMAT, gpx(points)))[0]
    assert pytest.approx(19 * 10.645, rel=1e-2) == session.distance_m
