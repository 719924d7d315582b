"""Tables in any encoding and delimiter, row by row."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.csvtable import first_rows, header_of, key_of, read_table

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


GERMAN = "Aktivitäts-ID,Aktivitätsdatum,Höhenzunahme\n1,2024-06-01,5\n"
POLISH = "Identyfikator aktywności,Data aktywności,Średnie tętno\n1,2024-06-01,5\n"
RUSSIAN = "Дата,Расстояние,Время\n2024-06-01,5,0:30:00\n"
JAPANESE = "アクティビティ実行日,経過時間,距離\n2024/06/01,5,6\n"
CHINESE = "活动日期,活动类型,距离\n2024年6月1日,跑步,6\n"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (GERMAN, "cp1252"), (GERMAN, "latin-1"), (POLISH, "cp1250"), (RUSSIAN, "cp1251"),
        (JAPANESE, "cp932"), (CHINESE, "gb18030"),
    ],
)  # fmt: skip
def test_an_old_code_page_is_told_by_the_words_it_makes(text: str, page: str) -> None:
    """I29: titles and sports that are known tell the page."""
    file = memory_file("t.csv", text.encode(page))
    assert (
        tuple(text.split("\n", maxsplit=1)[0].split(","))
        == header_of(file)
        == read_table(file).header
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read(encoding: str) -> None:
    """I29: noughts in every other byte are letters, not a binary file."""
    file = memory_file("t.csv", (GERMAN * 3).encode(encoding))
    assert ("Aktivitäts-ID", "Aktivitätsdatum", "Höhenzunahme") == header_of(file)


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    """I29: one note in an old code page among rows of UTF-8."""
    data = GERMAN.encode() + b"2,2024-06-02,caf\xe9\n"
    file = memory_file("t.csv", data)
    assert "Höhenzunahme" == read_table(file).header[2]
    assert (3, ["2", "2024-06-02", "café"]) == list(read_table(file).rows)[-1]
    assert ["has letters that are not in UTF-8; they were read as Windows-1252."] == [
        note.message for note in read_table(file).notes()
    ]
    assert [] == list(read_table(memory_file("t.csv", GERMAN)).notes())


def test_a_nought_in_a_note_is_no_harm() -> None:
    """I30: beyond the beginning, a nought byte is a letter like any other."""
    text = "a,b\n" + "1,2\n" * 2000 + "3,x\x00y\n"
    assert [(2002, ["3", "x\x00y"])] == list(read_table(memory_file("t.csv", text)).rows)[-1:]


def test_a_weather_note_of_many_lines_is_one_cell() -> None:
    """I30: line breaks in quotes belong to their cell."""
    text = 'a,b\n1,"sun\n\nwind"\n2,x\n'
    assert [(2, ["1", "sun\n\nwind"]), (5, ["2", "x"])] == list(
        read_table(memory_file("t.csv", text)).rows
    )


def test_a_spreadsheets_line_about_itself_is_no_header() -> None:
    """`sep=;` tells the delimiter."""
    file = memory_file("t.csv", "sep=;\na;b,c\n1;2\n")
    assert ("a", "b,c") == header_of(file) == read_table(file).header
    assert [(3, ["1", "2"])] == list(read_table(file).rows)


def test_lines_may_end_as_on_an_old_mac() -> None:
    """A carriage return alone ends a line."""
    file = memory_file("t.csv", "a,b\r1,2\r")
    assert ("a", "b") == header_of(file) == read_table(file).header


def test_the_first_rows_are_those_that_lie_whole_in_the_head() -> None:
    """The last may be cut, so it is left out where there are others."""
    file = memory_file("t.csv", "a,b\n1,2\n3,4\n5,6\n")
    assert [["1", "2"], ["3", "4"]] == first_rows(file)
    assert [["1", "2"]] == first_rows(memory_file("t.csv", "a,b\n1,2\n"))
    assert [] == first_rows(memory_file("t.fit", b"\x0e\x00\x00\x00.FIT"))


LETTERS = st.characters(categories=("L", "N"), max_codepoint=0xFFFF)


@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(",;\t"),
)
def test_letters_of_any_script_come_back_from_any_unicode(
    words: list[str], encoding: str, delimiter: str
) -> None:
    """Nothing is assumed of a text that says what it is, and every cell is what it was."""
    rows = "".join(f"{word}{delimiter}1{delimiter}2\n" for word in words)
    data = f"date{delimiter}a{delimiter}b\n{rows}".encode(encoding)
    table = read_table(memory_file("t.csv", data))
    assert [[word, "1", "2"] for word in words] == [row[1] for row in table.rows]
    assert [] == list(table.notes())
