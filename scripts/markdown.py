"""Markdown that the pages of docs/ share: tables, cells, numbers."""

from collections.abc import Iterable

MADE = "<!-- Written by scripts/make_docs.py; change what it reads, not this page. -->\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("--" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell(c) for c in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
