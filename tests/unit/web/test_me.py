"""Me: what is typed is kept and shown as it was typed, in the runner's units."""

from datetime import date

from django.contrib.auth.models import User

from pages import Site
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
