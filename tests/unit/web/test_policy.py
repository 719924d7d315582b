"""What holds of every answer: a route must be declared, and failures are told in one sentence."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from pages import Site
from unload.errors import UnloadError
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
