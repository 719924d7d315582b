"""Codes on Me: turned on by a first code, recovery codes seen once, off by the password."""

import re

from pages import PASSWORD, Site
from unload.web import phone_codes, recovery
from unload.web.models import PhoneCodes
from unload.web.sealing import unsealed

AGAIN = {"password": PASSWORD}


def turned_on(site: Site) -> list[str]:
    """The recovery codes that are shown when codes are on."""
    assert "/me/codes/" == site.owner.post("/me/codes/begin/", AGAIN).url
    phone = phone_codes.begun(site.user)
    assert phone is not None
    page = site.owner.post("/me/codes/confirm/", {"code": phone.now()}).content.decode()
    return re.findall(r"<code>(\S+)</code>", page)


def test_they_are_turned_on_by_a_first_code(site: Site) -> None:
    """The secret is there as picture, link and text until then; a wrong code changes nothing."""
    assert 400 == site.owner.post("/me/codes/begin/", {"password": "no"}).status_code
    assert 0 == PhoneCodes.objects.count()
    site.owner.post("/me/codes/begin/", AGAIN)
    secret = unsealed(PhoneCodes.objects.get().sealed)
    page = site.owner.get("/me/codes/").content.decode()
    assert secret in page.replace(" ", "")
    assert ("<svg" in page, f"secret={secret}" in page) == (True, True)
    assert 400 == site.owner.post("/me/codes/confirm/", {"code": "1"}).status_code
    assert None is phone_codes.since(site.user)
    assert 8 == len(set(turned_on(site)))
    assert b"<strong>on</strong>" in site.owner.get("/me/").content


def test_nothing_is_shown_twice(site: Site) -> None:
    """Neither the secret nor the recovery codes, once codes are on."""
    codes = turned_on(site)
    secret = unsealed(PhoneCodes.objects.get().sealed)
    page = site.owner.get("/me/codes/").content.decode()
    assert "8 recovery codes are left" in page
    assert [] == [told for told in (*codes, secret) if str(told) in page.replace(" ", "")]
    assert 400 == site.owner.post("/me/codes/confirm/", {"code": "1"}).status_code


def test_new_recovery_codes_need_the_password(site: Site) -> None:
    """And end those before; without codes there are none."""
    assert 400 == site.owner.post("/me/codes/renew/", AGAIN).status_code
    old = turned_on(site)
    assert 400 == site.owner.post("/me/codes/renew/", {"password": "no"}).status_code
    assert recovery.accepts(site.user, old[0])
    assert 200 == site.owner.post("/me/codes/renew/", AGAIN).status_code
    assert not recovery.accepts(site.user, old[1])


def test_they_are_turned_off_by_the_password(site: Site) -> None:
    """Not by a page that somebody left open."""
    turned_on(site)
    assert 400 == site.owner.post("/me/codes/stop/", {"password": "no"}).status_code
    assert phone_codes.since(site.user) is not None
    assert "/me/codes/?said=off" == site.owner.post("/me/codes/stop/", AGAIN).url
    assert (None, 0) == (phone_codes.since(site.user), recovery.left(site.user))


def test_the_secret_is_in_no_export(site: Site) -> None:
    """Nor in the file of the store."""
    turned_on(site)
    secret = str(unsealed(PhoneCodes.objects.get().sealed))
    packed = b"".join(site.owner.get("/me/unload.zip"))
    kept = b"".join(p.read_bytes() for p in site.folder.rglob("*") if p.is_file())
    assert (False, False) == (secret.encode() in packed, secret.encode() in kept)
