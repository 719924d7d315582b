"""The door: the code makes the first account, wrong passwords must wait, nothing leads outside."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.utils.timezone import now
from pyotp.totp import TOTP

from authenticator import Device
from pages import PASSWORD, Site, client
from unload.web import feed_key, half_in, patience, phone_codes, recovery
from unload.web.feed_key import hashed
from unload.web.models import Feed, Owner, Passkey, WrongPassword
from unload.web.one_time_code import CODE

NEW = {"name": "ann", "password": "a slow easy mile"}
RIGHT = {"name": "runner", "password": PASSWORD}
ELSEWHERE = (
    "https://evil.example/", "//evil.example", "///evil.example", "javascript:x",
    "/\\evil.example", "\\\\evil.example", "https:evil.example", "\t//evil.example",
    "/\t/evil.example", "//evil@localhost:1", "http://localhost@evil.example/",
)  # fmt: skip
WRONG = {"name": "runner", "password": "not the password"}


@pytest.fixture
def doorless(new_site: Site) -> Site:
    """Pages that nobody owns yet."""
    User.objects.all().delete()
    return new_site


def test_the_first_account_needs_the_code(doorless: Site) -> None:
    """The first visitor is not its owner; who reads the console is (S29)."""
    visitor = client()
    assert "/start/" == visitor.get("/sign-in/").url
    code = CODE.issue()
    refused = visitor.post("/start/", {**NEW, "code": "wrong"})
    says = b"That is not the code on the console." in refused.content
    assert (400, True) == (refused.status_code, says)
    assert 400 == visitor.post("/start/", {"code": code}).status_code
    assert not Owner.objects.exists()
    assert "/" == visitor.post("/start/", {**NEW, "code": code}).url
    assert "ann" == Owner.objects.get().user.username
    assert 200 == visitor.get("/").status_code


def test_the_code_works_once(doorless: Site) -> None:
    """Nobody comes in behind the owner."""
    code = CODE.issue()
    client().post("/start/", {**NEW, "code": code})
    assert 400 == client().post("/start/", {**NEW, "name": "bob", "code": code}).status_code
    assert ["ann"] == [user.username for user in User.objects.all()]


def test_a_forgotten_password_is_replaced_with_a_code(site: Site) -> None:
    """The account stays, with its records; what was open elsewhere is closed."""
    client().post("/start/", {**NEW, "code": CODE.issue()})
    assert ("ann", 1) == (Owner.objects.get().user.username, Owner.objects.count())
    assert 302 == site.owner.get("/").status_code


def test_signing_in_leads_where_one_wanted(site: Site) -> None:
    """And never to another place, however it is written (S25)."""
    asked = client().get("/week/")
    assert "/sign-in/?next=%2Fweek%2F" == asked.url
    assert "/week/" == client().post("/sign-in/", {**RIGHT, "next": "/week/"}).url
    for evil in ELSEWHERE:
        assert "/" == client().post("/sign-in/", {**RIGHT, "next": evil}).url, evil


def test_wrong_is_said_the_same_for_everybody(site: Site) -> None:
    """Whether there is such a name is nobody's business (S28)."""
    known, unknown = (
        client().post("/sign-in/", {"name": name, "password": "x"}) for name in ("runner", "ghost")
    )
    assert (400, 400) == (known.status_code, unknown.status_code)
    said = b"The name or the password is not right."
    assert (True, True) == (said in known.content, said in unknown.content)
    assert 400 == client().post("/sign-in/", {"name": "runner"}).status_code


def test_a_name_that_is_not_there_costs_as_much(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A password is hashed either way, so that no clock tells a name from none (S28)."""
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    for name in ("runner", "ghost"):
        client().post("/sign-in/", {"name": name, "password": name})
    assert ["runner", "ghost"] == hashed


def code_on(user: User) -> TOTP:
    """Codes are asked for; what the phone knows."""
    phone_codes.begin(user)
    phone = phone_codes.begun(user)
    assert phone is not None
    assert phone_codes.confirm(user, phone.now())
    return phone


def next_of(phone: TOTP) -> str:
    """The code of the next half minute, for that of this one is used up."""
    return phone.at(now(), 1)


def test_the_code_is_asked_for_after_the_password(site: Site) -> None:
    """The password alone opens nothing; with the code one comes where one wanted."""
    phone, visitor = code_on(site.user), client()
    assert "/sign-in/code/" == visitor.post("/sign-in/", {**RIGHT, "next": "/week/"}).url
    assert (302, 200) == tuple(visitor.get(p).status_code for p in ("/week/", "/sign-in/code/"))
    assert 400 == visitor.post("/sign-in/code/", {"code": ""}).status_code
    assert "/week/" == visitor.post("/sign-in/code/", {"code": next_of(phone)}).url
    assert 200 == visitor.get("/week/").status_code
    assert half_in.KEY not in visitor.session


def test_a_code_without_the_password_is_nothing(site: Site) -> None:
    """Whoever did not type the password in this session is not half in."""
    phone = code_on(site.user)
    client().post("/sign-in/", RIGHT)
    answer = client().post("/sign-in/code/", {"code": next_of(phone)})
    assert (400, True) == (answer.status_code, b"The password comes first" in answer.content)


def test_a_code_is_taken_once(site: Site) -> None:
    """Whoever looked over a shoulder comes too late (S16)."""
    code = next_of(code_on(site.user))
    first, second = client(), client()
    for visitor in (first, second):
        visitor.post("/sign-in/", RIGHT)
    assert 302 == first.post("/sign-in/code/", {"code": code}).status_code
    assert 400 == second.post("/sign-in/code/", {"code": code}).status_code


def test_a_recovery_code_lets_in_once(site: Site) -> None:
    """For the day when the phone is lost."""
    code_on(site.user)
    code = recovery.new_codes(site.user)[0]
    for status in (302, 400):
        visitor = client()
        visitor.post("/sign-in/", RIGHT)
        assert status == visitor.post("/sign-in/code/", {"code": code.upper()}).status_code


def test_who_guesses_codes_must_wait(site: Site) -> None:
    """Wrong codes count like wrong passwords; the right password forgives none (S23)."""
    phone, visitor = code_on(site.user), client()
    for _ in range(patience.FREE_TRIES):
        visitor.post("/sign-in/", RIGHT)
        refused = visitor.post("/sign-in/code/", {"code": "12 34"})
        assert (400, True) == (refused.status_code, b"That code is not right" in refused.content)
    waits = visitor.post("/sign-in/code/", {"code": next_of(phone)})
    assert (429, True) == (waits.status_code, b"Too many wrong codes" in waits.content)
    assert 429 == client().post("/sign-in/", RIGHT).status_code
    WrongPassword.objects.update(at=now() - patience.LONGEST)
    assert 302 == visitor.post("/sign-in/code/", {"code": next_of(phone)}).status_code
    assert 0 == WrongPassword.objects.count()


def key_of(site: Site) -> Device:
    """A device with a passkey of the owner."""
    device = Device()
    options = site.owner.post("/me/passkeys/begin/", {"password": PASSWORD}).json()
    sent = {"name": "phone", "answer": device.makes(options)}
    assert 302 == site.owner.post("/me/passkeys/add/", sent).status_code
    return device


def test_a_passkey_lets_in_by_itself(site: Site) -> None:
    """Also where a code is asked for after the password; one comes where one wanted."""
    device, visitor = key_of(site), client()
    code_on(site.user)
    visitor.post("/sign-in/", RIGHT)
    answer = device.shows(visitor.post("/sign-in/passkey/ask/").json())
    before = visitor.session.session_key
    sent = {"answer": answer, "next": "/week/"}
    assert "/week/" == visitor.post("/sign-in/passkey/", sent).url
    assert (200, True) == (visitor.get("/week/").status_code, before != visitor.session.session_key)
    assert half_in.KEY not in visitor.session


def test_a_passkey_is_bound_to_the_session_it_was_asked_in(site: Site) -> None:
    """An answer that somebody read along opens nothing elsewhere; everybody is told the same."""
    device, asked, other = key_of(site), client(), client()
    answer = device.shows(asked.post("/sign-in/passkey/ask/").json())
    other.post("/sign-in/passkey/ask/")
    unknown = Device(handle="AAAA").shows(client().post("/sign-in/passkey/ask/").json())
    for visitor, sent in ((other, answer), (client(), answer), (client(), unknown)):
        told = visitor.post("/sign-in/passkey/", {"answer": sent})
        says = b"That passkey does not open anything here." in told.content
        assert (400, True) == (told.status_code, says)


def test_a_passkey_is_not_asked_for_where_none_works(site: Site) -> None:
    """An address of numbers has none; the visitor is told."""
    answer = client().post("/sign-in/passkey/ask/", headers={"host": "127.0.0.1"})
    assert (400, "Passkeys do not work at this address.") == (
        answer.status_code, answer.json()["says"],
    )  # fmt: skip


def test_the_console_turns_codes_off(site: Site) -> None:
    """Whoever has the machine and lost the phone comes in again; every other door shuts."""
    key_of(site)
    feed_key.new_key(Owner.objects.get().pk)
    code_on(site.user)
    recovery.new_codes(site.user)
    code = CODE.issue()
    assert b"no longer asked for" in client().get("/start/").content
    client().post("/start/", {**NEW, "code": code})
    assert (None, 0) == (phone_codes.since(site.user), recovery.left(site.user))
    assert (0, 0) == (Passkey.objects.count(), Feed.objects.count())
    assert "/" == client().post("/sign-in/", NEW).url


def test_who_guesses_must_wait(site: Site) -> None:
    """The right password too, until the wait is over; never for ever (S23)."""
    for _ in range(patience.FREE_TRIES):
        assert 400 == client().post("/sign-in/", WRONG).status_code
    waits = client().post("/sign-in/", {**RIGHT, "name": "Runner"})
    assert (429, True) == (waits.status_code, b"Too many wrong passwords" in waits.content)
    WrongPassword.objects.update(at=now() - patience.LONGEST)
    assert 302 == client().post("/sign-in/", RIGHT).status_code
    assert 0 == WrongPassword.objects.count()


def test_signing_out_closes_the_session(site: Site) -> None:
    """The browser is told to forget."""
    answer = site.owner.post("/sign-out/")
    assert '"cache", "storage"' == answer.headers["Clear-Site-Data"]
    assert 302 == site.owner.get("/").status_code


def test_signing_out_everywhere_closes_every_session(site: Site) -> None:
    """Here, elsewhere, and whoever is half in; the browser here is told to forget."""
    code_on(site.user)
    elsewhere, half = client(site.user), client()
    half.post("/sign-in/", RIGHT)
    answer = site.owner.post("/me/sign-out/")
    assert '"cache", "storage"' == answer.headers["Clear-Site-Data"]
    assert (302, 302) == (site.owner.get("/").status_code, elsewhere.get("/").status_code)
    assert b"The password comes first" in half.get("/sign-in/code/").content


def test_another_password_ends_the_other_sessions(site: Site) -> None:
    """The one that changed it goes on; so do passkeys and a calendar, which is said (S24)."""
    elsewhere = client(site.user)
    typed = {"old": PASSWORD, "password": NEW["password"]}
    goes_on = (b"passkeys go on", b"address goes on")
    feed_key.turn_off(Owner.objects.get().pk)
    said = site.owner.get("/me/password/").content
    assert [False, False] == [text in said for text in goes_on]
    key_of(site)
    key = feed_key.new_key(Owner.objects.get().pk)
    said = site.owner.get("/me/password/").content
    assert [True, True] == [text in said for text in goes_on]
    assert 400 == site.owner.post("/me/password/", {**typed, "old": "no"}).status_code
    assert "/me/?said=password" == site.owner.post("/me/password/", typed).url
    assert (200, 302) == (site.owner.get("/").status_code, elsewhere.get("/").status_code)
    assert (1, 1) == (Passkey.objects.count(), Feed.objects.filter(hashed=hashed(key)).count())


def test_a_new_session_begins_at_the_door(site: Site) -> None:
    """A session that somebody prepared is not the one that is signed in (S24)."""
    visitor = client()
    visitor.get("/sign-in/")
    session = visitor.session
    session["planted"] = True
    session.save()
    before = session.session_key
    visitor.post("/sign-in/", RIGHT)
    assert before != visitor.session.session_key
