"""Add up points in time to distance, moving time, climb and heart rate, keeping only the last."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

EARTH_RADIUS_M = 6_371_008.8
# Slower than this nobody is on the way: a stop at a light, a receiver's jitter.
STILL_M_S = 0.5
# Two points further apart in time than this were not one movement: the recorder was paused.
PAUSE_S = 60.0
# Faster than any session read here; such a jump is the receiver's, and its metres do not count.
GLITCH_M_S = 50.0
# A receiver's or barometer's height trembles; less than this is not a climb.
CLIMB_STEP_M = 3.0
HR_LOW, HR_HIGH = 20, 250


@dataclass(slots=True)
class Track:
    """Sums over a track. Of positions only the last is held while reading, none afterwards."""

    first: datetime | None = None
    last: datetime | None = None
    points: int = 0
    timed: int = 0
    distance_m: float = 0.0
    moving_s: float = 0.0
    climb_m: float = 0.0
    heart_beats: float = 0.0
    heart_points: int = 0
    max_hr: float | None = None
    heights: int = 0
    located: bool = False
    _position: tuple[float, float] | None = None
    _height_m: float | None = None

    def add(self, time: datetime | None, position: tuple[float, float] | None) -> None:
        """One point; without a time it cannot tell when anything was run."""
        self.points += 1
        if time is None:
            return
        self.timed += 1
        step_s = 0.0 if self.last is None else (time - self.last).total_seconds()
        if step_s < 0:
            return  # a clock set back: the point cannot be placed
        if position is not None:
            self.located = True
            step_m = 0.0 if self._position is None else haversine_m(self._position, position)
            self._step(step_s, step_m)
            self._position = position
        self.first = time if self.first is None else self.first
        self.last = time

    def _step(self, step_s: float, step_m: float) -> None:
        """Moving is: no pause lies between, at a speed between standing and a glitch."""
        if step_m > GLITCH_M_S * step_s:
            return
        self.distance_m += step_m
        if step_s <= PAUSE_S and step_m >= STILL_M_S * step_s:
            self.moving_s += step_s

    def cut(self) -> None:
        """A new segment: the way between the two was not recorded."""
        self._position = None

    def height(self, height_m: float) -> None:
        """Climb in steps above the tremble, from the lowest point since the last step."""
        self.heights += 1
        if self._height_m is None or height_m < self._height_m:
            self._height_m = height_m
        elif height_m - self._height_m >= CLIMB_STEP_M:
            self.climb_m += height_m - self._height_m
            self._height_m = height_m

    def heart(self, rate: float) -> None:
        """One heart rate; out of range there was no sensor."""
        if HR_LOW <= rate <= HR_HIGH:
            self.heart_beats += rate
            self.heart_points += 1
            self.max_hr = rate if self.max_hr is None else max(rate, self.max_hr)

    @property
    def avg_hr(self) -> float | None:
        return self.heart_beats / self.heart_points if self.heart_points else None

    @property
    def elapsed_s(self) -> float | None:
        """From the first to the last point."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).total_seconds()

    def forget(self) -> None:
        """Let go of the last position."""
        self._position = None


def haversine_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) in degrees, over the date line too."""
    lat1, lat2 = math.radians(one[0]), math.radians(other[0])
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other[1] - one[1]) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(chord)))


def position_of(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    """A place on earth, or None: impossible degrees and the 0/0 of receivers without a fix."""
    if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
        return None
    on_earth = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return (latitude, longitude) if on_earth else None
