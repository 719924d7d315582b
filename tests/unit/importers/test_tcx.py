"""TCX activities."""

import re
from datetime import datetime

import pytest

from file_samples import lap, memory_file, problems, records, sessions, tcx, trackpoint
from unload.importers.marks import FROM_POINTS, SALVAGED, SPORT_UNKNOWN
from unload.importers.tcx import Tcx
from unload.model.history import Session, Sport

FORMAT = Tcx()
POINTS = trackpoint("2024-06-01T06:00:00Z", 0, 130) + trackpoint("2024-06-01T06:35:00Z", 5000, 150)


def test_laps_are_added_up() -> None:
    """Time and way of the laps, heart of the points, elapsed time from first to last point."""
    found = sessions(records(FORMAT, tcx([lap(600, 2000, POINTS), lap(900, 3000)]), "r.tcx"))
    assert 1 == len(found)
    session = found[0]
    assert (datetime(2024, 6, 1, 6), Sport.RUN) == (session.start, session.sport)
    assert (1500.0, 5000.0, 2100.0) == (session.duration_s, session.distance_m, session.elapsed_s)
    assert (140.0, 160.0) == (session.avg_hr, session.max_hr)
    assert ((), "tcx", "r.tcx") == (session.marks, session.source, session.where)


def test_heart_rates_of_laps_are_weighted_by_their_time() -> None:
    """Where the points carry none."""
    short = lap(100, 300).replace("<Value>140<", "<Value>180<")
    session = sessions(records(FORMAT, tcx([lap(900, 3000), short])))[0]
    assert pytest.approx(144.0) == session.avg_hr


def test_half_a_total_is_not_told() -> None:
    """A lap without its distance: the counter of the points tells it."""
    second = lap(900, 3000).replace("<DistanceMeters>3000</DistanceMeters>", "")
    assert 5000.0 == sessions(records(FORMAT, tcx([lap(600, 2000, POINTS), second])))[0].distance_m
    bare = lap(600, 2000).replace("<DistanceMeters>2000</DistanceMeters>", "")
    assert sessions(records(FORMAT, tcx([bare])))[0].distance_m is None


def test_a_file_that_breaks_off_is_salvaged_from_its_points() -> None:
    """The lap's totals may promise more than was recorded."""
    points = "".join(trackpoint(f"2024-06-01T06:0{n}:00Z", 200 * n, 140) for n in range(9))
    text = tcx([lap(6000, 20_000, points)])
    session = sessions(records(FORMAT, text[: text.index("06:07")]))[0]
    assert {FROM_POINTS, SALVAGED} == set(session.marks)
    assert (1200.0, 360.0) == (session.distance_m, session.elapsed_s)


def test_an_unnamed_sport_is_marked() -> None:
    """`Other` is what devices write when they do not know."""
    session = sessions(records(FORMAT, tcx([lap(600, 2000)], "Other")))[0]
    assert (Sport.OTHER, (SPORT_UNKNOWN,)) == (session.sport, session.marks)


def test_several_activities_are_several_sessions() -> None:
    """A multisport file: each with its own sport and place."""
    text = tcx([lap(600, 2000)]).replace(
        "</Activities>", f'<Activity Sport="Biking">{lap(900, 9000)}</Activity></Activities>'
    )
    found = sessions(records(FORMAT, text, "m.tcx"))
    assert [Sport.RUN, Sport.RIDE] == [s.sport for s in found]
    assert ["m.tcx activity 1", "m.tcx activity 2"] == [s.where for s in found]


def test_courses_are_no_activities_and_junk_is_a_problem() -> None:
    """A course gives nothing; a torn file says so."""
    course = "<Courses><Course><Track/></Course></Courses>"
    assert [] == records(FORMAT, f"<TrainingCenterDatabase>{course}</TrainingCenterDatabase>")
    assert "not whole XML" in problems(records(FORMAT, tcx([])[:80]))[0].message


def test_it_is_known_by_its_first_element() -> None:
    """Whatever the name says."""
    assert FORMAT.identify(memory_file("x", tcx([])))
    assert not FORMAT.identify(memory_file("x.tcx", "<gpx/>"))


@pytest.mark.parametrize("text", ["NaN", "inf", "1e309", "-5", "1_000", "", "--"])
def test_i15_i16_no_text_gives_a_number_that_is_none(text: str) -> None:
    """Faults I15 and I16: a session without the number, or a problem; never a wrong sum."""
    for tag in ("TotalTimeSeconds", "DistanceMeters", "Value", "AltitudeMeters"):
        whole = tcx([lap(600, 2000, POINTS)])
        damaged = re.sub(f"<{tag}>[^<]*<", f"<{tag}>{text}<", whole)
        for record in records(FORMAT, damaged):
            if isinstance(record, Session):
                assert record.distance_m in (None, 2000.0, 5000.0), tag
                assert record.duration_s in (600.0, 2100.0), tag


def test_an_activity_without_points_has_no_positions_and_is_one() -> None:
    """Faults I19 and I20: a treadmill, or an entry by hand."""
    session = sessions(records(FORMAT, tcx([lap(600, 2000)])))[0]
    assert (2000.0, 600.0, None) == (session.distance_m, session.duration_s, session.elapsed_s)
