"""Turn what a view found into a page: templates, words, and what every page carries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from unload import service
from unload.report.document import Line
from unload.report.figures import MONTHS, weekday
from unload.report.words import UNITS, Words
from unload.web.settings import STATIC_ROOT as STATIC
from unload.web.settings import STATIC_URL

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from unload.model.constants import Knowledge
    from unload.service.notebook import Notebook

ENGLISH = "en"
OWN = "page."  # before the key of a sentence that a page says in its own way
CITED = re.compile(r"\[(\d+)\]")
SHELL = (
    "worker.js", "unload.css", "unload.js", "unsent.js", "unload-serif.woff2", "work_it_out.css",
    "play.js", "player.js",
)  # fmt: skip
HASHED = 10  # hex digits in an address: enough to tell two versions of a file apart


def environment(**options: Any) -> Environment:
    """Jinja as the pages use it; a name that is not there is a fault, not an empty place."""
    env = Environment(**{**options, "undefined": StrictUndefined, "trim_blocks": True})  # noqa: S701 # Django's backend asks for autoescape
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    env.globals |= {"url": address, "asset": asset, "worker": worker}
    env.filters |= {
        "line": line,
        "cited": cited,
        "long_day": long_day,
        "short_weekday": short_weekday,
        "weekday": weekday,
    }
    return env


def address(name: str, **words: Any) -> str:
    """The address of a route."""
    return reverse(name, kwargs=words)


@cache
def asset(name: str) -> str:
    """The address of a style sheet, script, font or picture, with a hash of what is in it."""
    content = (STATIC / name).read_bytes()
    return f"{STATIC_URL}{name}?v={sha256(content).hexdigest()[:HASHED]}"


@cache
def worker() -> str:
    """The address of the service worker: another as soon as anything that it keeps is another."""
    kept = (asset(name).rpartition("=")[2] for name in SHELL)
    return f"{STATIC_URL}worker.js?v={sha256(' '.join(kept).encode()).hexdigest()[:HASHED]}"


def line(spans: Line) -> Markup:
    """A line of a document, every span under the class of its meaning."""
    parts = [
        escape(span.text) if span.meaning == "plain"
        else Markup('<span class="{}">{}</span>').format(span.meaning, cited(span.text))
        for span in spans
    ]  # fmt: skip
    return Markup().join(parts)


def cited(text: str) -> Markup:
    """A text whose [numbers] lead to their sources."""
    linked = CITED.sub(r'<a href="#source-\1" aria-label="source \1">[\1]</a>', str(escape(text)))
    return Markup(linked)  # noqa: S704 # escaped above


def long_day(day: date) -> str:
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}"


def short_weekday(day: date) -> str:
    return weekday(day)[:3]


def words_for(
    notebook: Notebook, knowledge: Knowledge | None = None, language: str = ENGLISH
) -> Words:
    """The words in which this runner is told; `knowledge` has the names of the places.

    `language` is that of the sessions, in files that leave these pages.
    """
    regions = {} if knowledge is None else {r.key: r.name for r in knowledge.regions.values()}
    return Words(page_sentences(language), UNITS[notebook.units], notebook.today, regions)


@cache
def page_sentences(language: str = ENGLISH) -> Mapping[str, str]:
    """Every sentence as a page says it: without the options that only a terminal has."""
    said = service.sentences(language)
    own = {key.removeprefix(OWN): text for key, text in said.items() if key.startswith(OWN)}
    return {**said, **own}


def page(
    request: HttpRequest, notebook: Notebook, template: str, /, *, status: int = 200, **found: Any
) -> HttpResponse:
    """A page of the owner, with the way to all others."""
    match = request.resolver_match
    here = "" if match is None else match.url_name
    context = {"notebook": notebook, "here": here, **found}
    return render(request, template, context, status=status)


def plain_page(
    request: HttpRequest, template: str, /, *, status: int = 200, **found: Any
) -> HttpResponse:
    """A page outside the door."""
    return render(request, template, found, status=status)


def message(request: HttpRequest, says: str, *, status: int) -> HttpResponse:
    """One sentence, and the way back."""
    return plain_page(request, "message.html", says=says, status=status)


def nothing_yet(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """What a page says where no run is known: what it will show, what to bring, where from."""
    kept = request.GET.get("said") == "kept"
    answered = notebook.check_in() is not None
    return page(request, notebook, "nothing_yet.html", kept=kept, answered=answered)
