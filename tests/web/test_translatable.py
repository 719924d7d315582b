"""Every word of the pages comes from a catalogue: in a made-up language no other is left."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from house.blueprint import SRC, listed
from pages import Site
from unload.report.figures import MONTHS, WEEKDAYS

OPEN, SHUT = "⟦", "⟧"  # around whatever a catalogue said
PAGES = ("/", "/check-in/", "/check-in/away/", "/week/", "/body/", "/work-it-out/", "/doubts/",
         "/why/", "/why/year/", "/why/told/", "/why/told/2024-11-17/?anew", "/history/",
         "/imports/", "/imports/1/", "/me/", "/me/password/", "/me/codes/",
         "/me/passkeys/", "/me/go-on/",
         "/me/erase/", "/sign-in/", "/sign-in/code/", "/start/", "/no-such-page/",
         "/week/accept/")  # fmt: skip
# In a script: two words in quotes, and a word that is shown.
TWO_WORDS = re.compile(r"""(["'`])([A-Za-z][\w,']* [\w ,.']*)\1""")
SHOWN = re.compile(
    r"""(?:(?:textContent|innerHTML|innerText|[.]title)\s*=|(?:alert|confirm)[(])\s*["'`][^"'`$]*[a-z]"""
)
# A comment that keeps a place, and a selector.
NOT_SHOWN = ("use strict", "the map", "button, progress")
SPOKEN = ("aria-label", "aria-valuetext", "alt", "title", "placeholder")
# What publications and languages call themselves.
LEFT_TO_ITS_AUTHORS = re.compile(r'<li id="source-.*?</li>|<option value="\w*" lang=.*?</option>')
# Written alike on all pages by report/figures.py and report/words.py.
FIGURES = re.compile(
    r"\b(left|right|both|to|km|mi|min|cm|kg|{})\b".format(
        "|".join([*MONTHS, *WEEKDAYS, *(name[:3] for name in (*MONTHS, *WEEKDAYS))])
    ),
    re.IGNORECASE,
)
DATA = ("runs.csv", "checkins.csv", "runner", "unload", "doi", "pdf", "fit", "ics")
# What the rooms of `report` still say by themselves and not by knowledge/text; it may only shrink.
OF_REPORT = (
    "not verified in the source itself", "this answer has stood since", "as on the other side",
    "sessions tied to it", "with heart rate", "you are wondering",
    "the spot itself", "x the distance", "a forced stop", "not verified", "would change",
    "check-ins in", "work it out", "with effort", "lose speed", "days known", "session-rpe",
    "load from", "40 pounds", "imported", "train on", "rests on", "a table", "at most", "nothing",
    "ready", "total", "which", "test", "runs", "why", "the", "of",
)  # fmt: skip


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
    if isinstance(value, dict):  # rows
        value = [*value.values()]
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


@cache
def known() -> frozenset[str]:
    """What the tables of knowledge say, which are translated as a whole; names of constants too."""
    said: set[str] = set()
    for path in (SRC / "knowledge").rglob("*.toml"):
        table = tomllib.loads(path.read_text())
        said |= {*strings(table), *(table if path.parent.name == "constants" else ())}
    said |= {re.sub("[-_]", " ", text) for text in said if " " not in text}
    return frozenset(map(told, said))


def told(text: str) -> str:
    return " ".join(text.split()).casefold()


def wordy(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text))


def without(text: str, phrases: Iterable[str]) -> str:
    for one in phrases:
        if len(one) > 1 and one in text:
            text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "", text)
    return text


def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let both catalogues put marks around whatever they say."""
    from django.utils import translation  # noqa: PLC0415 # brings Django, see stores

    from unload.web import rendering  # noqa: PLC0415 # the same

    said = {k: f"{OPEN}{text}{SHUT}" for k, text in rendering.page_sentences().items()}
    monkeypatch.setattr(rendering, "page_sentences", lambda language="en": said)
    one_or_many = lambda one, many, n: f"{OPEN}{one if n == 1 else many}{SHUT}"  # noqa: E731 # short
    monkeypatch.setattr(translation._trans, "gettext", lambda text: f"{OPEN}{text}{SHUT}")  # type: ignore[attr-defined] # where every way to a text ends
    monkeypatch.setattr(translation._trans, "ngettext", one_or_many)  # type: ignore[attr-defined] # the same


def kept_words() -> set[str]:
    """What was told on other days stays in the words in which it was told."""
    from unload.store.models import VerdictTold  # noqa: PLC0415 # brings Django, see stores

    rows = VerdictTold.objects.values_list("kind", "sentence", "said")
    return {told(text) for row in rows for text in strings(row)}


def test_every_word_comes_from_a_catalogue(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of templates, views and phrases alike; figures, names and what is known set aside."""
    kept = sorted(kept_words() | known(), key=len)[::-1]
    in_turn = ([one for one in kept if " " in one], DATA, OF_REPORT, kept)
    marked(monkeypatch)
    found, used = [], set[str]()
    for path in PAGES:
        page = Unmarked()
        page.feed(LEFT_TO_ITS_AUTHORS.sub("", site.owner.get(path).content.decode()))
        assert 0 == page.depth, path
        for text in filter(wordy, dict.fromkeys(page.found)):
            used |= {one for one in OF_REPORT if one in told(text)}
            left = told(text)
            for phrases in in_turn:
                left = without(left, phrases)
            if wordy(FIGURES.sub("", left)):
                found.append(f"{path} says {text!r}: {left}")
    assert [] == found, listed(found)
    assert set(OF_REPORT) == used


def test_a_script_says_nothing_of_its_own() -> None:
    """What it shows stands in the page that brought it, where a catalogue has said it."""
    said = []
    for path in sorted((SRC / "web" / "static").glob("*.js")):
        if not path.name.startswith("uplot"):
            script = re.sub(r"(^|\s)// .*$", "", path.read_text(), flags=re.MULTILINE)
            quoted = [words for _, words in TWO_WORDS.findall(script) if words not in NOT_SHOWN]
            said += [f"{path.name}: {words}" for words in (*quoted, *SHOWN.findall(script))]
    assert [] == said, listed(said)
