"""The key in the address of the calendar feed: kept as a hash alone, another one at any time."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from django.utils.crypto import constant_time_compare
from django.utils.timezone import now

from unload.web.models import Feed, Owner

BYTES = 32  # 256 bits, so that a quick hash is enough


def new_key(owner: int) -> str:
    """A key, as it is shown once; the one before counts no more."""
    key = secrets.token_urlsafe(BYTES)
    Feed.objects.update_or_create(owner_id=owner, defaults={"hashed": hashed(key), "since": now()})
    return key


def turn_off(owner: int) -> None:
    """No address answers any more."""
    Feed.objects.filter(owner=owner).delete()


def since(owner: int) -> datetime | None:
    """Since when an address answers; None where none does."""
    return Feed.objects.filter(owner=owner).values_list("since", flat=True).first()


def owner_of(key: str) -> Owner | None:
    """Whose feed this key opens; None where it is no key, or its account is closed."""
    feed = Feed.objects.select_related("owner__user").first()
    fits = constant_time_compare(hashed(key), "" if feed is None else feed.hashed)
    return feed.owner if feed is not None and fits and feed.owner.user.is_active else None


def hashed(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()
