"""Leaving: everything can be taken along, and everything can be erased."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from django.contrib.auth.models import User

from pages import PASSWORD, Site, client
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.store import worked
from unload.web import phone_codes, recovery
from unload.web.models import Owner, PhoneCodes, RecoveryCode

CALF = Worked(date(2024, 11, 17), "calf", Side.LEFT, 5, 2)


def test_everything_can_be_taken_along(site: Site) -> None:
    """Runs, days, what was said of oneself; no password and no number of an account."""
    site.owner.post("/body/", {"screen": ["heel-raise"], "heel-raise-left": "12"})
    worked.add("", [CALF], [])
    answer = site.owner.get("/me/unload.zip")
    whole = json.loads(ZipFile(BytesIO(answer.content)).read("unload.json"))
    assert (200, 198) == (len(whole["sessions"]), len(whole["check_ins"]))
    told = [verdict["today"] for verdict in whole["verdicts"]]
    assert (8, "2024-11-17", sorted(told)) == (len(told), told[-1], told)
    assert ("km", 68.0) == (whole["about"]["units"], whole["about"]["weight_kg"])
    about = whole["about"]
    assert [("2024-11-17", 12)] == [(one["day"], one["left"]) for one in about["self_tests"]]
    assert [("left", 5, 2)] == [(w["side"], w["before"], w["after"]) for w in about["worked"]]
    assert set() == {"id", "user", "only", "password"} & whole["about"].keys()
    assert 'attachment; filename="unload.zip"' == answer.headers["Content-Disposition"]


def test_erasing_asks_for_the_password(site: Site) -> None:
    """A wrong one erases nothing."""
    assert 400 == site.owner.post("/me/erase/", {"password": "no"}).status_code
    assert 1 == Owner.objects.count()


def test_everything_can_be_erased(site: Site) -> None:
    """Accounts and sessions too; the browser forgets, and the next visitor finds no code."""
    phone_codes.begin(site.user)
    recovery.new_codes(site.user)
    site.owner.get("/")
    answer = site.owner.post("/me/erase/", {"password": PASSWORD})
    assert b"Everything is erased." in answer.content
    assert '"cache", "storage"' == answer.headers["Clear-Site-Data"]
    assert "" == answer.cookies["unload_session"].value
    assert (0, 0) == (Owner.objects.count(), User.objects.count())
    assert (0, 0) == (PhoneCodes.objects.count(), RecoveryCode.objects.count())
    assert b"There is no code to type now" in client().get("/start/").content
    assert "/sign-in/?next=%2F" == site.owner.get("/").url
