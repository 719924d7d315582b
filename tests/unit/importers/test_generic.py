"""Tables with clear headers."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from file_samples import memory_file, problems, records, sessions
from unload.importers.generic import Generic
from unload.importers.marks import NO_HEART_RATE, NO_TIME_OF_DAY, SPORT_UNKNOWN
from unload.model.history import Session, Sport

FORMAT = Generic()


def one(header: str, row: str) -> Session:
    """The session of a table of one row."""
    found = sessions(records(FORMAT, f"{header}\n{row}\n", "t.csv"))
    assert 1 == len(found)
    return found[0]


def test_every_field_of_a_full_table() -> None:
    """The table that the documentation shows."""
    session = one(
        "start_local,type,distance_m,moving_s,elapsed_s,avg_hr,max_hr,elev_gain_m,runner,rpe,race,"
        "hard_s,name,id",
        "2024-06-01 07:30:00,Run,5000.5,1800,1900,145,171,42,ann,4,yes,600,Morning,77",
    )
    expected = Session(
        datetime(2024, 6, 1, 7, 30), Sport.RUN, 1800.0, 5000.5, 1900.0, 145.0, 171.0, 42.0, 4.0,
        600.0, True, "ann", "table", "77", "t.csv line 2",
    )  # fmt: skip
    assert expected == session


@pytest.mark.parametrize(
    ("title", "cell", "metres"),
    [
        ("distance_m", "5000", 5000.0),
        ("distance_km", "5.25", 5250.0),
        ("Distance (km)", "5.25", 5250.0),
        ("Distance (mi)", "2", 3218.688),
        ("distance_miles", "1", 1609.344),
        ("km", "3", 3000.0),
    ],
)
def test_the_unit_of_distance_stands_in_the_header(title: str, cell: str, metres: float) -> None:
    """Metres, kilometres and miles, in the spellings people use."""
    assert (
        pytest.approx(metres)
        == one(f"date,{title},duration_s", f"2024-06-01,{cell},1800").distance_m
    )


@pytest.mark.parametrize(
    ("title", "cell", "seconds"),
    [
        ("duration_s", "1800", 1800.0),
        ("Duration (min)", "30", 1800.0),
        ("duration_h", "0.5", 1800.0),
        ("time", "0:30:00", 1800.0),
        ("Duration", "26:42", 1602.0),
        ("elapsed_s", "1800", 1800.0),
        ("moving_time", "1:06:06", 3966.0),
    ],
)
def test_times_say_their_unit_or_are_clocks(title: str, cell: str, seconds: float) -> None:
    """A title with a unit, or h:mm:ss."""
    assert (
        pytest.approx(seconds)
        == one(f"date,distance_m,{title}", f"2024-06-01,5000,{cell}").duration_s
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date,distance,duration_s\n2024-06-01,5,1800\n", "'distance' does not say its unit"),
        ("date,distance_km,duration\n2024-06-01,5,30\n", "'duration' holds '30'"),
        ("date,distance_km,time\n2024-06-01,5,1800.5\n", "duration_s or duration_min"),
        ("date,distance_km\n2024-06-01,5\n", "no column for the time"),
    ],
)
def test_a_unit_is_never_guessed(text: str, words: str) -> None:
    """The whole file is refused once, naming what was found and how to say it."""
    found = records(FORMAT, text, "t.csv")
    assert 1 == len(found) == len(problems(found))
    assert words in problems(found)[0].message
    assert FORMAT.identify(memory_file("t.csv", text)), "the refusal must reach the runner"


def test_a_stated_unit_wins_over_an_unstated_one() -> None:
    """A table may carry both; there is nothing to guess then."""
    assert 5000.0 == one("date,distance,distance_m,duration_s", "2024-06-01,5,5000,1800").distance_m


def test_the_moving_time_is_taken_before_a_plain_time() -> None:
    """Whatever the order of the columns."""
    assert 1700.0 == one("date,time,moving_s,km", "2024-06-01,0:30:00,1700,5").duration_s


def test_bad_rows_are_named_and_the_rest_is_read() -> None:
    """Every kind of bad cell is one problem with its line; good rows stand."""
    rows = [
        "2024-06-01 07:00,5000,1800,140",
        "2026-06-01 07:00,5000,1800,140",
        "1989-12-31 00:00,5000,1800,140",
        "2024-06-02 07:00,nan,1800,140",
        "2024-06-03 07:00,-5,1800,140",
        "2024-06-04 07:00,5000,0,140",
        "2024-06-05 07:00,21000000,1800,140",
        "06/05/24,5000,1800,140",
        "2024-06-06 07:00",
        ",5000,1800,140",
        "2024-06-07 07:00,5000,1800,255",
    ]
    found = records(FORMAT, "start,distance_m,moving_s,avg_hr\n" + "\n".join(rows), "t.csv")
    assert [f"t.csv line {n}" for n in range(3, 12)] == [p.where for p in problems(found)]
    assert ["t.csv line 2", "t.csv line 12"] == [s.where for s in sessions(found)]
    assert (None, (NO_HEART_RATE,)) == (sessions(found)[1].avg_hr, sessions(found)[1].marks)


def test_a_date_without_a_time_says_so() -> None:
    """The day is what matters; the merge must know that midnight is not meant."""
    session = one("date,km,duration_s", "2024-06-01,5,1800")
    assert (datetime(2024, 6, 1), (NO_TIME_OF_DAY,)) == (session.start, session.marks)


def test_the_sport_column_decides_and_without_one_rows_are_runs() -> None:
    """Runners' tables are of runs; an empty cell in a sport column is not a run."""
    assert Sport.RUN is one("date,km,duration_s", "2024-06-01,5,1800").sport
    assert Sport.RIDE is one("date,type,km,duration_s", "2024-06-01,Ride,20,3600").sport
    unnamed = one("start,type,km,duration_s", "2024-06-01 07:00,,5,1800")
    assert (Sport.OTHER, (SPORT_UNKNOWN,)) == (unnamed.sport, unnamed.marks)


def test_zone_stamps_move_to_the_runner() -> None:
    """UTC in the file becomes the runner's wall clock."""
    text = "start,km,duration_s\n2024-06-02T02:00:00Z,5,1800\n"
    found = records(FORMAT, text, "t.csv", ZoneInfo("America/Bogota"))
    assert [datetime(2024, 6, 1, 21)] == [s.start for s in sessions(found)]


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "date,mood\n2024-06-01,3\n", "km,time\n5,0:30:00\n", ""]
)
def test_other_tables_are_not_claimed(text: str) -> None:
    """A start and a measurement are the least."""
    assert not FORMAT.identify(memory_file("t.csv", text))
