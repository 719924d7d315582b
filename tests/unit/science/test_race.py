"""The race: predicted from the runner's own efforts, with the error such a prediction has."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from numpy.random import default_rng

from athletes import ANNA, MARATHON, TODAY, K, run
from unload.model.history import History, Race, Raced, Runner, Session, Sport
from unload.science.race import (
    Prediction,
    best_effort,
    exponent_of,
    forms,
    predicted,
    prediction_points,
    race_times,
    recent_efforts,
    riegel,
)

DAY = timedelta(days=1)
HALF_M = 21_097.5
SHORT, LONG = K.futures.riegel_exponent, K.futures.riegel_exponent_marathon
STILL = np.zeros(int(K.futures.draws.value))


def prediction_of(history: History) -> Prediction:
    found = predicted(history, TODAY, STILL, K.futures, default_rng(1))
    assert found is not None
    return found


class TestEfforts:
    def test_the_second_fastest_counts(self) -> None:
        """One faulty record must not promise a race."""
        fast, faulty, slow = (
            run(TODAY - n * DAY, 10, minutes=m) for n, m in enumerate((45, 20, 60))
        )
        assert [faulty, fast] == recent_efforts((fast, faulty, slow), TODAY, K.futures)

    def test_runs_of_different_lengths_are_compared_over_one_distance(self) -> None:
        """A half in 1:40 is faster than ten kilometres in fifty minutes."""
        half, ten = run(TODAY, 21.0975, minutes=100), run(TODAY - DAY, 10, minutes=50)
        assert [half, ten] == recent_efforts((ten, half), TODAY, K.futures)

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
    def test_what_cannot_tell_a_race_is_left_out(self, session: Session) -> None:
        """Too short, without distance, no run, too old, or not run yet."""
        assert [] == recent_efforts((session,), TODAY, K.futures)

    def test_the_window_holds_its_edges(self) -> None:
        """Ninety days ago and today both count."""
        edges = (run(TODAY - 90 * DAY, 10), run(TODAY, 10))
        assert 2 == len(recent_efforts(edges, TODAY, K.futures))

    def test_a_race_that_was_run_outranks_every_training_run(self) -> None:
        """Unless it has not been run yet."""
        raced = Raced(TODAY - 20 * DAY, HALF_M, 5_000)
        history = replace(ANNA, runner=Runner(recent_race=raced))
        assert raced == best_effort(history, TODAY, K.futures)
        early = TODAY - 21 * DAY
        assert isinstance(best_effort(history, early, K.futures), Session)

    def test_without_an_effort_there_is_none(self) -> None:
        """Three kilometres tell nothing of a marathon."""
        assert best_effort(History((run(TODAY, 3),)), TODAY, K.futures) is None


def span(effort_km: float, race_m: float) -> tuple[float, float]:
    """The fastest and slowest draw of a race after an hour's effort, on days without form."""
    effort = run(TODAY, effort_km, minutes=60)
    times = race_times(effort, race_m, STILL, K.futures, default_rng(1))
    return float(times.min()), float(times.max())


class TestTimes:
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
        """The same runner is not the same on two days, by one to four per cent."""
        form, sd = forms(K.futures, default_rng(1)), K.futures.race_day_sd
        times = race_times(run(TODAY, 10), 10_000, form, K.futures, default_rng(1))
        assert np.log(times / 3600) == pytest.approx(form)
        assert sd.low < np.std(form) < sd.high
        assert 0 == pytest.approx(np.median(form), abs=0.003)


class TestPrediction:
    @pytest.mark.parametrize("history", [ANNA, History((run(TODAY, 3),), race=MARATHON)])
    def test_without_race_or_effort_there_is_none(self, history: History) -> None:
        """And no time that could be taken for one."""
        assert predicted(history, TODAY, STILL, K.futures, default_rng(1)) is None

    @pytest.mark.parametrize(
        ("metres", "exponent"), [(42_195, LONG), (HALF_M, SHORT), (10_000, SHORT)]
    )
    def test_the_exponent_used_is_named(self, metres: float, exponent: object) -> None:
        """The source of a prediction is that of its distance."""
        prediction = prediction_of(replace(ANNA, race=Race(TODAY + 99 * DAY, metres)))
        points = prediction_points(prediction, TODAY, K.futures)
        assert exponent is exponent_of(metres, K.futures)
        assert exponent in points[1].constants
        rule = "race.rule_long" if exponent is LONG else "race.rule_short"
        assert ["race.trained", rule, "race.form"] == [p.says.key for p in points]

    def test_the_middle_lies_in_the_draws(self) -> None:
        """The one time that stands for all of them."""
        prediction = prediction_of(replace(ANNA, race=MARATHON))
        assert prediction.seconds == pytest.approx(np.median(prediction.times), rel=0.001)

    def test_a_race_that_was_run_is_called_one(self) -> None:
        """And an old one is called old."""
        raced = Raced(TODAY - 91 * DAY, HALF_M, 5_000)
        history = replace(ANNA, race=Race(TODAY + DAY, 10_000), runner=Runner(recent_race=raced))
        points = prediction_points(prediction_of(history), TODAY, K.futures)
        assert ["race.raced", "race.old"] == [points[0].says.key, points[-1].says.key]
        assert 91 == points[-1].says.values["age"]

    def test_beyond_the_marathon_it_says_that_nobody_tested_it(self) -> None:
        """A hundred kilometres are not in the data."""
        history = replace(ANNA, race=Race(TODAY + 99 * DAY, 100_000))
        points = prediction_points(prediction_of(history), TODAY, K.futures)
        assert "race.ultra" == points[-1].says.key
