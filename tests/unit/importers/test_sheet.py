"""What the columns of a table hold, by their content."""

import csv

import pytest

from language_samples import garmin_csv, season, week
from unload.importers.lengths import KM, MI, M
from unload.importers.numbers import Mark
from unload.importers.sheet import Sheet, distance_and_time, is_date, without_header


def sheet_of(text: str) -> Sheet:
    """The columns of a small table."""
    header, *rows = csv.reader(text.splitlines())
    return Sheet(tuple(header), rows)


PLAIN = "day,far,time\n" + "".join(
    f"2024-06-{n + 10},{5 + n / 10:.1f},0:{26 + n}:00\n" for n in range(9)
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2024-06-01", True), ("2024-06-01T06:00:00+02:00", True), ("7/15/20 9:41", True),
        ("Jul 14, 2020", True), ("20240601", False), ("0:43:55", False), ("1:06:06", False),
        ("5.02", False), ("", False), ("x" * 50, False),
    ],
)  # fmt: skip
def test_dates_are_told_from_times_and_numbers(cell: str, expected: bool) -> None:
    """A bare number is an id, whatever ISO 8601 lets it be."""
    assert expected is is_date(cell)


def test_columns_are_of_a_kind_by_nearly_all_of_their_cells() -> None:
    """One slip in ten does not matter, two do."""
    assert ([0], [1], [2]) == (
        sheet_of(PLAIN).dates, list(sheet_of(PLAIN).numbers), list(sheet_of(PLAIN).times)
    )  # fmt: skip
    assert [0] == sheet_of(PLAIN + "soon,5,0:30:00\n").dates
    assert [] == sheet_of(PLAIN + "soon,5,0:30:00\nlater,5,0:30:00\n").dates


def test_distance_and_time_make_a_pace() -> None:
    """I26: 5 in 26 minutes may be kilometres or miles, so the unit stays open."""
    found = distance_and_time(sheet_of(PLAIN))
    assert found is not None
    assert (2, 1, None, "") == (found.duration, found.distance, found.unit_m, found.doubt)


def test_numbers_at_no_pace_are_no_distance() -> None:
    """A table of weights and sleep is none of activities."""
    text = "day,weight,sleep\n" + "2024-06-01,61.5,7:40:00\n2024-06-02,61.4,8:02:00\n"
    assert distance_and_time(sheet_of(text)) is None


def test_a_pace_by_chance_is_no_proof() -> None:
    """61.5 in 7:40 h would be 7:29 a kilometre; but heavier is not longer asleep."""
    rows = "".join(f"2024-06-1{n},{61 + n * 5 % 7 / 10},7:{10 + n * 3 % 8}:00\n" for n in range(9))
    assert distance_and_time(sheet_of(f"day,weight,sleep\n{rows}")) is None
    alike = "".join(f"2024-06-1{n},61.5,7:{10 + n}:00\n" for n in range(9))
    assert distance_and_time(sheet_of(f"day,weight,sleep\n{alike}")) is None


def test_a_unit_in_the_title_and_metres_by_size() -> None:
    """I24: what is stated, and what can be nothing else."""
    for title, factor, unit in (("far (mi)", 1, MI), ("km", 1, KM), ("far", 1000, M)):
        rows = "".join(
            f"2024-06-{n + 10},{(5 + n / 10) * factor:.1f},0:{26 + n}:00\n" for n in range(9)
        )
        found = distance_and_time(sheet_of(f"day,{title},time\n{rows}"))
        assert found is not None
        assert unit == found.unit_m


def test_metres_beside_kilometres_prove_both() -> None:
    """I24: the exact column is taken."""
    rows = "".join(
        f"2024-06-{n + 10},{5 + n / 10:.2f},{5003 + n * 100},0:{26 + n}:00\n" for n in range(9)
    )
    found = distance_and_time(sheet_of(f"day,a,b,time\n{rows}"))
    assert found is not None
    assert (2, M) == (found.distance, found.unit_m)


def test_steps_do_not_pass_for_metres_where_a_pace_proves_the_distance() -> None:
    """I24: 5,660 steps in half an hour look like metres."""
    rows = "".join(
        f"2024-06-{n + 10},{4400 + n * 90},{5 + n / 10:.2f},0:{26 + n}:00,"
        f"{(26 + n) * 60 / (5 + n / 10) // 60:.0f}:{(26 + n) * 60 / (5 + n / 10) % 60:02.0f}\n"
        for n in range(9)
    )
    found = distance_and_time(sheet_of(f"day,steps,far,time,pace\n{rows}"))
    assert found is not None
    assert (2, 3) == (found.distance, found.duration)
    without = "\n".join(line.rpartition(",")[0] for line in rows.splitlines())
    doubtful = distance_and_time(sheet_of(f"day,steps,far,time\n{without}"))
    assert doubtful is not None
    assert (None, "columns 2 and 3 may each be the distance") == (
        doubtful.distance, doubtful.doubt
    )  # fmt: skip
    stated = distance_and_time(sheet_of(f"day,steps,far (km),time\n{without}"))
    assert stated is not None
    assert (2, KM) == (stated.distance, stated.unit_m)


@pytest.mark.parametrize(("unit", "unit_m"), [("km", KM), ("mi", MI)])
def test_steps_and_their_length_prove_the_unit(unit: str, unit_m: float) -> None:
    """I24: in any language, without a title."""
    text = garmin_csv("en", [bout for bout in season(30) if bout.sport == "run"], unit)
    header, _, rows = text.partition("\n")
    found = distance_and_time(sheet_of(",".join("x" for _ in header.split(",")) + "\n" + rows))
    assert found is not None
    assert (4, unit_m) == (found.distance, found.unit_m)


def test_the_shortest_of_near_times_is_taken_and_said() -> None:
    """Moving, timer and elapsed tell one activity; a best lap does not."""
    rows = "".join(
        f"2024-06-{n + 10},{5 + n / 10:.1f},0:{28 + n}:00,0:04:50,0:{26 + n}:00\n" for n in range(9)
    )
    found = distance_and_time(sheet_of(f"day,far,elapsed,lap,moving\n{rows}"))
    assert found is not None
    assert 4 == found.duration
    assert "Columns 3, 5 hold times; the shortest, 5, was taken." == found.note


def test_the_column_of_most_known_sports_is_theirs() -> None:
    """Words that nobody knows name none."""
    sheet = sheet_of(garmin_csv("fi", week() * 3))
    assert 0 == sheet.sports()
    assert sheet_of("a,b\nx,y\nx,y\n").sports() is None


def test_a_stated_mark_is_used() -> None:
    """I28: 5,025 is read as it is said."""
    sheet = sheet_of('day,far\n2024-06-01,"5,025"\n')
    assert [5025.0] == sheet.numbers[1]
    said = Sheet(sheet.header, sheet.rows, {1: Mark.COMMA})
    assert [5.025] == said.numbers[1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (("Running", "2022-04-20 06:08:34", "6.01"), True),
        (("2022-04-20", "0:30:00"), True),
        (("date", "2022-04-20 x", "km"), False),
        (("2022-04-20", "x"), False),
        (("date", "km", "time"), False),
    ],
)
def test_a_first_line_that_is_a_row_is_no_header(line: tuple[str, ...], expected: bool) -> None:
    """It holds a date and something measured."""
    assert expected is without_header(line)


def test_the_cells_of_a_short_row_are_empty() -> None:
    """A row that breaks off has no more cells."""
    assert ["1", ""] == Sheet(("a", "b"), [["x", "1"], ["y"]]).column(1)


def test_a_hostile_table_is_looked_at_in_part() -> None:
    """I30: every pair of columns is tried, so neither their number nor the rows' may be theirs."""
    sheet = Sheet(tuple(f"c{n}" for n in range(900)), [["0:30:00", "5"] * 450] * 5000)
    assert (60, 120) == (len(sheet.sample().header), len(sheet.sample().rows))
    small = Sheet(("a", "b"), [["1", "2"]] * 7)
    assert (small.header, small.rows) == (small.sample().header, small.sample().rows)
