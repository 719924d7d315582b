"""Supposed: the lighter week as a runner would have it, for the doubts alone, and their belief.

Nobody has measured what a lighter week spares. So the runner says what they believe, and is told
whether the week pays by that: a count in a hundred weeks, never anybody's chance.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from unload.model.advice import Doubt, Point
from unload.model.constants import WeekConstants
from unload.model.phrase import Phrase, Value
from unload.model.plan import Kind, PlannedSession, UnloadingWeek, Week
from unload.model.supposed import Supposed
from unload.model.units import DAYS_PER_WEEK

JUDGED = ("break_even.judge", "break_even.judge_split")


def supposed_week(week: UnloadingWeek, wanted: Supposed, constants: WeekConstants) -> UnloadingWeek:
    """The week with a share of every run and one hard session at most, or as it was written."""
    later = timedelta(days=wanted.later_weeks * DAYS_PER_WEEK)
    after: Iterable[PlannedSession] = week.after.days
    if wanted.share is not None:
        hard = next((i for i, day in enumerate(week.before.days) if day.hard_s), None)
        parts = {hard: constants.down_week_quality_reps.value} if wanted.sharp else {}
        days = enumerate(week.before.days)
        after = (_eased(day, wanted.share, parts.get(i, 0)) for i, day in days)
    return replace(week, before=_moved(week.before.days, later), after=_moved(after, later))


def _eased(day: PlannedSession, share: float, hard: float) -> PlannedSession:
    """A run at its share, easy but for the part of it that stays hard; anything else as it was."""
    if not day.is_run:
        return day
    return replace(
        day,
        kind=day.kind if hard or day.kind is Kind.LONG else Kind.EASY,
        distance_m=day.distance_m * share,
        duration_s=day.duration_s * share,
        hard_s=(day.hard_s or 0) * hard,
        parts=(),
    )


def _moved(days: Iterable[PlannedSession], later: timedelta) -> Week:
    return Week(tuple(replace(day, day=day.day + later) for day in days))


def with_belief(doubts: Iterable[Doubt], spared: int | None) -> tuple[Doubt, ...]:
    """The doubts, and to the price of the week in the second of them what the runner believes."""
    if spared is None:
        return tuple(doubts)
    return tuple(replace(d, points=tuple(_believing(d.points, spared))) for d in doubts)


def _believing(points: Iterable[Point], spared: int) -> Iterator[Point]:
    for point in points:
        yield point
        if point.says.key == "break_even.nothing":
            yield Point(Phrase("belief.free", {"spared": spared}))
        if point.says.key in JUDGED:
            yield Point(_belief(point, spared), point.constants)


def _belief(price: Point, spared: int) -> Phrase:
    """Whether the week pays by what is believed, on the scale of real gaps and on the table's."""
    gaps, table = int(price.says.values["gaps"]), int(price.says.values["table"])  # type: ignore[arg-type] # both are whole numbers there
    values: dict[str, Value] = {"spared": spared, "gaps": gaps, "table": table}
    by_table = price.says.key == JUDGED[0] and spared >= table
    paid = "both" if by_table else "gaps" if spared >= gaps else "neither"
    return Phrase(f"belief.{paid}", values)
