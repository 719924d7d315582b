"""A runner's own weeks: what would have been advised, what was done, and what followed."""

from datetime import date, timedelta

import numpy as np
from numpy.random import Generator

from unload.model.constants import Knowledge
from unload.model.daily import Array, Bools, Daily
from unload.model.history import History
from unload.model.judged import Codes
from unload.model.proof import Audit, AuditWeek, Done
from unload.model.units import DAYS_PER_WEEK
from unload.science.backtest import LADDER, NOW, SOON, judged, span
from unload.science.hits import chance_of
from unload.science.load import daily
from unload.science.verdict import KINDS
from unload.science.weeks import WeekTracks, week_tracks

LIGHTER = (Done.UNLOADED, Done.STEPPED_BACK, Done.EMPTY)


def audit(history: History, until: date, knowledge: Knowledge, chance: Generator) -> Audit:
    """The last year of whole weeks up to `until`.

    The answer to a week is that of its first morning, from the records before it; what was
    done and what followed is told with everything known today.
    """
    days = daily(history, until, frozenset(), knowledge.load)
    ends = _ends(history, days, int(knowledge.backtest.audit_weeks.value))
    if not ends:
        return Audit((), 0, 0, None, None, None, knowledge.version)
    firsts = [days.day(column - DAYS_PER_WEEK + 1) for column in ends]
    kinds = judged([(history, first) for first in firsts], knowledge, morning=True).kinds
    tracks = week_tracks(days, knowledge.signals)
    weeks = tuple(
        _week(column, int(kind), (days, tracks), knowledge)
        for column, kind in zip(ends, kinds, strict=True)
    )
    return _summed(weeks, kinds, knowledge, chance)


def _ends(history: History, days: Daily, wanted: int) -> list[int]:
    """The columns on which the last whole weeks end, with a day known before it."""
    last = (span(history)[1] - days.first_day).days
    columns = np.arange(days.days)
    whole = (days.in_week() == DAYS_PER_WEEK - 1) & (columns >= DAYS_PER_WEEK) & (columns <= last)
    return [int(column) for column in np.flatnonzero(whole)[-wanted:]]


def _week(
    column: int, kind: int, found: tuple[Daily, WeekTracks], knowledge: Knowledge
) -> AuditWeek:
    days, tracks = found
    usual = _known(tracks.usual_week_m[column])
    after = _after(column, days, knowledge)
    return AuditWeek(
        first_day=days.day(column) - timedelta(days=DAYS_PER_WEEK - 1),
        kind=KINDS[kind],
        done=done(column, tracks),
        run_m=_known(tracks.so_far_m[column]),
        usual_m=usual,
        complaints=None if after is None else _complaints(days, after, knowledge),
        missed=None if after is None else _missed(days.run_m[after]),
        volume=None if after is None or not usual else _volume(days.run_m[after], usual),
    )


def done(column: int, tracks: WeekTracks) -> Done:
    if not tracks.known[column]:
        return Done.UNKNOWN
    if not tracks.active[column]:
        return Done.EMPTY
    if tracks.unloaded[column]:
        return Done.UNLOADED
    return Done.STEPPED_BACK if tracks.stepped_back[column] else Done.USUAL


def _after(column: int, days: Daily, knowledge: Knowledge) -> slice | None:
    """The days of the weeks after a week's last day; None while they are not over."""
    size = int(knowledge.backtest.audit_after_weeks.value) * DAYS_PER_WEEK
    over = column + size < days.days
    return slice(column + 1, column + 1 + size) if over else None


def _complaints(days: Daily, after: slice, knowledge: Knowledge) -> int | None:
    """Days with a sore spot at or above the limit; None where nobody was asked."""
    pain = days.pain[:, after]
    if np.isnan(pain).all():
        return None
    return int((pain >= knowledge.signals.spot_pain_min.value).any(axis=0).sum())


def _missed(run_m: Array) -> int:
    """Weeks without a recorded run."""
    return int((np.nan_to_num(run_m).reshape(-1, DAYS_PER_WEEK).sum(axis=1) <= 0).sum())


def _volume(run_m: Array, usual_m: float) -> float:
    """The mean week of some days against the usual one."""
    weeks = np.nan_to_num(run_m).reshape(-1, DAYS_PER_WEEK).sum(axis=1)
    return float(weeks.mean() / usual_m)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _summed(
    weeks: tuple[AuditWeek, ...], kinds: Codes, knowledge: Knowledge, chance: Generator
) -> Audit:
    asked = np.isin(kinds, (SOON, NOW))
    taken = np.array([week.done in LIGHTER for week in weeks])
    told = np.isin(kinds, LADDER) & np.array([week.missed is not None for week in weeks])
    trouble = np.array([bool(week.missed) or bool(week.complaints) for week in weeks])
    ours, others = told & asked, told & ~asked
    least = knowledge.backtest.audit_cases_min.value
    enough = min(np.count_nonzero(ours), np.count_nonzero(others)) >= least
    orders = int(knowledge.backtest.shuffles.value)
    return Audit(
        weeks=weeks,
        advised=int(asked.sum()),
        taken=int((asked & taken).sum()),
        trouble=float(trouble[ours].mean()) if enough else None,
        other_trouble=float(trouble[others].mean()) if enough else None,
        chance=_by_chance(trouble[told], asked[told], orders, chance) if enough else None,
        knowledge_version=knowledge.version,
        asked=int(ours.sum()),
        others=int(others.sum()),
    )


def _by_chance(trouble: Bools, asked: Bools, orders: int, chance: Generator) -> float:
    """How often weeks in random order differ as much, either way, as the advised ones do."""

    def apart(labels: Bools) -> Array:
        ours = (trouble & labels).sum(axis=-1) / labels.sum(axis=-1)
        others = (trouble & ~labels).sum(axis=-1) / (~labels).sum(axis=-1)
        return np.asarray(np.abs(ours - others))

    null = apart(chance.permuted(np.tile(asked, (orders, 1)), axis=1))
    return chance_of(float(apart(asked)), null)
