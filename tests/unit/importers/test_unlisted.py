"""Tables that nobody knows, read by what their columns hold, or asked about."""

import csv
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from file_samples import memory_file, problems, records, sessions
from language_samples import garmin_csv, season, written
from unload.importers import importers
from unload.importers.columns import parse_columns
from unload.importers.marks import NO_TIME_OF_DAY
from unload.importers.protocol import File, Note, Record
from unload.importers.unlisted import Unlisted
from unload.model.history import Session, Sport

HEADER = "Tevékenység,Dátum,Kedvenc,Távolság (km),Idő\n"
RUNS = [
    f"Futás,2024-0{1 + n % 9}-{10 + n} 08:00:00,nem,{8 + n % 3}.25,0:{45 + n}:10" for n in range(9)
]
RIDES = [f"Kerékpározás,2024-0{1 + n}-2{n} 08:00:00,nem,25.5,0:5{n}:10" for n in range(5)]
TABLE = HEADER + "\n".join(RUNS + RIDES) + "\n"


def said(text: str, content: str = TABLE) -> list[Record]:
    """What is read where the runner says what the columns hold."""
    return records(Unlisted(said=parse_columns(text)), content, "t.csv")


def claimants(file: File) -> list[str]:
    """Who claims a file."""
    return [importer.name for importer in importers() if importer.identify(file)]


def test_a_language_nobody_listed_is_read_and_what_was_assumed_is_said() -> None:
    """I26: dates, times, distances, and the one word at a runner's pace."""
    file = memory_file("t.csv", TABLE)
    assert ["table of unknown titles"] == claimants(file)
    found = records(Unlisted(), TABLE, "t.csv")
    first = Session(
        datetime(2024, 1, 10, 8), Sport.RUN, 2710.0, 8250.0, source="table", where="t.csv line 2"
    )
    assert first == sessions(found)[0]
    assert 9 == sum(session.sport is Sport.RUN for session in sessions(found))
    (note,) = [record for record in found if isinstance(record, Note)]
    assert (
        "t.csv: the date was taken from column 2, the time from 5, the distance from 4 "
        "(kilometres), the sport from 1. 'Futás' was taken for running: its 9 rows are at 4:36 to "
        "6:12 a kilometre. If that is wrong, say --columns "
        "date=2,type=1,distance=4:km,duration=5,run=Futás."
    ) == str(note)


def test_a_unit_that_nothing_proves_is_asked() -> None:
    """I24: with the line that says it, ready to be copied; and once said, all is read."""
    bare = TABLE.replace(" (km)", "")
    (problem,) = records(Unlisted(), bare, "t.csv")
    assert (
        "t.csv: looks like activities, but the unit of column 4 cannot be told: km, mi or m. Say "
        "--columns date=2,type=1,distance=4:km,duration=5,run=Futás."
    ) == str(problem)
    found = said("date=2,type=1,distance=4:mi,duration=5,run=Futás", bare)
    assert pytest.approx(8.25 * 1609.344) == sessions(found)[0].distance_m


def test_an_order_of_dates_that_nothing_proves_is_asked() -> None:
    """I27: dmy or mdy."""
    rows = "".join(f"{n}/{12 - n}/23 7:0{n},5.{n},0:2{n}:00\n" for n in (5, 7, 6, 9, 8))
    text = "mikor,táv km,idő\n" + rows.replace("6/6/23", "6/4/23")
    (problem,) = records(Unlisted(), text, "t.csv")
    assert "the dates in column 1 may have day or month first: dmy or mdy" in str(problem)
    assert "--columns date=1:dmy,distance=2:km,duration=3." in str(problem)
    found = said("date=1:mdy,distance=2:km,duration=3", text)
    assert datetime(2023, 5, 7, 7, 5) == sessions(found)[0].start


def test_a_decimal_mark_that_nothing_proves_is_asked() -> None:
    """I28: 5,025 is five kilometres or five thousand."""
    rows = "".join(f'2024-06-1{n},"5,0{n}5",0:2{n}:00\n' for n in range(5))
    (problem,) = records(Unlisted(), "mikor,táv,idő\n" + rows, "t.csv")
    assert "its numbers may have a decimal point or a decimal comma: point or comma" in str(problem)
    found = said("date=1,distance=2:km:comma,duration=3", "mikor,táv,idő\n" + rows)
    assert 5005.0 == sessions(found)[0].distance_m


def test_two_columns_of_dates_are_asked_about() -> None:
    """Start or upload is not guessed."""
    text = "\n".join(f"{line},2024-12-01" for line in TABLE.splitlines()).replace(
        "Idő,2024-12-01", "Idő,Feltöltve"
    )
    (problem,) = records(Unlisted(), text, "t.csv")
    assert "2 columns hold dates, and which is the start is not clear" in str(problem)
    wanted = "--columns date=2,type=1,distance=5:km,duration=7"
    assert wanted in str(problem)


def test_words_that_may_all_be_running_are_asked_about() -> None:
    """I26: with their paces, so that the answer is easy."""
    text = TABLE.replace("Kerékpározás", "Terep").replace("25.5", "10.5")
    (problem,) = records(Unlisted(), text, "t.csv")
    assert "no word for running is known; there are 'Futás' at" in str(problem)
    found = said("date=2,type=1,distance=4:km,duration=5,run=Futás+Terep", text)
    assert {Sport.RUN} == {session.sport for session in sessions(found)}


def test_a_table_without_sports_is_of_runs() -> None:
    """As runners keep it; a date without a time says so, Z is moved to the runner."""
    text = "mikor,km,idő\n2024-06-11,5,0:25:00\n2024-06-12T22:30:00Z,6,0:31:00\n"
    found = records(Unlisted(), text, "t.csv", ZoneInfo("Europe/Berlin"))
    assert [(NO_TIME_OF_DAY,), ()] == [s.marks for s in sessions(found)]
    assert datetime(2024, 6, 13, 0, 30) == sessions(found)[1].start
    assert "all rows are runs" in str(found[0])


def test_a_file_without_a_header_line_is_refused() -> None:
    """Its first run is never taken for the titles."""
    text = "\n".join(garmin_csv("en", season(20)).splitlines()[1:])
    assert ["table of unknown titles"] == claimants(memory_file("Activities.csv", text))
    (problem,) = records(Unlisted(), text, "Activities.csv")
    assert "has no header line: its first line is already an activity" in str(problem)


@pytest.mark.parametrize(
    "text",
    [
        "date,weight,sleep\n2024-06-01,61,7:40:00\n2024-06-02,61,8:02:00\n",
        "name,visits\nann,3\n",
        "a,b\n",
        "",
    ],
)
def test_tables_of_other_things_are_left_alone(text: str) -> None:
    """Nothing in them moves at a pace."""
    assert not Unlisted().identify(memory_file("t.csv", text))


def test_what_another_format_knows_is_left_to_it() -> None:
    """Its titles say more than the cells do."""
    text = "date,km,duration_s\n2024-06-01,5,1800\n"
    assert ["table with clear headers"] == claimants(memory_file("t.csv", text))


def test_what_is_said_goes_before_what_is_known() -> None:
    """A table with a distance of no unit is read as the runner says."""
    text = "date,distance,time\n2024-06-01,5,0:30:00\n"
    formats = importers(parse_columns("distance=2:km,date=1,duration=3"))
    (claim,) = [f for f in formats if f.identify(memory_file("t.csv", text))]
    assert [5000.0] == [s.distance_m for s in sessions(records(claim, text))]
    other = memory_file("t.csv", "date,km\n2024-06-01,5\n")
    assert ["table with clear headers"] == [f.name for f in formats if f.identify(other)]


def test_what_is_said_is_checked_against_the_table() -> None:
    """A column that is not there, or a date that is none, is another table's."""
    for text in ("date=9,distance=4:km,duration=5", "date=1,distance=4:km,duration=5"):
        assert not Unlisted(said=parse_columns(text)).identify(memory_file("t.csv", TABLE))
    assert Unlisted(said=parse_columns("distance=4:km")).identify(memory_file("t.csv", TABLE))


def test_everything_that_can_be_said_is_followed() -> None:
    """UTC, minutes, heart rate; the distance may be left out."""
    text = "a,b,c,d\n2024-06-11 22:30,30,150,5\n2024-06-12 22:30,soon,150,5\n"
    importer = Unlisted(said=parse_columns("date=1:utc,duration=2:min,hr=3,distance=4:km"))
    found = records(importer, text, "t.csv", ZoneInfo("Europe/Berlin"))
    assert [
        Session(
            datetime(2024, 6, 12, 0, 30), Sport.RUN, 1800.0, 5000.0, avg_hr=150.0, source="table",
            where="t.csv line 2",
        )
    ] == sessions(found)  # fmt: skip
    assert ["t.csv line 3"] == [p.where for p in problems(found)]
    alone = said("date=1,duration=2:min", text)
    assert [None] == [s.distance_m for s in sessions(alone)]
    assert "the time from 2, all rows are runs" in str(alone[0])


def test_what_is_not_said_is_found() -> None:
    """The time beside a stated distance, the distance beside nothing."""
    found = said("date=2,distance=4:km,type=1,run=Futás")
    assert 2710.0 == sessions(found)[0].duration_s
    (problem,) = said("date=1", "mikor,mi\n2024-06-11,x\n")
    assert "no column is sure to be the time. Say --columns date=2,type=1" in str(problem)


def test_swims_and_track_runs_stand_in_metres() -> None:
    """I24: what would be too fast in kilometres is in metres."""
    rows = [*RUNS, "Track Running,2024-10-01 08:00:00,nem,2810,0:13:02",
            "Swimming,2024-10-02 08:00:00,nem,1500,0:33:00"]  # fmt: skip
    found = records(Unlisted(), HEADER + "\n".join(rows) + "\n")
    assert [2810.0, 1500.0] == [s.distance_m for s in sessions(found)][-2:]


def test_shuffled_columns_give_the_same_sessions() -> None:
    """I26: places do not matter, only what is in them."""
    rows = list(csv.reader(TABLE.splitlines()))
    shuffled = written([[row[n] for n in (3, 2, 4, 0, 1)] for row in rows])
    assert sessions(records(Unlisted(), TABLE)) == sessions(records(Unlisted(), shuffled))


def test_rows_that_break_the_grammar_are_named() -> None:
    """I30: one cell beyond measure is one problem."""
    found = records(Unlisted(), TABLE + "x," * 3 + "y" * 200_000 + "\n", "t.csv", UTC)
    assert ["t.csv line 16"] == [p.where for p in problems(found)]
    assert 14 == len(sessions(found))
