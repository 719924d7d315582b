"""Told: the days are listed, a day is shown as it was told, and what has changed since is said."""

import re
from dataclasses import replace

import pytest

from pages import Site
from unload.service import notebook as verbs
from unload.store.models import VerdictTold
from unload.web import told as view


def test_the_days_are_listed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest first, so many on a page, and the earlier ones a click away."""
    monkeypatch.setattr(view, "MOST", 5)
    first = site.owner.get("/why/told/").content.decode()
    days = re.findall(r'href="/why/told/([\d-]+)/"', first)
    assert (5, "2024-11-17", sorted(days, reverse=True)) == (len(days), days[0], days)
    earlier = re.findall(r'href="(/why/told/\?before=[\d-]+)"', first)
    assert ["/why/told/?before=2024-11-13"] == earlier
    rest = site.owner.get(earlier[0]).content.decode()
    assert (3, []) == (rest.count("<time"), re.findall(r"\?before", rest))


def test_why_names_the_newest_days(site: Site) -> None:
    """And says how there will be some where there is none."""
    assert 5 == site.owner.get("/why/").content.decode().count("<time")
    VerdictTold.objects.all().delete()
    assert "From the first check-in on" in site.owner.get("/why/").content.decode()
    assert "From the first check-in on" in site.owner.get("/why/told/").content.decode()
    earlier = site.owner.get("/why/told/?before=2024-01-01").content.decode()
    assert "Nothing is kept from before then." in earlier


def test_a_day_is_shown_as_it_was_told(site: Site) -> None:
    """Its own words stay, whatever would be said today; every citation has its source (X11)."""
    row = VerdictTold.objects.get(day="2024-11-12")
    row.said["reasons"][0]["sentence"] = "Said in words of another time."
    row.save()
    page = site.owner.get("/why/told/2024-11-12/").content.decode()
    assert "Said in words of another time." in page
    assert row.said["verdict"]["sentence"] in page
    assert row.said["knowledge_version"] in page
    cited = set(re.findall(r'href="#(source-\d+)"', page))
    assert cited
    assert cited <= set(re.findall(r'id="(source-\d+)"', page))
    assert "It would say now" not in page


def test_a_day_is_thought_out_anew_on_demand(site: Site) -> None:
    """With what is known today, beside what was told."""
    page = site.owner.get("/why/told/2024-11-12/?anew").content.decode()
    assert "It would say now" in page
    assert "the answer to that day is the same" in page


def test_other_knowledge_is_noticed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both answers stand there, what moved is marked, and one sentence says it (X12)."""
    known = verbs.knowledge()
    newer = replace(known, version="another")
    monkeypatch.setattr(view, "knowledge", lambda: newer)
    moved = [replace(c, value=c.high) if c.name == "spot_days_min" else c
             for c in known.constants()]  # fmt: skip
    monkeypatch.setattr(view.service, "constants", lambda: tuple(moved))
    page = site.owner.get("/why/told/2024-11-17/").content.decode()
    assert "It would say now" in page
    assert re.search("1 of the \\d+ numbers behind this answer has changed", page)
    assert 1 == page.count('<tr class="changed">')


def test_the_answers_of_one_day_stand_in_order(site: Site) -> None:
    """The newest in full, the others in a line each with their time."""
    row = VerdictTold.objects.get(day="2024-11-17")
    newer = {**row.said, "verdict": {**row.said["verdict"], "sentence": "Newer."}}
    site.notebook().keep_told(lambda _: newer)
    page = site.owner.get("/why/told/2024-11-17/").content.decode()
    assert page.index("Newer.") < page.index("Earlier that day")
    assert re.search(r"\d\d:\d\d</span> " + re.escape(row.sentence), page)


def test_what_is_left_of_nothing_is_what_was_told(site: Site) -> None:
    """Where the import is gone there is nothing to think about anew, and it is said."""
    site.owner.post("/imports/1/undo/")
    page = site.owner.get("/why/told/2024-11-17/?anew").content.decode()
    assert "has been taken back since" in page
    assert "It would say now" not in page


@pytest.mark.parametrize("day", ["2020-01-01", "no-day"])
def test_a_day_of_nothing_is_not_there(site: Site, day: str) -> None:
    """Neither one of which nothing was told, nor one that is none."""
    assert 404 == site.owner.get(f"/why/told/{day}/").status_code
