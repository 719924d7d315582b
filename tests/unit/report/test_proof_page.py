"""The page of a back-test: whole in itself, readable in the dark, and safe against its own data."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from proof_samples import RESULT, WORDS
from unload.report.proof_page import html, markdown
from unload.report.proof_parts import Part, Table, parts, title

PARTS = parts(RESULT, WORDS)
PAGE = html(*title(RESULT, WORDS, "abc"), PARTS)


class Reader(HTMLParser):
    """Counts the tags and remembers what is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.tables += tag == "table"
        self.fetched += [str(v) for k, v in attrs if k in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_fetches_nothing() -> None:
    """Every tag is closed, every table is there, and nothing comes from elsewhere."""
    reader = Reader()
    reader.feed(PAGE)
    assert ([], []) == (reader.open, reader.fetched)
    assert sum(len(part.tables) for part in PARTS) == reader.tables
    assert "prefers-color-scheme: dark" in PAGE
    assert "http" not in PAGE.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_pictures_stand_on_the_page_with_ids_of_their_own() -> None:
    """One for each outcome that has ranks."""
    assert sum(bool(part.picture) for part in PARTS) == PAGE.count("<svg ")
    ids = re.findall(r'id="([^"]+)"', PAGE)
    assert len(ids) == len(set(ids))


def test_the_name_of_a_folder_is_only_text() -> None:
    """A folder called <i> leans nothing; a bar does not split a cell."""
    assert "a|b &lt;i&gt;" in PAGE
    assert "<i>" not in PAGE
    made = markdown("t", "m", PARTS)
    assert "a\\|b <i>" in made


def test_markdown_holds_the_same_tables() -> None:
    """As many rows as the page, each as wide as its head; commands are code in both."""
    part = Part("P", ("Say `unload why`.",), (Table("T.", ("a", "b"), (("1", "2"),)),))
    text = markdown("Title", "Made.", (replace(part, picture="<svg/>"),))
    wanted = "## P\n\nSay `unload why`.\n\nT.\n\n| a | b |\n| -- | -- |\n| 1 | 2 |\n"
    assert text.endswith(wanted)
    assert text.startswith("# Title\n")
    assert "<code>unload why</code>" in html("Title", "Made.", (part,))
