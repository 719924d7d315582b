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
    weeks = tuple(_weeks(today, race_day, taper, light))
    tapers = [week.monday for week in weeks if week.stage is Stage.TAPER]
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
    """The Monday of the next lighter week, and how it comes to stand there."""
    monday = _monday(state.days.day(-1))
    if verdict.kind is VerdictKind.ALREADY_UNLOADING:
        return monday, [Phrase("season.this_week")]
    alone = _by_calendar(state, rule, monday)
    if verdict.by is None:
        start = monday + rule.building * WEEK if alone is None else alone
        return start, [Phrase("season.unknown")] if alone is None else []
    by = _most_of(verdict.by)
    if alone is None or alone == by:
        return by, []
    return by, [Phrase("season.moved", {"alone": alone, "by": by})]


def _by_calendar(state: State, rule: Rule, monday: date) -> date | None:
    """Where the count of building weeks alone would put it; None where it is not known."""
    built = state.tracks["build_weeks"].value[-1]
    if np.isnan(built):
        return None
    newest = state.days.day(newest_day(state.days))
    counted = _monday(newest + timedelta(days=1))
    return max(counted + max(rule.building - int(built), 0) * WEEK, monday)


def _spaced(first: date, taper: date, rule: Rule) -> tuple[set[date], date | None]:
    """The Mondays of the lighter weeks before the taper, and one that would touch it."""
    light = {first}
    monday = first + (rule.building + 1) * WEEK
    while monday + WEEK <= taper:
        if monday + WEEK + WEEK > taper:
            return light, monday
        light.add(monday)
        monday += (rule.building + 1) * WEEK
    return light, None


def _weeks(today: date, race_day: date, taper: date, light: set[date]) -> Iterator[SeasonWeek]:
    monday = _monday(today)
    while monday <= race_day:
        sunday = monday + WEEK - timedelta(days=1)
        if sunday >= race_day:
            yield SeasonWeek(monday, Stage.RACE)
        elif sunday >= taper:
            yield SeasonWeek(monday, Stage.TAPER)
        else:
            yield SeasonWeek(monday, Stage.LIGHTER if monday in light else Stage.BUILD)
        monday += WEEK


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _most_of(by: date) -> date:
    """The Monday of the calendar week that holds most of the seven days from `by`."""
    monday, gone = _monday(by), by.weekday()
    return monday if DAYS_PER_WEEK - gone > gone else monday + WEEK
