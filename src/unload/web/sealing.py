"""Seal what a database must not tell whoever copies it: the key lies beside it, not in it."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

SALT = "unload.web.sealing"


def sealed(text: str) -> str:
    """The text, readable only with the key of this folder."""
    return _lock().encrypt(text.encode()).decode()


def unsealed(kept: str) -> str | None:
    """The text that was sealed, or None where the key is another by now."""
    try:
        return _lock().decrypt(kept.encode()).decode()
    except InvalidToken:
        return None


def _lock() -> Fernet:
    """One key for this use alone, made from the one that signs sessions."""
    key = salted_hmac(SALT, "", algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(key))
