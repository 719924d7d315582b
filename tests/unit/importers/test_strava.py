"""Strava's activities.csv, in English and every other language."""

import csv
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from file_samples import STRAVA_HEADER, memory_file, problems, records, sessions, strava_row
from language_samples import CODES, Bout, season, strava_csv, week, written
from unload.importers import BUILTIN, importers
from unload.importers.protocol import Note
from unload.importers.strava import Strava
from unload.model.history import Session, Sport

FORMAT = Strava()
GOOD = {
    "id": "1", "date": "Jul 14, 2020, 10:36:55 PM", "type": "Run", "elapsed": "1900",
    "shown": "5.02", "elapsed2": "1901.0", "moving": "1800.0", "metres": "5025.3",
    "climb": "42.5", "max_hr": "180.0", "max_hr2": "181.0", "avg_hr": "150.5", "rpe": "4.0",
    "file": "activities/1.fit.gz",
}  # fmt: skip


def table(*rows: dict[str, str]) -> str:
    """An activities.csv of these rows."""
    return "\n".join([STRAVA_HEADER, *(strava_row(**row) for row in rows)]) + "\n"


def one(**changes: str) -> Session:
    """The session of the good row with some cells changed."""
    found = records(FORMAT, table({**GOOD, **changes}), "activities.csv")
    assert 1 == len(sessions(found)), found
    return sessions(found)[0]


def test_every_column_is_found_by_its_place_among_its_equals() -> None:
    """Two distances, two elapsed times, two maxima: the second of each is exact."""
    expected = Session(
        datetime(2020, 7, 14, 22, 36, 55), Sport.RUN, 1800.0, 5025.3, 1901.0, 150.5, 181.0, 42.5,
        4.0, source="strava", source_id="1", where="activities.csv line 2",
    )  # fmt: skip
    assert expected == one()


def test_the_local_day_comes_from_the_runners_zone() -> None:
    """A run at 21:36 in Bogota is stamped on the next day in UTC."""
    text = table({**GOOD, "date": "Jul 15, 2020, 2:36:55 AM"})
    found = sessions(records(FORMAT, text, "a.csv", ZoneInfo("America/Bogota")))
    assert datetime(2020, 7, 14, 21, 36, 55) == found[0].start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sep 1, 2018, 12:02:23 AM", datetime(2018, 9, 1, 0, 2, 23)),
        ("Sep 1, 2018, 12:02:23 PM", datetime(2018, 9, 1, 12, 2, 23)),
        ("Sep 12, 2018, 3:02:23\u202fPM", datetime(2018, 9, 12, 15, 2, 23)),
        ("Sep 12, 2018, 15:02:23", datetime(2018, 9, 12, 15, 2, 23)),
    ],
)
def test_dates_of_real_exports(text: str, expected: datetime) -> None:
    """Noon, midnight, a narrow space before PM, and a day of twenty-four hours."""
    assert expected == one(date=text).start


def test_a_shown_distance_is_used_where_its_unit_can_be_told() -> None:
    """Rows that carry both tell kilometres from miles; without them it stays unknown."""
    lacking = {**GOOD, "id": "2", "date": "Jul 16, 2020, 1:00:00 PM", "metres": ""}
    kilometres = sessions(records(FORMAT, table(GOOD, lacking)))
    assert 5020.0 == kilometres[1].distance_m
    miles = sessions(records(FORMAT, table({**GOOD, "shown": "3.12"}, {**lacking, "shown": "2"})))
    assert pytest.approx(3218.688) == miles[1].distance_m
    assert sessions(records(FORMAT, table(lacking)))[0].distance_m is None


def test_swims_are_shown_in_metres() -> None:
    """Whatever the account's unit."""
    swim = one(type="Swim", shown="1500", metres="")
    assert (Sport.SWIM, 1500.0) == (swim.sport, swim.distance_m)


def test_notes_may_break_lines_and_rows_keep_their_place() -> None:
    """610 records stood on 1,416 lines of one real export."""
    text = table({**GOOD, "text": 'rain\nand, "wind"\n\n'}, {**GOOD, "id": "2", "date": "soon"})
    found = records(FORMAT, text, "activities.csv")
    assert ["activities.csv line 2"] == [s.where for s in sessions(found)]
    assert ["activities.csv line 6"] == [p.where for p in problems(found)]


def test_days_of_elapsed_time_do_not_count() -> None:
    """The moving time does; where it is blank the elapsed time must do."""
    assert 1800.0 == one(elapsed="2012530", elapsed2="2012530").duration_s
    assert 1901.0 == one(moving="").duration_s
    assert 1900.0 == one(moving="", elapsed2="").duration_s


def test_the_recordings_it_names_are_covered() -> None:
    """They are the same sessions and need not be read."""
    text = table(GOOD, {**GOOD, "file": ""}, {**GOOD, "file": "activities/2.gpx"})
    covered = FORMAT.covers(memory_file("activities.csv", text))
    assert {"activities/1.fit.gz", "activities/2.gpx"} == covered


def test_it_is_known_by_its_columns_not_its_name() -> None:
    """Another language or another table is not claimed."""
    assert FORMAT.identify(memory_file("x", table()))
    assert not FORMAT.identify(memory_file("activities.csv", "Activiteits-ID,Datum\n"))


def test_titles_may_be_left_over_html() -> None:
    """Some exports wrap titles in a tag that was meant for a web page."""
    tag = '"<span class=""translation_missing"" title=""x"">Activity Type</span>"'
    text = table(GOOD).replace("Activity Type", tag, 1)
    assert FORMAT.identify(memory_file("x", text))
    assert [Sport.RUN] == [s.sport for s in sessions(records(FORMAT, text))]


def test_no_other_format_claims_it() -> None:
    """Its Start Time and Moving Time would fit a plain table too."""
    file = memory_file("activities.csv", table(GOOD))
    assert ["Strava export"] == [format_.name for format_ in BUILTIN if format_.identify(file)]


def test_older_and_wider_tables_are_read_alike() -> None:
    """Columns that are unknown or not there do not matter."""
    header = "New,Activity ID,Activity Date,Activity Type,Elapsed Time,Filename,Moving Time"
    found = records(FORMAT, header + '\nx,9,"Jul 14, 2020, 6:00:00 AM",Run,1900,f,1800\n')
    assert [("9", 1800.0, None)] == [
        (s.source_id, s.duration_s, s.distance_m) for s in sessions(found)
    ]


DUTCH = "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Beschrijving van activiteit,Verstreken tijd,Afstand,Max. hartslag,Vergelijkbare poging,Woon-werkverkeer,Privénotitie activiteit,Uitrusting voor activiteit,Bestandsnaam,Gewicht sporter,Gewicht fiets,Verstreken tijd,Beweegtijd,Afstand,Max. snelheid,Gemiddelde snelheid,Totale stijging"  # noqa: E501 # as the export has it
GERMAN = "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für Aktivitäten,Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Durchschnittliche Geschwindigkeit,Höhenzunahme"  # noqa: E501 # as above
FRENCH = "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,Déplacement-transport,Note privée sur les activités,Matériel utilisé pour l'activité,Nom du fichier,Poids de l'athlète,Poids du vélo,Temps écoulé,Durée de déplacement,Distance,Vitesse max.,Vitesse moyenne,Dénivelé positif"  # noqa: E501 # as above


@pytest.mark.parametrize(
    ("header", "date", "word"),
    [
        (DUTCH, "8 jul 2017, 15:25:34", "Hardloopsessie"),
        (GERMAN, "08.07.2017, 15:25:34", "Lauf"),
        (FRENCH, "8 juil. 2017, 15:25:34", "Course à pied"),
    ],
)
def test_real_headers_of_other_languages(header: str, date: str, word: str) -> None:
    """I25, I26: verbatim headers with their repeated names, decimal commas in what is shown."""
    row = (
        f'9,"{date}",x,{word},,1900,"5,02",180,,,,,activities/9.fit.gz,,,1901.0,1800.0,5025.3,,,42'
    )
    expected = Session(
        datetime(2017, 7, 8, 15, 25, 34), Sport.RUN, 1800.0, 5025.3, 1901.0, max_hr=180.0,
        climb_m=42.0, source="strava", source_id="9", where="a.csv line 2",
    )  # fmt: skip
    assert [expected] == records(FORMAT, f"{header}\n{row}\n", "a.csv")


def test_a_neighbours_titles_do_not_stand_in_for_ones_own() -> None:
    """Danish knows four of these; a table cut down to ten columns has no places to go by."""
    header = (
        "Aktivitets-ID,Aktivitetsdato,Aktivitetsnavn,Aktivitetstype,Totaltid,Distanse,Filnavn,"
        "Totaltid,Bevegelsestid,Distanse"
    )
    row = '1,"23. okt. 2018, 17.03.20",x,Løpetur,1810,"5,40",activities/1.fit.gz,1811.0,1790.0,5401'
    (run,) = sessions(records(FORMAT, f"{header}\n{row}\n", "activities.csv"))
    assert (datetime(2018, 10, 23, 17, 3, 20), Sport.RUN) == (run.start, run.sport)
    assert (1790.0, 5401.0, 1811.0) == (run.duration_s, run.distance_m, run.elapsed_s)


@pytest.mark.parametrize("code", CODES)
def test_every_language_gives_the_same_week(code: str) -> None:
    """I24-I27: titles, types, dates and decimal marks of sixteen languages, in km and miles."""
    for unit in ("km", "mi"):
        found = records(FORMAT, strava_csv(code, week(), unit), "activities.csv")
        assert [] == problems(found)
        assert [(b.start, b.sport, b.metres, b.moving_s, b.hr) for b in week()] == [
            (s.start, s.sport.value, s.distance_m, s.duration_s, s.avg_hr) for s in sessions(found)
        ]


@pytest.mark.parametrize("code", CODES)
def test_the_recordings_are_covered_in_every_language(code: str) -> None:
    """The file-name column is found whatever it is called."""
    file = memory_file("activities.csv", strava_csv(code, week()))
    assert {f"activities/{n}.fit.gz" for n in range(1, 7)} == FORMAT.covers(file)
    assert ["Strava export"] == [f.name for f in importers() if f.identify(file)]


def hungarian(bouts: list[Bout], run: str = "Futás", ride: str = "Kerékpározás") -> str:
    """An export in a language that nobody listed."""
    text = strava_csv("es", bouts)
    header, _, rows = text.partition("\n")
    titles = [f"cím {len(t)}{t[-1]}" if t[0] != "c" else t for t in header.split(",")]
    return ",".join(titles) + "\n" + rows.replace("Carrera", run).replace("Bicicleta", ride)


def test_a_language_nobody_listed_is_read_by_its_structure() -> None:
    """I26: the recordings' column and the repeated titles are in their places in every export."""
    found = records(FORMAT, hungarian(season()), "activities.csv")
    assert ["'Futás' was taken for running"] == [n.message[:29] for n in found if type(n) is Note]
    assert [(b.start, b.metres) for b in season() if b.sport == "run"] == [
        (s.start, s.distance_m) for s in sessions(found) if s.sport is Sport.RUN
    ]


def test_a_language_whose_sports_are_unclear_is_asked_and_covers_nothing() -> None:
    """I26: then the recordings beside it are read; they know what they are."""
    text = hungarian(season(), ride="Futás")
    (problem,) = records(FORMAT, text, "activities.csv")
    assert "no word for running is known; there are 'Futás'" in str(problem)
    wanted = "Say --columns date=2:utc,type=4,distance=18:m,duration=17:s,hr=32,run=WORD."
    assert wanted in str(problem)
    assert frozenset() == FORMAT.covers(memory_file("activities.csv", text))


def test_an_order_of_dates_that_is_unclear_is_asked() -> None:
    """I27: never guessed; the answer is ready to be copied."""
    (problem,) = records(FORMAT, table({**GOOD, "date": "7/5/20 9:41"}), "a.csv")
    assert "which (dmy or mdy): --columns date=2:dmy:utc,type=4," in str(problem)


def test_a_shown_distance_without_a_unit_is_left_out_and_said() -> None:
    """I24: where no row carries both, nothing tells kilometres from miles."""
    (note, run) = records(FORMAT, table({**GOOD, "metres": ""}), "a.csv")
    assert "1 distances do not say their unit and were left out" in str(note)
    assert isinstance(run, Session)
    assert run.distance_m is None


def test_more_and_fewer_columns_do_not_matter() -> None:
    """I31: from 72 to 103 columns; older ones lack two in front of the file's name."""
    lines = table(GOOD).splitlines()
    rows = list(csv.reader(lines))
    older = [[cell for n, cell in enumerate(row) if n not in (7, 10)] for row in rows]
    wider = [[*row, *["x"] * 9] for row in rows]
    for table_ in (older, wider, [row[:30] for row in rows]):
        (run,) = records(FORMAT, written(table_), "activities.csv")
        assert isinstance(run, Session)
        assert (5025.3, 1800.0, 42.5) == (run.distance_m, run.duration_s, run.climb_m)


def test_trails_that_nobody_listed_are_said_and_rowing_in_english_is_not() -> None:
    """I26: an unlisted word at a runner's pace is left out, with a line on how to count it."""
    runs = [bout for bout in season() if bout.sport == "run"]
    trails = [Bout(b.start + timedelta(hours=9), "run", 6000, 2400, 2500, 150) for b in runs[:9]]
    for code, wanted in (("nl", ["'Bosloop' (9 rows"]), ("en", [])):
        old = strava_csv(code, trails).splitlines()[1:]
        word = "Hardloopsessie" if code == "nl" else "Run"
        rows = "".join(f"{line.replace(f',{word},', ',Bosloop,')}\n" for line in old)
        found = records(FORMAT, strava_csv(code, runs) + rows)
        assert wanted == [n.message[:17] for n in found if isinstance(n, Note)]
