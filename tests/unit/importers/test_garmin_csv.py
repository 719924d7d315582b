"""Garmin Connect's list as CSV, in every listed language and either unit."""

from datetime import datetime

import pytest

from file_samples import memory_file, problems, records, sessions
from language_samples import CODES, Bout, garmin_csv, season, week
from unload.importers import importers
from unload.importers.garmin_csv import Garmin
from unload.importers.marks import NO_TIME_OF_DAY, TREADMILL
from unload.importers.protocol import Note
from unload.model.history import Session, Sport

FORMAT = Garmin()
HEADER = "Activity Type,Date,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Avg Pace,Total Ascent,Avg Stride Length,Elapsed Time\n"  # noqa: E501 # as the export has it
RUN = 'Running,2022-04-20 06:08:34,6.01,"1,214",00:35:02.2,150,170,168,5:50,52,1.02,00:36:00\n'
TRACK = 'Track Running,2022-04-22 06:08:34,"2,810",214,00:13:02,150,170,178,4:38,--,1.21,00:15:00\n'
# The German and the Spanish header as they stand in real files.
GERMAN = "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz,Ø Schrittfrequenz (Laufen),Max. Schrittfrequenz (Laufen),Ø Pace,Beste Pace,Anstieg gesamt,Abstieg gesamt,Ø Schrittlänge"  # noqa: E501 # as above
SPANISH = "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,FC máxima,TE aeróbico,Cadencia de carrera media,Cadencia de carrera máxima,Ritmo medio,Ritmo óptimo,Ascenso total,Descenso total,Longitud media de zancada"  # noqa: E501 # as above


def read(text: str) -> list[Session]:
    """The sessions of a list without a problem."""
    found = records(FORMAT, text, "Activities.csv")
    assert [] == problems(found)
    return sessions(found)


def test_every_field_of_a_row() -> None:
    """Times with tenths, a comma between thousands, the wall clock as it stands."""
    expected = Session(
        datetime(2022, 4, 20, 6, 8, 34), Sport.RUN, 2102.2, 6010.0, 2160.0, 150.0, 170.0, 52.0,
        source="garmin list", where="Activities.csv line 2",
    )  # fmt: skip
    assert [expected] == read(HEADER + RUN)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (GERMAN, 'Laufen,2022-04-20 06:08:34,false,x,"6.01","1,214","0:35:02",150,170,168,180,5:50,4:30,52,50,1.02'),  # noqa: E501 # a row of the export
        (SPANISH, 'Carrera,2022-04-20 06:08:34,false,x,"6.01","1,214","00:35:02",150,170,3.1,168,180,5:50,4:30,52,50,1.02'),  # noqa: E501 # as above
    ],
)  # fmt: skip
def test_real_headers_of_other_languages(header: str, row: str) -> None:
    """I25, I26: verbatim headers; a comma means thousands in these languages too."""
    (run,) = read(f"{header}\n{row}\n")
    assert (Sport.RUN, 6010.0, 2102.0, 150.0, 52.0) == (
        run.sport, run.distance_m, run.duration_s, run.avg_hr, run.climb_m
    )  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("unit", "off_m"), [("km", 5.1), ("mi", 8.2)])
def test_every_language_and_unit_gives_the_same_week(code: str, unit: str, off_m: float) -> None:
    """I24, I26: kilometres and miles are told apart by steps; swims are in metres."""
    found = read(garmin_csv(code, week(), unit))
    for bout, session in zip(week(), found, strict=True):
        assert (bout.start, bout.sport, bout.moving_s) == (
            session.start, session.sport.value, session.duration_s
        )  # fmt: skip
        assert pytest.approx(bout.metres, abs=off_m) == session.distance_m


def test_a_track_run_is_in_metres_and_its_lost_nought_comes_back() -> None:
    """I24: `2,810` is metres, and `2,81` is what a spreadsheet made of it."""
    for far in ("2,810", "2,81"):
        assert 2810.0 == read(HEADER + RUN + TRACK.replace("2,810", far))[1].distance_m


def test_a_lost_nought_in_an_account_in_miles_is_metres_too() -> None:
    """I24: `2,81` is 2,810 m, not 2.81 miles."""
    run = RUN.replace("6.01", "3.73").replace("5:50", "9:23")
    track = TRACK.replace("2,810", "2,81").replace("4:38", "7:28")
    assert 2810.0 == read(HEADER + run + track)[1].distance_m


def test_a_track_run_alone_proves_the_unit_of_the_others() -> None:
    """I24: its pace is a kilometre's or a mile's."""
    bare = RUN.replace(",168,", ",--,").replace(",1.02,", ",--,")
    track = TRACK.replace(",178,", ",--,").replace(",1.21,", ",--,")
    assert 6010.0 == read(HEADER + bare + track)[0].distance_m
    miles = read(HEADER + bare + track.replace("4:38", "7:28"))
    assert pytest.approx(6.01 * 1609.344) == miles[0].distance_m


def test_without_a_proof_of_the_unit_it_is_asked() -> None:
    """I24: pace alone cannot tell kilometres from miles; the whole answer is ready to copy."""
    bare = RUN.replace(",168,", ",--,").replace(",1.02,", ",--,")
    (problem,) = records(FORMAT, HEADER + bare, "Activities.csv")
    assert (
        "Activities.csv: is a Garmin Connect list, but nothing in it tells kilometres from miles: "
        "km or mi. Say --columns date=2,type=1,distance=3:km,duration=5,hr=6."
    ) == str(problem)


def test_contradicting_proofs_are_no_proof() -> None:
    """I24: where steps say kilometres and paces say miles, it is asked."""
    found = records(FORMAT, HEADER + RUN + TRACK.replace("4:38", "7:28"))
    assert ["tells kilometres from miles"] == [
        "tells kilometres from miles" for p in problems(found) if "tells kilometres" in p.message
    ]


def test_feet_are_not_taken_for_metres() -> None:
    """I24: an account in miles may count its climbs in feet, so they are left out."""
    found = read(garmin_csv("en", week(), "mi"))
    assert {None} == {session.climb_m for session in found}


def test_rides_and_swims_alone_ask_for_nothing() -> None:
    """No day on foot needs the unit; a ride's distance stays unknown, a swim's is in metres."""
    bouts = [bout for bout in week() if bout.sport in ("ride", "swim")]
    assert [None, 1500.0] == [s.distance_m for s in read(garmin_csv("en", bouts))]


def test_a_re_save_in_a_spreadsheet_is_read() -> None:
    """I27: `7/15/20 9:41` among others of its column, no last newline, a date without a time."""
    rows = RUN.replace("2022-04-20 06:08:34", "7/15/20 9:41") + RUN.replace(
        "2022-04-20 06:08:34", "7/5/2020"
    )
    found = read(HEADER + rows.rstrip())
    assert [datetime(2020, 7, 15, 9, 41), datetime(2020, 7, 5)] == [s.start for s in found]
    assert [(), (NO_TIME_OF_DAY,)] == [s.marks for s in found]


def test_an_open_order_of_dates_is_asked() -> None:
    """I27: one date alone may be the fifth of July or the seventh of May."""
    found = records(FORMAT, HEADER + RUN.replace("2022-04-20 06:08:34", "7/5/20 9:41"))
    assert "the day or the month first: dmy or mdy" in str(found[0])
    assert "--columns date=2:dmy,type=1" in str(found[0])


def test_decimal_commas_throughout_are_decimal() -> None:
    """I28: where no distance has a point, the comma is what it is in that language."""
    row = 'Løping,2024-07-01 18:23:45,"5,02","00:28:15","156","166","1,07"\n'
    header = "Aktivitetstype,Dato,Distanse,Tid,Gjennomsnittlig puls,Gjennomsnittlig frekvens for løping,Gjennomsnittlig skrittlengde\n"  # noqa: E501 # as the export has it
    assert pytest.approx(5020.0) == read(header + row)[0].distance_m


def test_bad_rows_are_named_and_the_rest_is_read() -> None:
    """A row without a date, a time that is none, a distance that is none."""
    rows = [RUN, RUN.replace("2022-04-20 06:08:34", "--"), RUN.replace("00:35:02.2", "soon"),
            RUN.replace("6.01", "far")]  # fmt: skip
    found = records(FORMAT, HEADER + "".join(rows), "g.csv")
    assert ["g.csv line 3", "g.csv line 4", "g.csv line 5"] == [p.where for p in problems(found)]
    assert ["g.csv line 2"] == [s.where for s in sessions(found)]


def test_missing_cells_are_missing() -> None:
    """I50: `--` is unknown, 0 is a measurement."""
    row = RUN.replace(",150,170,", ",--,--,").replace(",52,", ",0,")
    (run,) = read(HEADER + row)
    assert (None, None, 0.0) == (run.avg_hr, run.max_hr, run.climb_m)


def test_a_treadmill_is_marked() -> None:
    """In German as in English."""
    text = garmin_csv("de", [Bout(datetime(2024, 6, 1, 7), "treadmill", 8000, 2900, 2900, 140)])
    (run,) = records(FORMAT, text.replace(",--,", ",166,", 1).replace(",--,30,--", ",5:00,30,1.0"))
    assert isinstance(run, Session)
    assert TREADMILL in run.marks


def test_a_word_for_running_that_nobody_listed_is_told_by_pace() -> None:
    """I26: and the runner reads what was assumed."""
    text = garmin_csv("en", season(40)).replace("Run,", "Jaunt,")
    found = records(FORMAT, text)
    assert ["'Jaunt' was taken for running"] == [
        f.message[:29] for f in found if isinstance(f, Note)
    ]
    assert Sport.RUN in {session.sport for session in sessions(found)}


def test_unknown_columns_do_not_matter_and_needed_ones_do() -> None:
    """I31: a list without its time column is another table."""
    assert FORMAT.identify(memory_file("x", "New," + HEADER))
    assert not FORMAT.identify(memory_file("x", HEADER.replace("Time,", "Zeit,", 1)))
    assert not FORMAT.identify(memory_file("x", b"\x0e\x10\x00\x00.FIT"))


@pytest.mark.parametrize("code", CODES)
def test_no_other_format_claims_it(code: str) -> None:
    """An English or French list has titles that a plain table may have as well."""
    file = memory_file("Activities.csv", garmin_csv(code, week()))
    assert ["Garmin Connect list"] == [f.name for f in importers() if f.identify(file)]


def test_rowing_at_a_runners_pace_is_no_matter_in_english() -> None:
    """What is not listed there is no running; in other languages it is said."""
    for code, notes in (("en", 0), ("de", 1)):
        rows = [bout for bout in season(60) if bout.sport == "run"]
        header, *lines = garmin_csv(code, rows).splitlines(keepends=True)
        word = lines[0].partition(",")[0]
        rowing = "".join(line.replace(word, "Rudern", 1) for line in lines[:9])
        found = records(FORMAT, header + rowing + "".join(lines[9:]))
        assert notes == sum(isinstance(record, Note) for record in found)
