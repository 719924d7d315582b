"""Keep what the runner decided about a lighter week, and read the book of changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from django.db import connection, transaction

from unload.model.change import Change, Decision
from unload.model.plan import Move, UnloadingWeek
from unload.store.models import WeekChange
from unload.store.weeks import move_of, move_row, week_of, week_row

STEP = 7312  # the number of a lock that nothing else on a server of ours takes


@contextmanager
def at_once() -> Iterator[None]:
    """What is read and written inside is one step for everybody else.

    On SQLite whoever writes is alone anyway; on a server one of these steps waits for another.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [STEP])
        yield


def changes(runner: str) -> list[Change]:
    """Every change of one runner, the oldest first."""
    rows = WeekChange.objects.filter(runner=runner).order_by("pk")
    return [_noun(row) for row in rows]


def accept(runner: str, today: date, week: UnloadingWeek, days: tuple[date, ...]) -> Change:
    """Write down that these days of a week were taken."""
    return _add(runner, today, week, days)


def move(runner: str, today: date, week: UnloadingWeek, made: Move) -> Change:
    """Write down that a session of a week was put on another day."""
    return _add(runner, today, week, (), move=made)


def undo(runner: str, today: date, change: Change, days: tuple[date, ...]) -> Change:
    """Write down that a move, or these days of an acceptance, were given back."""
    return _add(runner, today, change.week, days, undoes=change.number, move=change.move)


def _add(
    runner: str,
    today: date,
    week: UnloadingWeek,
    days: tuple[date, ...],
    *,
    undoes: int | None = None,
    move: Move | None = None,
) -> Change:
    done = Decision.ACCEPTED if move is None else Decision.MOVED
    decision = done if undoes is None else Decision.UNDONE
    row = WeekChange.objects.create(
        made_at=datetime.now(UTC),
        day=today,
        runner=runner,
        decision=decision.value,
        first_day=week.after.days[0].day,
        days=[day.isoformat() for day in days],
        week=week_row(week),
        undoes_id=undoes,
        move=None if move is None else move_row(move),
    )
    return _noun(row)


def _noun(row: WeekChange) -> Change:
    return Change(
        number=row.pk,
        made_at=row.made_at,
        day=row.day,
        decision=Decision(row.decision),
        week=week_of(row.week),
        days=tuple(date.fromisoformat(day) for day in row.days),
        undoes=row.undoes_id,
        move=None if row.move is None else move_of(row.move),
    )
