"""Session load: the best of what is known, tied to one scale within the runner."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from athletes import K, days_of, run
from unload.model.history import History, Runner, Sex, Sport
from unload.science.session_load import (
    columns_of,
    cost_of_grade,
    flat_metres,
    session_loads,
    trimp,
    zone_load,
)

FIRST = date(2024, 10, 1)
KNOWN_HEART = Runner(sex=Sex.FEMALE, hr_rest=50, hr_max=190)


class TestScales:
    def test_effort_times_minutes_leads_where_it_is_known(self) -> None:
        """RPE 4 for 60 minutes is 240."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4) for n in range(5)]
        scale = session_loads(columns_of(sessions), Runner(), K.load)
        assert ("session-RPE", 0) == (scale.source, scale.tied)
        assert [240] * 5 == scale.loads.tolist()

    def test_sessions_without_effort_are_tied_by_the_median_ratio(self) -> None:
        """Five runs at RPE 4 make a minute of any run worth 4."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4) for n in range(5)]
        ride = run(FIRST + timedelta(5), None, minutes=30, sport=Sport.RIDE)
        loads = session_loads(columns_of([*sessions, ride]), Runner(), K.load).loads
        assert 120 == pytest.approx(loads[-1])

    def test_four_efforts_are_too_few_for_a_scale(self) -> None:
        """Then pace carries the history and says so."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4 if n < 4 else None) for n in range(6)]
        assert "pace" == session_loads(columns_of(sessions), Runner(), K.load).source

    def test_heart_rate_leads_where_effort_is_not_told(self) -> None:
        """It needs sex, resting and highest heart rate."""
        sessions = [run(FIRST + timedelta(n), 10, hr=140) for n in range(5)]
        assert "heart rate" == session_loads(columns_of(sessions), KNOWN_HEART, K.load).source
        assert "pace" == session_loads(columns_of(sessions), Runner(), K.load).source

    def test_rides_alone_are_measured_in_minutes(self) -> None:
        """Without run, effort or heart there is still time."""
        rides = [run(FIRST, None, minutes=45, sport=Sport.RIDE)]
        scale = session_loads(columns_of(rides), Runner(), K.load)
        assert ([45], "minutes") == (scale.loads.tolist(), scale.source)

    def test_an_hour_at_the_best_own_pace_is_100(self) -> None:
        """Half that speed for an hour is a quarter of it."""
        sessions = [run(FIRST, 12, minutes=60), run(FIRST + timedelta(1), 6, minutes=60)]
        more = [run(FIRST + timedelta(n), 12, minutes=60) for n in range(2, 5)]
        loads = session_loads(columns_of([*sessions, *more]), Runner(), K.load).loads
        assert [100, 25] == pytest.approx(loads[:2].tolist())

    def test_a_pace_is_measured_against_the_last_three_months_alone(self) -> None:
        """A best of long ago is another runner's."""
        old = run(FIRST - timedelta(91), 15, minutes=60)
        new = [run(FIRST + timedelta(n), 12, minutes=60) for n in range(5)]
        loads = session_loads(columns_of([old, *new]), Runner(), K.load).loads
        assert 100 == pytest.approx(loads[1])

    def test_a_sprint_sets_no_best_pace(self) -> None:
        """Before any effort of twenty minutes there is nothing to measure pace against."""
        sprints = [run(FIRST + timedelta(n), 3, minutes=10) for n in range(5)]
        assert "minutes" == session_loads(columns_of(sprints), Runner(), K.load).source

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

    def test_zones_lead_where_rest_or_sex_is_not_told(self) -> None:
        """The highest heart rate is all that Edwards' zones need."""
        sessions = [run(FIRST + timedelta(n), 10, hr=140) for n in range(5)]
        scale = session_loads(columns_of(sessions), Runner(hr_max=200), K.load)
        assert ("heart-rate zones", [180] * 5) == (scale.source, scale.loads.tolist())

    def test_what_was_tied_is_counted(self) -> None:
        """Five efforts carry the scale, and three runs without one are brought to it."""
        sessions = [run(FIRST + timedelta(n), 10, rpe=4 if n < 5 else None) for n in range(8)]
        assert 3 == session_loads(columns_of(sessions), Runner(), K.load).tied


class TestZones:
    @pytest.mark.parametrize(
        ("heart", "points"),
        [(99, 0), (100, 1), (119, 1), (120, 2), (140, 3), (160, 4), (180, 5), (200, 5), (210, 5)],
    )
    def test_a_zone_begins_at_its_border(self, heart: float, points: int) -> None:
        """Tenths of the maximum from one half on, and nothing below it."""
        minute = zone_load(np.ones(1), np.array([heart]), Runner(hr_max=200))
        assert [points] == minute.tolist()

    def test_without_a_maximum_there_are_none(self) -> None:
        """The highest rate seen is not taken for it."""
        assert np.isnan(zone_load(np.ones(1), np.array([150.0]), Runner())).all()


class TestGrade:
    def test_beyond_what_was_measured_the_cost_stands_still(self) -> None:
        """Nobody ran up more than 45 % on that treadmill."""
        far, edge = cost_of_grade(np.array([0.9, 0.45]))
        assert far == edge

    def test_a_hilly_loop_costs_more_than_the_flat(self) -> None:
        """400 m up and down in 10 km: 8 % each way."""
        up_and_down = cost_of_grade(np.array([0.08])) + cost_of_grade(np.array([-0.08]))
        metres = flat_metres(np.array([10_000.0]), np.array([400.0]))
        assert 10_000 * up_and_down[0] / 2 == pytest.approx(metres[0])
        assert 10_700 < metres[0] < 11_000

    def test_an_unknown_climb_leaves_the_distance_as_it_is(self) -> None:
        """And no distance has no grade."""
        metres = flat_metres(np.array([10_000.0, 0]), np.array([np.nan, 50]))
        assert [10_000, 0] == metres.tolist()

    def test_a_run_over_a_pass_is_an_effort_of_its_own(self) -> None:
        """The same time over hills is a higher pace load than on the flat."""
        flat = [run(FIRST + timedelta(n), 12, minutes=60) for n in range(5)]
        hilly = replace(run(FIRST + timedelta(5), 11, minutes=60), climb_m=600)
        plain = replace(hilly, climb_m=None)
        both = [columns_of([*flat, last]) for last in (hilly, plain)]
        loads = [session_loads(c, Runner(), K.load).loads[-1] for c in both]
        assert loads[0] > loads[1]

    def test_an_easy_run_over_hills_is_as_efficient_as_it_was(self) -> None:
        """Metres per heartbeat are those of the flat that cost as much."""
        hilly = replace(run(FIRST, 10, hr=140), climb_m=400)
        days = [
            days_of(History((s,), runner=KNOWN_HEART), FIRST)
            for s in (hilly, run(FIRST, 10, hr=140))
        ]
        assert days[0].efficiency[0] > days[1].efficiency[0]
