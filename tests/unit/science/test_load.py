"""Load: what each day held, known, rested or unknown, on one scale per runner."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    DARA,
    ELI,
    TODAY,
    days_of,
    hurts,
    run,
    said,
)
from unload.model.history import History, Runner, Session, Sex, Sport
from unload.science.load import ewma, stack

FIRST = date(2024, 10, 1)
KNOWN_HEART = Runner(sex=Sex.FEMALE, hr_rest=50, hr_max=190)


def after(*days: int) -> History:
    """Five kilometres on each of these days, counted from the first."""
    return History(tuple(run(FIRST + timedelta(n), 5) for n in days))


def unknown_days(history: History, today: date) -> list[int]:
    """The columns of which nothing is known."""
    return np.flatnonzero(np.isnan(days_of(history, today).run_m)).tolist()


class TestStates:
    def test_nine_days_without_a_record_are_rest(self) -> None:
        """A gap of nine days lies inside continuous recording."""
        assert [] == unknown_days(after(0, 10), FIRST + timedelta(10))

    def test_ten_days_without_a_record_are_unknown(self) -> None:
        """A gap of ten days may have been rest, another watch, or a broken leg."""
        assert list(range(1, 11)) == unknown_days(after(0, 11), FIRST + timedelta(11))

    def test_days_after_the_newest_session_are_unknown(self) -> None:
        """Nobody knows yet whether they were rest, not even today (X20)."""
        assert [3, 4] == unknown_days(after(0, 2), FIRST + timedelta(4))

    def test_a_day_between_two_sessions_is_a_known_rest(self) -> None:
        """Rest is 0 metres, not nothing."""
        days = days_of(after(0, 2), FIRST + timedelta(2))
        assert [5000, 0, 5000] == days.run_m.tolist()
        assert [5000, 0, 5000] == days.longest_m.tolist()

    def test_sessions_after_today_are_not_looked_at(self) -> None:
        """Yesterday's answer does not know tomorrow's run."""
        days = days_of(after(0, 2, 9), FIRST + timedelta(2))
        assert (3, 0) == (days.days, days.age[-1])

    def test_check_ins_before_the_first_session_know_no_running(self) -> None:
        """A record that begins with an answer begins with unknown days of running."""
        history = replace(after(3), check_ins=(said(FIRST),))
        assert [0, 1, 2] == unknown_days(history, FIRST + timedelta(3))
        assert np.isnan(days_of(history, FIRST + timedelta(3)).age[:3]).all()

    def test_a_history_without_sessions_is_one_of_unknown_days(self) -> None:
        """Nothing to measure is no error."""
        days = days_of(History(), TODAY)
        assert (1, "minutes") == (days.days, days.load_source)
        assert np.isnan(days.run_m).all()

    def test_a_ride_is_a_record_and_no_running(self) -> None:
        """Cross-training keeps the recording going and counts in the load alone."""
        ride = run(FIRST, None, minutes=60, sport=Sport.RIDE)
        days = days_of(History((ride, *after(1).sessions)), FIRST + timedelta(1))
        assert [0, 5000] == days.run_m.tolist()
        assert days.load_au[0] > 0

    def test_a_run_without_a_distance_makes_its_day_unknown(self) -> None:
        """A part of the day's metres is not the whole of them."""
        lost = run(FIRST, None, minutes=40)
        days = days_of(History((lost, *after(0, 1).sessions)), FIRST + timedelta(1))
        assert np.isnan(days.run_m[0])
        assert np.isnan(days.longest_m[0])
        assert 40 * 60 + 30 * 60 == days.run_s[0]

    def test_two_runs_of_a_day_add_up_and_only_the_longer_is_the_longest(self) -> None:
        """Doubles are distance, not a long run."""
        days = days_of(History((run(FIRST, 5), run(FIRST, 8))), FIRST)
        assert (13_000, 8000) == (days.run_m[0], days.longest_m[0])


class TestBookkeeping:
    def test_bookkeeping_forgets_an_unknown_day_like_rest(self) -> None:
        """The descriptive averages go down by their time constant."""
        level = ewma(np.array([7.0, np.nan]), 7)
        assert level[0] * np.exp(-1 / 7) == pytest.approx(level[1])


class TestHard:
    @pytest.mark.parametrize(
        ("session", "hard_s"),
        [
            (run(FIRST, 10, hard_min=12, rpe=2), 720),
            (run(FIRST, 10, rpe=7), 3600),
            (run(FIRST, 10, rpe=6.5), 0),
            (run(FIRST, 10, hr=168), 3600),
            (run(FIRST, 10, hr=160), 0),
            (run(FIRST, 10), None),
        ],
    )
    def test_the_hard_seconds_come_from_the_best_that_is_known(
        self, session: Session, hard_s: float | None
    ) -> None:
        """Measured seconds, then effort, then heart rate at 0.88 of the maximum, then unknown."""
        days = days_of(History((session,), runner=KNOWN_HEART), FIRST)
        assert hard_s == (None if np.isnan(days.hard_s[0]) else days.hard_s[0])

    def test_without_a_maximum_heart_rate_tells_no_effort(self) -> None:
        """The highest rate seen is not taken for the highest there is."""
        days = days_of(History((run(FIRST, 10, hr=190),)), FIRST)
        assert np.isnan(days.hard_s[0])


class TestEfficiency:
    def test_an_easy_run_has_metres_per_heartbeat(self) -> None:
        """10 km in an hour at 140 are 10 000 metres in 8400 beats."""
        days = days_of(History((run(FIRST, 10, hr=140),), runner=KNOWN_HEART), FIRST)
        assert 10_000 / 8400 == pytest.approx(days.efficiency[0])

    @pytest.mark.parametrize(
        "session",
        [
            run(FIRST, 10, hr=153),
            run(FIRST, 3, minutes=19, hr=120),
            run(FIRST, None, minutes=60, hr=120),
            run(FIRST, 10),
            run(FIRST, 10, hr=120, sport=Sport.RIDE),
        ],
    )
    def test_runs_that_are_not_easy_or_not_whole_have_none(self, session: Session) -> None:
        """Hard, short, without distance or heart rate, or not a run."""
        days = days_of(History((session,), runner=KNOWN_HEART), FIRST)
        assert np.isnan(days.efficiency).all()

    def test_the_highest_rate_shown_stands_in_for_the_maximum(self) -> None:
        """0.80 of it is still easy."""
        hard, easy = run(FIRST, 5, hr=180), run(FIRST + timedelta(1), 10, hr=144)
        days = days_of(History((hard, easy)), FIRST + timedelta(1))
        assert [True, False] == np.isnan(days.efficiency).tolist()


def test_a_fleet_is_one_array_with_unknown_days_in_front() -> None:
    """Runners end on the same day; the shorter history begins with nothing known."""
    sore = replace(ANNA, check_ins=(said(TODAY, hurts(3), hurts(2, "sole")),))
    alone = [days_of(h) for h in (sore, ELI, DARA)]
    fleet = stack(alone)
    assert (3, max(one.days for one in alone)) == fleet.run_m.shape
    assert (3, 2, fleet.days) == fleet.pain.shape
    np.testing.assert_array_equal(alone[1].run_m, fleet.run_m[1, -alone[1].days :])
    assert np.isnan(fleet.run_m[1, : fleet.days - alone[1].days]).all()


def test_a_start_at_midnight_is_the_new_day() -> None:
    """Days are local days, from midnight on (X10)."""
    night = Session(datetime(2024, 10, 2), Sport.RUN, 1800, 5000)
    assert [5000] == days_of(History((night,)), date(2024, 10, 2)).run_m.tolist()


def test_a_run_over_two_nights_counts_whole_on_the_day_it_began() -> None:
    """Fault I23: thirty hours from a Sunday evening; the days add up to the whole."""
    ultra = Session(datetime(2024, 10, 6, 18), Sport.RUN, 108_000, 161_000)
    days = days_of(History((ultra,)), date(2024, 10, 8))
    assert [161_000, 161_000] == [days.run_m[0], np.nansum(days.run_m)]
