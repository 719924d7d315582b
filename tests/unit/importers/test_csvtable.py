"""Tables in any encoding and delimiter, row by row."""

import codecs

import pytest

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.csvtable import header_of, key_of, read_table

TEXT = "date,höhe\n2024-06-01,1\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_encodings_and_delimiters_are_told_from_the_file(data: bytes) -> None:
    """Byte-order marks, Windows' letters, semicolons and tabs give the same table."""
    file = memory_file("t.csv", data)
    assert ("date", "höhe") == header_of(file) == read_table(file).header
    assert [(2, ["2024-06-01", "1"])] == list(read_table(file).rows)


def test_rows_know_the_line_they_begin_on() -> None:
    """Line breaks in quotes, blank lines and a blank beginning do not shift the count."""
    text = '\na,b\n1,"x\ny"\n\n2,z\n'
    rows = list(read_table(memory_file("t.csv", text)).rows)
    assert [(3, ["1", "x\ny"]), (6, ["2", "z"])] == rows


def test_a_cell_beyond_measure_is_one_problem() -> None:
    """Ten megabytes in a cell are no cell; the row is named."""
    text = "a,b\n1,2\n3," + "x" * 200_000 + "\n5,6\n"
    rows = list(read_table(memory_file("t.csv", text)).rows)
    assert (2, ["1", "2"]) == rows[0]
    assert isinstance(rows[1], Problem)
    assert "t.csv line 3" == rows[1].where


@pytest.mark.parametrize("data", [b"", b"\n", b"one", b"\x00\x01,\x02", b"," * 2000])
def test_what_is_no_table_has_no_header(data: bytes) -> None:
    """Binary data, a single column and thousands of columns are not a table."""
    assert () == header_of(memory_file("t.csv", data))


def test_a_head_that_ends_inside_a_letter_is_still_utf8() -> None:
    """The cut of the head must not change the encoding."""
    text = "a,b\n" + "ö" * 20_000
    assert ("a", "b") == header_of(memory_file("t.csv", text))


def test_titles_are_reduced_to_what_they_mean() -> None:
    """Spelling is not meaning."""
    assert "distance_km" == key_of("Distance (km)") == key_of(" distance_KM ")
