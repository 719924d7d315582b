"""Me: what is typed is kept and shown as it was typed, in the runner's units."""

from pages import Site
from unload.model.plan import UnloadingWeek
from unload.web.models import Owner

TYPED = {"units": "mi", "zone": "America/Denver", "race_day": "2025-04-21",
         "race_distance": "26.2", "weight": "150", "hr_rest": "", "hr_max": "188",
         "tools": ["ball"], "minutes": "15"}  # fmt: skip


def test_what_is_kept_comes_back(site: Site) -> None:
    """Miles stay the miles that were typed."""
    assert "/me/?said=kept" == site.owner.post("/me/", TYPED).url
    page = site.owner.get("/me/?said=kept").content.decode()
    for value in ("26.2", "150", "America/Denver", "188", "15"):
        assert f'value="{value}"' in page, value
    owner = Owner.objects.get()
    assert (["ball"], None, "mi") == (owner.tools, owner.hr_rest, owner.units)


def test_days_that_never_have_runs_get_none(site: Site) -> None:
    """From the next answer on, and on all the days that were ticked."""
    assert any(d.is_run and d.day.weekday() in (2, 6) for d in week_of(site).before.days)
    site.owner.post("/me/", {"units": "km", "zone": "UTC", "never": ["2", "6"]})
    week = week_of(site)
    runs = [d.day.weekday() for d in (*week.before.days, *week.after.days) if d.is_run]
    assert (True, set()) == (len(runs) > 0, set(runs) & {2, 6})
    page = site.owner.get("/me/").content.decode()
    ticked = [f'name="never" value="{day}" checked' in page for day in range(7)]
    assert [False, False, True, False, False, False, True] == ticked


def test_a_week_needs_one_free_day(site: Site) -> None:
    """And a day is one of seven."""
    for never in ([str(day) for day in range(7)], ["7"], ["x"]):
        answer = site.owner.post("/me/", {"units": "km", "zone": "UTC", "never": never})
        assert (400, None) == (answer.status_code, Owner.objects.get().never), never


def week_of(site: Site) -> UnloadingWeek:
    week = site.notebook().advice(force=True).advice.week
    assert week is not None
    return week


def test_sessions_are_named_in_the_language_that_was_asked_for(site: Site) -> None:
    """In what goes to a calendar; what is not a language of ours is not taken."""
    assert b"locker" not in site.owner.get("/week/week.ics").content
    site.owner.post("/me/", {"units": "km", "zone": "UTC", "language": "de"})
    assert b"locker" in site.owner.get("/week/week.ics").content
    assert b'value="de" lang="de" selected' in site.owner.get("/me/").content
    sent = {"units": "km", "zone": "UTC", "language": "xx"}
    assert 400 == site.owner.post("/me/", sent).status_code


def test_nothing_is_kept_of_a_wrong_form(site: Site) -> None:
    """The page says which field, and what was typed still stands there."""
    answer = site.owner.post("/me/", {**TYPED, "zone": "Mars/Olympus"})
    assert (400, "UTC") == (answer.status_code, Owner.objects.get().zone)
    assert b'aria-invalid="true"' in answer.content


def test_the_next_answer_goes_by_it(site: Site) -> None:
    """A race that is taken away is not answered for."""
    site.owner.post("/me/", {"units": "km", "zone": "UTC"})
    assert b"Race ready?" in site.owner.get("/").content
