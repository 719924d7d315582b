"""Sore spots: each of them on where it should be, off where it should, held in between."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    TODAY,
    K,
    days_of,
    hurts,
    on,
    pains,
    said,
    sore,
    track,
)
from unload.model.history import History, Runner, Side, SoreSpot, Weekly
from unload.science.spots import spot_days, substantial

NAN = np.nan
DAY = timedelta(days=1)


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
        """Three sore days turn it on, two keep it on, one lets go."""
        told = track("sore_spots", sore(3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 3)).on[-11:]
        assert [0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0] == told.tolist()

    @pytest.mark.parametrize(("weeks_ago", "answer"), [(2, True), (7, True), (9, False)])
    def test_a_place_that_was_sore_lately_needs_a_day_less(
        self, weeks_ago: int, answer: bool
    ) -> None:
        """Two days are enough within eight weeks of the last time, and not after nine."""
        quiet = [0] * (7 * weeks_ago - 3)
        assert answer is on("sore_spots", sore(3, 3, 3, *quiet, 3, 3))
        assert on("sore_spots", sore(3, 3, 3, *quiet, 3)) is False

    @pytest.mark.parametrize(("rest", "answer"), [(True, True), (False, False), (None, False)])
    def test_pain_at_rest_is_enough_at_any_strength(self, rest: bool | None, answer: bool) -> None:
        """One night of it; a question not answered is no night."""
        spot = SoreSpot("calf", Side.LEFT, 1, at_rest=rest)
        history = replace(ANNA, check_ins=(*pains(*[0] * 28, until=TODAY - DAY), said(TODAY, spot)))
        assert answer is on("sore_spots", history)


class TestWeekly:
    @pytest.mark.parametrize(
        ("answers", "answer"),
        [
            ({"part": 4}, True),
            ({"part": 3}, False),
            ({"part": 2, "change": 3}, True),
            ({"part": 2, "performance": 3}, True),
            ({"part": 2, "change": 2, "performance": 2, "symptoms": 4}, False),
            ({"symptoms": 1}, False),
        ],
    )
    def test_a_substantial_problem_turns_sore_spots_on(
        self, answers: dict[str, int], answer: bool
    ) -> None:
        """No part at all, or training or form moderately reduced; symptoms alone do not count."""
        assert answer is on("sore_spots", weekly_told(TODAY, **answers))

    @pytest.mark.parametrize(("days_ago", "answer"), [(6, True), (7, None)])
    def test_it_speaks_for_a_week(self, days_ago: int, answer: bool | None) -> None:
        """The questions are about seven days; older answers are no news."""
        assert answer is on("sore_spots", weekly_told(TODAY - days_ago * DAY, part=4))

    def test_a_hampered_week_is_a_day_of_soreness_at_least(self) -> None:
        """Without check-ins the answer itself is the value; there is no baseline."""
        told = track("sore_spots", weekly_told(TODAY, part=4))
        assert 1 == told.value[-1]
        assert np.isnan(told.baseline[-1])

    def test_an_empty_answer_is_none(self) -> None:
        """Four questions skipped are not asked."""
        assert np.isnan(substantial(days_of(weekly_told(TODAY)), K.signals)).all()


def weekly_told(day: date, **answers: int) -> History:
    """Anna with one weekly answer."""
    return replace(ANNA, runner=Runner(weekly=(Weekly(day, **answers),)))


class TestSpells:
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
        spots = spot_days(days_of(sore(3, 3, 3, 0, 0, 0, 0, 0)), K.signals)
        assert (2, False) == (spots.count[0, -1], spots.started[0, -1])
