"""However a table is written, the same history is read, or a question is asked."""

import csv
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from file_samples import NOW, memory_file, problems, records, sessions
from language_samples import CODES, Bout, garmin_csv, strava_csv, written
from unload.importers.dates import order_of, read_date
from unload.importers.dialect import dialects
from unload.importers.garmin_csv import Garmin
from unload.importers.numbers import Mark, mark_of, parse_number, plain
from unload.importers.strava import Strava
from unload.importers.unlisted import Unlisted
from unload.model.history import Session, Sport

codes = st.sampled_from(CODES)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2024, 12, 30)).map(
    lambda when: when.replace(microsecond=0)
)
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")


@st.composite
def histories(draw: st.DrawFn) -> list[Bout]:
    """Runs and other activities, oldest first, as people do them."""
    start, bouts = draw(moments.filter(lambda when: when.year < 2024)), []
    for _ in range(draw(st.integers(3, 12))):
        start += timedelta(hours=draw(st.integers(20, 90)))
        sport = draw(st.sampled_from(["run", "run", "run", "ride", "swim", "walk"]))
        speed = {"run": 3.0, "ride": 7.0, "swim": 0.8, "walk": 1.4}[sport]
        seconds = draw(st.integers(1200, 7200))
        metres = round(seconds * speed * draw(st.floats(0.85, 1.15)))
        bouts.append(Bout(start, sport, metres, seconds, seconds + 60, draw(st.integers(110, 170))))
    first, *rest = bouts
    return [Bout(first.start, "run", 8000, 2880, 2940, 140), *rest]


def told(found: list[Session]) -> list[tuple[object, ...]]:
    """What matters of sessions, to 10 m."""
    return [(s.start, s.sport.value, s.duration_s, round(s.distance_m or 0, -1)) for s in found]


@settings(max_examples=60)
@given(histories(), codes, st.sampled_from(["km", "mi"]))
def test_strava_in_every_language_and_unit_is_the_same_history(
    history: list[Bout], code: str, unit: str
) -> None:
    """I24-I27: nothing is lost, nothing is asked."""
    found = records(Strava(), strava_csv(code, history, unit))
    assert told(sessions(records(Strava(), strava_csv("en", history)))) == told(sessions(found))
    assert len(history) == len(found)


@settings(max_examples=60)
@given(histories(), codes, st.sampled_from(["km", "mi"]))
def test_garmin_in_every_language_and_unit_is_the_same_history(
    history: list[Bout], code: str, unit: str
) -> None:
    """I24-I27: within the rounding of a hundredth of a mile."""
    found = records(Garmin(), garmin_csv(code, history, unit))
    assert [] == problems(found)
    for bout, session in zip(history, sessions(found), strict=True):
        assert (bout.start, bout.sport, bout.moving_s) == (
            session.start,
            session.sport.value,
            session.duration_s,
        )
        assert abs(bout.metres - (session.distance_m or 0)) <= 8.1


@settings(max_examples=60)
@given(histories(), codes, st.randoms(use_true_random=False))
def test_shuffled_columns_of_a_known_language_are_the_same_history(
    history: list[Bout], code: str, chance: Callable[[], float]
) -> None:
    """I26: Garmin's titles are found wherever they stand."""
    rows = list(csv.reader(garmin_csv(code, history).splitlines()))
    places = list(range(len(rows[0])))
    chance.shuffle(places)  # type: ignore[attr-defined] # Hypothesis's own random
    shuffled = written([[row[n] for n in places] for row in rows])
    assert told(sessions(records(Garmin(), garmin_csv(code, history)))) == told(
        sessions(records(Garmin(), shuffled))
    )


@settings(max_examples=60)
@given(histories(), st.permutations(["mikor", "mi", "táv (km)", "idő"]))
def test_shuffled_columns_of_an_unknown_language_are_the_same_history(
    history: list[Bout], places: list[str]
) -> None:
    """I26: the cells say which is which, or a question is asked; nothing else happens."""
    runs = [bout for bout in history if bout.sport == "run"]
    rows = [places]
    for bout in runs:
        cells = {"mikor": f"{bout.start:%Y-%m-%d %H:%M:%S}", "mi": "Run",
                 "táv (km)": f"{bout.metres / 1000:.2f}",
                 "idő": f"0:{bout.moving_s // 60}:{bout.moving_s % 60:02d}"}  # fmt: skip
        minutes, seconds = divmod(bout.moving_s, 60)
        cells["idő"] = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        rows.append([cells[place] for place in places])
    found = records(Unlisted(), written(rows))
    for bout, session in zip(runs, sessions(found), strict=True):
        assert (bout.start, bout.moving_s) == (session.start, session.duration_s)
        assert abs(bout.metres - (session.distance_m or 0)) <= 5.1
    assert {Sport.RUN} == {s.sport for s in sessions(found)}


@settings(max_examples=200)
@given(
    st.lists(st.decimals(0, 99_999, places=2), min_size=1, max_size=30),
    st.sampled_from(list(Mark)),
    st.sampled_from(DIGITS),
    st.booleans(),
)
def test_a_column_of_numbers_is_read_right_or_not_at_all(
    values: list[object], mark: Mark, digits: str, grouped: bool
) -> None:
    """I28: whatever the mark, the thousands and the script, no number becomes another."""
    other = "," if mark is Mark.POINT else "."
    cells = []
    for value in values:
        text = f"{value:,.2f}" if grouped else f"{value:.2f}"
        swapped = text.replace(",", "_").replace(".", mark).replace("_", other)
        cells.append(swapped.translate(str.maketrans("0123456789", digits)))
    assert mark is mark_of(cells)
    assert [float(f"{value}") for value in values] == [
        parse_number(plain(cell, mark)) for cell in cells
    ]


@settings(max_examples=200)
@given(st.lists(st.integers(0, 999_999), min_size=1, max_size=20), st.sampled_from([",", "."]))
def test_whole_numbers_with_thousands_are_never_taken_for_decimals(
    values: list[int], sign: str
) -> None:
    """I28: 1,214 is 1214, or it is asked; it is 1.214 only where the column says so."""
    cells = [f"{value:,}".replace(",", sign) for value in values]
    mark = mark_of(cells)
    if mark is not None:
        assert values == [parse_number(plain(cell, mark)) for cell in cells]


@settings(max_examples=300)
@given(st.lists(moments, min_size=1, max_size=20), codes, st.sampled_from(["/", "-", "."]))
def test_a_column_of_dates_is_read_right_or_asked(
    days: list[datetime], code: str, sign: str
) -> None:
    """I27: no day becomes another, in either order."""
    for order, pattern in (("dmy", "%d{0}%m{0}%Y %H:%M"), ("mdy", "%m{0}%d{0}%Y %H:%M")):
        if sign == "." and order == "mdy":
            continue  # nobody writes so
        whole = [day.replace(second=0) for day in days]
        cells = [day.strftime(pattern.format(sign)) for day in whole]
        found = order_of(cells, NOW)
        assert found in (order, "", None)
        if found is not None:
            assert whole == [read_date(cell, found) for cell in cells]


PAGES = {"cp1252": ("de", "fr", "nl", "sv"), "cp1250": ("pl", "cs"), "cp1251": ("ru",),
         "cp932": ("ja",), "gb18030": ("zh",)}  # fmt: skip


@settings(max_examples=60)
@given(histories(), codes, st.data())
def test_the_encoding_does_not_matter(history: list[Bout], code: str, data: st.DataObject) -> None:
    """I29: UTF-8 and UTF-16 with and without marks, and the code pages of the time before."""
    text = garmin_csv(code, history)
    pages = [page for page, spoken in PAGES.items() if code in spoken]
    encodings = ["utf-8", "utf-8-sig", "utf-16", *pages]
    encoding = data.draw(st.sampled_from(encodings))
    file = memory_file("x", text.encode(encoding))
    assert Garmin().identify(file)
    assert told(sessions(records(Garmin(), text))) == told(
        sessions(records(Garmin(), text.encode(encoding)))
    )


@settings(max_examples=300)
@given(st.text(max_size=60), codes)
def test_any_text_is_a_date_a_number_or_a_refusal(text: str, code: str) -> None:
    """I28, I30: nothing but ValueError comes out of a cell."""
    for reader in (read_date, lambda cell: parse_number(plain(cell))):
        with suppress(ValueError):
            reader(text)
    assert order_of([text], NOW) in ("dmy", "mdy", "", None)
    assert mark_of([text]) in (*Mark, None)
    assert code in {dialect.code for dialect in dialects()}
