"""A lighter week and changes of it, for the tests of accepting and undoing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from athletes import BEN, TODAY, advice_of
from unload.model.change import Change, Decision
from unload.model.plan import Effort, Move, Repeat, RunStep, StepKind, UnloadingWeek, Week

DAY = timedelta(1)


def _week() -> UnloadingWeek:
    week = advice_of(BEN).week
    assert week is not None
    return week


# Ben's unloading week: Monday 18 to Sunday 24 November.
WEEK = _week()
DAYS = tuple(session.day for session in WEEK.after.days)


def change(number: int, *days: date, day: date = TODAY, undoes: int | None = None) -> Change:
    """An acceptance of these days of Ben's week, or the undoing of one."""
    decision = Decision.ACCEPTED if undoes is None else Decision.UNDONE
    moment = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return Change(number, moment, day, decision, WEEK, days, undoes)


def a_move(number: int, move: Move, *, day: date = TODAY, undoes: int | None = None) -> Change:
    """A session of Ben's week put on another day, or the undoing of that."""
    decision = Decision.MOVED if undoes is None else Decision.UNDONE
    moment = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return Change(number, moment, day, decision, WEEK, (), undoes, move)


def structured() -> UnloadingWeek:
    """The week with a session that says what it is made of, of effort not known, and a title."""
    easy = RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=600)
    fast = RunStep(StepKind.WORK, Effort.HARD, distance_m=400, speed_mps=4.5)
    parts = (easy, Repeat(6, (fast, easy)))
    first = replace(WEEK.before.days[1], title="Fart\nlek", hard_s=None, parts=parts, by_time=True)
    before = Week((WEEK.before.days[0], first, *WEEK.before.days[2:]))
    return replace(WEEK, before=before)
