"""Today: the verdict, the next session, the check-in, the reasons, the three questions."""

from pages import Site
from unload.web.models import Owner


def test_today_says_what_the_answer_says(site: Site) -> None:
    """The same sentence as the terminal, and what comes tomorrow."""
    page = site.owner.get("/").content.decode()
    advice = site.notebook().advice().advice
    assert "Take an unloading week, from tomorrow." in page
    assert len(advice.verdict.reasons) == page.count(
        "<li>", page.index("reasons"), page.index("</ol>")
    )
    assert "Tomorrow, Monday 18 November" in page
    for doubt in ("Lose speed?", "Ready 21 Apr?", "40 pounds?"):
        assert doubt in page


def test_the_check_in_is_asked_for_until_it_is_there(site: Site) -> None:
    """The demo's is in its files; a day later none is."""
    assert b"Checked in today: <span>sleep 5</span>" in site.owner.get("/").content
    Owner.objects.update(stays_on="2024-11-18")
    assert b"Twenty seconds" in site.owner.get("/").content


def test_miles_everywhere(site: Site) -> None:
    """Whoever counts in miles reads no kilometre."""
    Owner.objects.update(units="mi")
    page = site.owner.get("/").content.decode() + site.owner.get("/week/").content.decode()
    assert " mi" in page
    assert " km" not in page


def test_what_was_kept_is_said(site: Site) -> None:
    """Once, politely."""
    assert b'role="status">Kept.' in site.owner.get("/?said=kept").content
    page = site.owner.get("/?said=<b>").content
    assert (False, False) == (b"Kept." in page, b"said=<b>" in page)


def test_the_week_is_a_picture_too(site: Site) -> None:
    """A bar for each of its days, and the distance before and after."""
    page = site.owner.get("/").content.decode()
    assert (7, 7) == (page.count('<rect class="was"'), page.count('<rect class="is"'))
    assert "<del>61.5 km</del>" in page


def test_without_runs_today_says_what_to_bring(new_site: Site) -> None:
    """And the other pages what they will show; a check-in is kept all the same."""
    assert b"check in, twenty seconds" in new_site.owner.get("/").content
    new_site.owner.post("/check-in/", {"sleep": "4"})
    kept = new_site.owner.get("/?said=kept").content.decode()
    assert "Kept." in kept
    assert "check-in is kept; it counts" in kept
    shows = {"week": "day by day", "doubts": "three questions", "why": "how sure they are",
             "history": "left open"}  # fmt: skip
    told = {name: new_site.owner.get(f"/{name}/").content.decode() for name in shows}
    assert [] == [name for name, words in shows.items() if words not in told[name]]
