"""Half in: for five minutes, in one session, and while the password stays the same."""

import time

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from pages import Site
from unload.web import half_in


@pytest.fixture
def asked(site: Site) -> HttpRequest:
    """A request whose visitor has just typed the right password."""
    request = HttpRequest()
    request.session = SessionStore()
    request.session["before"] = True
    request.session.save()
    half_in.begin(request, site.user, "/week/")
    return request


def test_who_is_half_in_is_remembered(site: Site, asked: HttpRequest) -> None:
    """With where they want to go, until they are in."""
    assert (site.user, "/week/") == half_in.waiting(asked)
    half_in.end(asked)
    assert None is half_in.waiting(asked)


def test_a_prepared_session_is_not_the_one(site: Site) -> None:
    """The key of the session is another from here on."""
    request = HttpRequest()
    request.session = SessionStore()
    request.session.save()
    before = request.session.session_key
    half_in.begin(request, site.user, "/")
    assert before != request.session.session_key


@pytest.mark.parametrize(("after_s", "there"), [(299, True), (301, False), (-1, False)])
def test_it_ends_after_five_minutes(
    asked: HttpRequest, monkeypatch: pytest.MonkeyPatch, after_s: int, there: bool
) -> None:
    """Nor does a clock that was set back make it longer."""
    at = asked.session[half_in.KEY]["at"] + after_s
    monkeypatch.setattr(time, "time", lambda: at)
    assert there == (half_in.waiting(asked) is not None)


def test_another_password_ends_it(site: Site, asked: HttpRequest) -> None:
    """What was typed is no longer the password."""
    site.user.set_password("another slow mile")
    site.user.save()
    assert None is half_in.waiting(asked)


def test_a_closed_account_is_not_half_in(site: Site, asked: HttpRequest) -> None:
    """Closed between the password and the code."""
    site.gone()
    assert None is half_in.waiting(asked)
