"""The account of a session comes with its owner, in one question, and as it is now."""

from typing import Any

from django.db import connection

from pages import Site
from unload.web.accounts import Accounts


def test_account_and_owner_are_one_question(site: Site) -> None:
    """Whoever owns nothing is known all the same."""
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        found = Accounts().get_user(site.user.pk)
        stranger = Accounts().get_user(site.other.pk)
        assert found is not None
        assert site.user == found.owner.user
    assert (2, site.other, False) == (len(asked), stranger, hasattr(stranger, "owner"))


def test_an_account_that_is_closed_or_gone_is_nobody(site: Site) -> None:
    """From the next page on (S17)."""
    assert Accounts().get_user(0) is None
    site.gone()
    assert Accounts().get_user(site.user.pk) is None


def test_what_the_owner_changed_holds_from_the_next_page_on(site: Site) -> None:
    """Nothing of an account is remembered from one page to the next."""
    assert b" mi" not in site.owner.get("/").content
    found = Accounts().get_user(site.user.pk)
    assert found is not None
    found.owner.units = "mi"
    found.owner.save()
    assert b" mi" in site.owner.get("/").content
