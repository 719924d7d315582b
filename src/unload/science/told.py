"""What the runner told, as arrays: check-ins, weekly answers, flags and the calendar, by day."""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

import numpy as np

from unload.model.daily import Array
from unload.model.history import (
    WEEKLY_QUESTIONS,
    WELLNESS_ITEMS,
    CheckIn,
    Entry,
    EntryKind,
    History,
    Weekly,
)

Spots = tuple[tuple[str, str], ...]
_ANSWERS = (*WELLNESS_ITEMS, "resting_hr", "rmssd_ms", "ill")
_ANSWERED = attrgetter(*_ANSWERS)
Index = np.ndarray[tuple[int], np.dtype[np.intp]]


def answers(
    check_ins: Sequence[CheckIn], first: date, size: int
) -> tuple[Array, Array, Array, Array]:
    """The wellness items (items, days), resting heart rate, rMSSD and illness (days,).

    NaN where it was not given; the last word of a day counts.
    """
    values = np.array([_ANSWERED(c) for c in check_ins], dtype=float).reshape(-1, len(_ANSWERS))
    columns = _columns(check_ins, first)
    out = np.full((len(_ANSWERS), size), np.nan)
    for line, told in zip(out, values.T, strict=True):
        known = ~np.isnan(told)
        line[columns[known]] = told[known]
    resting, rmssd, sick = out[len(WELLNESS_ITEMS) :]
    return out[: len(WELLNESS_ITEMS)], resting, rmssd, sick


def _columns(check_ins: Iterable[CheckIn], first: date) -> Index:
    """The column of every check-in."""
    return np.array([c.day.toordinal() for c in check_ins], dtype=np.intp) - first.toordinal()


def pain(check_ins: Sequence[CheckIn], first: date, size: int) -> tuple[Array, Array, Array, Spots]:
    """Pain, pain on waking and pain at rest (1 or 0) of every sore spot, (spots, days).

    Asked and not named is a known 0. Of several check-ins on one day the worst counts, in
    whatever order they came.
    """
    keys = sorted({(s.region, s.side.value) for c in check_ins for s in c.spots or ()})
    felt, morning, rest = np.full((1 + 1 + 1, max(len(keys), 1), size), np.nan)
    felt[:, _columns((c for c in check_ins if c.spots is not None), first)] = 0
    for check_in in (c for c in check_ins if c.spots):
        day = (check_in.day - first).days
        for spot in check_in.spots or ():
            row = keys.index((spot.region, spot.side.value))
            felt[row, day] = np.fmax(felt[row, day], spot.pain)
            if spot.next_morning is not None:
                morning[row, day] = np.fmax(morning[row, day], spot.next_morning)
            if spot.at_rest is not None:
                rest[row, day] = np.fmax(rest[row, day], spot.at_rest)
    return felt, morning, rest, tuple(keys)


def weekly(answers: Sequence[Weekly], first: date, size: int) -> Array:
    """The option chosen for each weekly question by day, (questions, days); the worst counts."""
    out = np.full((len(WEEKLY_QUESTIONS), size), np.nan)
    for answer in answers:
        day = (answer.day - first).days
        if 0 <= day < size:
            for row, name in enumerate(WEEKLY_QUESTIONS):
                option = getattr(answer, name)
                if option is not None:
                    out[row, day] = np.fmax(out[row, day], option)
    return out


def marked(days: frozenset[date], first: date, size: int) -> Array:
    """1 on these days, 0 on all others."""
    out = np.zeros(size)
    for day in days:
        if 0 <= (day - first).days < size:
            out[(day - first).days] = 1
    return out


def race_in(history: History, first: date, size: int) -> Array:
    """Days from each day to the next race; below 0 after the last one, NaN without any."""
    races = [entry.first_day for entry in _of(history, EntryKind.RACE)]
    if history.race is not None:
        races.append(history.race.day)
    ahead = _ahead([(day - first).days for day in races], size)
    if not races:
        return ahead
    return np.where(np.isnan(ahead), (max(races) - first).days - np.arange(size), ahead)


def phase_in(history: History, first: date, size: int) -> Array:
    """Days from each day to the next end of a phase; NaN where none is known."""
    ends = [(entry.last_day - first).days for entry in _of(history, EntryKind.PHASE_END)]
    return _ahead(ends, size)


def travel_in(history: History, first: date, size: int) -> Array:
    """Days from each day to the next journey, 0 on its days; NaN where none is known."""
    trips = _of(history, EntryKind.TRAVEL)
    days = [day for entry in trips for day in range(*_span(entry, first))]
    return _ahead(days, size)


def ill(history: History, told: Array, first: date) -> Array:
    """Illness by day: as told in check-ins, and 1 on the days the calendar calls ill."""
    out = told.copy()
    for entry in _of(history, EntryKind.ILLNESS):
        start, stop = _span(entry, first)
        out[max(start, 0) : max(stop, 0)] = 1
    return out


def _of(history: History, kind: EntryKind) -> list[Entry]:
    return [entry for entry in history.runner.calendar if entry.kind is kind]


def _span(entry: Entry, first: date) -> tuple[int, int]:
    """First column and the one after the last."""
    return (entry.first_day - first).days, (entry.last_day - first).days + 1


def _ahead(columns: Sequence[int], size: int) -> Array:
    """Days to the nearest of the columns at or after each day; NaN where none follows."""
    marks = np.array(sorted(columns), dtype=float)
    today = np.arange(size)
    following = np.searchsorted(marks, today)
    return np.append(marks, np.nan)[following] - today
