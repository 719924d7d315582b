"""Passkeys: one challenge, one answer, at one place, by a device that was unlocked."""

import time
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory

from authenticator import PRESENT, VERIFIED, Device
from pages import Site
from unload.web import ceremonies
from unload.web.ceremonies import Place
from unload.web.models import Passkey

HOME = Place("localhost", "http://localhost")


@pytest.fixture
def request_(site: Site) -> HttpRequest:
    """A request with a session of its own."""
    request = RequestFactory(SERVER_NAME="localhost").get("/me/passkeys/")
    request.session = SessionStore()
    return request


def made(request: HttpRequest, user: Any, device: Device) -> bool:
    options = ceremonies.ask_to_make(request, HOME, user)
    return ceremonies.make(request, HOME, user, "phone", device.makes(options))


def shown(request: HttpRequest, device: Device) -> Any:
    return ceremonies.shown(request, HOME, device.shows(ceremonies.ask_to_show(request, HOME)))


def test_what_was_made_can_be_shown(site: Site, request_: HttpRequest) -> None:
    """And says whose it is, without a name being typed."""
    device = Device()
    assert (True, site.user) == (made(request_, site.user, device), shown(request_, device))
    assert Passkey.objects.get().used is not None


def test_a_challenge_asks_for_what_suffices(site: Site, request_: HttpRequest) -> None:
    """Unlocked on the device, found without a name, nothing of the account in the handle."""
    asked = ceremonies.ask_to_make(request_, HOME, site.user)["publicKey"]
    wanted = asked["authenticatorSelection"]
    assert ("required", "required") == (wanted["userVerification"], wanted["residentKey"])
    asked = ceremonies.ask_to_show(request_, HOME)["publicKey"]
    assert {"challenge", "rpId", "userVerification"} == set(asked)
    assert ("localhost", "required") == (asked["rpId"], asked["userVerification"])


def test_one_account_is_one_to_its_devices(site: Site, request_: HttpRequest) -> None:
    """A second passkey has the same handle, and a device is told what it has already."""
    one, two = Device(), Device()
    assert (True, True) == (made(request_, site.user, one), made(request_, site.user, two))
    assert one.handle == two.handle
    asked = ceremonies.ask_to_make(request_, HOME, site.user)["publicKey"]
    assert 2 == len(asked["excludeCredentials"])
    assert not made(request_, site.user, one)


def test_an_answer_counts_once(site: Site, request_: HttpRequest) -> None:
    """Making or showing: the challenge is gone with the first answer, right or wrong."""
    device = Device()
    answer = device.makes(ceremonies.ask_to_make(request_, HOME, site.user))
    said = [ceremonies.make(request_, HOME, site.user, "phone", a) for a in ("{}", answer)]
    assert [False, False] == said
    assert made(request_, site.user, device)
    answer = device.shows(ceremonies.ask_to_show(request_, HOME))
    told = [ceremonies.shown(request_, HOME, answer) for _ in range(2)]
    assert [site.user, None] == told


@pytest.mark.parametrize(("after_s", "counts"), [(299, True), (301, False), (-1, False)])
def test_a_challenge_ends_after_five_minutes(
    site: Site, request_: HttpRequest, monkeypatch: pytest.MonkeyPatch, after_s: int, counts: bool
) -> None:
    """Nor does a clock that was set back make it longer."""
    device, then = Device(), time.time()
    made(request_, site.user, device)
    monkeypatch.setattr(time, "time", lambda: then)
    answer = device.shows(ceremonies.ask_to_show(request_, HOME))
    monkeypatch.setattr(time, "time", lambda: then + after_s)
    assert counts == (ceremonies.shown(request_, HOME, answer) is not None)


WRONG = {
    "another origin": {"origin": "http://localhost:81"},
    "not unlocked": {"flags": PRESENT},
    "nobody there": {"flags": VERIFIED},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused(site: Site, request_: HttpRequest, wrong: dict[str, Any]) -> None:
    """Neither kept when it is made, nor let in when it is shown."""
    assert not made(request_, site.user, Device(**wrong))
    device = Device()
    made(request_, site.user, device)
    for name, value in wrong.items():
        setattr(device, name, value)
    assert None is shown(request_, device)


def test_another_key_or_handle_is_refused(site: Site, request_: HttpRequest) -> None:
    """A name that is known is not enough."""
    device = Device()
    made(request_, site.user, device)
    assert None is shown(request_, Device(key_id=device.key_id, handle=device.handle))
    device.handle = "AAAA"
    assert None is shown(request_, device)


def test_a_copy_is_refused(site: Site, request_: HttpRequest) -> None:
    """A device that counts must count on; one that does not stays at nothing."""
    device = Device(uses=4)
    made(request_, site.user, device)
    told = []
    for uses in (5, 5, 4, 0, 6):
        device.uses = uses
        told.append(shown(request_, device) is not None)
    assert [True, False, False, False, True] == told


def test_closed_accounts_and_strangers_keys_open_nothing(site: Site, request_: HttpRequest) -> None:
    """A challenge for one account makes no key for another either."""
    device = Device()
    made(request_, site.user, device)
    assert None is shown(request_, Device())
    site.gone()
    assert None is shown(request_, device)
    answer = Device().makes(ceremonies.ask_to_make(request_, HOME, site.user))
    stranger = type(site.user).objects.get(username="stranger")
    assert not ceremonies.make(request_, HOME, stranger, "x", answer)


@pytest.mark.parametrize("answer", ["", "{", "[]", "null", '{"rawId": 3}', '{"rawId": "AA"}'])
def test_nonsense_is_refused(site: Site, request_: HttpRequest, answer: str) -> None:
    """And is no traceback."""
    ceremonies.ask_to_show(request_, HOME)
    assert None is ceremonies.shown(request_, HOME, answer)
    ceremonies.ask_to_make(request_, HOME, site.user)
    assert not ceremonies.make(request_, HOME, site.user, "x", answer)


PLACES = {
    ("localhost:8000", False): (Place("localhost", "http://localhost:8000"), None),
    ("unload.example", True): (Place("unload.example", "https://unload.example"), None),
    ("unload.example", False): (None, None),
    ("127.0.0.1:8000", False): (None, "http://localhost:8000/me/passkeys/"),
    ("[::1]:8000", False): (None, "http://localhost:8000/me/passkeys/"),
    ("127.0.0.1", True): (None, "https://localhost/me/passkeys/"),
    ("192.0.2.7", True): (None, None),
}


@pytest.mark.parametrize(("asked", "expected"), PLACES.items(), ids=str)
def test_passkeys_belong_to_a_name(asked: tuple[str, bool], expected: Any) -> None:
    """By a number there are none; where the number is this machine's, its name is offered."""
    from django.test import override_settings  # noqa: PLC0415 # beside its one use

    request = RequestFactory().get("/me/passkeys/", secure=asked[1], headers={"host": asked[0]})
    with override_settings(ALLOWED_HOSTS=["*"]):
        found = ceremonies.place_of(request), ceremonies.better_address(request)
    assert expected == found
