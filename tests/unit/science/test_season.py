"""The season: the verdict's date first, then 3:1 or 2:1, up to a taper that is left alone."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from athletes import (
    ANNA,
    BEN,
    CLEO,
    FINN,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    running,
    state_of,
    verdict_of,
    weekly,
)
from unload.model.advice import VerdictKind
from unload.model.history import History, Race, Runner
from unload.model.season import Season, Stage
from unload.science.season import season, slow_returns

WEEK = timedelta(weeks=1)
RACE = date(2025, 4, 20)  # a Sunday, 22 weeks on
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
CONSTANTS = (K.week, K.verdict)
SLOW = weekly(48, 48, 48, 48, 24, 38, 48, 48, 48, 24, 38, 48, 48)


def drawn(
    history: History, race: date = RACE, today: date = TODAY, *, prone: bool = False
) -> Season:
    """The season of a history that knows its race."""
    raced = replace(history, race=Race(race, 42_195))
    verdict = verdict_of(raced, today)
    return season(state_of(raced, today), verdict, race, CONSTANTS, prone=prone)


def keys(made: Season) -> list[str]:
    return [made.says.key, *(note.key for note in made.notes)]


def test_the_next_lighter_week_is_the_verdict_s() -> None:
    """Anna's is due by the date she is told; those after it stand four weeks apart."""
    by = verdict_of(ANNA).by
    light = drawn(ANNA).first_days(Stage.LIGHTER)
    assert by == light[0]
    assert {4 * WEEK} == {later - one for one, later in pairwise(light)}


def test_a_move_by_the_verdict_is_never_silent() -> None:
    """Ben's calf asks for tomorrow; the calendar alone would have said later."""
    made = drawn(BEN)
    assert MONDAY + WEEK == made.first_days(Stage.LIGHTER)[0]
    moved = next(note for note in made.notes if note.key == "season.moved")
    assert {"alone": MONDAY + 2 * WEEK, "by": MONDAY + WEEK} == dict(moved.values)


def test_where_both_agree_nothing_is_said() -> None:
    """Cleo has built for thirteen weeks, and her leap leaves no time: both say the next Monday."""
    assert "season.moved" not in keys(drawn(CLEO))
    assert MONDAY + WEEK == drawn(CLEO).first_days(Stage.LIGHTER)[0]


def test_the_taper_is_left_alone() -> None:
    """Three weeks before the race, the race in the last of them, and no lighter week among them."""
    made = drawn(ANNA)
    assert (RACE - timedelta(6),) == made.first_days(Stage.RACE)
    taper = made.first_days(Stage.TAPER)
    assert (taper[0], 3) == (date(2025, 3, 24), len(taper))
    assert max(made.first_days(Stage.LIGHTER)) < taper[0]
    assert "season.taper" in keys(made)


def test_no_calendar_week_touches_the_taper() -> None:
    """It is left out, and that is said."""
    found = [drawn(ANNA, RACE + n * WEEK) for n in range(4)]
    touching = [made for made in found if "season.before_taper" in keys(made)]
    assert 1 == len(touching)
    for made in found:
        assert made.first_days(Stage.TAPER)[0] - WEEK not in made.first_days(Stage.LIGHTER)


def test_those_who_return_slowly_get_two_to_one() -> None:
    """After both of her lighter weeks the next one stayed at 38 of 48 km."""
    assert (2, 2) == slow_returns(state_of(SLOW), K.week)
    made = drawn(SLOW)
    assert (2, "season.rule_slow") == (made.building_weeks, made.says.key)
    light = made.first_days(Stage.LIGHTER)
    assert {3 * WEEK} == {later - one for one, later in pairwise(light)}


def test_quick_returns_and_single_ones_stay_at_three() -> None:
    """Anna was back at once; one slow return is no habit."""
    slow, counted = slow_returns(state_of(ANNA), K.week)
    assert (0, 3) == (slow, counted)
    once = weekly(48, 48, 48, 48, 24, 38, 48, 48)
    assert (1, 1) == slow_returns(state_of(once), K.week)
    assert 3 == drawn(once).building_weeks == drawn(ANNA).building_weeks


def test_the_runner_s_own_word_counts() -> None:
    """Hurt easily: two to one."""
    made = drawn(ANNA, prone=True)
    assert (2, "season.rule_said") == (made.building_weeks, made.says.key)


def test_a_lighter_week_under_way_is_the_first() -> None:
    """The count begins after it."""
    made = drawn(weekly(48, 48, 48, 48, 24))
    assert (MONDAY, MONDAY + 4 * WEEK) == made.first_days(Stage.LIGHTER)[:2]
    assert "season.this_week" in keys(made)


def test_where_the_count_is_not_known_it_begins_now() -> None:
    """And that is said; where only the verdict is silent, the calendar is taken."""
    made = drawn(History(running(PLAIN[:3], last=MONDAY)), today=MONDAY + timedelta(2))
    assert MONDAY + 3 * WEEK == made.first_days(Stage.LIGHTER)[0]
    assert "season.unknown" in keys(made)
    assert VerdictKind.NOT_ENOUGH_DATA is verdict_of(FINN).kind
    assert "season.unknown" not in keys(drawn(FINN))


def test_somebody_who_has_to_be_seen_has_no_season() -> None:
    """It can wait."""
    made = drawn(replace(ANNA, runner=FEVER))
    assert ((), "season.see_someone") == (made.weeks, made.says.key)


def test_a_race_next_week_leaves_nothing_to_suggest() -> None:
    """The taper is the lighter week."""
    made = drawn(ANNA, TODAY + timedelta(8))
    assert () == made.first_days(Stage.LIGHTER)
    assert "season.none" in keys(made)


@pytest.mark.parametrize(("ahead", "monday"), [(1, MONDAY), (3, MONDAY), (4, MONDAY + WEEK)])
def test_a_week_from_within_a_week_is_where_most_of_it_is(ahead: int, monday: date) -> None:
    """From Tuesday or Thursday on it is mostly this week, from Friday on mostly the next."""
    today = MONDAY + timedelta(ahead - 1)
    verdict = replace(verdict_of(BEN), by=MONDAY + timedelta(ahead))
    state = state_of(BEN, today)
    assert monday == season(state, verdict, RACE, CONSTANTS).first_days(Stage.LIGHTER)[0]


@given(st.integers(0, 400), st.booleans())
def test_every_season_ends_in_its_race(ahead: int, prone: bool) -> None:
    """One race week, every week once, no two lighter ones side by side (a law)."""
    made = drawn(ANNA, TODAY + timedelta(ahead), prone=prone)
    mondays = [week.first_day for week in made.weeks]
    assert [Stage.RACE] == [week.stage for week in made.weeks if week.stage is Stage.RACE]
    assert Stage.RACE is made.weeks[-1].stage
    assert [WEEK] * (len(mondays) - 1) == [later - one for one, later in pairwise(mondays)]
    light = made.first_days(Stage.LIGHTER)
    assert all(later - one > 2 * WEEK for one, later in pairwise(light))


def test_everything_it_says_has_words() -> None:
    """Every key of every season above."""
    seasons = [drawn(h) for h in (ANNA, BEN, CLEO, FINN, SLOW)] + [drawn(ANNA, prone=True)]
    assert {key for made in seasons for key in keys(made)} <= set(K.text)
