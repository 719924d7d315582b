"""Body signals: wellness, illness and the morning heart against the runner's own weeks."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    TODAY,
    K,
    days_of,
    on,
    track,
)
from unload.model.history import CheckIn, History
from unload.science.body_signals import wellness_z

NAN = np.nan
DAY = timedelta(days=1)


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
