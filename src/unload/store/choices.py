"""Keep which tellings the runner says are two sessions, however alike they look."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import Q

from unload.store.models import Apart


def apart() -> frozenset[frozenset[str]]:
    """Every pair of identities that is not to be merged."""
    pairs = Apart.objects.order_by("one", "other").values_list("one", "other")
    return frozenset(frozenset(pair) for pair in pairs)


def keep_apart(one: str, other: str) -> None:
    """Write a pair down; what stands there already stays as it is."""
    first, second = sorted((one, other))
    Apart.objects.get_or_create(one=first, other=second, defaults={"made_at": datetime.now(UTC)})


def together(identity: str) -> int:
    """Forget every pair of one session; how many there were."""
    gone, _ = Apart.objects.filter(Q(one=identity) | Q(other=identity)).delete()
    return gone
