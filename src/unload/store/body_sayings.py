"""Keep what the runner answered to the red-flag questions, and say which answers stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from unload.store.models import BodySaying


def add(runner: str, day: date, answers: Mapping[str, bool]) -> None:
    """Write down what was answered on a day."""
    BodySaying.objects.create(
        made_at=datetime.now(UTC), runner=runner, day=day, answers=dict(answers)
    )


def standing(runner: str, day: date) -> dict[str, bool]:
    """The answers that hold on a day: a yes until it is taken back, a no for its own day.

    A no of last week says nothing of today, and a yes must not be forgotten overnight.
    """
    held: dict[str, bool] = {}
    rows = BodySaying.objects.filter(runner=runner, day__lte=day).order_by("pk")
    for said_on, answers in rows.values_list("day", "answers"):
        for key, yes in answers.items():
            held.pop(key, None)
            if yes or said_on == day:
                held[key] = yes
    return held
