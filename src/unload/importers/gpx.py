"""Read GPX recordings: one session per track whose points carry times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import moment, wall_clock
from unload.importers.marks import SALVAGED
from unload.importers.numbers import number_or_none
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import File, Record
from unload.importers.sports import sport_of
from unload.importers.track import Track, position_of
from unload.importers.xmlstream import root_of, walk

# Strava writes numbers for the sports; only those seen in real files are named here.
_STRAVA_TYPES = {"1": "ride", "9": "run"}
_HEART_NAMES = frozenset(("hr", "heartrate"))


class Gpx:
    """A route without times is not a run, and is said to be none."""

    name = "GPX"
    heavy = True

    def identify(self, file: File) -> bool:
        return root_of(file.head).lower() == "gpx"

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        handler = _Tracks()
        with file.open() as stream:
            fault = walk(stream, handler)
        if fault and not any(track.timed for track, _ in handler.tracks):
            yield Problem(file.name, f"{fault} and holds nothing of a track before that.")
        elif not any(track.points for track, _ in handler.tracks):
            yield Problem(file.name, "holds waypoints, a route or nothing, but no recorded track.")
        else:
            yield from _sessions(file.name, handler, fault, zone, now)


def _sessions(
    name: str, handler: _Tracks, fault: str, zone: tzinfo, now: datetime
) -> Iterator[Record]:
    told = [(track, kind) for track, kind in handler.tracks if track.points]
    for number, (track, kind) in enumerate(told, 1):
        where = name if len(told) == 1 else f"{name} track {number}"
        if track.first is None:
            yield Problem(where, "has no times; a route is not a run.")
            continue
        raw = _raw(track, where)
        raw.start = wall_clock(track.first, zone)
        raw.sport, raw.marks = sport_of(_kind(kind, handler.creator))
        # A damaged file breaks off in its last track.
        if fault and number == len(told):
            raw.marks = (*raw.marks, SALVAGED)
        yield session_or_problem(raw, now)


def _kind(kind: str, creator: str) -> str:
    """The word for the sport; a number is one only in Strava's own files."""
    if creator.startswith("StravaGPX"):
        return _STRAVA_TYPES.get(kind, "")
    return "" if kind.isdigit() else kind


def _raw(track: Track, where: str) -> Raw:
    """The sums of a track; what the track did not carry is missing, not zero."""
    return Raw(
        where,
        source="gpx",
        moving_s=track.moving_s if track.moving_s > 0 else None,
        elapsed_s=track.elapsed_s,
        distance_m=track.distance_m if track.located else None,
        avg_hr=track.avg_hr,
        max_hr=track.max_hr,
        climb_m=track.climb_m if track.heights else None,
    )


class _Tracks:
    """Tracks and their types, added up while the file streams by."""

    def __init__(self) -> None:
        self.creator = ""
        self.tracks: list[tuple[Track, str]] = []
        self._in_track = False
        self._position: tuple[float, float] | None = None
        self._time: datetime | None = None
        self._in_point = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "trkpt":
            self._in_point, self._time = True, None
            self._position = position_of(
                number_or_none(attributes.get("lat", "")), number_or_none(attributes.get("lon", ""))
            )
        elif name == "trk":
            self._in_track = True
            self.tracks.append((Track(), ""))
        elif name == "gpx":
            self.creator = attributes.get("creator", "")

    def end(self, name: str, text: str) -> None:
        if self._in_point:
            self._end_in_point(name, text)
        elif name == "trkseg" and self.tracks:
            self.tracks[-1][0].cut()
        elif name == "type" and self._in_track:
            self.tracks[-1] = (self.tracks[-1][0], text)
        elif name == "trk":
            self._in_track = False

    def _end_in_point(self, name: str, text: str) -> None:
        if not self.tracks:
            return
        track = self.tracks[-1][0]
        if name == "time":
            self._time = moment(text)
        elif name == "ele":
            height_m = number_or_none(text)
            if height_m is not None:
                track.height(height_m)
        elif name.lower() in _HEART_NAMES:
            rate = number_or_none(text)
            if rate is not None:
                track.heart(rate)
        elif name == "trkpt":
            track.add(self._time, self._position)
            self._in_point = False
