"""Futures: the three doubts as bands, repeatable, and silent about what is not known."""

from dataclasses import replace
from datetime import timedelta
from math import isnan

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import (
    ANNA,
    BEN,
    CLEO,
    GRID_M,
    MARATHON,
    TODAY,
    K,
    numbers_in,
    run,
    state_of,
    verdict_of,
)
from unload.model.advice import Doubt
from unload.model.constants import FutureConstants
from unload.model.history import History, Race, Raced, Runner, Sport
from unload.model.plan import Depth, UnloadingWeek
from unload.science.futures import doubts, race_times, recent_efforts, riegel, speed_change
from unload.science.week import lighter_week

DAY = timedelta(days=1)
HALF_M = 21_097.5
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
SHORT, LONG = K.futures.riegel_exponent, K.futures.riegel_exponent_marathon


def week_of(history: History) -> UnloadingWeek | None:
    return lighter_week(state_of(history), verdict_of(history), GRID_M, K.week)


def answers(
    history: History, seed: int = 1, constants: FutureConstants = K.futures
) -> dict[str, Doubt]:
    told = doubts(history, week_of(history), TODAY.toordinal(), constants, default_rng(seed))
    return {doubt.name: doubt for doubt in told}


def keys(doubt: Doubt) -> list[str]:
    return [phrase.key for phrase in doubt.says]


def still(constants: FutureConstants = K.futures) -> FutureConstants:
    """Constants under which a race day has no form of its own."""
    return replace(constants, race_day_sd=replace(constants.race_day_sd, value=0, low=0))


EVERYBODY = [
    replace(BEN, race=MARATHON),
    replace(CLEO, race=Race(TODAY + 50 * DAY, 10_000)),
    replace(ANNA, runner=FEVER, race=MARATHON),
    ANNA,
    History((run(TODAY, 3),), race=MARATHON),
]


@pytest.mark.parametrize("history", EVERYBODY)
def test_the_same_seed_gives_the_same_answers(history: History) -> None:
    """To the last digit, or no answer could be explained later."""
    assert answers(history, 7) == answers(history, 7)


def test_another_seed_moves_the_band_a_little() -> None:
    """Draws are draws; the band is not an artefact of one of them."""
    one, other = (answers(EVERYBODY[0], seed)["race"] for seed in (1, 2))
    assert one.middle != other.middle
    assert one.middle == pytest.approx(other.middle, rel=0.01)


@pytest.mark.parametrize("history", EVERYBODY)
def test_bands_are_bands_and_hold_no_nan(history: History) -> None:
    """Low, middle, high in this order, or none of the three."""
    for doubt in answers(history).values():
        band = [doubt.low, doubt.middle, doubt.high]
        assert band == [None] * 3 or band == sorted(band)
        assert [] == [x for x in numbers_in(doubt) if isnan(x)]


@pytest.mark.parametrize("history", EVERYBODY)
def test_every_sentence_has_words(history: History) -> None:
    """What futures choose to say, the text holds."""
    said = [key for doubt in answers(history).values() for key in keys(doubt)]
    assert [] == [key for key in said if key not in K.text]


class TestSpeed:
    def test_a_week_like_this_is_nought_in_the_middle(self) -> None:
        """No study found a loss after one week."""
        speed = answers(ANNA)["speed"]
        assert (["speed.week"], 0) == (keys(speed), speed.middle)
        assert speed.low < 0 < speed.high

    def test_one_sharp_session_costs_less_at_worst(self) -> None:
        """A week that keeps some hard minutes is drawn from the kept range."""
        week = week_of(ANNA)
        assert week is not None
        first = replace(week.after.days[-1], hard_s=600)
        sharp = replace(week, after=replace(week.after, days=(*week.after.days[:-1], first)))
        kept, easy = (speed_change(w, K.futures, default_rng(1)).min() for w in (sharp, week))
        assert easy < kept

    def test_a_week_without_running_costs_what_the_table_says(self) -> None:
        """Two days beyond the free five, at 0.15 to 0.3 per cent."""
        stopped = week_of(replace(ANNA, runner=FEVER))
        assert stopped is not None
        assert Depth.NO_RUNNING is stopped.depth
        change = speed_change(stopped, K.futures, default_rng(1))
        assert change.min() >= -0.006
        assert change.max() <= -0.003
        speed = answers(replace(ANNA, runner=FEVER))["speed"]
        assert (["speed.off"], True) == (keys(speed), speed.high < 0)


class TestEfforts:
    def test_the_second_fastest_counts(self) -> None:
        """One faulty record must not promise a race."""
        fast, faulty, slow = (
            run(TODAY - n * DAY, 10, minutes=m) for n, m in enumerate((45, 20, 60))
        )
        found = recent_efforts((fast, faulty, slow), TODAY.toordinal(), K.futures)
        assert [faulty, fast] == found

    def test_runs_of_different_lengths_are_compared_over_one_distance(self) -> None:
        """A half in 1:40 is faster than ten kilometres in fifty minutes."""
        half, ten = run(TODAY, 21.0975, minutes=100), run(TODAY - DAY, 10, minutes=50)
        assert [half, ten] == recent_efforts((ten, half), TODAY.toordinal(), K.futures)

    @pytest.mark.parametrize(
        "session",
        [
            run(TODAY, 4.9, minutes=20),
            run(TODAY, None, minutes=60),
            run(TODAY, 30, minutes=60, sport=Sport.RIDE),
            run(TODAY - 91 * DAY, 10, minutes=40),
            run(TODAY + DAY, 10, minutes=40),
        ],
    )
    def test_what_cannot_tell_a_race_is_left_out(self, session: object) -> None:
        """Too short, without distance, no run, too old, or not run yet."""
        assert [] == recent_efforts((session,), TODAY.toordinal(), K.futures)

    def test_the_window_holds_its_edges(self) -> None:
        """Ninety days ago and today both count."""
        edges = (run(TODAY - 90 * DAY, 10), run(TODAY, 10))
        assert 2 == len(recent_efforts(edges, TODAY.toordinal(), K.futures))


def span(effort_km: float, race_m: float) -> tuple[float, float]:
    """The fastest and slowest draw of a race after ten minutes a kilometre-free hour."""
    times = race_times(run(TODAY, effort_km, minutes=60), race_m, still(), default_rng(1))
    return float(times.min()), float(times.max())


class TestRace:
    def test_up_to_the_half_the_published_exponent_counts(self) -> None:
        """From ten kilometres to the half: between 1.04 and 1.08."""
        low, high = span(10, HALF_M)
        assert riegel(3600, 10_000, HALF_M, SHORT.low) <= low
        assert high <= riegel(3600, 10_000, HALF_M, SHORT.high)

    def test_beyond_the_half_the_softer_one_counts(self) -> None:
        """From the half to the marathon: between 1.06 and 1.15."""
        low, high = span(HALF_M / 1000, 2 * HALF_M)
        assert riegel(3600, HALF_M, 2 * HALF_M, LONG.low) <= low
        assert high <= riegel(3600, HALF_M, 2 * HALF_M, LONG.high)
        assert high > riegel(3600, HALF_M, 2 * HALF_M, SHORT.high)

    @pytest.mark.parametrize("race_m", [42_195, 30_000])
    def test_an_effort_beyond_the_half_is_scaled_by_the_softer_one_alone(
        self, race_m: float
    ) -> None:
        """Fifty kilometres down to a marathon are no ten-kilometre race."""
        low, high = span(50, race_m)
        assert riegel(3600, 50_000, race_m, LONG.high) <= low
        assert high <= riegel(3600, 50_000, race_m, LONG.low)
        assert low < riegel(3600, 50_000, race_m, SHORT.high)

    def test_the_same_distance_takes_the_same_time(self) -> None:
        """No exponent bends a race that has been run."""
        assert (3600, 3600) == pytest.approx(span(10, 10_000))
        assert (3600, 3600) == pytest.approx(span(42.195, 42_195))

    def test_a_race_day_has_its_own_form(self) -> None:
        """The same runner is not the same on two days."""
        times = race_times(run(TODAY, 10), 10_000, K.futures, default_rng(1))
        assert K.futures.race_day_sd.value == pytest.approx(np.std(np.log(times)), rel=0.1)

    def test_without_a_race_there_is_no_time(self) -> None:
        """And no band that could be taken for one."""
        race = answers(ANNA)["race"]
        assert ("race.none", None, None) == (keys(race)[0], race.low, race.high)

    def test_without_an_effort_there_is_no_time(self) -> None:
        """Three kilometres tell nothing of a marathon."""
        race = answers(EVERYBODY[-1])["race"]
        assert ("race.no_effort", None) == (keys(race)[0], race.middle)

    @pytest.mark.parametrize(
        ("metres", "exponent"), [(42_195, LONG), (HALF_M, SHORT), (10_000, SHORT)]
    )
    def test_the_exponent_used_is_named(self, metres: float, exponent: object) -> None:
        """The source of a prediction is that of its distance."""
        race = answers(replace(ANNA, race=Race(TODAY + 99 * DAY, metres)))["race"]
        assert exponent in race.constants
        assert "race.band" == keys(race)[0]

    def test_a_race_that_was_run_outranks_every_training_run(self) -> None:
        """Who has raced is predicted from that race, and told so."""
        raced = Raced(TODAY - 20 * DAY, HALF_M, 5_000)
        history = replace(ANNA, race=MARATHON, runner=Runner(recent_race=raced))
        said = answers(history)["race"].says[0].values
        assert (HALF_M, 5_000, raced.day) == tuple(
            said[key] for key in ("effort_m", "effort_s", "effort_day")
        )

    def test_the_week_hardly_moves_the_race(self) -> None:
        """The two futures lie within a hundredth of each other."""
        race = answers(EVERYBODY[0])["race"]
        moved = next(p for p in race.says if p.key == "race.band").values["moved"]
        assert abs(moved) < 0.01 * race.middle


class TestBreakEven:
    def test_the_worst_case_is_held_against_both_scales(self) -> None:
        """A loss above the coaches' table pays by the real gaps alone, and says so."""
        says = answers(ANNA)["race"].says[-1]
        assert "break_even.split" == says.key
        assert says.values["loss"] > says.values["table"]
        assert says.values["cases"] == int(says.values["seen_low"] / says.values["loss"])

    def test_a_smaller_loss_pays_by_either_scale(self) -> None:
        """Under the table's seven-day loss nothing has to be split."""
        small = replace(K.futures.speed_change_easy_low, value=-0.001)
        told = answers(ANNA, constants=replace(K.futures, speed_change_easy_low=small))
        assert "break_even.cases" == keys(told["race"])[-1]

    def test_a_week_that_costs_nothing_says_so(self) -> None:
        """No loss, no number of cases, and never a negative one."""
        none = replace(K.futures.speed_change_easy_low, value=0)
        says = answers(ANNA, constants=replace(K.futures, speed_change_easy_low=none))["race"].says
        assert ("break_even.free", None) == (says[-1].key, says[-1].values["cases"])

    def test_no_bargain_is_offered_under_a_red_flag(self) -> None:
        """A week that has to be is not weighed."""
        stopped = answers(replace(ANNA, runner=FEVER, race=MARATHON))["race"]
        assert ["race.band"] == keys(stopped)


class TestWeight:
    def test_without_a_weight_the_reference_is_named(self) -> None:
        """Seventy kilograms are somebody, and the constants say who."""
        weight = answers(ANNA)["weight"]
        assert ["weight.reference"] == keys(weight)
        assert 70 == weight.says[0].values["reference_kg"]
        assert K.futures.reference_weight in weight.constants

    def test_with_a_weight_the_reference_is_not_used(self) -> None:
        """Half the weight, half the calories."""
        light, heavy = (
            answers(replace(ANNA, runner=Runner(weight_kg=kg)))["weight"] for kg in (45, 90)
        )
        assert ["weight.own"] == keys(light)
        assert K.futures.reference_weight not in light.constants
        assert heavy.middle == pytest.approx(2 * light.middle)

    def test_the_calories_are_those_not_run(self) -> None:
        """Kilometres left out times kilograms."""
        week = week_of(ANNA)
        assert week is not None
        less_km = (week.before.distance_m - week.after.distance_m) / 1000
        weight = answers(ANNA)["weight"]
        assert round(70 * less_km) == weight.says[0].values["kcal"]
        assert 70 * less_km / 7700 == pytest.approx(weight.middle)

    def test_a_week_as_long_as_before_changes_nothing(self) -> None:
        """Nought, not unknown."""
        week = week_of(ANNA)
        assert week is not None
        same = replace(week, after=week.before)
        told = doubts(ANNA, same, TODAY.toordinal(), K.futures, default_rng(1))[-1]
        assert (0, 0, 0) == (told.low, told.middle, told.high)

    def test_without_a_week_there_is_nothing_to_weigh(self) -> None:
        """No usual week, no calories."""
        weight = answers(EVERYBODY[-1])["weight"]
        assert (["weight.no_week"], None) == (keys(weight), weight.middle)
