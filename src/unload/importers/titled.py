"""Walk a table whose titles are known: each row as title to cell, problems in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unload.errors import Problem
from unload.importers.csvtable import read_table
from unload.importers.numbers import number_or_none, parse_number
from unload.importers.protocol import File

Cells = Mapping[str, str]


def titled_rows(file: File, title_line: int = 1) -> Iterator[tuple[str, Cells] | Problem]:
    """The place and the filled cells of each row; `title_line` is the line the titles stand on.

    Where a title stands twice its first column is told. A row may be longer than the titles.
    """
    table = read_table(file)
    titles: tuple[str, ...] | None = table.header if title_line == 1 else None
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        if titles is None:
            titles = tuple(cells)
            continue
        named: dict[str, str] = {}
        for title, cell in zip(titles, cells, strict=False):
            if cell.strip():
                named.setdefault(title.strip(), cell.strip())
        yield f"{file.name} line {line}", named


def number_in(cells: Cells, title: str, scale: float = 1) -> float | None:
    """The number times `scale`, None where the cell is empty; ValueError for anything else."""
    try:
        value = parse_number(cells.get(title, ""))
    except ValueError as error:
        raise ValueError(f"{error} (column {title})") from None
    return None if value is None else value * scale


def number_in_or_none(cells: Cells, title: str) -> float | None:
    """A secondary number: what is not one is missing."""
    return number_or_none(cells.get(title, ""))
