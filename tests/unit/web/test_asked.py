"""What was asked is read in UTF-8 or refused, before anything of a stranger's is believed."""

from typing import Any

import pytest
from django.test import RequestFactory

from pages import Site
from unload.web.asked import Application

ONE, TOO_MANY = "a=b", "a=b&" * 1001
FORM = "application/x-www-form-urlencoded"


def answered(charset: str, query: str) -> tuple[str, bool, bool]:
    """The status, whether the page of ours came, and whether it has its policy."""
    kind, told = f"{FORM}; charset={charset}", dict[str, Any]()
    asked = RequestFactory(SERVER_NAME="localhost").generic("PUT", f"/x/?{query}", b"x", kind)
    answer = Application()(
        asked.environ, lambda status, heads: told.update(dict(heads), status=status)
    )
    ours = b"That could not be read." in b"".join(answer)
    return told["status"], ours, "Content-Security-Policy" in told


@pytest.mark.parametrize("query", [ONE, TOO_MANY], ids=["one field", "a thousand and one"])
def test_another_charset_is_refused_with_a_page(site: Site, query: str) -> None:
    """Django's own request reads the address in it, and ended with no page at all."""
    for charset in ("utf-16", "latin-1", "rot13", "undefined", "idna"):
        assert ("400 Bad Request", True, True) == answered(charset, query), charset


def test_ours_is_taken_however_it_is_written(site: Site) -> None:
    """As browsers write it; and a name that means nothing is passed over."""
    for charset in ("utf-8", "UTF8", "nothing-known"):
        assert ("404 Not Found", False, True) == answered(charset, TOO_MANY), charset
