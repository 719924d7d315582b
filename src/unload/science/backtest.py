"""What would have been said on each day of a history, with the records of that day alone.

Every answer is made by the stages that advise, from a history that ends on that very day, its
own run and check-in included. So no answer can know the future, whatever the stages look at.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import numpy as np
from numpy.random import Generator

from unload.model.advice import VerdictKind
from unload.model.constants import Knowledge
from unload.model.daily import Bools, Daily
from unload.model.history import CheckIn, History, Runner, Session
from unload.model.judged import Codes, Judged, Told
from unload.model.units import DAYS_PER_WEEK, M_PER_KM, M_PER_MILE
from unload.model.week_start import MONDAY, week_of
from unload.science.ground import ground
from unload.science.load import daily, stack
from unload.science.pipeline import red_flags
from unload.science.signals import SIGNALS, signals
from unload.science.verdict import KINDS, state, verdicts

Case = tuple[History, date]
Record = TypeVar("Record", Session, CheckIn)

SILENT = KINDS.index(VerdictKind.NOT_ENOUGH_DATA)
SOON, NOW = KINDS.index(VerdictKind.UNLOAD_SOON), KINDS.index(VerdictKind.UNLOAD_NOW)
# From the mildest answer to the strongest; the others stand beside the ladder.
LADDER = (KINDS.index(VerdictKind.TRAIN_ON), SOON, NOW)
CHANGES = ("removed", "doubled", "miles")


def as_of(history: History, today: date, knowledge: Knowledge, *, morning: bool = False) -> Daily:
    """The days as they were known when `today` was over: nothing later, nothing very old.

    In the `morning` nothing of the day itself is known yet. Of the runner only the body is kept,
    and how their weeks go: races, plans and answers are known of the present alone.
    """
    body, until = history.runner, today - timedelta(days=int(morning))
    sessions = _remembered(history.sessions, until, knowledge)
    newest = sessions[-1].day if sessions else today
    since = sessions[0].day - timedelta(days=1) if sessions else today
    since = min(since, newest - timedelta(days=int(knowledge.backtest.memory_days.value)))
    past = History(
        sessions,
        _between(history.check_ins, since, until),
        Runner(sex=body.sex, hr_rest=body.hr_rest, hr_max=body.hr_max, week_start=body.week_start),
    )
    spoken = any(check_in.spots for check_in in past.check_ins)
    flagged = red_flags(past, today, knowledge)[1] if spoken else frozenset()
    return daily(past, today, flagged, knowledge.load)


def _remembered(
    sessions: tuple[Session, ...], until: date, knowledge: Knowledge
) -> tuple[Session, ...]:
    """The sessions of the days within memory, or the last so many where those are fewer.

    Memory reaches back from the newest session, so that a day of rest forgets nothing. Who runs
    seldom has a long record all the same, and is not to be taken for a beginner.
    """
    memory, least = knowledge.backtest.memory_days, int(knowledge.backtest.memory_sessions.value)
    past = sessions[: bisect_right(sessions, until, key=lambda s: s.day)]
    if not past:
        return ()
    recent = _between(past, past[-1].day - timedelta(days=int(memory.value)), until)
    return recent if len(recent) >= least else past[-least:]


def _between(records: tuple[Record, ...], since: date, until: date) -> tuple[Record, ...]:
    """The records after `since` up to `until`; they are kept oldest first."""
    first, last = (bisect_right(records, day, key=lambda r: r.day) for day in (since, until))
    return records[first:last]


def judged(cases: Sequence[Case], knowledge: Knowledge, *, morning: bool = False) -> Judged:
    """The answer to every case, each from what was known on its own day; arrays (cases,).

    In the `morning` that is what was known on the evening before.
    """
    known = [as_of(history, today, knowledge, morning=morning) for history, today in cases]
    last = _last_days(cases, known, 1, knowledge)
    return Judged(last.kinds[:, -1], {name: on[:, -1] for name, on in last.on.items()})


def _last_days(
    cases: Sequence[Case], known: Sequence[Daily], size: int, knowledge: Knowledge
) -> Judged:
    """The answers of the last days of every case, of which this was known; arrays (cases, size).

    Cases of one weekday, of weeks that begin alike and of like length are judged together as a
    fleet: its rows must end on the same day of the week, and the longest decides what all of them
    cost.
    """
    kinds = np.full((len(cases), size), SILENT)
    on = {name: np.full(kinds.shape, np.nan) for name in SIGNALS}
    alike: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for index, ((_, today), days) in enumerate(zip(cases, known, strict=True)):
        length = days.days // int(knowledge.backtest.memory_days.value)
        alike[today.weekday(), days.week_start, length].append(index)
    for rows in alike.values():
        fleet = stack(_side_by_side([known[row] for row in rows]))
        base = ground(fleet, knowledge.signals)
        tracks = signals(fleet, knowledge.signals, base)
        now = state(fleet, tracks, knowledge.signals, knowledge.verdict, base)
        told = min(size, fleet.days)
        kinds[rows, -told:] = verdicts(now, knowledge.verdict)[..., -told:]
        for name, track in tracks.items():
            on[name][rows, -told:] = track.on[..., -told:]
    return Judged(kinds, on)


def _side_by_side(known: Sequence[Daily]) -> list[Daily]:
    """The days of every case, moved by whole weeks so that all end on one day."""
    last = max(days.day(-1) for days in known)
    return [replace(days, first_day=days.first_day + (last - days.day(-1))) for days in known]


def told(history: History, knowledge: Knowledge) -> Told:
    """The answer of every day from the first record to the last.

    From one record to the next nothing new is known, so the days between are read from the same
    case. Days out of reach of any record are not worked out: there is not enough data on them.
    """
    first, last = span(history)
    size = (last - first).days + 1
    constants = knowledge.verdict
    reach = int(max(constants.data_age_max_days.value, constants.flag_window_days.value))
    days = np.array(sorted({(day - first).days for day in recorded(history)}))
    stretches = np.minimum(np.diff(days, append=size), reach + 1)
    ends = [first + timedelta(days=int(day)) for day in days + stretches - 1]
    cases = [(history, end) for end in ends]
    known = [as_of(history, end, knowledge) for end in ends]
    some = _last_days(cases, known, int(stretches.max()), knowledge)
    # The last columns of each case, as many as its stretch is long, laid on its days.
    row = np.repeat(np.arange(days.size), stretches)
    back = np.concatenate([np.arange(-length, 0) for length in stretches])
    place = np.repeat(days + stretches, stretches) + back
    kinds = np.full(size, SILENT)
    kinds[place] = some.kinds[row, back]
    on = {name: np.full(size, np.nan) for name in some.on}
    for name, values in some.on.items():
        on[name][place] = values[row, back]
    return Told(first, Judged(kinds, on))


def span(history: History) -> tuple[date, date]:
    """The days of the first and the last record."""
    days = recorded(history)
    return min(days), max(days)


def recorded(history: History) -> list[date]:
    """The day of every record."""
    return [*(s.day for s in history.sessions), *(c.day for c in history.check_ins)]


def asks(answers: Judged) -> Bools:
    """Where a lighter week was advised, soon or now."""
    return np.isin(answers.kinds, (SOON, NOW))


def open_days(answers: Judged) -> Bools:
    """Where there were data enough for an answer."""
    return np.asarray(answers.kinds != SILENT)


def trials(
    history: History, days: Told, knowledge: Knowledge, chance: Generator
) -> list[tuple[str, int, Case]]:
    """Kinds of change, the column of a day, and that day with one recent run altered.

    The day is any that had an answer, the run any of the four weeks before it. `doubled` and
    `miles` (kilometres that were miles) are the two commonest faults of a record.
    """
    usable = np.flatnonzero(open_days(days.judged))
    window = timedelta(days=int(knowledge.verdict.coverage_window_days.value))
    tried: list[tuple[str, int, Case]] = []
    for change in CHANGES:
        for row in chance.permutation(usable)[: int(knowledge.backtest.trials.value)]:
            today = days.first_day + timedelta(days=int(row))
            runs = [s for s in history.runs if today - window < s.day <= today]
            run = runs[chance.integers(len(runs))]
            tried.append((change, int(row), (altered(history, run, change), today)))
    return tried


def altered(history: History, run: Session, change: str) -> History:
    """The history with one run removed, there twice, or in miles for kilometres."""
    others = [s for s in history.sessions if s is not run]
    if change == "removed":
        return replace(history, sessions=tuple(others))
    if change == "doubled":
        return replace(history, sessions=(*others, run, run))
    metres = None if run.distance_m is None else run.distance_m * M_PER_MILE / M_PER_KM
    return replace(history, sessions=(*others, replace(run, distance_m=metres)))


def moves(before: Codes, after: Codes) -> dict[str, Bools]:
    """How far an answer moved: not at all, one class of the ladder, more, or off the ladder."""
    place = np.full(len(KINDS), np.nan)
    place[list(LADDER)] = np.arange(len(LADDER))
    steps = np.abs(place[after] - place[before])
    same = before == after
    return {
        "same": same,
        "one_class": steps == 1,
        "more": steps > 1,
        "other": ~same & np.isnan(steps),
    }


def shuffled(history: History, chance: Generator) -> History:
    """The same weeks in another order: every week keeps its days, but not its place."""
    first, last = span(history)
    monday = week_of(first, MONDAY)
    count = (last - monday).days // DAYS_PER_WEEK + 1
    to = chance.permutation(count)

    def later(day: date) -> timedelta:
        week = (day - monday).days // DAYS_PER_WEEK
        return timedelta(weeks=int(to[week]) - week)

    return replace(
        history,
        sessions=tuple(replace(s, start=s.start + later(s.day)) for s in history.sessions),
        check_ins=tuple(replace(c, day=c.day + later(c.day)) for c in history.check_ins),
    )
