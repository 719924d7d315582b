"""Why: reasons, limits, and the constants behind them with their sources."""

import re

from pages import Site
from unload import service


def test_the_reasons_and_their_numbers_are_there(site: Site) -> None:
    """Each constant that a reason compared with, once."""
    page = site.owner.get("/why/").content.decode()
    for text in ("Not known", "Would change", "Rests on", "Sources"):
        assert text in page
    names = re.findall(r'class="key">([^<]+)<', page)
    assert ("spot days min" in names, len(names)) == (True, len(set(names)))


def test_all_numbers_are_listed(site: Site) -> None:
    """Every constant of the science once, each with its grade."""
    page = site.owner.get("/why/numbers/").content.decode()
    assert len(service.constants()) == page.count('<details class="number">')
