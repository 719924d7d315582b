"""What holds of every answer: a route must be declared, and failures are told in one sentence."""

from contextlib import closing
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory

from pages import Site
from unload.errors import UnloadError
from unload.service.notebook import Notebook
from unload.web.access import NotVisible
from unload.web.policy import Policy

REQUEST = RequestFactory().get("/")


def policy() -> Policy:
    return Policy(lambda request: HttpResponse("page"))


def test_an_undeclared_route_answers_nobody() -> None:
    """A view that does not say whom it is for is a fault of ours."""

    def naked(request: Any) -> HttpResponse:
        return HttpResponse("everything")

    with pytest.raises(ImproperlyConfigured, match="whom it is for"):
        policy().process_view(REQUEST, naked, (), {})


def test_nothing_is_kept_on_the_way() -> None:
    """What a page does not say itself is said for it (S34)."""
    answer = policy()(REQUEST)
    assert ("no-store", "noindex") == (answer["Cache-Control"], answer["X-Robots-Tag"])


def test_whoever_is_not_signed_in_is_told_not_to_list(site: Site) -> None:
    """A crawler signs in nowhere; behind the sign-in the word would protect nothing."""
    outside = "/sign-in/", "/start/", "/check-in/away/", "/feed/no-key.ics", "/nowhere/"
    paths = ("/", "/me/", *outside, "/robots.txt", "/static/unload.css")

    def told(asker: Client) -> dict[str, str | None]:
        found = {}
        for path in paths:
            with closing(asker.get(path)) as answer:  # a style is a file, open until it is sent
                found[path] = answer.get("X-Robots-Tag")
        return found

    outside_all = dict.fromkeys(paths, "noindex")
    assert outside_all == told(site.nobody)
    assert {**outside_all, "/": None, "/me/": None} == told(site.owner)


def test_wrong_use_is_one_sentence() -> None:
    """What was not visible is not there; a fault of ours goes on."""
    told = policy().process_exception(REQUEST, UnloadError("That is no place <b>."))
    assert told is not None
    assert (400, True) == (told.status_code, b"That is no place &lt;b&gt;." in told.content)
    with pytest.raises(Http404):
        policy().process_exception(REQUEST, NotVisible())
    assert None is policy().process_exception(REQUEST, RuntimeError())


def test_without_a_run_every_page_says_what_to_bring(new_site: Site) -> None:
    """The empty pages teach; the others are there at once."""
    for path in ("/", "/week/", "/doubts/", "/why/"):
        assert b"Nothing is known of your running yet." in new_site.owner.get(path).content, path
    for path in ("/check-in/", "/body/", "/imports/", "/me/", "/why/numbers/"):
        answer = new_site.owner.get(path)
        assert (200, False) == (answer.status_code, b"Nothing is known" in answer.content), path


@pytest.mark.parametrize(("path", "status"), [("/no-such-page/", 404), ("/me/", 400)])
def test_a_failure_is_told_whatever_was_sent(site: Site, path: str, status: int) -> None:
    """Also where that cannot be read: the page of the failure does not read it again."""
    site.owner.get("/me/")  # which gives the token of its form
    site.owner.handler.enforce_csrf_checks = True
    answer = site.owner.generic("POST", path, b"x", "multipart/form-data")
    assert status == answer.status_code


def test_a_fault_of_ours_is_told_without_its_trace(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says that it is a bug, and nothing of where."""
    monkeypatch.setattr(Notebook, "advice", lambda *_, **__: 1 / 0)
    site.owner.raise_request_exception = False
    answer = site.owner.get("/week/")
    assert (500, True) == (answer.status_code, b"Unload itself failed." in answer.content)
    assert b"division" not in answer.content
