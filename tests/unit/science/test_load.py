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
    K,
    days_of,
    hurts,
    run,
    said,
)
from unload.model.history import CheckIn, History, Runner, Session, Sex, Side, SoreSpot, Sport
from unload.science.load import daily, ewma, session_loads, stack, trimp

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
        """Nobody knows yet whether they were rest, not even today."""
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


class TestScales:
    def test_effort_times_minutes_leads_where_it_is_known(self) -> None:
        """RPE 4 for 60 minutes is 240."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4) for n in range(5)]
        loads, source = session_loads(sessions, Runner(), K.load)
        assert "session-RPE" == source
        assert [240] * 5 == loads.tolist()

    def test_sessions_without_effort_are_tied_by_the_median_ratio(self) -> None:
        """Five runs at RPE 4 make a minute of any run worth 4."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4) for n in range(5)]
        ride = run(FIRST + timedelta(5), None, minutes=30, sport=Sport.RIDE)
        loads, _ = session_loads([*sessions, ride], Runner(), K.load)
        assert 120 == pytest.approx(loads[-1])

    def test_four_efforts_are_too_few_for_a_scale(self) -> None:
        """Then pace carries the history and says so."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4 if n < 4 else None) for n in range(6)]
        assert "pace" == session_loads(sessions, Runner(), K.load)[1]

    def test_heart_rate_leads_where_effort_is_not_told(self) -> None:
        """It needs sex, resting and highest heart rate."""
        sessions = [run(FIRST + timedelta(n), 10, hr=140) for n in range(5)]
        assert "heart rate" == session_loads(sessions, KNOWN_HEART, K.load)[1]
        assert "pace" == session_loads(sessions, Runner(), K.load)[1]

    def test_rides_alone_are_measured_in_minutes(self) -> None:
        """Without run, effort or heart there is still time."""
        rides = [run(FIRST, None, minutes=45, sport=Sport.RIDE)]
        loads, source = session_loads(rides, Runner(), K.load)
        assert ([45], "minutes") == (loads.tolist(), source)

    def test_an_hour_at_the_best_own_pace_is_100(self) -> None:
        """Half that speed for an hour is a quarter of it."""
        sessions = [run(FIRST, 12, minutes=60), run(FIRST + timedelta(1), 6, minutes=60)]
        more = [run(FIRST + timedelta(n), 12, minutes=60) for n in range(2, 5)]
        loads, _ = session_loads([*sessions, *more], Runner(), K.load)
        assert [100, 25] == pytest.approx(loads[:2].tolist())

    def test_a_pace_is_measured_against_the_last_three_months_alone(self) -> None:
        """A best of long ago is another runner's."""
        old = run(FIRST - timedelta(91), 15, minutes=60)
        new = [run(FIRST + timedelta(n), 12, minutes=60) for n in range(5)]
        loads, _ = session_loads([old, *new], Runner(), K.load)
        assert 100 == pytest.approx(loads[1])

    def test_a_sprint_sets_no_best_pace(self) -> None:
        """Before any effort of twenty minutes there is nothing to measure pace against."""
        sprints = [run(FIRST + timedelta(n), 3, minutes=10) for n in range(5)]
        assert "minutes" == session_loads(sprints, Runner(), K.load)[1]

    @pytest.mark.parametrize(
        "runner",
        [
            Runner(hr_rest=50, hr_max=190),
            Runner(sex=Sex.MALE, hr_max=190),
            Runner(sex=Sex.MALE, hr_rest=50),
            Runner(sex=Sex.MALE, hr_rest=120, hr_max=110),
        ],
    )
    def test_no_formula_is_used_on_half_of_what_it_needs(self, runner: Runner) -> None:
        """Sex, rest or maximum missing, or upside down: TRIMP is unknown."""
        assert np.isnan(trimp(np.array([60.0]), np.array([150.0]), runner, K.load)).all()

    def test_a_heart_beyond_its_bounds_counts_as_at_them(self) -> None:
        """A reading under rest is no load, one over the maximum no more than the maximum."""
        beats = np.array([40.0, 190, 230])
        under, top, over = trimp(np.ones(3), beats, KNOWN_HEART, K.load)
        assert (0, top) == (under, over)

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


class TestAnswers:
    def test_asked_and_not_named_is_no_pain(self) -> None:
        """A check-in without the spot says 0, a day without check-in says nothing."""
        check_ins = (said(FIRST, hurts(4)), said(FIRST + timedelta(2)))
        days = days_of(replace(after(0), check_ins=check_ins), FIRST + timedelta(2))
        assert ((("calf", "left"),), 4, 0) == (days.spots, days.pain[0, 0], days.pain[0, 2])
        assert np.isnan(days.pain[0, 1])

    def test_a_question_not_asked_is_not_answered(self) -> None:
        """A check-in of sleep alone knows nothing of calves."""
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
    """Days are local days, from midnight on."""
    night = Session(datetime(2024, 10, 2), Sport.RUN, 1800, 5000)
    assert [5000] == days_of(History((night,)), date(2024, 10, 2)).run_m.tolist()
