"""Find the runner's time zone by the watch's own clock, and say what was assumed of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from unload.importers.files import opened
from unload.importers.fit import Fit
from unload.importers.protocol import File
from unload.importers.strava import Strava
from unload.model.history import Session

# Sources that stamp in UTC, so that their days depend on the zone.
IN_UTC = frozenset(("strava", "gpx", "tcx"))
# So many recordings, spread over the years, are asked for their clock.
SAMPLE = 12
_ENOUGH, _MOST = 3, 0.8
_QUARTER = timedelta(minutes=15)
_FARTHEST = timedelta(hours=14)
# Most people run between these hours.
_FIRST_H, _LAST_H = 5, 21
_ENOUGH_STARTS = 10
_ZONE_FILE = Path("/etc/localtime")
Offsets = Sequence[tuple[datetime, timedelta]]


@dataclass(frozen=True, slots=True)
class Home:
    """A time zone with its name, and one line on why it was taken."""

    zone: tzinfo
    name: str
    note: str = ""


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


def found_home(path: Path, now: datetime) -> Home:
    """The machine's zone, or another one if the watch's clock says so."""
    return home_of(watch_offsets(path, now), machine_zone())


def home_of(offsets: Offsets, machine: Home) -> Home:
    """The zone whose rules the watch's clock followed; the machine's if that is not clear."""
    if len(offsets) < _ENOUGH:
        return machine
    if _agreeing(machine.zone, offsets) >= _MOST:
        return Home(
            machine.zone, machine.name, f"Days are told by {machine.name}, as the watch has it."
        )
    names = sorted(available_timezones(), key=lambda n: ("/" not in n, n.startswith("Etc/"), n))
    best = max(names, key=lambda name: _agreeing(ZoneInfo(name), offsets))
    if _agreeing(ZoneInfo(best), offsets) >= _MOST:
        note = f"Days are told by the watch's clock, which is that of {best} or a zone like it"
        return Home(ZoneInfo(best), best, f"{note}; --zone NAME says another.")
    note = f"The watch was in several time zones; days are told by {machine.name}"
    return Home(machine.zone, machine.name, f"{note}, and --zone NAME says another.")


def _agreeing(zone: tzinfo, offsets: Offsets) -> float:
    same = sum(zone.utcoffset(utc.replace(tzinfo=zone)) == offset for utc, offset in offsets)
    return same / len(offsets)


def told(sessions: Iterable[Session], home: Home) -> str:
    """What was assumed of the time zone, or nothing where no day depends on it."""
    hours = Counter(s.start.hour for s in sessions if s.source in IN_UTC)
    if not hours or home.note:
        return home.note if hours else ""
    assumed = f"Days are told by the time zone of this machine ({home.name})"
    if hours.total() < _ENOUGH_STARTS or _by_day(hours) * 2 >= hours.total():
        return f"{assumed}; --zone NAME says another."
    return f"{assumed}, but most activities begin at night there; say yours with --zone NAME."


def _by_day(hours: Counter[int]) -> int:
    return sum(n for hour, n in hours.items() if _FIRST_H <= hour < _LAST_H)


def watch_offsets(path: Path, now: datetime) -> Offsets:
    """How far the watch's clock was from UTC, by a few recordings that a list beside them dates."""
    found: list[tuple[datetime, timedelta]] = []
    with opened(path) as files:
        by_name = {file.name: file for file in files.files}
        for file in files.files:
            dated = _dated(file, now) if file.stem.endswith(".csv") else {}
            root = file.name[: max(file.name.rfind("/"), file.name.rfind(":")) + 1]
            names = [n for n in dated if root + n in by_name and ".fit" in n]
            for name in names[:: max(1, len(names) // SAMPLE)][:SAMPLE]:
                found += _offset(by_name[root + name], dated[name], now)
    return found


def _dated(file: File, now: datetime) -> dict[str, datetime]:
    """The recordings that a list names, with their starts in UTC."""
    try:
        return Strava().starts(file, now) if Strava().identify(file) else {}
    except Exception:  # noqa: BLE001 # a damaged list tells nothing here and is reported later
        return {}


def _offset(file: File, utc: datetime, now: datetime) -> Offsets:
    """One offset in whole quarters of an hour; none where the watch wrote UTC, or nothing."""
    try:
        records = list(Fit().read(file, UTC, now))
    except Exception:  # noqa: BLE001 # a damaged recording tells nothing here and is reported later
        return []
    starts = [record.start for record in records if isinstance(record, Session)]
    if len(starts) != 1:
        return []
    quarters = round((starts[0] - utc) / _QUARTER)
    offset = quarters * _QUARTER
    exact = abs(starts[0] - utc - offset) <= timedelta(minutes=2)
    return [(utc, offset)] if quarters and exact and abs(offset) <= _FARTHEST else []
