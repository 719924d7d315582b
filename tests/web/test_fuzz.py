"""Odd requests to every page: a few in every run, many by scripts/fuzz_pages.py."""

import pytest

from fuzzing.visits import known_forms, nothing_read, visit
from pages import Site

VISITS, CASES, SEED = 6, 60, 1


@pytest.mark.parametrize("number", range(VISITS))
def test_no_request_breaks_a_page_or_is_kept_when_it_is_refused(site: Site, number: int) -> None:
    """Every route, every method, forms that nobody fills in: answers, and nothing kept of a no."""
    with nothing_read():
        found = visit(site, known_forms(site), SEED, number, CASES)
    assert [] == found.faults
    assert {200, 400, 404, 405} <= set(found.answered)
