"""A session is found by its key, and a cookie that somebody made up asks the database nothing."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils.timezone import now

from pages import Site
from unload.web.tickets import SessionStore


def test_a_key_that_was_given_out_is_known(new_site: Site) -> None:
    """Django's own fit."""
    made = SessionStore()
    made.create()
    assert made.session_key == SessionStore(made.session_key).session_key


def test_a_new_one_sweeps_away_what_is_over(new_site: Site) -> None:
    """So that the table holds those that are good, and no others."""
    over, good, new = SessionStore(), SessionStore(), SessionStore()
    over.create()
    Session.objects.update(expire_date=now() - timedelta(seconds=1))
    good.create()
    new.create()
    kept = set(Session.objects.values_list("session_key", flat=True))
    assert (False, {good.session_key, new.session_key}) == (over.session_key in kept, kept)


@pytest.mark.parametrize(
    "key", ["", "abcdefgh\0", "a" * 31, "a" * 31 + "\0", "é" * 32, "a" * 31 + "\n", "a" * 100_000]
)
def test_a_key_that_nobody_gave_out_is_none(key: str) -> None:
    """Whatever stands in the cookie, the visitor is nobody."""
    assert SessionStore(key).session_key is None


def test_a_made_up_cookie_leads_to_the_door(new_site: Site) -> None:
    """As no cookie at all; a NUL in it was a failure on PostgreSQL."""
    cookie = r'unload_session="abcdefgh\000"'
    assert 302 == new_site.nobody.get("/me/", headers={"cookie": cookie}).status_code
