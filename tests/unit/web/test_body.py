"""Body: questions first, a yes stands and stops everything, a no opens what is below."""

import re

from pages import Site
from unload.store.models import StoredScreen
from unload.web.models import Owner


def asked(site: Site) -> list[str]:
    """The questions on the page."""
    page = site.owner.get("/body/").content.decode()
    return re.findall(r'name="asked" value="([^"]+)"', page)


def next_day(day: int) -> None:
    """The demo stands on another day of November; a no of the day before is over."""
    Owner.objects.update(stays_on=f"2024-11-{day}")


def test_nothing_is_shown_below_open_questions(site: Site) -> None:
    """The map, the spot, and what must be answered; no week either."""
    next_day(18)
    page = site.owner.get("/body/").content.decode()
    assert "Left calf: 5/10" in page
    assert 'class="region sore" id="calf-left-back"' in page
    assert "part routine" not in page
    assert b"A question comes first." in site.owner.get("/week/").content
    assert 400 == site.owner.post("/week/accept/", {"day": ["2"]}).status_code
    assert 400 == site.owner.get("/week/week.ics").status_code


def test_no_to_all_opens_the_page(site: Site) -> None:
    """Findings, self-tests and the routine; the next day the questions are asked anew."""
    next_day(18)
    site.owner.post("/body/", {"asked": asked(site)})
    page = site.owner.get("/body/").content.decode()
    for part in ("Worth checking, in this order", "How to check", "part routine", "it out now"):
        assert part in page
    assert b"A question comes first." not in site.owner.get("/week/").content
    next_day(19)
    assert asked(site)


def test_a_yes_stops_everything_until_it_is_taken_back(site: Site) -> None:
    """On the body's page, on today's, and for the week; also on the day after."""
    next_day(18)
    every = asked(site)
    site.owner.post("/body/", {"asked": every, "yes": every[:1]})
    next_day(19)
    assert b"See someone" in site.owner.get("/").content
    assert b"See someone first." in site.owner.get("/week/").content
    assert 400 == site.owner.post("/week/accept/", {"day": ["2"]}).status_code
    assert b"You said yes to this" in site.owner.get("/body/").content
    site.owner.post("/body/", {"asked": every[:1]})
    assert b"Take an unloading week" in site.owner.get("/").content


def test_without_a_spot_the_page_says_how_to_begin(new_site: Site) -> None:
    """No map of nothing."""
    page = new_site.owner.get("/body/").content.decode()
    assert "No sore spot is known." in page
    assert 'class="view"' not in page


def test_a_self_test_is_kept_and_counts_in_the_findings(site: Site) -> None:
    """With its day, until it is emptied; what did not change is not kept again."""
    assert b"Keep what I found" in site.owner.get("/body/").content
    sent = {"screen": ["heel-raise"], "heel-raise-left": "12", "heel-raise-right": "28"}
    for _ in range(2):
        assert "/body/" == site.owner.post("/body/", sent).url
    assert 1 == StoredScreen.objects.count()
    page = site.owner.get("/body/").content.decode()
    assert 'name="heel-raise-left" inputmode="decimal" value="12"' in page
    assert "Found on Sunday 17 November." in page
    assert "yours speaks for it" in page
    before = site.notebook().look()
    site.owner.post("/body/", {"screen": ["heel-raise", "log-look-back"]})
    assert (1, ()) == (len(before.results), site.notebook().look().results)


def test_a_measure_that_cannot_be_is_refused(site: Site) -> None:
    """And nothing of the form is kept."""
    sent = {"screen": ["heel-raise"], "heel-raise-left": "-1"}
    assert 400 == site.owner.post("/body/", sent).status_code
    assert 0 == StoredScreen.objects.count()


def test_the_map_goes_back_week_by_week(site: Site) -> None:
    """By links where there is no script; what is no number of a week is today."""
    now = site.owner.get("/body/").content.decode()
    assert 'href="?back=1"' in now
    assert "<strong>Today</strong> <span>left calf 5/10</span>" in now
    before = site.owner.get("/body/?back=2").content.decode()
    assert 'href="?back=1"' in before
    assert 'href="?back=3"' not in before
    assert "<strong>4 November – 10 November</strong>" in before
    for wrong in ("x", "-1", "²", "9" * 5000):
        page = site.owner.get("/body/", {"back": wrong}).content.decode()
        assert "<strong>Today</strong>" in page, wrong
