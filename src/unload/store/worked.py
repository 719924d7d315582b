"""Keep what was done on sore spots and what hurt meanwhile, and read it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import models, transaction

from unload.model.complaint import Worked
from unload.model.play import Hurt
from unload.store.columns import noun_from, row_of
from unload.store.models import Received, StoredHurt, StoredWorked

KEYS_KEPT = timedelta(days=62)  # longer than a session may wait on a phone; later it is refused


def worked(runner: str) -> list[Worked]:
    """Every session on a sore spot of one runner, the oldest first."""
    return _nouns(StoredWorked.objects.filter(runner=runner), Worked)


def hurts(runner: str) -> list[Hurt]:
    """Every "that hurts" of one runner, the oldest first."""
    return _nouns(StoredHurt.objects.filter(runner=runner), Hurt)


def add(runner: str, sessions: Iterable[Worked], hurting: Iterable[Hurt]) -> None:
    """Write down one session that was played: all of it or nothing."""
    now = datetime.now(UTC)
    with transaction.atomic():
        for session in sessions:
            StoredWorked.objects.create(runner=runner, made_at=now, **row_of(session))
        for hurt in hurting:
            StoredHurt.objects.create(runner=runner, made_at=now, **row_of(hurt))


def add_sent(
    runner: str, day: date, key: str, sessions: Iterable[Worked], hurting: Iterable[Hurt]
) -> None:
    """The same of a session that was sent under a key; what comes again under it adds nothing.

    Keys under which nothing can come again go.
    """
    first = {"made_at": datetime.now(UTC), "day": day, "runner": runner}
    with transaction.atomic():
        if Received.objects.get_or_create(key=key, defaults=first)[1]:
            add(runner, sessions, hurting)
            Received.objects.filter(runner=runner, day__lt=day - KEYS_KEPT).delete()


def played_on(runner: str, day: date) -> bool:
    """Whether a session of a day was sent."""
    return Received.objects.filter(runner=runner, day=day).exists()


def stopped_on(runner: str, day: date) -> bool:
    """Whether a session of a day ended because it hurt in a way that comes first."""
    return StoredHurt.objects.filter(runner=runner, day=day, alarming=True).exists()


def _nouns(rows: models.QuerySet[Any], noun: type) -> list[Any]:
    names = [field.name for field in fields(noun)]
    return [noun_from(noun, values) for values in rows.order_by("pk").values_list(*names)]
