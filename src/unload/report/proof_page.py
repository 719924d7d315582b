"""Write a back-test as one page: HTML that carries its own style, or Markdown."""

from collections.abc import Iterator
from html import escape

from unload.report.proof_parts import Part, Table

# Colours follow the reader's own light or dark; nothing is fetched from anywhere.
STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --line: #c8c8cc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --line: #46464e; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
p, li { max-width: 46rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid var(--line); }
"""
MADE = "<!-- Written by `unload backtest`; run it again instead of changing this page. -->"


def html(title: str, made: str, parts: tuple[Part, ...]) -> str:
    """One self-contained page."""
    body = "\n".join(line for part in parts for line in _html_part(part))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{_marked(made)}</p>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _html_part(part: Part) -> Iterator[str]:
    yield f"<h2>{escape(part.title)}</h2>"
    yield from (f"<p>{_marked(said)}</p>" for said in part.said)
    if part.picture:
        yield part.picture
    for table in part.tables:
        if table.said:
            yield f"<p>{_marked(table.said)}</p>"
        yield from _html_table(table)


def _html_table(table: Table) -> Iterator[str]:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    yield f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>'
    for name, *cells in table.rows:
        others = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr><th scope="row">{escape(name)}</th>{others}</tr>'
    yield "</tbody>\n</table></div>"


def _marked(text: str) -> str:
    """Escaped text with its `commands` set as code."""
    pieces = escape(text).split("`")
    return "".join(f"<code>{p}</code>" if n % 2 else p for n, p in enumerate(pieces))


def markdown(title: str, made: str, parts: tuple[Part, ...]) -> str:
    """The same page as Markdown."""
    lines = [f"# {title}", "", MADE, "", made]
    for part in parts:
        lines += ["", f"## {part.title}"]
        for said in part.said:
            lines += ["", said]
        for table in part.tables:
            lines += ["", *([table.said, ""] if table.said else []), *_markdown_table(table)]
    return "\n".join(lines) + "\n"


def _markdown_table(table: Table) -> Iterator[str]:
    for row in (table.head, ("--",) * len(table.head), *table.rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
