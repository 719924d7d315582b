"""Signals: each turns on where it should, off where it should, and is unknown where it must be."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    ELI,
    EMPTY,
    PLAIN,
    TODAY,
    K,
    days_of,
    hurts,
    pains,
    run,
    running,
    said,
    weekly,
)
from unload.model.daily import Track
from unload.model.history import CheckIn, History, Side, SoreSpot
from unload.science.load import stack
from unload.science.signals import SIGNALS, signals, spot_starts, wellness_z

NAN = np.nan
DAY = timedelta(days=1)


def track(name: str, history: History, today: date = TODAY) -> Track:
    return SIGNALS[name](days_of(history, today), K.signals)


def on(name: str, history: History, today: date = TODAY) -> bool | None:
    """Today's answer of a signal: on, off or None for unknown."""
    told = track(name, history, today).on[-1]
    return None if np.isnan(told) else bool(told)


def sore(*levels: float | None) -> History:
    """Anna with four calm weeks and then these days of calf pain, the last one today."""
    return replace(ANNA, check_ins=pains(*[0] * 28, *levels))


class TestSoreSpots:
    @pytest.mark.parametrize(
        ("levels", "answer"),
        [
            ((3, 0, 3, 0, 3, 0, 0), True),
            ((3, 0, 3, 0, 2.5, 0, 0), False),
            ((3, 0, 0, 3), False),
            ((3, 3, 3, None, None), True),
            ((4, *[None] * 7), None),
        ],
    )
    def test_three_days_in_seven_at_three_or_more(
        self, levels: tuple[float | None, ...], answer: bool | None
    ) -> None:
        """Two are not enough, 2.5 does not count, and a week without answers is unknown."""
        assert answer is on("sore_spots", sore(*levels))

    def test_it_holds_until_one_sore_day_is_left(self) -> None:
        """Three sore days turn it on, two keep it on, one lets go, and two do not bring it back."""
        told = track("sore_spots", sore(3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 3, 3)).on[-12:]
        assert [0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0] == told.tolist()

    def test_pain_that_rises_by_two_from_week_to_week_is_enough(self) -> None:
        """Below three a day, but a different body than last week's."""
        rising = sore(*[2] * 7)
        assert on("sore_spots", rising)
        assert 0 == track("sore_spots", rising).value[-1]
        assert not on("sore_spots", sore(*[1.5] * 7))

    @pytest.mark.parametrize(("morning", "answer"), [(1, False), (2, True)])
    def test_mornings_above_the_own_usual_by_more_than_one(
        self, morning: float, answer: bool
    ) -> None:
        """Three mornings not back to baseline ask, however mild the runs were."""
        stiff = SoreSpot("calf", Side.LEFT, 1, next_morning=morning)
        check_ins = (
            *pains(*[0] * 28, until=TODAY - 3 * DAY),
            *(said(TODAY - n * DAY, stiff) for n in range(3)),
        )
        assert answer is on("sore_spots", replace(ANNA, check_ins=check_ins))

    def test_two_spots_do_not_add_up(self) -> None:
        """Two days of a calf and one of a sole are no three days of anything."""
        check_ins = (*pains(4, 4, until=TODAY - DAY), said(TODAY, hurts(4, "sole")))
        assert not on("sore_spots", replace(ANNA, check_ins=check_ins))

    def test_the_two_sides_are_two_spots(self) -> None:
        """Left on two days and right on one is no third day."""
        right = said(TODAY, hurts(4, side=Side.RIGHT))
        history = replace(ANNA, check_ins=(*pains(4, 4, until=TODAY - DAY), right))
        assert not on("sore_spots", history)

    def test_the_usual_pain_is_that_of_the_weeks_before(self) -> None:
        """The window itself is left out of its own baseline."""
        history = replace(ANNA, check_ins=pains(*[1] * 28, *[4] * 7))
        assert (7, 1) == tuple(
            x[-1]
            for x in (track("sore_spots", history).value, track("sore_spots", history).baseline)
        )

    def test_a_spot_that_is_held_has_not_started_anew(self) -> None:
        """What keeps a signal on is not what turned it on."""
        count, start = spot_starts(days_of(sore(3, 3, 3, 0, 0, 0, 0, 0)), K.signals)
        assert (2, False) == (count[0, -1], start[0, -1])


def asked(*sleep: float, mood: float = 4, fatigue: bool = True) -> History:
    """Anna with a month of steady answers and then these nights; fatigue goes with sleep."""
    levels = [*[4.0] * 28, *sleep]
    first = TODAY - (len(levels) - 1) * DAY
    return replace(
        ANNA,
        check_ins=tuple(
            CheckIn(first + n * DAY, sleep=x, mood=mood, fatigue=x if fatigue else None)
            for n, x in enumerate(levels)
        ),
    )


class TestWellness:
    def test_two_items_down_on_three_of_five_days(self) -> None:
        """Sleep and fatigue far under the own mean; on two days that may be a party."""
        assert on("wellness", asked(1, 1, 1))
        assert not on("wellness", asked(1, 1))

    def test_one_item_alone_is_not_enough(self) -> None:
        """A bad sleeper who feels well trains on."""
        assert not on("wellness", asked(1, 1, 1, fatigue=False))

    def test_it_holds_until_one_low_day_is_left(self) -> None:
        """Three low days turn it on; it lets go when one of the last five is left."""
        told = track("wellness", asked(1, 1, 1, 4, 4, 4, 4)).on[-5:]
        assert [1, 1, 1, 1, 0] == told.tolist()

    def test_ten_answers_are_needed_for_a_usual(self) -> None:
        """Nine answers know nobody."""
        for answers, known in ((10, False), (11, True)):
            first = TODAY - (answers - 1) * DAY
            check_ins = tuple(CheckIn(first + n * DAY, sleep=3) for n in range(answers))
            z = wellness_z(days_of(replace(ANNA, check_ins=check_ins)), K.signals)
            assert known == (not np.isnan(z[0, -1]))

    def test_answers_all_alike_have_a_floor_under_their_spread(self) -> None:
        """Always four, today three: four floors down, and no division by zero."""
        first = TODAY - 20 * DAY
        check_ins = tuple(CheckIn(first + n * DAY, sleep=4 if n < 20 else 3) for n in range(21))
        z = wellness_z(days_of(replace(ANNA, check_ins=check_ins)), K.signals)
        assert -1 / K.signals.wellness_sd_floor.value == z[0, -1]

    def test_without_check_ins_it_is_unknown(self) -> None:
        """Nobody asked, nobody knows."""
        assert on("wellness", ANNA) is None


class TestIllness:
    @pytest.mark.parametrize(("days_ago", "answer"), [(0, True), (4, True), (5, None)])
    def test_ill_within_the_last_five_days(self, days_ago: int, answer: bool | None) -> None:
        """An illness of before is neither on nor off: nobody has said that it is over."""
        ill = CheckIn(TODAY - days_ago * DAY, ill=True)
        assert answer is on("illness", replace(ANNA, check_ins=(ill,)))

    def test_the_newest_answer_counts(self) -> None:
        """Ill on Friday and well today is well."""
        check_ins = (CheckIn(TODAY - 2 * DAY, ill=True), CheckIn(TODAY, ill=False))
        assert on("illness", replace(ANNA, check_ins=check_ins)) is False


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
        """Nothing can be a multiple of no running at all."""
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


def hearts(name: str, *today: float) -> History:
    """Anna with a month of mornings around 50 and then these."""
    levels = [*(50 + n % 3 for n in range(28)), *today]
    first = TODAY - (len(levels) - 1) * DAY
    return replace(
        ANNA, check_ins=tuple(CheckIn(first + n * DAY, **{name: x}) for n, x in enumerate(levels))
    )


class TestHeart:
    @pytest.mark.parametrize(
        ("last", "answer"), [((56, 57), True), ((51, 57), False), ((57, 51), False)]
    )
    def test_two_high_mornings_running(self, last: tuple[float, ...], answer: bool) -> None:
        """One is a late supper."""
        assert answer is on("resting_hr", hearts("resting_hr", *last))

    def test_a_heart_not_measured_today_is_unknown(self) -> None:
        """Yesterday's heart is yesterday's."""
        assert on("resting_hr", hearts("resting_hr", 51), TODAY + DAY) is None
        assert on("resting_hr", ANNA) is None

    @pytest.mark.parametrize(("level", "answer"), [(51, False), (40, True), (65, True)])
    def test_variability_speaks_either_way(self, level: float, answer: bool) -> None:
        """A week far above the own band can mean tired as well as one far below."""
        assert answer is on("hrv", hearts("rmssd_ms", *[level] * 7))

    def test_three_readings_a_week_and_ten_a_month_are_needed(self) -> None:
        """Less is silence, not calm."""
        month = hearts("rmssd_ms", *[51] * 7).check_ins
        few = replace(ANNA, check_ins=(*month[:28], *month[-2:]))
        young = replace(ANNA, check_ins=month[-16:])
        assert [None, None] == [on("hrv", few), on("hrv", young)]


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


def test_every_signal_answers_for_every_day() -> None:
    """One value, one baseline and one answer a day, whatever the runner has told."""
    days = days_of(ELI)
    for name, told in signals(days, K.signals).items():
        shapes = [x.shape for x in (told.value, told.baseline, told.on)]
        assert [(days.days,)] * 3 == shapes, name


def test_a_fleet_has_the_signals_of_its_runners() -> None:
    """Batch and one by one are the same numbers."""
    alone = [days_of(history) for history in (sore(3, 3, 3), easy(*[140] * 6, 150, 151))]
    fleet = signals(stack(alone), K.signals)
    for name, together in fleet.items():
        for row, one in enumerate(alone):
            mine = SIGNALS[name](one, K.signals)
            np.testing.assert_allclose(together.on[row, -one.days :], mine.on, err_msg=name)
