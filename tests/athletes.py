"""The universe of the tests: six named runners, drawn below, and the builders that make them.

Today is Sunday 17 November 2024. One column is a week from Monday to Sunday, in km; the newest
stands on the right, `.` is a week without any record, `x` an ordinary build week of 48 km.

    Anna   steady      x x x 24 x x x 24 x x x 24 x  x    two building weeks since the lighter one
    Ben    sore        x x x 24 x x x 24 x x x 24 x  x    as Anna; his left calf hurts since Tuesday
    Cleo   spiking     x x x x  x x x x  x x x x  x  54   never lighter; today 22 km instead of 16
    Dara   returning   x x x x  x x . .  . . . 16 20 24   back after five weeks of silence
    Eli    weekend     Saturday 8 and Sunday 14 km, fourteen weeks long, nothing in between
    Finn   silent      x x x 24 x x x 24 x x x .  .  .    no record for three weeks

An ordinary week runs 8, 10, 8, 6 and 16 km on Tuesday, Wednesday, Thursday, Saturday and Sunday,
at six minutes a kilometre, without heart rate or effort.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np
from numpy.random import default_rng

from unload.knowledge import load_knowledge
from unload.model.advice import Advice, Verdict
from unload.model.daily import Daily, Track
from unload.model.history import CheckIn, History, Race, Session, Side, SoreSpot, Sport
from unload.science.answer import answer
from unload.science.load import daily
from unload.science.pipeline import advise, red_flags
from unload.science.reasons import signals_today
from unload.science.signals import signals
from unload.science.verdict import State, state

K = load_knowledge()
TODAY = date(2024, 11, 17)
MONDAY = date(2024, 11, 11)
GRID_M = 500.0

Km = tuple[float, ...]
PLAIN: Km = (0, 8, 10, 8, 0, 6, 16)
WEEKEND: Km = (0, 0, 0, 0, 0, 8, 14)
EMPTY: Km = (0,) * 7


def run(
    day: date,
    km: float | None,
    *,
    minutes: float | None = None,
    hr: float | None = None,
    rpe: float | None = None,
    hard_min: float | None = None,
    sport: Sport = Sport.RUN,
) -> Session:
    """One session in the morning, at six minutes a kilometre where nothing else is said."""
    return Session(
        start=datetime(day.year, day.month, day.day, 8),
        sport=sport,
        duration_s=60 * (6 * (km or 10) if minutes is None else minutes),
        distance_m=None if km is None else 1000.0 * km,
        avg_hr=hr,
        rpe=rpe,
        hard_s=None if hard_min is None else 60 * hard_min,
    )


def scaled(week: Sequence[float], factor: float) -> Km:
    """The same week with every run shorter or longer."""
    return tuple(km * factor for km in week)


def running(*weeks: Sequence[float], last: date = MONDAY) -> tuple[Session, ...]:
    """Runs of whole weeks in km a day, the last of which begins on `last`; 0 is a day off."""
    first = last - timedelta(weeks=len(weeks) - 1)
    days = [km for week in weeks for km in week]
    return tuple(run(first + timedelta(n), km) for n, km in enumerate(days) if km)


def weekly(*totals: float, last: date = MONDAY) -> History:
    """A history of plain weeks scaled to these totals in km; 0 is a week without running."""
    return History(running(*(scaled(PLAIN, total / sum(PLAIN)) for total in totals), last=last))


def hurts(pain: float, region: str = "calf", side: Side = Side.LEFT, **more: float) -> SoreSpot:
    """A sore spot, the left calf unless another is named."""
    return SoreSpot(region, side, pain, **more)


def said(day: date, *spots: SoreSpot, **answers: float | bool) -> CheckIn:
    """A check-in in which the question for sore spots was answered."""
    return CheckIn(day, spots=spots, **answers)


def pains(*levels: float | None, until: date = TODAY, region: str = "calf") -> tuple[CheckIn, ...]:
    """One check-in a day up to `until`: the pain of one spot, or None for no check-in."""
    first = until - timedelta(len(levels) - 1)
    return tuple(
        said(first + timedelta(n), *([hurts(level, region)] if level else []))
        for n, level in enumerate(levels)
        if level is not None
    )


def days_of(history: History, today: date = TODAY) -> Daily:
    """What each day of a history held."""
    return daily(history, today, red_flags(history, today, K)[1], K.load)


def state_of(history: History, today: date = TODAY) -> State:
    """Everything the rules look at."""
    days = days_of(history, today)
    return state(days, signals(days, K.signals), K.signals, K.verdict)


def track(name: str, history: History, today: date = TODAY) -> Track:
    """One signal over all days."""
    return signals(days_of(history, today), K.signals)[name]


def on(name: str, history: History, today: date = TODAY) -> bool | None:
    """Today's answer of a signal: on, off or None for unknown."""
    told = track(name, history, today).on[-1]
    return None if np.isnan(told) else bool(told)


def verdict_of(history: History, today: date = TODAY) -> Verdict:
    """Today's verdict, without week or routine."""
    now = state_of(history, today)
    flags = red_flags(history, today, K)[0]
    return answer(now, signals_today(now, K.signals), flags, (K.signals, K.verdict))


def advice_of(history: History, today: date = TODAY, seed: int = 1) -> Advice:
    """The whole answer."""
    return advise(history, today, K, default_rng(seed), GRID_M)


def numbers_in(noun: object) -> Iterator[float]:
    """Every number inside a noun, however deep it stands."""
    if isinstance(noun, int | float | np.generic):
        yield float(noun)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from numbers_in(getattr(noun, field.name))
    elif isinstance(noun, dict) or hasattr(noun, "values"):
        for value in noun.values():
            yield from numbers_in(value)
    elif isinstance(noun, tuple | list):
        for value in noun:
            yield from numbers_in(value)


STEADY = (48, 48, 48, 24, 48, 48, 48, 24, 48, 48, 48, 24, 48, 48)
ANNA = weekly(*STEADY)
BEN = replace(ANNA, check_ins=pains(*[0] * 28, 3, 0, 4, 4, 3, 2))
CLEO = History(running(*[PLAIN] * 13, (0, 8, 10, 8, 0, 6, 22)))
DARA = weekly(*[48] * 6, *[0] * 5, 16, 20, 24)
ELI = History(running(*[WEEKEND] * 14))
FINN = History(weekly(*STEADY[:11], last=MONDAY - timedelta(weeks=3)).sessions)
MARATHON = Race(date(2025, 4, 21), 42_195)


def sore(*levels: float | None) -> History:
    """Anna with four calm weeks and then these days of calf pain, the last one today."""
    return replace(ANNA, check_ins=pains(*[0] * 28, *levels))
