"""Read back what is kept, and keep what the runner types."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from unload.model.history import CheckIn, Session
from unload.model.unseen import together
from unload.store.columns import noun_from, noun_of, row_of
from unload.store.models import Revision, Row, Sighting, StoredCheckIn, StoredSession


def sessions() -> list[tuple[int, Session]]:
    """Every session as it was read, with the number of its file; merging is not done here."""
    return _nouns(StoredSession, Session)


def newest_import() -> dict[int, int]:
    """The newest import that has seen each file, by the file's number."""
    seen = Sighting.objects.order_by("batch").values_list("file", "batch")
    return dict(seen.iterator(chunk_size=2000))


def check_ins() -> list[CheckIn]:
    """Every check-in that came with a file."""
    return [check_in for _, check_in in _nouns(StoredCheckIn, CheckIn)]


def _nouns(table: type[Row], noun: type) -> list[tuple[int, Any]]:
    names = [field.name for field in fields(noun)]
    rows = table.objects.order_by("file", "ordinal").values_list("file", *names)
    return [(file, noun_from(noun, values)) for file, *values in rows.iterator(chunk_size=2000)]


def typed() -> dict[tuple[str, date], CheckIn]:
    """What the runner typed: by runner and day, the newest revision."""
    names = [field.name for field in fields(CheckIn)]
    newest: dict[tuple[str, date], CheckIn] = {}
    for values in Revision.objects.order_by("pk").values_list(*names):
        check_in = noun_from(CheckIn, values)
        newest[check_in.runner, check_in.day] = check_in
    return newest


def typed_on(day: date, runner: str = "") -> CheckIn | None:
    """The newest revision of one day."""
    return _newest(day, runner)[1]


def revision_of(day: date, runner: str = "") -> int:
    """The number of the newest revision of one day, 0 where nothing was typed."""
    return _newest(day, runner)[0]


def _newest(day: date, runner: str) -> tuple[int, CheckIn | None]:
    names = [field.name for field in fields(CheckIn)]
    rows = Revision.objects.filter(day=day, runner=runner).order_by("-pk")
    found = rows.values_list("pk", *names).first()
    return (0, None) if found is None else (found[0], noun_from(CheckIn, found[1:]))


def add(said: CheckIn, key: str | None = None, seen: int | None = None) -> CheckIn:
    """Lay answers over those of the same day and keep the whole as its newest revision.

    What says nothing new, or was sent before under the same key, adds nothing; the day as it
    stands is the answer either way. `seen` is the revision that its author had before them, if
    that is not simply the newest: what they did not see they cannot mean to take back.

    Nobody waits for anybody: where two add to a day at one moment, the database refuses the second
    to follow what the first has followed, and it is laid over the first then.
    """
    while True:
        newest, before = _newest(said.day, said.runner)
        whole = _laid_over(before, said, unseen=seen not in (None, newest))
        if whole == before:
            return whole
        row = row_of(whole)
        try:
            # A commit that is asked for: that of a single INSERT is only made as its row is read.
            with transaction.atomic():
                Revision.objects.create(made_at=datetime.now(UTC), key=key, follows=newest, **row)
            return whole
        except IntegrityError:
            if key is not None and Revision.objects.filter(key=key).exists():
                return typed_on(said.day, said.runner) or CheckIn(said.day, runner=said.runner)
            if newest == revision_of(said.day, said.runner):
                raise  # it was something else that the database refused


def _laid_over(before: CheckIn | None, said: CheckIn, *, unseen: bool) -> CheckIn:
    """The whole day, as a table gives it back."""
    if before is not None:
        said = before.with_answers(together(before, said) if unseen else said)
    whole: CheckIn = noun_of(CheckIn, row_of(said))
    return whole
