"""Doubts: the futures drawn and told, the answers in full, every citation with its source."""

import re

from pages import Site
from unload.service.notebook import knowledge


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


def test_another_week_is_another_picture(site: Site) -> None:
    """Later it is drawn later and told later; the sliders stand where they were sent."""
    plain = site.owner.get("/doubts/").content.decode()
    later = site.owner.get("/doubts/?later=3&deep=2&spared=30").content.decode()
    drawn = [re.findall(r"<svg.*?</svg>", page, re.DOTALL)[-1] for page in (plain, later)]
    assert drawn[0] != drawn[1]
    assert "from 9 Dec" in later
    assert re.search(r'name="later"[^>]* value="3"', later)
    assert "You would say 30 in a hundred." in later
    assert "You would say" not in plain


def test_what_is_drawn_stands_in_a_table(site: Site) -> None:
    """A row for every step of the picture."""
    page = site.owner.get("/doubts/").content.decode()
    advice = site.notebook().advice().advice
    assert len(advice.futures.days) == page.count('<th scope="row">')
    assert re.search(r"<td>3:\d\d \(3:\d\d to 3:\d\d\)</td>", page)


def test_junk_in_the_address_is_said_kindly(site: Site) -> None:
    """And the page is there."""
    answer = site.owner.get("/doubts/?deep=<b>&later=99&spared=")
    assert (200, True) == (answer.status_code, b"no further than its end" in answer.content)
    assert b"<b>&" not in answer.content


def test_under_a_red_flag_nothing_is_supposed(site: Site) -> None:
    """Neither sliders nor a picture."""
    stops = next(flag.key for flag in knowledge().red_flags if flag.level.stops)
    site.notebook().answer_flags({stops: True})
    page = site.owner.get("/doubts/?later=3").content.decode()
    assert ('class="uc"' in page, "suppose" in page) == (False, False)
