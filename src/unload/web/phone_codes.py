"""Codes from a phone (TOTP): begun, confirmed by a first code, asked for, turned off."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.timezone import now
from pyotp import random_base32
from pyotp.totp import TOTP

from unload.web.models import PhoneCodes, RecoveryCode
from unload.web.sealing import sealed, unsealed

ISSUER = "Unload"
# A phone may be half a minute slow or fast, and typing takes time.
STEPS_OFF = (-1, 0, 1)


def begin(user: User) -> None:
    """A new secret, which counts for nothing until a code from it is typed."""
    PhoneCodes.objects.filter(user=user, since=None).delete()
    PhoneCodes.objects.get_or_create(user=user, defaults={"sealed": sealed(random_base32())})


def begun(user: User) -> TOTP | None:
    """The secret that waits for its first code."""
    return _secret(PhoneCodes.objects.filter(user=user, since=None).first())


def since(user: User) -> datetime | None:
    """When codes were turned on, or None where they are not asked for."""
    kept = PhoneCodes.objects.filter(user=user, since__isnull=False).first()
    return None if kept is None else kept.since


def confirm(user: User, typed: str) -> bool:
    """Turn codes on if this is one of them."""
    step = _step(begun(user), typed)
    waiting = PhoneCodes.objects.filter(user=user, since=None)
    return step is not None and bool(waiting.update(since=now(), last_step=step))


def accepts(user: User, typed: str) -> bool:
    """Whether this is a code of now; each counts once, whoever reads along."""
    kept = PhoneCodes.objects.filter(user=user, since__isnull=False).first()
    step = _step(_secret(kept), typed)
    if kept is None or step is None:
        return False
    unused = PhoneCodes.objects.filter(pk=kept.pk, last_step__lt=step)
    return bool(unused.update(last_step=step))


def turn_off(user: User) -> None:
    """The password alone is asked for from now on."""
    PhoneCodes.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


def address(secret: TOTP, user: User) -> str:
    """What an app on the phone reads, from the picture or by a link."""
    return secret.provisioning_uri(user.username, ISSUER)


def picture(text: str) -> str:
    """The text as a QR code, an SVG without any style."""
    import segno  # noqa: PLC0415 # slow to load, and drawn once in the life of an account

    return segno.make_qr(text).svg_inline(omitsize=True, svgclass=None, lineclass=None)


def _secret(kept: PhoneCodes | None) -> TOTP | None:
    """The secret of a row; None where there is no row, or another key has sealed it."""
    secret = None if kept is None else unsealed(kept.sealed)
    return None if secret is None else TOTP(secret)


def _step(secret: TOTP | None, typed: str) -> int | None:
    """The half minute whose code this is, of those that may be typed now."""
    if secret is None:
        return None
    code = "".join(sign for sign in typed if sign.isalnum()).encode()
    here = secret.timecode(now())
    steps = (here + off for off in STEPS_OFF)
    same = (s for s in steps if secrets.compare_digest(secret.generate_otp(s).encode(), code))
    return next(same, None)
