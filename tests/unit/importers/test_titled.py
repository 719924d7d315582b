"""Tables of known titles, row by row."""

import pytest

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.titled import number_in, number_in_or_none, titled_rows


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
