"""Keep what the runner found in self-tests, and say what stands of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, date, datetime

from unload.model.body import ScreenResult
from unload.store.columns import noun_from, row_of
from unload.store.models import StoredScreen

NOTHING = (None, None, None)


def add(runner: str, day: date, results: Iterable[ScreenResult]) -> None:
    """Write down what was found on a day; a result that says nothing takes an older one back."""
    now = datetime.now(UTC)
    StoredScreen.objects.bulk_create(
        StoredScreen(runner=runner, made_at=now, day=day, **row_of(result)) for result in results
    )


def standing(runner: str, day: date) -> dict[str, tuple[date, ScreenResult]]:
    """The newest result of each self-test as of a day, with the day on which it was found."""
    names = [field.name for field in fields(ScreenResult)]
    rows = StoredScreen.objects.filter(runner=runner, day__lte=day).order_by("day", "pk")
    found: dict[str, tuple[date, ScreenResult]] = {}
    for done, *values in rows.values_list("day", *names):
        result: ScreenResult = noun_from(ScreenResult, values)
        found.pop(result.screen, None)
        if (result.yes, result.left, result.right) != NOTHING:
            found[result.screen] = done, result
    return found
