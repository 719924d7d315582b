"""Pages from what was found: citations that lead somewhere, words of a page, no empty places."""

from datetime import date

import pytest
from jinja2 import UndefinedError

from pages import Site
from unload import service
from unload.report.document import Meaning, Span
from unload.web.rendering import (
    asset,
    cited,
    environment,
    line,
    long_day,
    page_sentences,
    words_for,
)


def test_a_citation_leads_to_its_source() -> None:
    """And a stranger's words stay words (S19)."""
    assert '&lt;b&gt; <a href="#source-3" aria-label="source 3">[3]</a>' == str(cited("<b> [3]"))


def test_every_span_has_the_class_of_its_meaning() -> None:
    """Plain text has none."""
    spans = (Span("5 < 6, "), Span("stop", Meaning.ALARM))
    assert '5 &lt; 6, <span class="alarm">stop</span>' == str(line(spans))


def test_a_name_that_is_not_there_is_a_fault() -> None:
    """Not an empty place that nobody sees."""
    with pytest.raises(UndefinedError):
        environment(autoescape=True).from_string("{{ nothing }}").render()


def test_a_page_names_no_option_of_a_terminal() -> None:
    """What a verdict can say on a page has no --option in it."""
    rooms = ("verdict", "signal", "unknown", "change", "week", "why", "race", "weight", "speed")
    said = {k: t for k, t in page_sentences().items() if k.split(".")[0] in rooms}
    assert [] == [key for key, text in said.items() if "--" in text or "`" in text]
    assert "--" in service.sentences()["week.mode_reduce"]


def test_a_page_replaces_only_what_is_there() -> None:
    """Every sentence of a page stands in the place of another, with the same values."""
    said = service.sentences()
    own = {key.removeprefix("page.") for key in said if key.startswith("page.")}
    assert own
    assert own <= said.keys()


def test_words_are_those_of_the_runner(site: Site) -> None:
    """Their units and their day."""
    words = words_for(site.notebook())
    assert ("10 km", "17 November") == (words.distance(10_000), words.day(date(2024, 11, 17)))


def test_an_address_changes_with_the_file() -> None:
    """So that it may be kept for a year."""
    first, second = asset("unload.css"), asset("unload.js")
    assert first.startswith("/static/unload.css?v=")
    assert first.split("=")[1] != second.split("=")[1]


def test_a_day_is_told_in_full() -> None:
    """Weekday, day and month."""
    assert "Sunday 17 November" == long_day(date(2024, 11, 17))
