"""Tables of known titles, row by row."""

from datetime import datetime, tzinfo

import pytest

import export_samples as ex
from file_samples import memory_file, records
from unload.errors import Problem
from unload.importers.protocol import Record
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none, titled_rows


class Told(Titled):
    """A format whose records are what stands in one column."""

    name = "Runkeeper"

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record | None:
        return Problem(where, cells["Type"]) if "Type" in cells else None


def test_a_format_has_only_to_say_what_a_row_means() -> None:
    """Its table is known by its titles; a row that is no record leaves nothing."""
    text = f"{ex.RUNKEEPER_HEADER}\na-1,2024-06-01,Running\na-2,2024-06-02\n"
    assert Told().identify(memory_file("x", text))
    assert not Told().identify(memory_file("x", ex.PMSYS_HEADER + "\n"))
    assert [Problem("t.csv line 2", "Running")] == records(Told(), text, "t.csv")


def test_cells_are_told_by_their_titles() -> None:
    """Empty ones are left out, the first of two equal titles counts, blanks do not."""
    file = memory_file("t.csv", "\ufeff a ,b,a\n1,,3\n , 5 ,\n")
    assert [("t.csv line 2", {"a": "1"}), ("t.csv line 3", {"b": "5"})] == list(titled_rows(file))


def test_titles_may_stand_on_the_second_line_and_rows_be_longer() -> None:
    """Samsung's tables: a line that names the table, 64 titles over 65 fields."""
    file = memory_file("t.csv", "table,1,2\na,b\n1,2,\n")
    assert [("t.csv line 3", {"a": "1", "b": "2"})] == list(titled_rows(file, 2))


def test_problems_stand_between_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """I30: a cell that is far too long costs its row."""
    file = memory_file("t.csv", "a,b\n1,2\n" + "x" * 200_000 + ",2\n3,4\n")
    found = list(titled_rows(file))
    assert [False, True, False] == [isinstance(row, Problem) for row in found]


def test_numbers_name_their_column_when_they_are_none() -> None:
    """I15: a needed one is refused with its title, a secondary one is missing."""
    cells = {"km": "5", "hr": "fast"}
    assert (5000.0, None) == (number_in(cells, "km", 1000), number_in(cells, "miles"))
    with pytest.raises(ValueError, match=r"'fast' is not a number \(column hr\)"):
        number_in(cells, "hr")
    assert number_in_or_none(cells, "hr") is None
