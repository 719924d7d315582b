"""What was told: check-ins, weekly answers, flags and the calendar, by day."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from athletes import K, days_of, hurts, run, said
from unload.model.history import (
    CheckIn,
    Entry,
    EntryKind,
    History,
    Race,
    Runner,
    Side,
    SoreSpot,
    Weekly,
)
from unload.science.load import daily

FIRST = date(2024, 10, 1)


def after(*days: int) -> History:
    """Five kilometres on each of these days, counted from the first."""
    return History(tuple(run(FIRST + timedelta(n), 5) for n in days))


class TestAnswers:
    def test_asked_and_not_named_is_no_pain(self) -> None:
        """A check-in without the spot says 0, a day without check-in says nothing (X14)."""
        check_ins = (said(FIRST, hurts(4)), said(FIRST + timedelta(2)))
        days = days_of(replace(after(0), check_ins=check_ins), FIRST + timedelta(2))
        assert ((("calf", "left"),), 4, 0) == (days.spots, days.pain[0, 0], days.pain[0, 2])
        assert np.isnan(days.pain[0, 1])

    def test_a_question_not_asked_is_not_answered(self) -> None:
        """A check-in of sleep alone knows nothing of calves (X14)."""
        check_ins = (said(FIRST, hurts(4)), CheckIn(FIRST + timedelta(1), sleep=3))
        days = days_of(replace(after(0), check_ins=check_ins), FIRST + timedelta(1))
        assert np.isnan(days.pain[0, 1])
        assert 3 == days.wellness[0, 1]

    @pytest.mark.parametrize("order", [1, -1])
    def test_the_worst_answer_of_a_day_counts_in_either_order(self, order: int) -> None:
        """A calm evening does not unsay a sore morning."""
        stiff = SoreSpot("calf", Side.LEFT, 2, next_morning=3)
        both = [said(FIRST, hurts(5)), said(FIRST, stiff), said(FIRST)][::order]
        days = days_of(replace(after(0), check_ins=tuple(both)), FIRST)
        assert (5, 3) == (days.pain[0, 0], days.morning[0, 0])

    def test_ill_and_heart_are_kept_by_day(self) -> None:
        """The natural logarithm of rMSSD is what the evidence speaks of."""
        check_in = CheckIn(FIRST, ill=False, resting_hr=48, rmssd_ms=60)
        days = days_of(replace(after(0), check_ins=(check_in,)), FIRST)
        assert (0, 48, np.log(60)) == (days.ill[0], days.resting_hr[0], days.ln_rmssd[0])

    def test_flagged_days_outside_the_record_are_left_out(self) -> None:
        """A flag of before the first record or of tomorrow has no column."""
        flagged = frozenset({FIRST - timedelta(1), FIRST, FIRST + timedelta(1)})
        assert [1] == daily(after(0), FIRST, flagged, K.load).flag.tolist()

    def test_the_race_is_counted_down(self) -> None:
        """Every day knows how far away it is; no race is unknown, not far."""
        race = replace(after(0, 1), race=None)
        assert np.isnan(days_of(race, FIRST).race_in).all()

    def test_pain_at_rest_is_kept_by_spot(self) -> None:
        """Yes, no and not asked are three answers."""
        spots = [SoreSpot("calf", Side.LEFT, 2, at_rest=rest) for rest in (True, False, None)]
        check_ins = tuple(said(FIRST + timedelta(n), spot) for n, spot in enumerate(spots))
        days = days_of(replace(after(0), check_ins=check_ins), FIRST + timedelta(2))
        assert [1, 0] == days.rest[0, :2].tolist()
        assert np.isnan(days.rest[0, 2])

    def test_weekly_answers_are_kept_by_day_the_worst_of_a_day_first(self) -> None:
        """Answers of before the record or after today have no column."""
        days = [FIRST - timedelta(1), FIRST, FIRST, FIRST + timedelta(1)]
        parts = (4, 2, 3, 4)
        told = tuple(Weekly(day, part=part) for day, part in zip(days, parts, strict=True))
        answers = days_of(replace(after(0), runner=Runner(weekly=told)), FIRST).weekly
        assert (4, 1) == answers.shape
        assert 3 == answers[0, 0]
        assert np.isnan(answers[1:]).all()


def planned(*entries: tuple[EntryKind, int, int]) -> History:
    """Runs on the first and the sixth day, and entries from and to days counted from the first."""
    made = [Entry(k, FIRST + timedelta(a), FIRST + timedelta(b)) for k, a, b in entries]
    return replace(after(0, 5), runner=Runner(calendar=tuple(made)))


LAST = FIRST + timedelta(5)


class TestCalendar:
    def test_the_next_race_is_counted_down(self) -> None:
        """The goal race or one of the calendar, the nearer; below 0 after the last."""
        history = planned((EntryKind.RACE, 1, 1), (EntryKind.RACE, 3, 3))
        assert [1, 0, 1, 0, -1, -2] == days_of(history, LAST).race_in.tolist()
        goal = replace(history, race=Race(FIRST + timedelta(2), 10_000))
        assert [1, 0, 0, 0, -1, -2] == days_of(goal, LAST).race_in.tolist()

    def test_a_phase_is_counted_down_to_its_last_day(self) -> None:
        """After it nothing is known of the next."""
        ahead = days_of(planned((EntryKind.PHASE_END, 2, 2)), LAST).phase_in
        assert [2, 1, 0] == ahead[:3].tolist()
        assert np.isnan(ahead[3:]).all()

    def test_a_journey_is_now_on_each_of_its_days(self) -> None:
        """0 from its first day to its last."""
        ahead = days_of(planned((EntryKind.TRAVEL, 2, 3)), LAST).travel_in
        assert [2, 1, 0, 0] == ahead[:4].tolist()
        assert np.isnan(ahead[4:]).all()

    def test_days_the_calendar_calls_ill_are_ill(self) -> None:
        """Also where the illness began before the record, and over a check-in that says no."""
        history = planned((EntryKind.ILLNESS, -3, 1), (EntryKind.ILLNESS, -9, -8))
        history = replace(history, check_ins=(CheckIn(FIRST, ill=False),))
        ill = days_of(history, LAST).ill
        assert [1, 1] == ill[:2].tolist()
        assert np.isnan(ill[2:]).all()
