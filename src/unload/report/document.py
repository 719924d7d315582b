"""The nouns of a report: what every renderer shows, in order, with meanings, not colours."""

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """Why a stretch of text is what it is; a renderer chooses how that looks."""

    PLAIN = "plain"
    HEADLINE = "headline"
    ALARM = "alarm"
    CALM = "calm"
    LABEL = "label"
    NUMBER = "number"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one meaning."""

    text: str
    meaning: Meaning = Meaning.PLAIN


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A marker at the left, the text, and at its end what it rests on."""

    body: Line
    marker: Line = ()
    tail: Line = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid; the note stands beside it where there is room, else below."""

    cells: tuple[Line, ...]
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table; the foot is set apart from the rows."""

    head: Row
    rows: tuple[Row, ...]
    foot: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture made of characters: every line as it stands, never wrapped."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; the key never changes, the title is for the reader."""

    key: str
    title: Line
    blocks: tuple[Entry | Grid | Drawing, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    name: Line
    opening: Line
    headline: Line
    below: Line
    sections: tuple[Section, ...]
    closing: Line


def plain(text: str) -> Line:
    """One span without a special meaning."""
    return (Span(text),)


def muted(text: str) -> Line:
    """One span that may be overlooked; nothing where there is no text."""
    return (Span(text, Meaning.MUTED),) if text else ()


def label(text: str) -> Line:
    """One span that names what stands beside or below it."""
    return (Span(text, Meaning.LABEL),)


def text_of(line: Line) -> str:
    """The bare text of a line."""
    return "".join(span.text for span in line)
