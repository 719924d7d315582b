"""Doubts: the futures drawn and told, the answers in full, every citation with its source."""

import re

from pages import Site


def test_the_futures_are_drawn_and_told(site: Site) -> None:
    """A picture with its facts in words beside it."""
    page = site.owner.get("/doubts/").content.decode()
    assert 'class="uc"' in page
    assert "With the lighter week you would be at" in page
    assert "<style" not in page


def test_every_citation_has_its_source(site: Site) -> None:
    """On this page, on Why and on Body a number in brackets leads somewhere."""
    body = site.owner.get("/body/").content.decode()
    every = re.findall(r'name="asked" value="([^"]+)"', body)
    site.owner.post("/body/", {"asked": every})
    for path in ("/doubts/", "/why/", "/body/"):
        page = site.owner.get(path).content.decode()
        cited = set(re.findall(r'href="#(source-\d+)"', page))
        assert cited, path
        assert cited <= set(re.findall(r'id="(source-\d+)"', page)), path
