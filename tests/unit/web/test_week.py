"""Week: taken whole or in part, given back, written anyway, and taken away as files."""

import re
from io import BytesIO
from zipfile import ZipFile

from pages import Site
from unload.store.models import WeekChange


def test_a_part_is_taken_and_given_back(site: Site) -> None:
    """The page shows each as it stands."""
    site.owner.post("/week/accept/", {"day": ["2", "6"]})
    page = site.owner.get("/week/").content.decode()
    assert (2, 5) == (page.count('"hidden">taken<'), page.count('name="day"'))
    site.owner.post("/week/give-back/")
    page = site.owner.get("/week/").content.decode()
    assert (0, 7) == (page.count('"hidden">taken<'), page.count('name="day"'))
    assert ("taken: Wed 20, Sun 24" in page, "given back: Wed 20, Sun 24" in page) == (True, True)


def test_nothing_ticked_is_nothing_taken(site: Site) -> None:
    """No day, and no day that is none, ever means the whole week."""
    for days in ([], ["x"], ["9"], ["01"]):
        site.owner.post("/week/accept/", {"day": days})
    assert 0 == WeekChange.objects.count()


def test_taking_twice_is_one(site: Site) -> None:
    """A double tap adds nothing."""
    for _ in range(2):
        site.owner.post("/week/accept/", {"day": ["2"]})
    assert 1 == WeekChange.objects.count()


def test_the_week_goes_to_calendar_and_watch(site: Site) -> None:
    """As files that keep quiet about the body (S12, S14)."""
    calendar = site.owner.get("/week/week.ics")
    assert b"BEGIN:VCALENDAR" in calendar.content
    assert b"calf" not in calendar.content
    assert 'attachment; filename="week.ics"' == calendar.headers["Content-Disposition"]
    archive = ZipFile(BytesIO(site.owner.get("/week/week.zip").content))
    assert all(name.endswith(".fit") for name in archive.namelist())


def test_a_run_goes_to_the_watch_alone(site: Site) -> None:
    """Every run of the zip is linked alone, under the same name; a number without a run is not."""
    names = ZipFile(BytesIO(site.owner.get("/week/week.zip").content)).namelist()
    page = site.owner.get("/week/").content.decode()
    links = re.findall(r'href="(/week/runs/\d+\.fit)"', page)
    told = [site.owner.get(link).headers["Content-Disposition"] for link in links]
    assert [f'attachment; filename="{name}"' for name in names] == told
    assert b".FIT" == site.owner.get(links[0]).content[8:12]
    assert 404 == site.owner.get("/week/runs/99.fit").status_code


def test_without_a_run_there_is_no_file(new_site: Site) -> None:
    """The page says what to bring instead."""
    for name in ("week.ics", "week.zip", "runs/1.fit"):
        assert b"Nothing is known" in new_site.owner.get(f"/week/{name}").content
