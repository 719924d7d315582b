"""Odd requests to every page: a few in every run, many by scripts/fuzz_pages.py."""

import pytest

from fuzzing.askings import Asking, kept, wrong
from fuzzing.visits import known_forms, nothing_read, visit
from pages import Site

VISITS, CASES, SEED = 6, 60, 1
FORM = "application/x-www-form-urlencoded"
# What once broke something, made small, and what it is answered now.
FOUND = (
    (404, Asking("owner", "POST", "/no-such-page/", "multipart/form-data", b"x", strict=True)),
    (404, Asking("stranger", "POST", "/me/", "multipart/form-data", b"x")),
    (400, Asking("owner", "POST", "/sign-out/", f"{FORM}; charset=utf-16", b"x", strict=True)),
    (400, Asking("owner", "POST", "/me/", f"{FORM}; charset=utf-16", b"x")),
    (400, Asking("owner", "POST", f"/me/?{'a=b&' * 1001}", f"{FORM}; charset=utf-16", b"x")),
    (400, Asking("owner", "POST", f"/me/?{'a=b&' * 1001}", f"{FORM}; charset=utf-8", b"x")),
    (400, Asking("owner", "PUT", "/no-such-page/?a=b", "text/plain; charset=rot13", b"x")),
    (302, Asking("owner", "GET", "/me/", headers={"Cookie": r'unload_session="abcdefgh\000"'})),
    (400, Asking("owner", "POST", "/check-in/", FORM, b"sleep=4&key=" + b"k" * 100_000)),
    (400, Asking("owner", "POST", "/check-in/", FORM, b"sleep=4&key=%00")),
    (400, Asking("owner", "POST", "/check-in/", FORM, b"hurts=yes&place-1=calf:middle&pain-1=3")),
    (400, Asking("owner", "POST", "/me/", FORM, b"units=km&zone=localtime")),
    (400, Asking("owner", "POST", "/me/", FORM, b"units=km&zone=posix/UTC")),
)


@pytest.mark.parametrize("number", range(VISITS))
def test_no_request_breaks_a_page_or_is_kept_when_it_is_refused(site: Site, number: int) -> None:
    """Every route, every method, forms that nobody fills in: answers, and nothing kept of a no."""
    with nothing_read():
        found = visit(site, known_forms(site), SEED, number, CASES)
    assert [] == found.faults
    assert {200, 400, 404, 405} <= set(found.answered)


@pytest.mark.parametrize(("status", "asked"), FOUND, ids=str)
def test_what_once_broke_a_page_is_answered(site: Site, status: int, asked: Asking) -> None:
    """Requests kept because an answer to them was once wrong."""
    site.owner.get("/me/")  # which gives the token of its form
    before = kept()
    answer = asked.sent_to(site)
    assert (status, []) == (answer.status_code, [*wrong(asked, answer, before, kept())])
