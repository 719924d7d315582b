"""Keep what the gate was told and what it said, and read it back."""

from __future__ import annotations

from datetime import UTC, datetime

from unload.model.comeback import GateAnswers, Outcome
from unload.store.models import GateSaying

Saying = tuple[GateAnswers, Outcome]


def sayings(runner: str) -> list[Saying]:
    """Every asking of one runner's gate, the oldest first."""
    rows = GateSaying.objects.filter(runner=runner).order_by("pk")
    return [_noun(row) for row in rows]


def add(runner: str, answers: GateAnswers, outcome: Outcome) -> None:
    """Write down one asking; the same once more on its day adds nothing."""
    rows = GateSaying.objects.filter(runner=runner, day=answers.day).order_by("-pk")
    last = rows.first()
    if last is not None and _noun(last) == (answers, outcome):
        return
    GateSaying.objects.create(
        made_at=datetime.now(UTC),
        day=answers.day,
        runner=runner,
        walks_freely=answers.walks_freely,
        limps=answers.limps,
        raises=_list(answers.raises),
        best_raises=_list(answers.best_raises),
        outcome=outcome.value,
    )


def _list(pair: tuple[int, int] | None) -> list[int] | None:
    return None if pair is None else list(pair)


def _noun(row: GateSaying) -> Saying:
    pairs = [None if p is None else (int(p[0]), int(p[1])) for p in (row.raises, row.best_raises)]
    answers = GateAnswers(row.day, row.walks_freely, row.limps, *pairs)
    return answers, Outcome(row.outcome)
