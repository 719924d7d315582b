"""The season: where lighter weeks fall until race day, from the verdict's date on.

The next lighter week is the verdict's; the calendar only spaces those after it. The taper is
lighter by itself and is left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from unload.model.advice import Verdict, VerdictKind
from unload.model.constants import VerdictConstants, WeekConstants
from unload.model.evidence import Constant
from unload.model.phrase import Phrase
from unload.model.season import Season, SeasonWeek, Stage
from unload.model.units import DAYS_PER_WEEK
from unload.model.week_start import place_in_week, week_of
from unload.science.reasons import newest_day
from unload.science.verdict import State

WEEK = timedelta(days=DAYS_PER_WEEK)
Constants = tuple[WeekConstants, VerdictConstants]


@dataclass(frozen=True, slots=True)
class Rule:
    """How many building weeks stand between two lighter ones, and why so many."""

    building: int
    says: Phrase
    constants: tuple[Constant, ...]


def season(
    state: State, verdict: Verdict, race_day: date, constants: Constants, *, prone: bool = False
) -> Season:
    """The weeks up to the race; `prone` is the runner's own word for being hurt easily."""
    c, today = constants[0], state.days.day(-1)
    rule = spacing(state, c, prone)
    if verdict.kind is VerdictKind.SEE_SOMEONE:
        says = Phrase("season.see_someone")
        return Season(today, race_day, rule.building, says, (), (), rule.constants)
    taper = race_day - timedelta(days=int(constants[1].taper_window_days.value))
    first, notes = _next(state, verdict, rule)
    light, left_out = _spaced(first, taper, rule)
    if left_out:
        notes = [*notes, Phrase("season.before_taper", {"day": left_out})]
    weeks = tuple(_weeks(week_of(today, state.days.week_start), race_day, taper, light))
    tapers = [week.first_day for week in weeks if week.stage is Stage.TAPER]
    if tapers:
        notes = [*notes, Phrase("season.taper", {"day": tapers[0]})]
    if not any(week.stage is Stage.LIGHTER for week in weeks):
        notes = [*notes, Phrase("season.none")]
    used = (*rule.constants, constants[1].taper_window_days)
    return Season(today, race_day, rule.building, rule.says, weeks, tuple(notes), used)


def spacing(state: State, c: WeekConstants, prone: bool) -> Rule:
    """Three building weeks to a lighter one; two for those who return slowly or say so."""
    slow, counted = slow_returns(state, c)
    often = counted >= c.season_returns_min.value and slow >= c.season_slow_share.value * counted
    short = (c.season_building_weeks_short, c.season_return_share, c.season_slow_share)
    building = int(c.season_building_weeks_short.value)
    if prone:
        return Rule(building, Phrase("season.rule_said", {"building": building}), short[:1])
    if often:
        share = c.season_return_share.value
        values = {"building": building, "slow": slow, "counted": counted, "share": share}
        return Rule(building, Phrase("season.rule_slow", values), short)
    building = int(c.season_building_weeks.value)
    return Rule(building, Phrase("season.rule", {"building": building}), (c.season_building_weeks,))


def slow_returns(state: State, c: WeekConstants) -> tuple[int, int]:
    """After how many lighter weeks the next one stayed low, and after how many that is known."""
    weeks = state.weeks
    light = np.flatnonzero(weeks.unloaded)
    light = light[light + DAYS_PER_WEEK < state.days.days]
    after, usual = weeks.so_far_m[light + DAYS_PER_WEEK], weeks.usual_week_m[light]
    known = ~np.isnan(after) & ~np.isnan(usual)
    slow = after[known] < c.season_return_share.value * usual[known]
    return int(slow.sum()), int(known.sum())


def _next(state: State, verdict: Verdict, rule: Rule) -> tuple[date, list[Phrase]]:
    """The first day of the next lighter week, and how it comes to stand there."""
    this = week_of(state.days.day(-1), state.days.week_start)
    if verdict.kind is VerdictKind.ALREADY_UNLOADING:
        return this, [Phrase("season.this_week")]
    alone = _by_calendar(state, rule, this)
    if verdict.by is None:
        start = this + rule.building * WEEK if alone is None else alone
        return start, [Phrase("season.unknown")] if alone is None else []
    by = _most_of(verdict.by, state.days.week_start)
    if alone is None or alone == by:
        return by, []
    return by, [Phrase("season.moved", {"alone": alone, "by": by})]


def _by_calendar(state: State, rule: Rule, this: date) -> date | None:
    """Where the count of building weeks alone would put it; None where it is not known."""
    built = state.tracks["build_weeks"].value[-1]
    if np.isnan(built):
        return None
    newest = state.days.day(newest_day(state.days))
    counted = week_of(newest + timedelta(days=1), state.days.week_start)
    return max(counted + max(rule.building - int(built), 0) * WEEK, this)


def _spaced(first: date, taper: date, rule: Rule) -> tuple[set[date], date | None]:
    """The first days of the lighter weeks before the taper, and one that would touch it."""
    light = {first}
    start = first + (rule.building + 1) * WEEK
    while start + WEEK <= taper:
        if start + WEEK + WEEK > taper:
            return light, start
        light.add(start)
        start += (rule.building + 1) * WEEK
    return light, None


def _weeks(first: date, race_day: date, taper: date, light: set[date]) -> Iterator[SeasonWeek]:
    start = first
    while start <= race_day:
        end = start + WEEK - timedelta(days=1)
        if end >= race_day:
            yield SeasonWeek(start, Stage.RACE)
        elif end >= taper:
            yield SeasonWeek(start, Stage.TAPER)
        else:
            yield SeasonWeek(start, Stage.LIGHTER if start in light else Stage.BUILD)
        start += WEEK


def _most_of(by: date, week_start: int) -> date:
    """The first day of the calendar week that holds most of the seven days from `by`."""
    start, gone = week_of(by, week_start), place_in_week(by, week_start)
    return start if DAYS_PER_WEEK - gone > gone else start + WEEK
