"""Speed: three lines of evidence, none of them alone, and nought in the middle."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import ANNA, GRID_M, K, state_of, verdict_of
from unload.model.advice import Doubt
from unload.model.history import History, Runner
from unload.model.plan import Depth, UnloadingWeek, Week
from unload.science.draws import band
from unload.science.speed import model_gain, speed_change, speed_doubt
from unload.science.week import lighter_week

FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))


def week_of(history: History) -> UnloadingWeek:
    week = lighter_week(state_of(history), verdict_of(history), GRID_M, K.week)
    assert week is not None
    return week


WEEK = week_of(ANNA)
STOPPED = week_of(replace(ANNA, runner=FEVER))


def told(week: UnloadingWeek | None) -> Doubt:
    change = speed_change(week, K.futures, default_rng(1))
    return speed_doubt(week, change, K.futures, default_rng(2))


def keys(doubt: Doubt) -> list[str]:
    return [point.says.key for point in doubt.points]


def sharp(week: UnloadingWeek) -> UnloadingWeek:
    """The same week with ten hard minutes left in it."""
    last = replace(week.after.days[-1], hard_s=600)
    return replace(week, after=Week((*week.after.days[:-1], last)))


def test_a_week_like_this_is_nought_in_the_middle() -> None:
    """No study found a loss after one week."""
    speed = told(WEEK)
    assert (["speed.week"], 0) == ([p.key for p in speed.says], speed.middle)
    assert speed.low < 0 < speed.high


def test_as_many_draws_lose_as_gain() -> None:
    """The middle of the draws is nought, whatever the ends of the range."""
    change = speed_change(WEEK, K.futures, default_rng(1))
    low, middle, high = band(change, K.futures)
    assert 0 == pytest.approx(middle, abs=0.0005)
    assert low < -0.002 < 0.003 < high
    assert 0.45 < np.mean(change < 0) < 0.55


def test_one_sharp_session_costs_less_at_worst() -> None:
    """A week that keeps some hard minutes is drawn from the kept range."""
    kept, easy = (speed_change(w, K.futures, default_rng(1)).min() for w in (sharp(WEEK), WEEK))
    assert K.futures.speed_change_kept_low.value <= kept
    assert K.futures.speed_change_easy_low.value <= easy < kept
    assert K.futures.speed_change_kept_low.value == told(sharp(WEEK)).low


def test_a_week_without_running_costs_what_the_table_says() -> None:
    """Two days beyond the free five, at 0.15 to 0.3 per cent."""
    assert Depth.NO_RUNNING is STOPPED.depth
    change = speed_change(STOPPED, K.futures, default_rng(1))
    assert -0.006 <= change.min() < change.max() <= -0.003
    speed = told(STOPPED)
    assert ["speed.off"] == [p.key for p in speed.says]
    assert speed.high < 0


def test_the_studies_come_before_the_table_and_the_model_comes_late() -> None:
    """Houmard, McConell, Spiering; Daniels; Banister; our own reading last."""
    wanted = ["kept", "easy", "review", "table", "model", "ours"]
    assert [f"speed.{name}" for name in wanted] == keys(told(WEEK))


def test_every_number_of_the_argument_names_its_constant() -> None:
    """No point that holds a number is without one."""
    for doubt in (told(WEEK), told(STOPPED)):
        bare = [p.says.key for p in doubt.points if p.says.values and not p.constants]
        assert [] == bare


def test_under_a_red_flag_the_table_and_what_was_measured_speak() -> None:
    """And that the week is not up for debate."""
    wanted = ["off_table", "off_measured", "model", "off_worth"]
    assert [f"speed.{name}" for name in wanted] == keys(told(STOPPED))


def test_without_a_usual_week_the_model_is_silent() -> None:
    """Nothing to start from, and no number made up."""
    model = next(p for p in told(None).points if p.says.key.startswith("speed.model"))
    assert ("speed.model_unknown", {}) == (model.says.key, dict(model.says.values))


class TestModel:
    def test_it_rewards_rest_and_is_cut_off(self) -> None:
        """A week of nothing would be its favourite; the cap says otherwise."""
        light, none = (model_gain(week, K.futures, default_rng(1)) for week in (WEEK, STOPPED))
        assert np.median(none) > np.median(light) > 0
        assert K.futures.ffm_cap_high.value == none.max()
        assert K.futures.ffm_cap_low.value <= light.min()

    def test_it_agrees_with_the_recurrence(self) -> None:
        """A week at half the load after years of the same: fitness and fatigue day by day."""
        k = K.futures
        names = ("banister_tau1", "banister_tau2", "banister_k2_k1", "ffm_speed_scale")
        fixed = {n: replace(c, low=c.value, high=c.value) for n in names if (c := getattr(k, n))}
        half = tuple(replace(d, duration_s=1800, distance_m=1) for d in WEEK.before.days)
        whole = tuple(replace(d, duration_s=3600, distance_m=1) for d in WEEK.before.days)
        week = replace(WEEK, before=Week(whole), after=Week(half))
        fit = tired = 0.0
        for load in [1.0] * 3000 + [0.5] * 7:
            fit, tired = (fit + load) * np.exp(-1 / 45), (tired + load) * np.exp(-1 / 15)
        steady = 1 / np.expm1(1 / 45), 1 / np.expm1(1 / 15)
        moved = (fit - steady[0]) - 2 * (tired - steady[1])
        gain = model_gain(week, replace(k, **fixed), default_rng(1))
        assert 0.2 * moved / steady[0] == pytest.approx(gain.mean())

    def test_a_week_without_time_moves_nothing(self) -> None:
        """No load, no model."""
        idle = Week(tuple(replace(d, duration_s=0) for d in WEEK.before.days))
        gain = model_gain(replace(WEEK, before=idle, after=idle), K.futures, default_rng(1))
        assert not gain.any()
