"""Find the runner's time zone by the watch's own clock, and say what was assumed of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from unload.importers.clock import from_utc
from unload.importers.files import opened
from unload.importers.fit import clocks_of
from unload.importers.fit_messages import Clock
from unload.importers.habit import Habit, habit_of
from unload.importers.protocol import File
from unload.model.history import Session

# Sources that stamp in UTC, so that their days depend on the zone; some watches do as well.
IN_UTC = frozenset(("strava", "gpx", "tcx"))
WATCH = "fit"
# So many recordings, spread over the years, are asked for their clock.
SAMPLE = 40
_ENOUGH, _MOST = 3, 0.8
_ZONE_FILE = Path("/etc/localtime")
# Files that lie among the zones and are no place's: another one on every machine, or none.
_NO_ZONES = frozenset(("Factory", "localtime", "posixrules"))
# A label with more of these names a member of an archive in an archive.
_ARCHIVE_MARK = ":"


@dataclass(frozen=True, slots=True)
class Home:
    """A time zone with its name, and one line on why it was taken.

    `said`: by the runner, so that nothing was assumed; `heard`: the watch's own clock tells it.
    """

    zone: tzinfo
    name: str
    note: str = ""
    said: bool = False
    heard: bool = False


class MachineZone(tzinfo):
    """The zone of this machine with all its rules, where its name is not known."""

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        return None if when is None else when.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, when: datetime | None) -> timedelta | None:
        return None

    def tzname(self, when: datetime | None) -> str:
        return "this machine's"

    def fromutc(self, when: datetime) -> datetime:
        return when.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)


def machine_zone() -> Home:
    """The zone that this machine keeps, summer and winter."""
    where = str(_ZONE_FILE.resolve())
    for name in (os.environ.get("TZ", "").lstrip(":"), where.rpartition("zoneinfo/")[2]):
        try:
            if name and not name.startswith("/"):
                return Home(ZoneInfo(name), name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return Home(MachineZone(), "this machine's own")


@cache
def zone_names() -> frozenset[str]:
    """Every zone that means the same on every machine, by its name in the list of all zones."""
    return frozenset(available_timezones()) - _NO_ZONES


def found_home(path: Path) -> Home:
    """The machine's zone, or another one if the watch's clock says so."""
    return home_of(watch_clocks(path), machine_zone())


def home_of(clocks: Sequence[Clock], machine: Home) -> Home:
    """The zone whose rules the watch's clock followed; the machine's if that is not clear."""
    if len(clocks) < _ENOUGH:
        return replace(machine, heard=bool(clocks))
    if _agreeing(machine.zone, clocks) >= _MOST:
        note = f"Days are told by {machine.name}, as the watch has it."
        return replace(machine, note=note, heard=True)
    names = sorted(zone_names(), key=lambda n: ("/" not in n, n.startswith("Etc/"), n))
    best = max(names, key=lambda name: _agreeing(ZoneInfo(name), clocks))
    if _agreeing(ZoneInfo(best), clocks) >= _MOST:
        note = f"Days are told by the watch's clock, which is that of {best} or a zone like it"
        return Home(ZoneInfo(best), best, f"{note}; --zone NAME says another.", heard=True)
    note = f"The watch was in several time zones; days are told by {machine.name}"
    return replace(machine, note=f"{note}, and --zone NAME says another.", heard=True)


def _agreeing(zone: tzinfo, clocks: Sequence[Clock]) -> float:
    same = sum(from_utc(clock.utc, zone) - clock.utc == clock.offset for clock in clocks)
    return same / len(clocks)


def told(sessions: Iterable[Session], home: Home) -> str:
    """What was assumed of the time zone, or nothing where no day depends on it."""
    starts = _by_zone(sessions, home)
    if not starts or home.note or home.said:
        return home.note if starts else ""
    assumed = f"Days are told by the time zone of this machine ({home.name})"
    better = habit_of(starts, home.zone)
    if better is None:
        return f"{assumed}; --zone NAME says another."
    return (
        f"{assumed}, but by it only {better.assumed_by_day} of {better.starts} activities begin by "
        f"day. By the clock of {better.clock} {better.by_day} would. Is that yours? Then say "
        f"--zone {better.zone}, or --zone with the name of the place."
    )


def habit(sessions: Iterable[Session]) -> Habit | None:
    """What the runs say of the runner's clock where nothing else does; a question to be asked."""
    home = machine_zone()
    return habit_of(_by_zone(sessions, home), home.zone)


def _by_zone(sessions: Iterable[Session], home: Home) -> list[datetime]:
    """The starts whose day depends on the zone, because their source tells no wall clock."""
    in_utc = IN_UTC if home.heard else IN_UTC | {WATCH}
    return [session.start for session in sessions if session.source in in_utc]


def watch_clocks(path: Path) -> list[Clock]:
    """What the watch's clock said in a few of its recordings, spread over them all.

    Archives inside archives are left alone: to look into one it has to be unpacked whole.
    """
    with opened(path) as found:
        names = [f for f in found.files if ".fit" in f.stem and f.name.count(_ARCHIVE_MARK) < 2]
        return [clock for file in _spread(names) for clock in _clocks(file)]


def _spread(files: list[File]) -> list[File]:
    """A few of many, at even steps."""
    return files[:: max(1, len(files) // SAMPLE)][:SAMPLE]


def _clocks(file: File) -> list[Clock]:
    try:
        return list(clocks_of(file))
    except Exception:  # noqa: BLE001 # a damaged recording tells nothing here and is reported later
        return []
