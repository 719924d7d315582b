"""Ground: what several signals stand on, worked out once: weeks and sore spots."""

from dataclasses import dataclass

from unload.model.constants import SignalConstants
from unload.model.daily import Daily, Track
from unload.science.spots import Spots, spot_days
from unload.science.weeks import WeekTracks, build_weeks, week_tracks


@dataclass(frozen=True, slots=True)
class Ground:
    """What several signals stand on, worked out once."""

    weeks: WeekTracks
    built: Track
    spots: Spots


def ground(days: Daily, constants: SignalConstants) -> Ground:
    """The weeks, how long they have built, and the sore spots of the days."""
    weeks = week_tracks(days, constants)
    return Ground(weeks, build_weeks(days, weeks, constants), spot_days(days, constants))
