"""Laws of the week's first day: who begins the week days later is told the same, days later."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.random import default_rng

from athletes import ANNA, weekly
from laws.states import DAYS, HALF_KM, TODAY, K, histories
from unload.model.comeback import Outcome
from unload.model.history import Entry, EntryKind, History, Runner
from unload.model.plan import Wishes
from unload.model.week_start import MONDAY
from unload.science.answer import answer
from unload.science.audit import audit
from unload.science.comeback import careful_weeks
from unload.science.load import daily
from unload.science.past import past
from unload.science.pipeline import advise, red_flags
from unload.science.reasons import signals_today
from unload.science.season import season
from unload.science.signals import signals
from unload.science.verdict import state

FEW = settings(max_examples=max(settings().max_examples // 3, 10))
SHIFTS = st.integers(1, 6)
WISHES = st.builds(Wishes, slot=st.integers(0, 6), never=st.frozensets(st.integers(0, 6)))


ENTRIES = st.builds(
    lambda kind, ahead, length: Entry(
        kind, TODAY + timedelta(days=ahead), TODAY + timedelta(days=ahead + length)
    ),
    st.sampled_from(EntryKind), st.integers(-40, 20), st.integers(0, 9),
)  # fmt: skip
YEAR = weekly(40, 42, 44, 46, 20, 40, 44, 48, 52, 56, 60, 64, 66, 30)
SAYINGS = st.tuples(st.integers(1, 20), st.sampled_from([*[Outcome.EXTEND] * 5, Outcome.PASS]))
CALENDARS = st.lists(ENTRIES, max_size=2).map(tuple)


def with_calendar(history: History, calendar: tuple[Entry, ...]) -> History:
    """The history of a runner whose calendar has these entries."""
    return replace(history, runner=replace(history.runner, calendar=calendar))


def calendar_of(kind: EntryKind, ahead: int) -> tuple[Entry, ...]:
    """One entry of four days."""
    return (Entry(kind, TODAY + timedelta(days=ahead), TODAY + timedelta(days=ahead + 3)),)


def later(told: Any, days: int) -> Any:
    """The same with every day in it so many days later, and the week beginning so much later."""
    if isinstance(told, date):
        return told + timedelta(days=days)
    if isinstance(told, tuple | list):
        return type(told)(later(one, days) for one in told)
    if isinstance(told, Mapping):
        return {key: later(one, days) for key, one in told.items()}
    if is_dataclass(told) and not isinstance(told, type):
        return replace(told, **_own(told, days))
    return told


def _own(told: Any, days: int) -> dict[str, Any]:
    """The fields of one noun: weekdays go round, days go on."""
    if isinstance(told, Wishes):
        never = frozenset((day + days) % 7 for day in told.never)
        return {"slot": (told.slot + days) % 7, "never": never}
    own = {field.name: later(getattr(told, field.name), days) for field in fields(told)}
    if isinstance(told, Runner):
        own["week_start"] = (told.week_start + days) % 7
    return own


def advice_of(history: History, today: date, wishes: Wishes) -> Any:
    """The whole answer, with the same chance every time."""
    return advise(history, today, K, default_rng(1), HALF_KM, wishes=wishes)


def looked_back(history: History, today: date) -> tuple[Any, ...]:
    """The weeks that were, and those to come."""
    flags, flagged = red_flags(history, today, K)
    days = daily(history, today, flagged, K.load)
    now = state(days, signals(days, K.signals), K.signals, K.verdict)
    verdict = answer(now, signals_today(now, K.signals), flags, (K.signals, K.verdict))
    race_day = today + timedelta(days=100)
    return past(days, K, 8), season(now, verdict, race_day, (K.week, K.verdict))


@FEW
@given(histories(), CALENDARS, DAYS, WISHES, SHIFTS)
@example(ANNA, calendar_of(EntryKind.TRAVEL, 1), TODAY, Wishes(), 3)
@example(ANNA, calendar_of(EntryKind.PHASE_END, -3), TODAY, Wishes(), 3)
@example(weekly(48, 48, 48, 48, 20), (), TODAY, Wishes(), 6)
def test_a_week_that_begins_later_is_told_the_same_later(
    history: History, calendar: tuple[Entry, ...], today: date, wishes: Wishes, days: int
) -> None:
    """Verdict, reasons, what would change it, the week and its days, doubts, futures: all of it."""
    history = with_calendar(history, (*history.runner.calendar, *calendar))
    told = advice_of(history, today, wishes)
    other = advice_of(later(history, days), today + timedelta(days=days), later(wishes, days))
    assert later(told, days) == other


@FEW
@given(histories(), DAYS, SHIFTS)
def test_the_weeks_before_and_ahead_begin_later_too(
    history: History, today: date, days: int
) -> None:
    """The past and the season."""
    told = looked_back(history, today)
    assert later(told, days) == looked_back(later(history, days), today + timedelta(days=days))


@given(st.lists(SAYINGS, min_size=2, max_size=9), DAYS, SHIFTS)
def test_the_weeks_of_waiting_are_counted_the_same_later(
    said: list[tuple[int, Outcome]], today: date, days: int
) -> None:
    """How often the gate has said "not yet"."""
    told = [(today - timedelta(days=ago), outcome) for ago, outcome in said]
    again = careful_weeks(later(told, days), today + timedelta(days=days), days)
    assert careful_weeks(told, today, MONDAY) == again


@pytest.mark.parametrize("days", range(1, 7))
def test_a_year_is_looked_back_on_the_same_later(days: int) -> None:
    """Each week's answer on its first morning, what was run in it and what followed."""
    told, other = (
        audit(history, today, K, default_rng(1))
        for history, today in ((YEAR, TODAY), (later(YEAR, days), TODAY + timedelta(days=days)))
    )
    assert later(told, days) == other
