"""The calendar feed: what was taken, for whoever has the address, until there is another."""

import re

import pytest
from icalendar import Calendar

from pages import FEED_KEY, PASSWORD, Site
from unload.web.models import Feed

FEED = f"/feed/{FEED_KEY}.ics"
TAKEN = {"day": ["1", "2", "3"]}
MOVE = {"session": "2024-11-19.0", "to": "2024-11-22"}


def days(site: Site) -> dict[str, str]:
    """The days of the events that a calendar without an account sees, by their names."""
    found = Calendar.from_ical(site.nobody.get(FEED).content).walk("VEVENT")
    return {str(event["UID"]): event["DTSTART"].dt.isoformat() for event in found}


def test_a_calendar_sees_what_was_taken_and_where_it_moved(site: Site) -> None:
    """Nothing before that; a session that moves is the same event on another day."""
    assert {} == days(site)
    site.owner.post("/week/accept/", TAKEN)
    assert ["2024-11-19", "2024-11-20", "2024-11-21"] == sorted(days(site).values())
    site.owner.post("/week/move/", MOVE)
    assert "2024-11-22" == days(site)["2024-11-19-0@unload"]
    assert 3 == len(days(site))


def test_it_speaks_of_no_body_and_asks_for_no_cookie(site: Site) -> None:
    """A copy is private and soon old; no session is begun or asked for (S12, S14)."""
    site.owner.post("/week/accept/", TAKEN)
    answer = site.nobody.get(FEED)
    assert ("private, max-age=300", "text/calendar; charset=utf-8") == (
        answer.headers["Cache-Control"], answer.headers["Content-Type"],
    )  # fmt: skip
    assert (0, False) == (len(answer.cookies), "Cookie" in answer.headers.get("Vary", ""))
    assert not re.search(rb"calf|sore|hurt|pain|landing", answer.content)


def test_the_same_calendar_is_not_sent_twice(site: Site) -> None:
    """Until something is decided."""
    site.owner.post("/week/accept/", TAKEN)
    tag = site.nobody.get(FEED).headers["ETag"]
    again = site.nobody.get(FEED, headers={"if-none-match": tag})
    assert (304, b"", tag) == (again.status_code, again.content, again.headers["ETag"])
    site.owner.post("/week/move/", MOVE)
    assert 200 == site.nobody.get(FEED, headers={"if-none-match": tag}).status_code


def test_a_red_flag_goes_before_the_calendar(site: Site) -> None:
    """What was agreed is not shown while one stands, nor asked to be run."""
    site.owner.post("/week/accept/", TAKEN)
    flag = next(f.key for f in site.notebook().advice().knowledge.red_flags if f.level.stops)
    site.notebook().answer_flags({flag: True})
    assert {} == days(site)


def test_an_address_is_shown_once_and_ends_the_one_before(site: Site) -> None:
    """It leads to the feed; the Week page knows that there is one and not which (S14)."""
    page = site.owner.post("/week/feed/new/").content.decode()
    address = re.findall(r"http://localhost(/feed/[\w-]{43}\.ics)", page)[0]
    assert (200, 404) == (
        site.nobody.get(address).status_code, site.nobody.get(FEED).status_code,
    )  # fmt: skip
    week = site.owner.get("/week/").content.decode()
    assert ("Make another address" in week, address in week) == (True, False)
    assert "on this machine alone" in page


def test_it_is_turned_off(site: Site) -> None:
    """Then the page offers to make an address (S14)."""
    assert "/week/?said=no-feed" == site.owner.post("/week/feed/stop/").headers["Location"]
    page = site.owner.get("/week/?said=no-feed").content.decode()
    assert ("answers no more" in page, "Make an address" in page) == (True, True)
    assert 404 == site.nobody.get(FEED).status_code


def test_erasing_leaves_no_feed(site: Site) -> None:
    """The address finds nothing, like every other."""
    site.owner.post("/me/erase/", {"password": PASSWORD})
    assert (0, 404) == (Feed.objects.count(), site.nobody.get(FEED).status_code)


def test_a_feed_of_nobody_s_runs_is_empty(new_site: Site) -> None:
    """And an answer all the same."""
    assert (200, {}) == (new_site.nobody.get(FEED).status_code, days(new_site))


def test_the_key_stands_in_no_log(
    site: Site, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not when it opens the feed, nor when it is wrong or asked for in a wrong way (S14, S32)."""
    for path in (FEED, f"/feed/{FEED_KEY}x.ics", f"/feed/{FEED_KEY}"):
        site.nobody.get(path)
        site.nobody.post(path)
    assert FEED_KEY not in caplog.text
    assert ("", "") == capfd.readouterr()
