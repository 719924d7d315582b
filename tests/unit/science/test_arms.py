"""The two arms: bands to race day that differ by the week and by nothing else."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import ANNA, GRID_M, MARATHON, TODAY, K, state_of, verdict_of
from unload.model.advice import Arm, Futures
from unload.model.history import Race
from unload.model.plan import UnloadingWeek, Week
from unload.science.arms import (
    Outlook,
    futures,
    horizon,
    remaining,
    starts_in,
    steps,
    two_arms,
)
from unload.science.race import Prediction, best_effort
from unload.science.stop import scales
from unload.science.week import lighter_week

DAY = timedelta(days=1)
SIZE = int(K.futures.draws.value)
WEEK = lighter_week(state_of(ANNA), verdict_of(ANNA), GRID_M, K.week)
GAIN, LOSS = np.full(SIZE, 0.01), np.full(SIZE, -0.007)


def week() -> UnloadingWeek:
    assert WEEK is not None
    return WEEK


def later(days: int) -> UnloadingWeek:
    """The lighter week, begun so many days later."""
    before, after = (
        Week(tuple(replace(d, day=d.day + days * DAY) for d in w.days))
        for w in (week().before, week().after)
    )
    return replace(week(), before=before, after=after)


def left(starts: int | None, days: tuple[int, ...], change: np.ndarray) -> np.ndarray:
    return remaining(starts, days, change, K.futures, default_rng(3))


def outlook_of(
    change: np.ndarray,
    ahead: int = 56,
    lighter: UnloadingWeek | None = WEEK,
    race: Race | None = None,
) -> Outlook:
    chance = default_rng(1)
    form, times = chance.normal(0, 0.02, SIZE), chance.normal(12_000, 300, SIZE)
    starts = starts_in(TODAY, lighter)
    days = steps(starts, ahead)
    effort = best_effort(ANNA, TODAY, K.futures)
    assert effort is not None
    prediction = None if race is None else Prediction(race, effort, 12_000.0, times)
    both = scales(prediction, K.futures)
    return Outlook(TODAY, lighter, prediction, form, change, days, left(starts, days, change), both)


def told(change: np.ndarray, race: Race | None = None, **more: object) -> Futures:
    return futures(outlook_of(change, race=race, **more), K.futures)


class TestDays:
    @pytest.mark.parametrize(
        ("race", "days"),
        [
            (None, 56),
            (Race(TODAY, 5_000), 0),
            (Race(TODAY + DAY, 5_000), 1),
            (Race(TODAY + 182 * DAY, 5_000), 182),
            (Race(TODAY + 400 * DAY, 5_000), 182),
        ],
    )
    def test_the_future_ends_with_the_race(self, race: Race | None, days: int) -> None:
        """Eight weeks without one; half a year at most."""
        assert days == horizon(TODAY, race, K.futures)

    def test_the_steps_are_weekly_from_the_lighter_week_on(self) -> None:
        """Today, the week's first day, every seventh from there, the last day."""
        assert (0, 1, 8, 15, 20) == steps(1, 20)
        assert (0, 5, 12, 14) == steps(5, 14)
        assert (0, 4, 11, 18, 20) == steps(-3, 20)

    @pytest.mark.parametrize("starts", [None, 20, 30])
    def test_without_a_week_in_time_they_are_weekly_from_today(self, starts: int | None) -> None:
        """A week after the race shapes nothing."""
        assert (0, 7, 14, 20) == steps(starts, 20)

    @pytest.mark.parametrize(("ahead", "days"), [(0, (0,)), (1, (0, 1))])
    def test_a_race_at_once_leaves_few(self, ahead: int, days: tuple[int, ...]) -> None:
        """Today, and tomorrow."""
        assert days == steps(1, ahead)

    def test_a_week_that_changes_nothing_never_begins(self) -> None:
        """No week, or one that is what it was."""
        assert 1 == starts_in(TODAY, week())
        assert starts_in(TODAY, None) is None
        assert starts_in(TODAY, replace(week(), after=week().before)) is None


class TestRemaining:
    def test_it_grows_day_by_day_through_the_week(self) -> None:
        """A seventh with every day that is done, and nothing before the first."""
        grown = left(3, (0, 3, 4, 8, 10), GAIN)[:, 0]
        assert [0, 0, 0.01 / 7, 0.05 / 7, 0.01] == pytest.approx(grown.tolist())

    def test_it_fades_afterwards_and_never_turns_round(self) -> None:
        """Towards nought, from either side."""
        for change in (GAIN, LOSS):
            fading = np.abs(left(1, (8, 15, 22, 80), change))
            assert (np.diff(fading, axis=0) < 0).all()
            assert (np.sign(left(1, (8, 80), change)) == np.sign(change)).all()

    def test_a_loss_lingers_longer_than_a_gain(self) -> None:
        """A loss comes back as fitness does, a gain goes as fatigue comes."""
        gain, loss = (np.median(left(1, (29,), x) / x) for x in (GAIN, LOSS))
        assert gain < 0.4 < loss

    def test_a_week_that_never_begins_leaves_nothing(self) -> None:
        """On no day."""
        assert not left(None, (0, 7, 14), LOSS).any()


class TestArms:
    @pytest.mark.parametrize("race", [None, MARATHON])
    @pytest.mark.parametrize("change", [GAIN, LOSS, np.linspace(-0.007, 0.01, SIZE)])
    def test_bands_are_bands(self, race: Race | None, change: np.ndarray) -> None:
        """Low, middle, high in this order on every day, one value a day."""
        found = told(change, race)
        for arm in (found.with_week, found.without, found.change):
            assert len(found.days) == len(arm.low) == len(arm.middle) == len(arm.high)
            for low, middle, high in zip(arm.low, arm.middle, arm.high, strict=True):
                assert low <= middle <= high

    @pytest.mark.parametrize("race", [None, MARATHON])
    @pytest.mark.parametrize("lighter", [None, replace(week(), after=week().before), later(60)])
    def test_where_the_week_changes_nothing_the_arms_are_equal(
        self, race: Race | None, lighter: UnloadingWeek | None
    ) -> None:
        """To the last digit: no week, the same week, or a week after the last day."""
        with_week, without = two_arms(outlook_of(LOSS, lighter=lighter, race=race), K.futures)
        assert with_week == without

    def test_the_way_without_the_week_is_level(self) -> None:
        """Training goes on as ever; what nobody knows of is not drawn."""
        for arm in (told(LOSS).without, told(LOSS, MARATHON).without):
            assert 1 == len(set(arm.low)) == len(set(arm.middle)) == len(set(arm.high))

    def test_a_gain_is_faster_and_a_loss_slower(self) -> None:
        """Times go down with speed."""
        gain, loss = told(GAIN, MARATHON), told(LOSS, MARATHON)
        assert gain.with_week.middle[2] < gain.without.middle[2] < loss.with_week.middle[2]
        assert gain.without == loss.without
        assert told(GAIN).with_week.middle[2] > told(GAIN).without.middle[2]

    def test_units_and_days_are_named(self) -> None:
        """Seconds with a race, shares without; the week, its first and last day."""
        free, racing = told(LOSS), told(LOSS, MARATHON)
        assert ("share", "s") == (free.unit, racing.unit)
        assert (TODAY, TODAY + 56 * DAY) == (free.days[0], free.days[-1])
        assert (week().after.days[0].day, week().after.days[-1].day) == free.lighter
        assert told(LOSS, lighter=None).lighter is None
        assert K.futures.riegel_exponent_marathon in racing.constants

    def test_a_forced_stop_is_put_beside_the_last_day(self) -> None:
        """By both scales, on top of the way without the week."""
        table, gaps = told(LOSS, MARATHON).stops
        middle = told(LOSS, MARATHON).without.middle[-1]
        assert ("table", "gaps") == (table.scale, gaps.scale)
        assert (1.05, 1.08) == pytest.approx((gaps.low / middle, gaps.high / middle))
        free = told(LOSS).stops[1]
        assert (1 / 1.08 - 1, 1 / 1.05 - 1) == pytest.approx((free.low, free.high))

    def test_the_arms_are_plain_numbers(self) -> None:
        """No array leaves the science."""
        arm: Arm = told(LOSS).with_week
        assert {float} == {type(x) for x in (*arm.low, *arm.middle, *arm.high)}
