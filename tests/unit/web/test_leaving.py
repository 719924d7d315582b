"""Leaving: everything can be taken along, and everything can be erased."""

import json
from io import BytesIO
from zipfile import ZipFile

from django.contrib.auth.models import User

from pages import PASSWORD, Site, client
from unload.web.models import Owner


def test_everything_can_be_taken_along(site: Site) -> None:
    """Runs, days, what was said of oneself; no password and no number of an account."""
    answer = site.owner.get("/me/unload.zip")
    whole = json.loads(ZipFile(BytesIO(answer.content)).read("unload.json"))
    assert (200, 198) == (len(whole["sessions"]), len(whole["check_ins"]))
    told = [verdict["today"] for verdict in whole["verdicts"]]
    assert (8, "2024-11-17", sorted(told)) == (len(told), told[-1], told)
    assert ("km", 68.0) == (whole["about"]["units"], whole["about"]["weight_kg"])
    assert set() == {"id", "user", "only", "password"} & whole["about"].keys()
    assert 'attachment; filename="unload.zip"' == answer.headers["Content-Disposition"]


def test_erasing_asks_for_the_password(site: Site) -> None:
    """A wrong one erases nothing."""
    assert 400 == site.owner.post("/me/erase/", {"password": "no"}).status_code
    assert 1 == Owner.objects.count()


def test_everything_can_be_erased(site: Site) -> None:
    """Accounts and sessions too; the next visitor finds a door without a code."""
    site.owner.get("/")
    assert b"Everything is erased." in site.owner.post("/me/erase/", {"password": PASSWORD}).content
    assert (0, 0) == (Owner.objects.count(), User.objects.count())
    assert b"There is no code to type now" in client().get("/start/").content
    assert "/sign-in/?next=%2F" == site.owner.get("/").url
