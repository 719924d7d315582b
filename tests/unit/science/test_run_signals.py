"""Run signals: efficiency, leaps, hard share and monotony, each against the own weeks."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    EMPTY,
    PLAIN,
    TODAY,
    K,
    on,
    run,
    running,
    track,
    weekly,
)
from unload.model.history import History
from unload.science.run_signals import strain

NAN = np.nan
DAY = timedelta(days=1)


def easy(*hr: float) -> History:
    """A run of 10 km in an hour every second day at these heart rates, the last one today."""
    last = len(hr) - 1
    hard = run(TODAY - (2 * last + 1) * DAY, 5, hr=190)
    return History(
        (hard, *(run(TODAY - 2 * (last - n) * DAY, 10, hr=rate) for n, rate in enumerate(hr)))
    )


class TestEfficiency:
    @pytest.mark.parametrize(
        ("last", "answer"),
        [((140, 150), False), ((150, 140), False), ((150, 151), True), ((142, 143), False)],
    )
    def test_two_easy_runs_in_a_row_five_percent_down(
        self, last: tuple[float, ...], answer: bool
    ) -> None:
        """One bad run is heat; a good one in between ends it; two per cent are noise."""
        assert answer is on("efficiency", easy(*[140] * 6, *last))

    def test_four_easy_runs_are_needed_before(self) -> None:
        """With three before it a run is judged by nobody."""
        assert on("efficiency", easy(*[140] * 4)) is None
        assert on("efficiency", easy(*[140] * 5)) is False

    def test_the_baseline_is_that_of_the_run_judged(self) -> None:
        """Metres per beat: 10 000 in 60 minutes at 140."""
        told = track("efficiency", easy(*[140] * 6))
        assert 10_000 / (60 * 140) == pytest.approx(told.baseline[-1])
        assert told.baseline[-1] == pytest.approx(told.value[-1])

    @pytest.mark.parametrize(("last", "answer"), [(146, True), (145, False)])
    def test_it_holds_until_a_run_is_nearly_back(self, last: float, answer: bool) -> None:
        """A little over 3 % under the usual keeps it on, a little less lets it go."""
        assert answer is on("efficiency", easy(*[140] * 6, 150, 151, last))

    def test_it_grows_old(self) -> None:
        """Four weeks after the last easy run nothing is known of today."""
        assert on("efficiency", easy(*[140] * 6), TODAY + 27 * DAY) is False
        assert on("efficiency", easy(*[140] * 6), TODAY + 28 * DAY) is None


class TestSpike:
    @pytest.mark.parametrize(
        ("km", "answer"), [(17.6, False), (17.61, True), (16, False), (40, True)]
    )
    def test_exactly_a_tenth_more_is_no_spike(self, km: float, answer: bool) -> None:
        """The published reference group goes up to and including 10 %."""
        assert answer is on("session_spike", History(running(*[PLAIN] * 6, (*PLAIN[:6], km))))

    @pytest.mark.parametrize(("days_ago", "ratio"), [(30, 1.0), (31, 1.25)])
    def test_the_longest_of_thirty_days_before_counts(self, days_ago: int, ratio: float) -> None:
        """A 20 of 30 days ago is in the window, one of 31 days ago is forgotten."""
        jogs = [run(TODAY - n * DAY, 16) for n in range(1, 45) if n != days_ago]
        history = History((*jogs, run(TODAY - days_ago * DAY, 20), run(TODAY, 20)))
        assert ratio == track("session_spike", history).value[-1]

    def test_a_hole_in_the_window_makes_it_unknown(self) -> None:
        """After an unknown fortnight an ordinary run would look like a leap."""
        assert on("session_spike", weekly(48, 48, 48, 48, 0, 0, 48, 48)) is None

    def test_thirty_known_days_are_needed(self) -> None:
        """The thirty-first day of a record is the first that can be judged."""
        jogs = History(tuple(run(TODAY - n * DAY, 5) for n in range(31)))
        told = track("session_spike", jogs)
        assert [30, 1] == [int(np.isnan(told.on).sum()), int((told.on == 0).sum())]

    @pytest.mark.parametrize(("jog_km", "answer"), [(2.9, None), (3, True)])
    def test_against_a_jog_round_the_block_nothing_is_a_leap(
        self, jog_km: float, answer: bool | None
    ) -> None:
        """A month whose longest run is under 3 km has nothing to compare with (X7)."""
        jogs = [run(TODAY - n * DAY, jog_km) for n in range(1, 40)]
        assert answer is on("session_spike", History((*jogs, run(TODAY, 8))))

    def test_it_stays_for_eight_days(self) -> None:
        """Last Sunday's leap is still spoken of on the Sunday after it."""
        leap = running(*[PLAIN] * 6, (*PLAIN[:6], 20), PLAIN)
        assert on("session_spike", History(leap))
        jog = (*leap, run(TODAY + DAY, 5))
        assert not on("session_spike", History(jog), TODAY + DAY)

    def test_the_baseline_belongs_to_the_boldest_run(self) -> None:
        """Of two bold runs in a week the bolder is told, with its own thirty days."""
        days = [run(TODAY - n * DAY, 10) for n in range(40) if n not in (0, 3)]
        told = track("session_spike", History((*days, run(TODAY - 3 * DAY, 15), run(TODAY, 18))))
        assert (1.5, 10_000) == (told.value[-1], told.baseline[-1])

    def test_a_month_of_riding_has_no_longest_run(self) -> None:
        """Nothing can be a multiple of no running at all (X7)."""
        quiet = replace(ANNA, sessions=tuple(run(TODAY - n * DAY, 0) for n in range(35)))
        assert on("session_spike", quiet) is None


def efforts(*weeks_hard_min: float | None) -> History:
    """An hour of running every day; so many minutes of each Tuesday's hour are hard."""
    first = TODAY - (7 * len(weeks_hard_min) - 1) * DAY
    return History(
        tuple(
            run(first + (7 * week + day) * DAY, 10, hard_min=hard if day == 1 else 0)
            for week, hard in enumerate(weeks_hard_min)
            for day in range(7)
        )
    )


class TestHardShare:
    @pytest.mark.parametrize(("hard_min", "answer"), [(60, True), (56, True), (55, False)])
    def test_ten_points_more_than_the_own_month(self, hard_min: float, answer: bool) -> None:
        """No hard minute in three weeks, then 56 of 420: 13 % against 3 %."""
        assert answer is on("hard_share", efforts(0, 0, 0, hard_min))

    def test_one_run_of_unknown_effort_makes_the_week_unknown(self) -> None:
        """A share of what is known is not a share of the week."""
        assert on("hard_share", efforts(0, 0, 0, None)) is None
        assert on("hard_share", efforts(None, 0, 0, 0)) is False

    def test_a_week_without_running_has_no_share(self) -> None:
        """Nothing of nothing is no number."""
        jogs = (run(TODAY - 8 * DAY, 10, rpe=2), run(TODAY, 0, minutes=1, rpe=2))
        assert on("hard_share", History(jogs)) is False


def same_every_day(*kms: float) -> History:
    """Weeks of the same run day after day."""
    first = TODAY - (7 * len(kms) - 1) * DAY
    return History(tuple(run(first + n * DAY, kms[n // 7]) for n in range(7 * len(kms))))


class TestMonotony:
    def test_a_fuller_week_of_days_alike_is_monotonous(self) -> None:
        """Mean over spread, with a floor under the spread."""
        told = track("monotony", same_every_day(10, 10, 12))
        assert 1 / K.signals.monotony_sd_floor.value == pytest.approx(told.value[-1])
        assert 1 == told.on[-1]

    def test_an_easy_week_is_never_scolded(self) -> None:
        """Days alike in a lighter week are rest, and rest is never punished."""
        assert on("monotony", same_every_day(10, 10, 5)) is False

    def test_hard_days_and_easy_days_are_not_monotonous(self) -> None:
        """Anna's long Sunday keeps her under two."""
        assert on("monotony", ANNA) is False

    def test_a_week_without_load_has_none(self) -> None:
        """Nothing to be alike."""
        quiet = History((*running(PLAIN, EMPTY, last=TODAY - 6 * DAY), run(TODAY + DAY, 5)))
        assert on("monotony", quiet, TODAY + DAY) is not None
        assert on("monotony", ANNA, TODAY + DAY) is None

    def test_strain_needs_a_whole_week(self) -> None:
        """Descriptive: the week's load times its monotony, unknown before seven days."""
        week = strain(np.array([[100.0] * 6 + [200]]), K.signals)
        assert np.isnan(week[0, :6]).all()
        mean, sd = 800 / 7, float(np.std([100.0] * 6 + [200]))
        assert 800 * mean / sd == pytest.approx(week[0, 6])

    def test_the_week_after_a_lighter_one_is_never_scolded(self) -> None:
        """It rises because the one before was easy."""
        easy = same_every_day(5, 5, 5, 2)
        back = same_every_day(5, 5, 5, 2, 5)
        assert [False, False] == [on("monotony", history) for history in (easy, back)]
