"""The weeks that were: each judged against those before it, and nothing known that is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import ANNA, BEN, FINN, MONDAY, TODAY, K, days_of, run, weekly
from unload.model.history import History
from unload.model.past import Past
from unload.model.proof import Done
from unload.science.past import past


def seen(history: History, count: int = 4, days: int = 0) -> Past:
    """The last weeks, as they are `days` after today."""
    return past(days_of(history, TODAY + timedelta(days)), K, count)


def test_weeks_end_on_sunday_and_the_last_one_stands_last() -> None:
    """Anna: a lighter week of 24 km, then two of 48; each against the mean of those before."""
    found = seen(ANNA, 3)
    assert [Done.UNLOADED, Done.USUAL, Done.USUAL] == [week.done for week in found.weeks]
    assert [24_000, 48_000, 48_000] == pytest.approx([week.run_m for week in found.weeks])
    assert MONDAY == found.weeks[-1].first_day
    assert (True, 16_000) == (found.weeks[-1].whole, pytest.approx(found.weeks[-1].longest_m))
    assert 48_000 == pytest.approx(found.weeks[0].usual_m)
    assert TODAY == found.today


def test_a_lighter_week_is_not_called_monotonous() -> None:
    """It has neither monotony nor strain; the weeks beside it have both."""
    lighter, usual, _ = seen(ANNA, 3).weeks
    assert (None, None) == (lighter.monotony, lighter.strain)
    assert usual.monotony is not None
    assert usual.strain == pytest.approx((usual.load_au or 0) * usual.monotony)


def test_load_is_the_sum_of_the_week_and_its_means_lag_behind() -> None:
    """The fast mean falls more than the slow one in a lighter week."""
    before, lighter, after = seen(ANNA, 6).weeks[2:5]
    days = days_of(ANNA)
    assert days.load_au[-7:].sum() == pytest.approx(seen(ANNA, 1).weeks[0].load_au)
    fast, slow = (
        [getattr(week, name) for week in (before, lighter, after)]
        for name in ("fast_au", "slow_au")
    )
    assert fast[0] - fast[1] > slow[0] - slow[1] > 0
    assert fast[2] > fast[1]


def test_the_week_under_way_is_not_judged() -> None:
    """What was run so far, no kind and no monotony."""
    more = History((*ANNA.sessions, run(TODAY + timedelta(2), 9)))
    week = seen(more, 2, 2).weeks[-1]
    assert (False, Done.UNKNOWN, 9_000) == (week.whole, week.done, week.run_m)
    assert (MONDAY + timedelta(7), None, None) == (week.first_day, week.monotony, week.strain)


def test_weeks_without_a_record_are_not_known() -> None:
    """Finn has been silent for three; no load is made up for them."""
    weeks = seen(FINN, 4).weeks
    assert [Done.USUAL, *[Done.UNKNOWN] * 3] == [week.done for week in weeks]
    for week in weeks[1:]:
        known = (week.run_m, week.longest_m, week.load_au, week.slow_au, week.fast_au)
        assert (None,) * 5 == known


def test_sore_days_are_counted_where_somebody_was_asked() -> None:
    """Ben's calf was at 3 or more on three days of this week; Anna was never asked."""
    assert 4 == seen(BEN, 1).weeks[0].sore_days
    assert seen(ANNA, 1).weeks[0].sore_days is None


def test_a_week_of_illness_says_so() -> None:
    """Days ill by the check-ins."""
    ill = tuple(
        replace(BEN.check_ins[0], day=TODAY - timedelta(n), spots=None, ill=True) for n in range(4)
    )
    assert seen(replace(ANNA, check_ins=ill), 1).weeks[0].ill


def test_the_first_week_may_be_cut() -> None:
    """A record that begins on a Wednesday does not know that week; it is named all the same."""
    late = History(tuple(s for s in weekly(48, 48).sessions if s.day > MONDAY - timedelta(6)))
    weeks = seen(late, 9).weeks
    assert (MONDAY - timedelta(7), None) == (weeks[0].first_day, weeks[0].run_m)
    assert 2 == len(weeks)
