"""Draw a Document on a terminal with rich: readable at 80 columns, and without any colour."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.report.document import Document, Drawing, Entry, Grid, Line, Meaning, Row, Section

STYLES = {
    Meaning.PLAIN: "",
    Meaning.HEADLINE: "bold yellow",
    Meaning.ALARM: "bold red",
    Meaning.CALM: "bold green",
    Meaning.LABEL: "bold",
    Meaning.NUMBER: "cyan",
    Meaning.MUTED: "dim",
}
WIDEST = 100  # longer lines are hard to read
NOTE_BESIDE = 76  # below this width a row's note stands under the row
MARKER_GAP = 2


def width_of(terminal: int) -> int:
    """The width to draw at on a terminal of so many columns."""
    return min(terminal, WIDEST)


def draw(document: Document) -> RenderableType:
    """The whole screen, one blank line between its parts."""
    parts: list[RenderableType] = [
        Ends(styled(document.name), styled(document.opening)),
        "",
        styled(document.headline),
    ]
    if document.below:
        parts.append(styled(document.below))
    for section in document.sections:
        parts += ["", *_section(section)]
    parts += ["", styled(document.closing)]
    return Padding(Group(*parts), (0, 1))


def styled(line: Line) -> Text:
    """A line as rich text; no markup is read from it."""
    return Text.assemble(*((span.text, STYLES[span.meaning]) for span in line))


@dataclass(frozen=True, slots=True)
class Ends:
    """Text that wraps, with an end at the right margin: on its last line, else on one below."""

    text: Text
    end: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = list(self.text.wrap(console, options.max_width))
        room = options.max_width - (lines[-1].cell_len if lines else 0)
        if lines and self.end.cell_len + MARKER_GAP <= room:
            last = lines.pop()
            last.append(" " * (room - self.end.cell_len)).append_text(self.end)
            yield from lines
            yield last
            return
        yield from lines
        yield from self.end.wrap(console, options.max_width, justify="right")


def _section(section: Section) -> Iterator[RenderableType]:
    if section.title:
        yield styled(section.title)
    entries: list[Entry] = []
    for block in section.blocks:
        if isinstance(block, Entry):
            entries.append(block)
            continue
        yield from _entries(entries)
        entries = []
        yield _drawing(block) if isinstance(block, Drawing) else GridView(block)
    yield from _entries(entries)


def _drawing(drawing: Drawing) -> RenderableType:
    lines = Text("\n").join(styled(line) for line in drawing.lines)
    lines.no_wrap = True
    return Padding(lines, (0, 0, 0, 2))


def _entries(entries: list[Entry]) -> Iterator[RenderableType]:
    """Entries under one another, their markers in one column."""
    if not entries:
        return
    markers = [styled(entry.marker) for entry in entries]
    width = max(marker.cell_len for marker in markers)
    table = Table.grid(padding=(0, MARKER_GAP, 0, 0), expand=True)
    if width:
        table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1)
    for marker, entry in zip(markers, entries, strict=True):
        body: RenderableType = styled(entry.body)
        if entry.tail:
            body = Ends(styled(entry.body), styled(entry.tail))
        table.add_row(*([marker] if width else []), body)
    yield Padding(table, (0, 0, 0, 2), expand=True)


@dataclass(frozen=True, slots=True)
class GridView:
    """A grid that puts its notes beside the rows where there is room, else below them."""

    grid: Grid

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        beside = options.max_width >= NOTE_BESIDE
        table = Table.grid(padding=(0, MARKER_GAP, 0, 0), expand=True)
        for _ in self.grid.head.cells:
            table.add_column(no_wrap=beside)
        table.add_column(ratio=1)
        _add(table, self.grid.head if beside else Row(self.grid.head.cells), beside)
        for row in (*self.grid.rows, *self.grid.foot):
            _add(table, row, beside)
        yield Padding(table, (0, 0, 0, 2), expand=True)


def _add(table: Table, row: Row, beside: bool) -> None:
    cells = [styled(cell) for cell in row.cells]
    if beside:
        table.add_row(*cells, styled(row.note))
        return
    table.add_row(*cells)
    if row.note:
        table.add_row("", *[""] * (len(cells) - 2), styled(row.note))
