"""Read TCX activities: one session per activity, its laps added up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import moment, wall_clock
from unload.importers.marks import FROM_POINTS, SALVAGED
from unload.importers.numbers import number_or_none
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.importers.track import Track, position_of
from unload.importers.xmlstream import root_of, walk


@dataclass(slots=True)
class Lap:
    """The summary that the watch wrote for one lap."""

    seconds: float | None = None
    distance_m: float | None = None
    avg_hr: float | None = None
    max_hr: float | None = None


@dataclass(slots=True)
class Activity:
    """One activity while it streams by."""

    sport: str
    begun: datetime | None = None
    laps: list[Lap] = field(default_factory=list)
    track: Track = field(default_factory=Track)
    counter_m: float | None = None
    whole: bool = False


class Tcx:
    """Courses and planned workouts in the file are no activities and are passed over."""

    name = "TCX"
    heavy = True

    def identify(self, file: File) -> bool:
        return root_of(file.head) == "TrainingCenterDatabase"

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        handler = _Activities()
        with file.open() as stream:
            fault = walk(stream, handler)
        if fault and not any(a.laps for a in handler.activities):
            yield Problem(file.name, f"{fault} and holds nothing of an activity before that.")
            return
        several = len(handler.activities) > 1
        for number, activity in enumerate(handler.activities, 1):
            where = f"{file.name} activity {number}" if several else file.name
            raw = _raw(activity, where)
            begun = activity.begun or activity.track.first
            raw.start = wall_clock(begun, zone) if begun is not None else None
            yield session_or_problem(raw, now)


def _raw(activity: Activity, where: str) -> Raw:
    """The laps' totals; the points' where a lap has none or the file breaks off."""
    laps, track = activity.laps, activity.track
    raw = Raw(where, source="tcx")
    raw.sport, raw.marks = sport_of("" if activity.sport == "Other" else activity.sport)
    raw.moving_s, raw.distance_m = _sum(laps, "seconds"), _sum(laps, "distance_m")
    raw.elapsed_s = track.elapsed_s
    raw.avg_hr = _avg_hr(laps) if track.avg_hr is None else track.avg_hr
    raw.max_hr = max((lap.max_hr for lap in laps if lap.max_hr is not None), default=track.max_hr)
    raw.climb_m = track.climb_m if track.heights else None
    if not activity.whole or raw.moving_s is None:
        raw.moving_s = track.moving_s if track.moving_s > 0 else track.elapsed_s
        raw.marks = (*raw.marks, FROM_POINTS)
    if not activity.whole or raw.distance_m is None:
        measured = track.distance_m if track.located else None
        raw.distance_m = activity.counter_m if activity.counter_m is not None else measured
    if not activity.whole:
        raw.marks = (*raw.marks, SALVAGED)
    return raw


def _sum(laps: list[Lap], name: str) -> float | None:
    """The total, or nothing where any lap leaves it out: half a total is a wrong one."""
    values = [getattr(lap, name) for lap in laps]
    return sum(values) if values and all(value is not None for value in values) else None


def _avg_hr(laps: list[Lap]) -> float | None:
    """The laps' heart rates, weighted by their time."""
    known = [
        (lap.avg_hr, lap.seconds)
        for lap in laps
        if lap.avg_hr is not None and lap.seconds is not None
    ]
    seconds = sum(s for _, s in known)
    return sum(rate * s for rate, s in known) / seconds if seconds > 0 else None


class _Activities:
    """What the elements mean, by the one they stand in."""

    def __init__(self) -> None:
        self.activities: list[Activity] = []
        self._activity: Activity | None = None
        self._in_point = False
        self._heart = ""
        self._time: datetime | None = None
        self._degrees: dict[str, float | None] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Activity":
            self._activity = Activity(attributes.get("Sport", ""))
            self.activities.append(self._activity)
        elif self._activity is None:
            return
        elif name == "Lap":
            self._activity.laps.append(Lap())
            if self._activity.begun is None:
                self._activity.begun = moment(attributes.get("StartTime", ""))
        elif name == "Trackpoint":
            self._in_point, self._time, self._degrees = True, None, {}
        elif name.endswith("HeartRateBpm"):
            self._heart = name

    def end(self, name: str, text: str) -> None:
        activity = self._activity
        if activity is None:
            return
        if name == "Activity":
            activity.whole, self._activity = True, None
        elif self._in_point:
            self._end_in_point(activity, name, text)
        elif activity.laps:
            self._end_in_lap(activity.laps[-1], name, text)

    def _end_in_lap(self, lap: Lap, name: str, text: str) -> None:
        if name == "TotalTimeSeconds":
            lap.seconds = number_or_none(text)
        elif name == "DistanceMeters":
            lap.distance_m = number_or_none(text)
        elif name == "Value" and self._heart == "AverageHeartRateBpm":
            lap.avg_hr = number_or_none(text)
        elif name == "Value" and self._heart == "MaximumHeartRateBpm":
            lap.max_hr = number_or_none(text)

    def _end_in_point(self, activity: Activity, name: str, text: str) -> None:
        if name == "Time":
            self._time = moment(text)
        elif name in ("LatitudeDegrees", "LongitudeDegrees"):
            self._degrees[name] = number_or_none(text)
        elif name == "DistanceMeters":
            counter_m = number_or_none(text)
            if counter_m is not None:
                activity.counter_m = max(counter_m, activity.counter_m or 0.0)
        elif name == "AltitudeMeters":
            height_m = number_or_none(text)
            if height_m is not None:
                activity.track.height(height_m)
        elif name == "Value" and self._heart == "HeartRateBpm":
            activity.track.heart(number_or_none(text) or 0.0)
        elif name == "Trackpoint":
            place = self._degrees
            activity.track.add(
                self._time,
                position_of(place.get("LatitudeDegrees"), place.get("LongitudeDegrees")),
            )
            self._in_point = False
