"""One runner of a back-test: what was said, what happened, and every rule against every event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.random import Generator

from unload.model.constants import Knowledge
from unload.model.daily import Array, Bools, Daily
from unload.model.history import WELLNESS_ITEMS, History
from unload.model.judged import Told
from unload.model.proof import InjuryReport
from unload.model.units import DAYS_PER_WEEK
from unload.model.week_start import MONDAY, place_in_week
from unload.science.backtest import (
    CHANGES,
    NOW,
    asks,
    judged,
    moves,
    open_days,
    shuffled,
    span,
    told,
    trials,
)
from unload.science.behaviour import Counts, counted, week_counts
from unload.science.hits import Watched, watched
from unload.science.load import daily
from unload.science.outcomes import reported, sore_days, stops
from unload.science.weeks import week_tracks

REPORTS, SORE, STOPS = "reports", "sore_days", "stops"
# Named unlike any signal: "calendar" is the signal of a phase or a journey that the runner wrote.
UNLOAD, UNLOAD_NOW, EVERY_FOURTH = "unload", "unload_now", "every_fourth"


@dataclass(frozen=True, slots=True)
class Case:
    """What is given of one runner; `reports` is None where no questionnaire was answered."""

    history: History
    reports: tuple[InjuryReport, ...] | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """One runner's counts, ready to be summed with those of others.

    `watched` holds, for each outcome and rule, one entry, or one for every phase of the calendar.
    `reruns` holds, for each outcome, the counts of "unload" on shuffled histories.
    """

    sessions: int
    check_ins: int
    reports: int
    counts: Counts
    moved: Mapping[str, Counts]
    watched: Mapping[str, Mapping[str, tuple[Watched, ...]]]
    reruns: Mapping[str, Array]


def examine(case: Case, knowledge: Knowledge, chance: Generator) -> Examined:
    """Everything one runner tells; the same generator gives the same numbers."""
    history = case.history
    days = told(history, knowledge)
    full = daily(history, span(history)[1], frozenset(), knowledge.load)
    events = events_of(case, full, knowledge)
    counts = counted(days, knowledge.backtest)
    return Examined(
        sessions=len(history.sessions),
        check_ins=len(history.check_ins),
        reports=len(case.reports or ()),
        counts={**counts, **week_counts(week_tracks(full, knowledge.signals))},
        moved=_moved(history, days, knowledge, chance),
        watched={name: _watched(days, event, knowledge) for name, event in events.items()},
        reruns=_reruns(history, days, events, knowledge, chance) if history.check_ins else {},
    )


def events_of(case: Case, full: Daily, knowledge: Knowledge) -> dict[str, Bools]:
    """The events of every kind that this runner's records can tell of; arrays (days,)."""
    constants, first, size = knowledge.backtest, full.first_day, full.days
    soreness = full.wellness[WELLNESS_ITEMS.index("soreness")]
    events: dict[str, Bools] = {}
    if case.reports is not None:
        events[REPORTS] = reported(case.reports, first, size, constants)
    if not np.isnan(soreness).all():
        events[SORE] = sore_days(soreness, constants)
    events[STOPS] = stops(case.history, first, size, constants)
    return events


def rules(days: Told, knowledge: Knowledge) -> dict[str, tuple[tuple[Bools, Bools], ...]]:
    """Where every rule warned, and where it could: the verdict, the calendar, each signal alone.

    Every fourth week is asked on the days that had an answer, a signal on the days that knew it.
    """
    answers = days.judged
    usable = open_days(answers)
    weeks = _every_fourth(days, int(knowledge.backtest.calendar_weeks.value))
    return {
        UNLOAD: ((asks(answers), usable),),
        UNLOAD_NOW: ((np.asarray(answers.kinds == NOW), usable),),
        EVERY_FOURTH: tuple((week, usable) for week in weeks),
        **{
            name: ((np.asarray(np.nan_to_num(on) > 0), ~np.isnan(on)),)
            for name, on in answers.on.items()
        },
    }


def _every_fourth(days: Told, every: int) -> tuple[Bools, ...]:
    """Every so-manieth week of the calendar, begun in each of the possible weeks."""
    place = place_in_week(days.first_day, MONDAY)
    monday = days.first_day.toordinal() - place
    week = (place + np.arange(days.days)) // DAYS_PER_WEEK + monday // DAYS_PER_WEEK
    return tuple(np.asarray(week % every == phase) for phase in range(every))


def _watched(days: Told, events: Bools, knowledge: Knowledge) -> dict[str, tuple[Watched, ...]]:
    horizon = int(knowledge.backtest.horizon_days.value)
    monday = -place_in_week(days.first_day, MONDAY) % DAYS_PER_WEEK
    return {
        name: tuple(watched(warned, usable, events, horizon, monday) for warned, usable in every)
        for name, every in rules(days, knowledge).items()
    }


def _moved(
    history: History, days: Told, knowledge: Knowledge, chance: Generator
) -> dict[str, Counts]:
    """How far the answers moved, counted for every kind of change."""
    tried = trials(history, days, knowledge, chance)
    if not tried:
        return {}
    names, rows, cases = zip(*tried, strict=True)
    after = judged(cases, knowledge).kinds
    far = moves(days.judged.kinds[list(rows)], after)
    changes = np.array(names)
    return {
        change: {
            "trials": float(np.count_nonzero(changes == change)),
            **{name: float(mask[changes == change].sum()) for name, mask in far.items()},
        }
        for change in CHANGES
    }


def _reruns(
    history: History,
    days: Told,
    events: Mapping[str, Bools],
    knowledge: Knowledge,
    chance: Generator,
) -> dict[str, Array]:
    """The counts of "unload" on histories whose weeks were shuffled; (reruns, counts) by outcome.

    The events stay where they were.
    """
    rows: dict[str, list[Array]] = {name: [] for name in events}
    for _ in range(int(knowledge.backtest.reruns.value)):
        other = told(shuffled(history, chance), knowledge)
        warned, usable = (
            _placed(mask, other.first_day, days)
            for mask in (asks(other.judged), open_days(other.judged))
        )
        for name, event in events.items():
            horizon = int(knowledge.backtest.horizon_days.value)
            rows[name].append(watched(warned, usable, event, horizon, 0).counts())
    return {name: np.array(every) for name, every in rows.items()}


def _placed(mask: Bools, first: date, days: Told) -> Bools:
    """A mask that begins on `first`, laid over the days of another history."""
    out = np.zeros(days.days, dtype=bool)
    columns = np.flatnonzero(mask) + (first - days.first_day).days
    out[columns[(columns >= 0) & (columns < days.days)]] = True
    return out
