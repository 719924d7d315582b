"""Ground: what several signals stand on, worked out once: the weeks and the sore spots."""

from dataclasses import dataclass

from unload.model.constants import SignalConstants
from unload.model.daily import Daily
from unload.science.spots import Spots, spot_days
from unload.science.weeks import WeekTracks, week_tracks


@dataclass(frozen=True, slots=True)
class Ground:
    """What several signals stand on, worked out once."""

    weeks: WeekTracks
    spots: Spots


def ground(days: Daily, constants: SignalConstants) -> Ground:
    """The weeks and the sore spots of the days."""
    return Ground(week_tracks(days, constants), spot_days(days, constants))
