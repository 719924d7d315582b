"""Laws of feeling worse: more pain, fatigue or illness never gives a harder answer.

Harder means more running in the coming days. In the order of what an answer lets the runner do:
see someone (none), unload now (about half, from tomorrow), already unloading (stay light), taper
(its own lighter weeks), unload soon (a step-back from a Monday), train on (as planned), not enough
data (nothing is asked, so the runner goes on as before). Within unload soon the earlier Monday is
the softer answer.

The laws speak of the newest days. Of earlier ones it would be false, and rightly so: more pain
three weeks ago is a higher baseline, against which today's pain is no longer a rise, and a worse
sleep the day before yesterday makes today's less unusual.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laws.states import DAYS, K, advised, calm, histories, in_place_of, place, spots
from unload.model.advice import Advice, VerdictKind
from unload.model.history import WELLNESS_ITEMS, CheckIn, History, Side, SoreSpot
from unload.science.pipeline import shown

HARDNESS = (
    VerdictKind.SEE_SOMEONE,
    VerdictKind.UNLOAD_NOW,
    VerdictKind.ALREADY_UNLOADING,
    VerdictKind.TAPER,
    VerdictKind.UNLOAD_SOON,
    VerdictKind.TRAIN_ON,
    VerdictKind.NOT_ENOUGH_DATA,
)
HARD = (VerdictKind.UNLOAD_SOON, VerdictKind.TRAIN_ON)
WINDOW = int(K.signals.spot_window_days.value)
RECENT = int(K.signals.wellness_recent_days.value)


def hardness(advice: Advice) -> tuple[int, int]:
    """How much running the answer allows, and how late it asks for less."""
    verdict = advice.verdict
    dated = verdict.kind in (VerdictKind.UNLOAD_SOON, VerdictKind.TRAIN_ON)
    by = verdict.by.toordinal() if dated and verdict.by else 0
    return HARDNESS.index(verdict.kind), by


def assert_no_harder(better: Advice, worse: Advice) -> None:
    """No harder answer, and where both write a week, no more distance in it."""
    assert hardness(worse) <= hardness(better)
    weeks = [shown(a, force=False) for a in (better, worse)]
    if weeks[0] is not None and weeks[1] is not None:
        assert weeks[1].after.distance_m <= weeks[0].after.distance_m


def on_day(history: History, day: date) -> CheckIn | None:
    return next((c for c in history.check_ins if c.day == day), None)


def lower(check_in: CheckIn, item: str, by: float) -> CheckIn:
    now = getattr(check_in, item)
    return replace(check_in, **{item: max((5.0 if now is None else now) - by, 1.0)})


def sorer(spot: SoreSpot, by: float) -> SoreSpot:
    morning = spot.next_morning
    return replace(
        spot,
        pain=min(spot.pain + by, 10.0),
        next_morning=None if morning is None else min(morning + by, 10.0),
    )


@given(histories(), DAYS, st.sets(st.sampled_from(WELLNESS_ITEMS), min_size=1), st.integers(0, 4))
def test_a_worse_morning_never_gives_a_harder_answer(
    history: History, today: date, items: set[str], by: int
) -> None:
    """Lower marks for sleep, fatigue, soreness, stress or mood today (X6)."""
    better = on_day(history, today) or CheckIn(today)
    worse = better
    for item in sorted(items):
        worse = lower(worse, item, by)
    assert_no_harder(
        advised(in_place_of(history, better), today), advised(in_place_of(history, worse), today)
    )


@given(histories(), DAYS, st.integers(0, RECENT - 1))
def test_illness_never_gives_a_harder_answer(history: History, today: date, ago: int) -> None:
    """Ill on any of the last days, instead of well or unasked (X6, X15)."""
    day = today - timedelta(days=ago)
    worse = replace(on_day(history, day) or CheckIn(day), ill=True)
    assert_no_harder(advised(history, today), advised(in_place_of(history, worse), today))


@given(histories(), DAYS, st.integers(0, WINDOW - 1), st.sampled_from([0.5, 1.0, 3.0, 10.0]))
def test_more_pain_never_gives_a_harder_answer(
    history: History, today: date, ago: int, by: float
) -> None:
    """Every spot named on the last days hurts more, by day and on the morning after (X6)."""
    worse = history
    for back in range(ago + 1):
        check_in = on_day(history, today - timedelta(days=back))
        if check_in is not None and check_in.spots:
            spots_now = tuple(sorer(spot, by) for spot in check_in.spots)
            worse = in_place_of(worse, replace(check_in, spots=spots_now))
    assert_no_harder(advised(history, today), advised(worse, today))


@given(histories(), DAYS, st.integers(0, WINDOW - 1), spots())
def test_one_more_sore_spot_never_gives_a_harder_answer(
    history: History, today: date, ago: int, spot: SoreSpot
) -> None:
    """A spot more on a day on which sore spots were asked for (X6)."""
    day = today - timedelta(days=ago)
    asked = on_day(history, day) or CheckIn(day)
    asked = replace(asked, spots=asked.spots or ())
    worse = replace(asked, spots=(*(asked.spots or ()), spot))
    assert_no_harder(
        advised(in_place_of(history, asked), today), advised(in_place_of(history, worse), today)
    )


@given(histories(), DAYS, st.integers(1, WINDOW))
def test_more_sore_days_never_give_a_harder_answer(
    history: History, today: date, days: int
) -> None:
    """A calf at 4 of 10 on the last one, two, ... seven days, in a history without other pain."""
    better = worse = calm(history)
    for back in range(WINDOW):
        day = today - timedelta(days=back)
        asked = replace(on_day(better, day) or CheckIn(day), spots=())
        better, worse = in_place_of(better, asked), in_place_of(worse, asked)
    spot = SoreSpot(region="calf", side=Side.LEFT, pain=4.0)
    for back in range(days):
        check_in = on_day(worse, today - timedelta(days=back))
        assert check_in is not None
        before, worse = worse, in_place_of(worse, replace(check_in, spots=(spot,)))
        assert_no_harder(advised(before, today), advised(worse, today))


@given(
    histories(),
    DAYS,
    st.integers(3, 56),
    st.lists(spots(), min_size=1, max_size=3, unique_by=place),
    st.sampled_from([{}, {"ill": True}, dict.fromkeys(WELLNESS_ITEMS, 1.0)]),
)
def test_whoever_jokes_is_told_to_do_less(
    history: History, today: date, days: int, named: list[SoreSpot], more: dict[str, Any]
) -> None:
    """Ten of ten on every day, with whatever else: a softer answer, and nothing lost (X21).

    In a history without other pain: a joke of earlier days stands in the place of what was said.
    """
    history = calm(history)
    worst = tuple(replace(spot, pain=10.0, next_morning=None, at_rest=None) for spot in named)
    joking = history
    for back in range(days):
        joking = in_place_of(joking, CheckIn(today - timedelta(days=back), spots=worst, **more))
    advice = advised(joking, today)
    assert_no_harder(advised(history, today), advice)
    assert advice.verdict.kind not in HARD
    assert min(days, 28) <= advice.coverage.check_ins


@given(histories(), DAYS, st.integers(1, 30).map(float))
def test_a_faster_resting_heart_never_gives_a_harder_answer(
    history: History, today: date, by: float
) -> None:
    """A higher resting heart rate this morning; it supports and brings the week forward."""
    better = on_day(history, today) or CheckIn(today)
    better = replace(better, resting_hr=better.resting_hr or 48.0)
    worse = replace(better, resting_hr=(better.resting_hr or 48.0) + by)
    assert_no_harder(
        advised(in_place_of(history, better), today), advised(in_place_of(history, worse), today)
    )
