"""Passkeys on Me: added by whoever knows the password, listed, removed."""

from authenticator import Device
from pages import PASSWORD, Site, client
from unload.web.models import Passkey


def added(site: Site, device: Device, name: str = "phone") -> None:
    options = site.owner.post("/me/passkeys/begin/", {"password": PASSWORD}).json()
    sent = {"name": name, "answer": device.makes(options)}
    assert "/me/passkeys/?said=added" == site.owner.post("/me/passkeys/add/", sent).url


def test_one_is_added_and_listed(site: Site) -> None:
    """Under the name that it was given, with when it was used."""
    added(site, Device(), "old phone")
    page = site.owner.get("/me/passkeys/?said=added").content.decode()
    assert ("old phone" in page, "not used yet" in page) == (True, True)
    assert b"<strong>1</strong>" in site.owner.get("/me/").content


def test_adding_needs_the_password(site: Site) -> None:
    """Whoever finds an open page adds no way in."""
    answer = site.owner.post("/me/passkeys/begin/", {"password": "no"})
    assert (400, {"says": "That is not your password."}) == (answer.status_code, answer.json())
    sent = {"name": "mine", "answer": "{}"}
    assert 400 == site.owner.post("/me/passkeys/add/", sent).status_code
    assert 0 == Passkey.objects.count()


def test_one_that_is_removed_opens_nothing(site: Site) -> None:
    """The others stay."""
    old, new = Device(), Device()
    added(site, old)
    added(site, new)
    number = Passkey.objects.earliest("made").pk
    assert 302 == site.owner.post(f"/me/passkeys/{number}/remove/").status_code
    for device, status in ((old, 400), (new, 302)):
        visitor = client()
        answer = device.shows(visitor.post("/sign-in/passkey/ask/").json())
        assert status == visitor.post("/sign-in/passkey/", {"answer": answer}).status_code


def test_where_there_are_none_a_better_address_is_told(site: Site) -> None:
    """Kindly, on Me and at the door; a number in the network has none."""
    here = {"headers": {"host": "127.0.0.1:8000"}}
    page = site.owner.get("/me/passkeys/", **here).content.decode()
    assert 'href="http://localhost:8000/me/passkeys/"' in page
    assert b'href="http://localhost:8000/sign-in/"' in client().get("/sign-in/", **here).content
    sent = {"password": PASSWORD}
    assert 400 == site.owner.post("/me/passkeys/begin/", sent, **here).status_code
    assert 400 == client().post("/sign-in/passkey/ask/", **here).status_code
    assert 400 == client().post("/sign-in/passkey/", **here).status_code
