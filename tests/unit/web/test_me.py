"""Me: what is typed is kept and shown as it was typed, in the runner's units."""

import re
from datetime import date

from django.contrib.auth.models import User

from pages import Site
from unload.model.phrase import Phrase
from unload.model.plan import Move, UnloadingWeek
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


def test_weeks_begin_on_the_day_that_was_chosen(site: Site) -> None:
    """In answers, and in the lists of Me; on Monday where nothing was."""
    page = site.owner.get("/me/").content.decode()
    assert ["0", "6", "5"] == re.findall(r'<option value="(\d)"', page)
    assert '<option value="0" selected>Monday' in page
    site.owner.post("/me/", {"units": "km", "zone": "UTC", "week_start": "6"})
    assert {6} == {week.first_day.weekday() for week in site.notebook().past().past.weeks}
    page = site.owner.get("/me/").content.decode()
    assert '<option value="6" selected>Sunday' in page
    assert ["6", *"012345"] == re.findall(r'name="never" value="(\d)"', page)
    assert "on the Sunday morning of each week" in site.owner.get("/why/year/").content.decode()


def test_a_day_that_came_from_elsewhere_stays_chosen(site: Site) -> None:
    """It is offered beside the usual three; what is no day is not taken."""
    Owner.objects.update(week_start=2)
    assert b'<option value="2" selected>Wednesday' in site.owner.get("/me/").content
    sent = {"units": "km", "zone": "UTC", "week_start": "7"}
    assert (400, 2) == (
        site.owner.post("/me/", sent).status_code, Owner.objects.get().week_start,
    )  # fmt: skip


def test_no_run_is_moved_to_a_day_that_never_has_one(site: Site) -> None:
    """Neither offered nor done."""
    site.owner.post("/me/", {"units": "km", "zone": "UTC", "never": ["6"]})
    book, days = site.notebook(), week_of(site).after.days
    sunday, ways = days[-1].day, book.ways(force=True)
    runs = [(d, to) for d, to in zip(days, ways, strict=True) if d.is_run and sunday in to]
    never = Phrase("move.never", {"to": sunday})
    assert [never] * len(runs) == [to[sunday] for _, to in runs]
    assert (never, ()) == (book.move(Move(runs[0][0].day, sunday), force=True), book.changes())


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


def test_nothing_is_kept_that_the_form_does_not_ask(site: Site) -> None:
    """Neither whose the account is, nor its rights, nor its day (S13)."""
    other = User.objects.get(username="stranger")
    more = {"user": other.pk, "user_id": other.pk, "only": "", "stays_on": "2030-01-01",
            "is_superuser": "true", "is_staff": "1", "password": "x", "pk": "7"}  # fmt: skip
    before = User.objects.values().get(pk=site.user.pk)
    assert "/me/?said=kept" == site.owner.post("/me/", {**TYPED, **more}).url
    kept = Owner.objects.get()
    assert (site.user.pk, True, date(2024, 11, 17)) == (kept.user_id, kept.only, kept.stays_on)
    assert before == User.objects.values().get(pk=site.user.pk)


def test_nothing_is_kept_of_a_wrong_form(site: Site) -> None:
    """The page says which field, and what was typed still stands there."""
    answer = site.owner.post("/me/", {**TYPED, "zone": "Mars/Olympus"})
    assert (400, "UTC") == (answer.status_code, Owner.objects.get().zone)
    assert b'aria-invalid="true"' in answer.content


def test_the_next_answer_goes_by_it(site: Site) -> None:
    """A race that is taken away is not answered for."""
    site.owner.post("/me/", {"units": "km", "zone": "UTC"})
    assert b"Race ready?" in site.owner.get("/").content


def test_weights_of_exports_are_kept_where_that_was_ticked(site: Site) -> None:
    """Off until then, and off again; the notebook goes by it."""
    assert not site.notebook().keeps_weight
    for sent, kept in ({"keeps_weight": "on"}, True), ({}, False):
        site.owner.post("/me/", {"units": "km", "zone": "UTC", **sent})
        assert kept == site.notebook().keeps_weight
        assert kept == (
            b'aria-describedby="keeps-weight-says" checked' in site.owner.get("/me/").content
        )
