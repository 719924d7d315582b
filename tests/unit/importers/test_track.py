"""Sums over points in time."""

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.track import Track, haversine_m, position_of

START = datetime(2024, 6, 1, 6, tzinfo=UTC)
DEGREE_M = 111_195.08


def walked(steps: list[tuple[float, float]]) -> Track:
    """A track due north: each step is (seconds, metres)."""
    track = Track()
    track.add(START, (50.0, 8.0))
    seconds = metres = 0.0
    for step_s, step_m in steps:
        seconds, metres = seconds + step_s, metres + step_m
        track.add(START + timedelta(seconds=seconds), (50.0 + metres / DEGREE_M, 8.0))
    return track


def test_way_and_time_of_steady_movement() -> None:
    """A hundred steps of 3 m in a second."""
    track = walked([(1, 3.0)] * 100)
    assert pytest.approx(300.0, rel=1e-4) == track.distance_m
    assert (100.0, 100.0) == (track.moving_s, track.elapsed_s)


def test_a_pause_is_not_moving_time() -> None:
    """Twenty minutes at a café with a receiver that drifts thirty metres."""
    track = walked([(1, 3.0)] * 60 + [(1200, 30.0)] + [(1, 3.0)] * 60)
    assert (120.0, 1320.0) == (track.moving_s, track.elapsed_s)
    assert pytest.approx(360.0, rel=1e-3) == track.distance_m


def test_a_jump_of_the_receiver_counts_neither_way_nor_time() -> None:
    """Two kilometres in a second and back."""
    track = walked([(1, 3.0)] * 10 + [(1, 2000.0), (1, -2000.0)] + [(1, 3.0)] * 10)
    assert pytest.approx(60.0, rel=1e-3) == track.distance_m


def test_two_points_of_one_moment_lose_no_way() -> None:
    """The way is measured to the next point that has a time of its own."""
    assert pytest.approx(60.0, rel=1e-3) == walked([(0, 2.0), (1, 1.0)] * 20).distance_m


def test_points_without_a_fix_are_time_on_the_way() -> None:
    """A tunnel: the way is straight, the time is not lost."""
    track = Track()
    track.add(START, (50.0, 8.0))
    track.add(START + timedelta(seconds=10), None)
    track.add(START + timedelta(seconds=20), (50.0 + 60 / DEGREE_M, 8.0))
    assert pytest.approx(60.0, rel=1e-3) == track.distance_m
    assert 20.0 == track.moving_s


def test_a_new_segment_is_not_joined_to_the_last() -> None:
    """What lies between two segments was not recorded."""
    track = walked([(1, 3.0)] * 10)
    track.cut()
    track.add(START + timedelta(seconds=600), (50.1, 8.0))
    assert pytest.approx(30.0, rel=1e-3) == track.distance_m
    assert 10.0 == track.moving_s


def test_a_clock_set_back_is_passed_over() -> None:
    """The point cannot be placed; the sums stay."""
    track = walked([(1, 3.0)] * 10)
    track.add(START - timedelta(hours=1), (50.0, 8.0))
    assert (10.0, 12) == (track.elapsed_s, track.points)


def test_climb_counts_steps_above_the_tremble() -> None:
    """Trembling by a metre is flat; twice ten metres up is twenty."""
    flat, hilly = Track(), Track()
    for n in range(100):
        flat.height(100.0 + n % 2)
    for height in (0, 4, 8, 12, 10, 5, 2, 6, 12):
        hilly.height(height)
    assert (0.0, 22.0) == (flat.climb_m, hilly.climb_m)


def test_heart_rates_out_of_range_are_no_sensor() -> None:
    """Zero and 255 do not enter the mean."""
    track = Track()
    for rate in (0, 140, 150, 255, math.nan):
        track.heart(rate)
    assert (145.0, 150.0) == (track.avg_hr, track.max_hr)
    assert Track().avg_hr is None


def test_the_date_line_is_crossed_on_the_short_side() -> None:
    """Fault I18: two hundred metres in Fiji, not once around the world."""
    assert pytest.approx(213.2, rel=1e-2) == haversine_m((-16.8, 179.999), (-16.8, -179.999))


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_no_way_on_earth_is_longer_than_half_around_it(
    a: float, b: float, c: float, d: float
) -> None:
    """Fault I18: poles and date line included."""
    assert 0 <= haversine_m((a, b), (c, d)) <= 20_016_000


@pytest.mark.parametrize(
    "place", [(999.0, 8.0), (50.0, 181.0), (0.0, 0.0), (None, 8.0), (math.nan, 1.0)]
)
def test_impossible_places_are_none(place: tuple[float | None, float | None]) -> None:
    """Faults I17 and I18: degrees not on earth, and the 0/0 of a receiver without a fix."""
    assert position_of(*place) is None
    assert (0.0, 8.0) == position_of(0.0, 8.0)
