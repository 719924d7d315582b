"""Read the workouts CSV of TrainingPeaks; what was only planned is not an activity.

The columns are verified on a real header. `WorkoutDay` has no time of day.
"""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.marks import NO_TIME_OF_DAY
from unload.importers.plausible import Raw, session_or_problem
from unload.importers.protocol import Record
from unload.importers.sports import sport_of
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none
from unload.model.units import S_PER_HOUR

_DONE = ("TimeTotalInHours", "DistanceInMeters")


class TrainingPeaks(Titled):
    """One session per workout that was done."""

    name = "TrainingPeaks"

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record | None:
        return _record(where, cells, zone, now) if _was_done(cells) else None


def _was_done(cells: Cells) -> bool:
    """A plan, a rest day and a note have neither an actual time nor an actual distance.

    A zero stands there for nothing too; what is no number at all must be looked at.
    """
    for title in _DONE:
        try:
            value = number_in(cells, title)
        except ValueError:
            return True
        if value is not None and value != 0:
            return True
    return False


def _record(where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record:
    raw = Raw(where, source="trainingpeaks")
    try:
        if "WorkoutDay" in cells:
            day = local_clock(cells["WorkoutDay"], zone)
            raw.start = datetime.combine(day.date(), time())
        raw.moving_s = number_in(cells, "TimeTotalInHours", S_PER_HOUR)
        raw.distance_m = number_in(cells, "DistanceInMeters")
    except ValueError as error:
        return Problem(where, f"{error}.")
    raw.avg_hr = number_in_or_none(cells, "HeartRateAverage")
    raw.max_hr = number_in_or_none(cells, "HeartRateMax")
    raw.rpe = number_in_or_none(cells, "Rpe")
    raw.sport, marks = sport_of(cells.get("WorkoutType", ""))
    raw.marks = (*marks, NO_TIME_OF_DAY)
    return session_or_problem(raw, now)
