"""Every word of the pages comes from a catalogue: under a made-up language no other is left."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from house.blueprint import SRC
from pages import Site
from unload.report.figures import MONTHS, WEEKDAYS
from web.test_pages_are_tight import PAGES

OPEN, SHUT = "⟦", "⟧"  # around whatever a catalogue said
SPOKEN = ("aria-label", "aria-valuetext", "alt", "title", "placeholder")
LEFT_TO_ITS_AUTHORS = re.compile(r'<li id="source-.*?</li>|<option value="\w*" lang=.*?</option>')
# Units and dates are written alike everywhere on the pages, by report/figures.py and report/words.py.
FIGURES = re.compile(
    r"\b(km|mi|min|cm|mm|kg|lb|Unload|CR-10|{})\b".format(
        "|".join([*MONTHS, *WEEKDAYS, *(name[:3] for name in (*MONTHS, *WEEKDAYS))])
    )
)


class Unmarked(HTMLParser):
    """Collects the words of a page, and of its labels, that no catalogue said."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        left = ""
        for piece in re.split(f"([{OPEN}{SHUT}])", data):
            self.depth += {OPEN: 1, SHUT: -1}.get(piece, 0)
            left += " " if self.depth or piece in (OPEN, SHUT) else piece
        self.found.append(" ".join(left.split()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside, self.depth = self.depth, 0
        for name, value in attrs:
            if value and name in SPOKEN:
                self.handle_data(value)
        self.depth = inside


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


@cache
def known() -> list[str]:
    """What the tables of knowledge say, which is translated where they are; longest first."""
    tables = (tomllib.loads(path.read_text()) for path in (SRC / "knowledge").rglob("*.toml"))
    said = {text for table in tables for text in strings(table)}
    said |= {text.replace("_", " ").replace("-", " ") for text in said if " " not in text}
    return sorted(said, key=len, reverse=True)


def wordy(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text))


def unsaid(texts: Iterable[str], data: list[str]) -> Iterator[str]:
    """The texts of which words are left when figures, data and knowledge are taken away."""
    for text in dict.fromkeys(texts):
        left = FIGURES.sub("", text)
        for one in (*data, *known()):
            if not wordy(left):
                break
            if len(one) > 2:
                left = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "", left, flags=re.IGNORECASE)
        if wordy(left):
            yield f"{text}  ->  {left}"


def test_probe(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import translation
    from unload.web import rendering
    from unload.store.models import VerdictTold
    real = translation._trans
    monkeypatch.setattr(real, "gettext", lambda text: f"{OPEN}{text}{SHUT}")
    monkeypatch.setattr(real, "ngettext", lambda one, many, n: f"{OPEN}{one if n == 1 else many}{SHUT}")
    said = {k: f"{OPEN}{v}{SHUT}" for k, v in rendering.page_sentences().items()}
    monkeypatch.setattr(rendering, "page_sentences", lambda language="en": said)
    rows = [row for row in VerdictTold.objects.values()]
    import json
    data = sorted({t for row in rows for t in strings([json.loads(v) if isinstance(v, str) and v[:1] in "[{" else v for v in row.values()])}, key=len, reverse=True)
    with open("/tmp/eyes/probe.txt", "w") as out:
        for path in PAGES:
            text = site.owner.get(path).content.decode()
            got = Unmarked(); got.feed(LEFT_TO_ITS_AUTHORS.sub("", text))
            for one in unsaid(got.found, data): print(path, "   ", one[:250], file=out)
