"""Recovery codes: for the day when the phone is lost, each good once, kept only as hashes."""

from __future__ import annotations

import secrets
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction

from unload.web.models import RecoveryCode
from unload.web.one_time_code import SIGNS

CODES, GROUPS, GROUP = 8, 4, 4  # 16 of 30 signs are 78 bits: a quick hash is enough for them


def new_codes(user: User) -> tuple[str, ...]:
    """A new set, as it is shown once; the set before counts no more."""
    codes = tuple(_code() for _ in range(CODES))
    with transaction.atomic():
        RecoveryCode.objects.filter(user=user).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(user=user, hashed=_hashed(code)) for code in codes
        )
    return codes


def left(user: User) -> int:
    """How many have not been used."""
    return RecoveryCode.objects.filter(user=user).count()


def accepts(user: User, typed: str) -> bool:
    """Whether this is one of them; it is used up by that."""
    gone, _tables = RecoveryCode.objects.filter(user=user, hashed=_hashed(typed)).delete()
    return bool(gone)


def _code() -> str:
    groups = ("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def _hashed(code: str) -> str:
    bare = "".join(sign for sign in code.lower() if sign.isalnum())
    return sha256(bare.encode()).hexdigest()
