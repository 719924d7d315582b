"""Keep what was told of each day, and read it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.metadata import version as release_of
from typing import Any

from unload.model.told import ToldDay, ToldVerdict
from unload.store.models import Import, VerdictTold


def add(runner: str, day: date, said: Mapping[str, Any]) -> bool:
    """Write down what was told; the same once more on its day adds nothing."""
    last = VerdictTold.objects.filter(runner=runner, day=day).order_by("-pk").first()
    if last is not None and last.said == said:
        return False
    VerdictTold.objects.create(
        told_at=datetime.now(UTC),
        day=day,
        runner=runner,
        program=release_of("unload"),
        kind=said["verdict"]["kind"],
        sentence=said["verdict"]["sentence"],
        said=dict(said),
        imports=sorted(Import.objects.values_list("pk", flat=True)),
    )
    return True


def days(runner: str, before: date | None = None) -> Iterator[ToldDay]:
    """Every day of which something was told, the newest first, each once."""
    rows = VerdictTold.objects.filter(runner=runner).order_by("-day", "-pk")
    if before is not None:
        rows = rows.filter(day__lt=before)
    last: date | None = None
    for told in rows.values_list("day", "kind", "sentence").iterator():
        if told[0] != last:
            yield ToldDay(*told)
        last = told[0]


def of_day(runner: str, day: date) -> list[ToldVerdict]:
    """What was told of a day, the newest first."""
    return _nouns(VerdictTold.objects.filter(runner=runner, day=day).order_by("-pk"))


def every(runner: str) -> list[ToldVerdict]:
    """Everything that was ever told, the oldest first."""
    return _nouns(VerdictTold.objects.filter(runner=runner).order_by("day", "pk"))


def _nouns(rows: Any) -> list[ToldVerdict]:
    there = set(Import.objects.values_list("pk", flat=True))
    return [
        ToldVerdict(row.day, row.told_at, row.program, row.said, len({*row.imports} - there))
        for row in rows
    ]
