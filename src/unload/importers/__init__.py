"""Files in, sessions out: the formats Unload reads, and read_path, which reads them all."""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path

from unload.errors import UnloadError
from unload.importers.apple import Apple
from unload.importers.books import Reading, read_with
from unload.importers.checkins import CheckIns
from unload.importers.columns import NOTHING, Columns, parse_columns
from unload.importers.fit import Fit
from unload.importers.fit_scale import FitScale
from unload.importers.fitbit import Fitbit
from unload.importers.fitbit_days import FitbitDays
from unload.importers.garmin_account import GarminAccount
from unload.importers.garmin_csv import Garmin
from unload.importers.garmin_days import GarminDays
from unload.importers.generic import Generic
from unload.importers.gpx import Gpx
from unload.importers.intervals import Intervals
from unload.importers.intervals_wellness import IntervalsWellness
from unload.importers.nike import Nike
from unload.importers.pmsys import PmSys
from unload.importers.pmsys_injuries import PmSysInjuries
from unload.importers.pmsys_sessions import PmSysSessions
from unload.importers.polar import Polar
from unload.importers.protocol import Importer
from unload.importers.reading import Place, Progress
from unload.importers.runkeeper import Runkeeper
from unload.importers.samsung import Samsung, SamsungWeight
from unload.importers.sharing import Apart
from unload.importers.strava import Strava
from unload.importers.suunto import Suunto
from unload.importers.tcx import Tcx
from unload.importers.trainingpeaks import TrainingPeaks
from unload.importers.unlisted import Unlisted
from unload.importers.yielding import Yielding
from unload.model.history import Sport

BUILTIN: tuple[Importer, ...] = (
    Fit(),
    FitScale(),
    Tcx(),
    Gpx(),
    Strava(),
    GarminAccount(),
    GarminDays(),
    Apple(),
    Fitbit(),
    FitbitDays(),
    Intervals(),
    IntervalsWellness(),
    Nike(),
    PmSys(),
    PmSysInjuries(),
    PmSysSessions(),
    Polar(),
    Runkeeper(),
    Samsung(),
    SamsungWeight(),
    Suunto(),
    TrainingPeaks(),
    Garmin(),
    # An English list of Garmin's would fit a plain table, but for its units.
    Yielding(Generic(), Garmin()),
    CheckIns(),
)
PLUGIN_DOOR = "unload.importers"

__all__ = ["BUILTIN", "Progress", "Reading", "importers", "read_path"]


def importers(said: Columns = NOTHING) -> tuple[Importer, ...]:
    """Our formats, those that strangers have registered, and one for tables that nobody knows.

    Where the runner says what the columns hold, that goes before what any format makes of them.
    """
    # Imported here because it brings the mail and zip packages along, which few callers need.
    from importlib.metadata import entry_points  # noqa: PLC0415 # see above

    strangers: list[Importer] = []
    for entry in entry_points(group=PLUGIN_DOOR):
        try:
            strangers.append(entry.load()())
        except Exception as error:
            failed = (
                f"The format {entry.name!r} that was added to Unload cannot be loaded: {error}."
            )
            raise UnloadError(failed) from error
    known = (*BUILTIN, *strangers)
    if said == NOTHING:
        return (*known, Unlisted(known))
    stated = Unlisted(said=said)
    return (*(Yielding(importer, stated) for importer in known), stated)


def read_path(
    path: Path | str,
    *,
    zone: tzinfo,
    now: datetime,
    sport: Sport | None = None,
    columns: str | None = None,
    progress: Progress | None = None,
    apart: Apart = frozenset(),
) -> Reading:
    """Every session and check-in under `path`, and every problem, with the books balanced.

    `zone` is where the runner lives, `now` the present moment: aware, or the runner's wall clock;
    `sport` is what sessions are whose file does not say it; `columns` says what the columns of a
    table hold that is not understood without: `date=2,type=1,distance=5:km,duration=7`; `apart`
    are pairs of identities that are two sessions, however alike.
    """
    clock = now.astimezone(zone).replace(tzinfo=None) if now.tzinfo is not None else now
    place = Place(zone, clock, sport)
    said = NOTHING if columns is None else parse_columns(columns)
    return read_with(importers(said), Path(path), place, progress or _silent, apart)


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""
