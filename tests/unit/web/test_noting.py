"""Noting: what the pages tell is kept a moment after a change, once, and holds nobody up."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from pages import Site
from unload.errors import UnloadError
from unload.service import notebook as verbs
from unload.web import access, noting
from unload.web.noting import Noter, note


def days(site: Site) -> int:
    return len(site.notebook().everything_told())


def test_what_the_pages_tell_is_kept(site: Site) -> None:
    """Of the day, word for word, and once."""
    book = site.notebook()
    before = days(site)
    assert not note(book)
    book.record({"soreness": 1, "sleep": 1}, None)
    assert [True, False] == [note(book), note(book)]
    newest = book.told_of(book.today)[0]
    assert (before + 1, newest.kind) == (days(site), book.advice().advice.verdict.kind.value)
    assert newest.sentence in site.owner.get("/").content.decode()


def test_a_burst_is_noted_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the one that waits, for the last of them, and not before an import is over (C8)."""
    noted: list[object] = []
    monkeypatch.setattr(noting, "note", noted.append)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        monkeypatch.setattr(noting.uploads, "reading", lambda: len(slept) < 3)

    monkeypatch.setattr(noting.time, "sleep", sleep)
    noter = Noter()
    waiting = noter.soon(_finds("first"))
    assert waiting is not None
    waiting.join()
    assert (3, ["first"]) == (len(slept), noted)
    noter.waiting = [_finds("one that waits")]
    assert noter.soon(_finds("last")) is None
    noter._note()
    assert ["first", "last"] == noted


def test_a_burst_that_goes_on_is_waited_out(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thinking it out between two changes would hold up the second."""
    noted: list[object] = []
    monkeypatch.setattr(noting, "note", noted.append)
    noter = Noter(waiting=[_finds("0")])
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) < 3:
            assert noter.soon(_finds(str(len(slept)))) is None

    monkeypatch.setattr(noting.time, "sleep", sleep)
    noter._note()
    assert (3, ["2"]) == (len(slept), noted)


def _finds(name: str) -> Any:
    return lambda: name


def test_nobody_to_be_told_is_no_fault(site: Site) -> None:
    """The account may be gone by then, or the last import."""

    def nobody() -> verbs.Notebook:
        raise UnloadError("gone")

    noter = Noter(waiting=[nobody])
    noter._note()
    assert [] == noter.waiting


def test_what_was_changed_is_noted_and_what_was_read_is_not(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a form that was taken; a page and a refusal tell nothing new."""
    asked: list[noting.Find] = []
    monkeypatch.setattr(noting, "soon", asked.append)
    site.owner.get("/check-in/")
    site.owner.post("/check-in/", {})
    assert [] == asked
    site.owner.post("/check-in/", {"sleep": "4"})
    assert [site.notebook()] == [find() for find in asked]


def test_the_owner_s_page_comes_first(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The view has kept what it keeps before anything is noted."""
    order: list[str] = []

    def view(*_: object) -> HttpResponse:
        order.append("view")
        return HttpResponse()

    monkeypatch.setattr(noting, "soon", lambda find: order.append("note"))
    request = RequestFactory().post("/")
    request.user = site.user
    access.for_owner("POST")(view)(request)
    assert ["view", "note"] == order
