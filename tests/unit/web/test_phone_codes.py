"""Codes from a phone: what the standard says, each good once, and none before the first."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.utils.timezone import now
from pyotp.totp import TOTP

from pages import Site
from unload.web import phone_codes
from unload.web.models import PhoneCodes
from unload.web.sealing import sealed, unsealed

# The seed "12345678901234567890" of RFC 6238, appendix B, in base 32; the last six digits there.
SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
PUBLISHED = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}


def phone(site: Site) -> TOTP:
    """What the phone knows after it has read the picture."""
    phone_codes.begin(site.user)
    made = phone_codes.begun(site.user)
    assert made is not None
    return made


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """A clock that stands, and can be set."""
    times = [now()]
    monkeypatch.setattr(phone_codes, "now", lambda: times[0])
    return times


@pytest.mark.parametrize(("at_s", "code"), PUBLISHED.items())
def test_the_published_codes_are_accepted(
    site: Site, clock: list[datetime], at_s: int, code: str
) -> None:
    """The worked examples of RFC 6238, at their own time."""
    clock[0] = datetime.fromtimestamp(at_s, tz=clock[0].tzinfo)
    PhoneCodes.objects.create(user=site.user, sealed=sealed(SEED), since=clock[0])
    assert phone_codes.accepts(site.user, code)


def test_nothing_counts_before_the_first_code(site: Site) -> None:
    """Whoever leaves the page half way still comes in by password."""
    made = phone(site)
    assert (None, False) == (
        phone_codes.since(site.user),
        phone_codes.accepts(site.user, made.now()),
    )
    assert (False, True) == tuple(phone_codes.confirm(site.user, c) for c in ("x", made.now()))
    assert phone_codes.since(site.user) is not None
    assert None is phone_codes.begun(site.user)


def test_beginning_again_replaces_what_waits(site: Site) -> None:
    """And never what is in use."""
    first, second = phone(site), phone(site)
    assert (False, True) == tuple(phone_codes.confirm(site.user, p.now()) for p in (first, second))
    phone_codes.begin(site.user)
    assert second.secret == unsealed(PhoneCodes.objects.get().sealed)


def test_a_code_counts_once(site: Site, clock: list[datetime]) -> None:
    """Nor one from before the last, and the one that confirmed is used up."""
    made = phone(site)
    codes = [made.at(clock[0], step) for step in (-1, 0, 1)]
    assert phone_codes.confirm(site.user, codes[1])
    said = [
        phone_codes.accepts(site.user, code) for code in (codes[1], codes[0], codes[2], codes[2])
    ]
    assert [False, False, True, False] == said


def test_a_clock_may_be_half_a_minute_off(site: Site, clock: list[datetime]) -> None:
    """Not more: what was seen long ago, or is made ahead, is worth nothing."""
    made = phone(site)
    for off, taken in ((-2, False), (2, False), (-1, True)):
        assert taken == phone_codes.confirm(site.user, made.at(clock[0], off)), off
    clock[0] += timedelta(minutes=5)
    spaced = f"{made.at(clock[0])[:3]} {made.at(clock[0])[3:]}"
    assert (False, True) == tuple(
        phone_codes.accepts(site.user, c) for c in ("\u0661\u0662", spaced)
    )


def test_another_key_opens_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes stay asked for, none is right, and nothing breaks; recovery codes go on."""
    made = phone(site)
    phone_codes.confirm(site.user, made.now())
    monkeypatch.setattr(settings, "SECRET_KEY", "other" * 10)
    assert phone_codes.since(site.user) is not None
    assert not phone_codes.accepts(site.user, made.at(now(), 1))


def test_turned_off_is_gone(site: Site) -> None:
    """No secret stays behind."""
    phone_codes.confirm(site.user, phone(site).now())
    phone_codes.turn_off(site.user)
    assert (None, 0) == (phone_codes.since(site.user), PhoneCodes.objects.count())


def test_the_picture_has_no_style(site: Site) -> None:
    """It says what the phone needs, and the page's policy lets it through."""
    told = phone_codes.address(TOTP(SEED), site.user)
    assert f"otpauth://totp/Unload:runner?secret={SEED}&issuer=Unload" == told
    drawn = phone_codes.picture(told)
    assert (True, False, False) == (drawn[:4] == "<svg", "style" in drawn, "class" in drawn)
