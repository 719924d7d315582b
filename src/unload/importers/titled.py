"""Read a table that its titles give away, row by row, each as title to cell."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.csvtable import header_of, read_table
from unload.importers.numbers import number_or_none, parse_number
from unload.importers.protocol import File, Record
from unload.importers.signatures import program_of

Cells = Mapping[str, str]


class Titled(ABC):
    """The table of one program; what a row means is all that its format has to say."""

    name: str
    title_line = 1

    def identify(self, file: File) -> bool:
        return program_of(header_of(file)) == self.name

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        for row in titled_rows(file, self.title_line):
            found = row if isinstance(row, Problem) else self.record(*row, zone, now)
            if found is not None:
                yield found

    @abstractmethod
    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record | None:
        """What one row tells; nothing for a row that is no record."""


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
