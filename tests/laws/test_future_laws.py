"""Laws of the futures: bands in order, arms that differ by the week alone, one answer per seed."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from numpy.random import default_rng

from laws.states import DAYS, K, advised, histories
from laws.test_same_laws import in_miles
from unload.model.advice import Arm, Futures, VerdictKind
from unload.model.history import History, Race
from unload.model.plan import UnloadingWeek
from unload.science.futures import wondering

AHEAD = st.sampled_from([None, -3, 0, 1, 4, 8, 21, 100, 182, 400])
METRES = st.sampled_from([400.0, 5000.0, 21097.5, 42195.0, 160_000.0])


def racing(history: History, today: date, ahead: int | None, metres: float) -> History:
    race = None if ahead is None else Race(today + timedelta(days=ahead), metres)
    return replace(history, race=race)


def told(history: History, week: UnloadingWeek | None, today: date) -> Futures | None:
    return wondering(history, week, today, K.futures, default_rng(5))[1]


def in_order(arm: Arm, size: int) -> bool:
    bands = list(zip(arm.low, arm.middle, arm.high, strict=True))
    return len(bands) == size and all(low <= middle <= high for low, middle, high in bands)


@given(histories(), DAYS, AHEAD, METRES)
def test_bands_stand_in_order_on_every_day(
    history: History, today: date, ahead: int | None, metres: float
) -> None:
    """Low, middle, high; days that go forward from today to the race; stops that cost something."""
    advice = advised(racing(history, today, ahead, metres), today)
    futures = advice.futures
    stopped = advice.verdict.kind is VerdictKind.SEE_SOMEONE
    assert (futures is None) == (ahead == 0 or stopped)
    if futures is None:
        return
    days = futures.days
    assert today == days[0]
    assert sorted(set(days)) == list(days)
    assert all(
        in_order(arm, len(days)) for arm in (futures.with_week, futures.without, futures.change)
    )
    end = futures.without.middle[-1]
    for stop in futures.stops:
        assert stop.low <= stop.high
        assert (stop.low > end) if futures.unit == "s" else (stop.high < end)


@given(histories(), DAYS, AHEAD, METRES)
def test_the_arms_are_equal_where_the_week_changes_nothing(
    history: History, today: date, ahead: int | None, metres: float
) -> None:
    """No week, or one that is what it was before: the same two bands to the last digit."""
    asked = racing(history, today, ahead if ahead is None or ahead > 0 else 1, metres)
    week = advised(asked, today).week
    same = None if week is None else replace(week, after=week.before)
    for nothing in (None, same):
        futures = told(asked, nothing, today)
        assert futures is not None
        assert futures.with_week == futures.without


@given(histories(), DAYS)
def test_the_same_seed_gives_the_same_futures(history: History, today: date) -> None:
    """To the last digit."""
    assert advised(history, today).futures == advised(history, today).futures


@given(histories(), DAYS)
def test_miles_and_kilometres_have_one_future(history: History, today: date) -> None:
    """Distances that went through miles and back move no band by a second."""
    miles = replace(history, sessions=tuple(map(in_miles, history.sessions)))
    one, other = advised(history, today).futures, advised(miles, today).futures
    assert (one is None) == (other is None)
    if one is None or other is None:
        return
    assert (one.unit, one.days, one.lighter) == (other.unit, other.days, other.lighter)
    for left, right in ((one.with_week, other.with_week), (one.without, other.without)):
        pairs = zip((*left.low, *left.high), (*right.low, *right.high), strict=True)
        assert max(abs(a - b) for a, b in pairs) < (0.01 if one.unit == "s" else 1e-9)
