"""Add up points in time to distance, moving time, climb and heart rate; only the last is held."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

EARTH_RADIUS_M = 6_371_008.8
# Slower than this nobody is on the way: a stop at a light, a receiver's jitter.
STILL_M_S = 0.5
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
    _waited_s: float = 0.0

    def add(self, time: datetime | None, position: tuple[float, float] | None) -> None:
        """One point; without a time it cannot tell when anything was run."""
        self.points += 1
        if time is None:
            return
        self.timed += 1
        step_s = 0.0 if self.last is None else (time - self.last).total_seconds()
        if step_s < 0:
            return  # a clock set back: the point cannot be placed
        self.first = time if self.first is None else self.first
        self.last = time
        self._move(step_s, position)

    def _move(self, step_s: float, position: tuple[float, float] | None) -> None:
        """Way and moving time are those between two points at a speed of neither rest nor glitch.

        A pause shows as a long time with hardly any way, so it needs no rule of its own; the
        metres that a resting receiver drifts are nobody's run.
        """
        self._waited_s += step_s
        if position is None:
            return
        self.located = True
        if self._position is not None:
            if self._waited_s == 0:
                return  # a second point of the same moment; the way is measured to the next
            step_m = haversine_m(self._position, position)
            if STILL_M_S * self._waited_s <= step_m <= GLITCH_M_S * self._waited_s:
                self.distance_m += step_m
                self.moving_s += self._waited_s
        self._position, self._waited_s = position, 0.0

    def cut(self) -> None:
        """A new segment: the way between the two was not recorded."""
        self._position, self._waited_s = None, 0.0

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


def haversine_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way between two (latitude, longitude) in degrees, also over the date line."""
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
