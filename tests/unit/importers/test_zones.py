"""The runner's time zone: by the watch's clock, else the machine's, and said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

import fit_writer as fw
from file_samples import memory_file
from language_samples import Bout, strava_csv
from unload.importers import zones
from unload.importers.clock import from_utc
from unload.importers.fit_messages import Clock
from unload.importers.zones import (
    Home,
    MachineZone,
    found_home,
    habit,
    home_of,
    machine_zone,
    told,
    watch_clocks,
    zone_names,
)
from unload.model.history import Session, Sport

BERLIN = Home(ZoneInfo("Europe/Berlin"), "Europe/Berlin")
STARTS = [datetime(2024, 1, 10, 6) + timedelta(days=40 * n) for n in range(8)]


def clocks(zone: tzinfo) -> list[Clock]:
    """What a watch in this zone says over a year."""
    return [Clock(from_utc(start, zone) - start, start) for start in STARTS]


def export(folder: Path, zone: tzinfo, name: str = "activities/{}.fit.gz") -> Path:
    """A Strava export with the recordings of a watch that keeps the time of a zone."""
    bouts = [Bout(start, "run", 8000, 2880, 2880, 140) for start in STARTS]
    (folder / "activities").mkdir()
    (folder / "activities.csv").write_text(strava_csv("fr", bouts), "utf-8")
    for number, clock in enumerate(clocks(zone), 1):
        start, offset = clock.utc, clock.offset
        end = start + timedelta(seconds=2880)
        messages = [fw.file_id(), fw.session(start, total_timer_time=2880.0, total_distance=8000.0)]
        data = fw.fit_file([*messages, fw.activity(end, end + offset)])
        (folder / name.format(number)).write_bytes(data)
    return folder


def sessions(hours: list[int], source: str = "strava") -> list[Session]:
    """Runs that begin at these hours."""
    return [
        Session(datetime(2024, 5, 1 + n, hour), Sport.RUN, 1800.0, source=source)
        for n, hour in enumerate(hours)
    ]


def test_the_watch_tells_its_offset(tmp_path: Path) -> None:
    """Each has the moment and the wall clock, in summer and in winter; no list is needed."""
    folder = export(tmp_path, BERLIN.zone)
    (folder / "activities.csv").unlink()
    assert {timedelta(hours=1), timedelta(hours=2)} == {c.offset for c in watch_clocks(folder)}


def test_many_recordings_are_asked_at_even_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A life's recordings are not all opened, and the few are not all of one summer."""
    monkeypatch.setattr(zones, "SAMPLE", 4)
    names = [f"activities/{n}.fit.gz" for n in (1, 3, 5, 7)]
    spread = zones._spread([memory_file(f"activities/{n}.fit.gz", b"") for n in range(1, 9)])
    assert names == [file.name for file in spread]
    assert 4 == len(watch_clocks(export(tmp_path, BERLIN.zone)))


def test_a_zone_far_from_the_machines_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rules are those the watch followed, and the runner reads so."""
    monkeypatch.setattr(zones, "machine_zone", lambda: BERLIN)
    home = found_home(export(tmp_path, ZoneInfo("America/Denver")))
    for start in STARTS:
        assert timedelta(hours=-7) <= (
            home.zone.utcoffset(start.replace(tzinfo=home.zone)) or timedelta()
        )
    assert "Days are told by the watch's clock, which is that of America/" in home.note


def test_a_watch_that_agrees_keeps_the_machines_zone() -> None:
    """And says so."""
    home = home_of(clocks(BERLIN.zone), BERLIN)
    assert (BERLIN.zone, "Days are told by Europe/Berlin, as the watch has it.") == (
        home.zone, home.note
    )  # fmt: skip


def test_a_few_recordings_or_a_traveller_prove_nothing() -> None:
    """The machine's zone stays; the traveller is told."""
    assert replace(BERLIN, heard=True) == home_of(clocks(ZoneInfo("Asia/Tokyo"))[:2], BERLIN)
    assert BERLIN == home_of([], BERLIN)
    mixed = [Clock(timedelta(hours=n * 3 - 9), start) for n, start in enumerate(STARTS)]
    home = home_of(mixed, BERLIN)
    assert BERLIN.zone is home.zone
    assert "The watch was in several time zones; days are told by Europe/Berlin" in home.note


def test_a_watch_that_writes_utc_says_nothing(tmp_path: Path) -> None:
    """So do recordings that are damaged, absent, or not of one session."""
    folder = export(tmp_path, UTC)
    assert [] == watch_clocks(folder)
    for number in range(1, 9):
        (folder / f"activities/{number}.fit.gz").write_bytes(
            b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT"
        )
    assert [] == watch_clocks(folder)


def test_a_recording_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """It is told of when it is read for good; an archive in an archive is not unpacked for this."""
    (tmp_path / "a.fit.gz").write_bytes(b"\x1f\x8b\x08\x00")
    whole = (export(tmp_path, BERLIN.zone) / "activities/1.fit.gz").read_bytes()
    for path in (tmp_path / "activities").iterdir():
        path.unlink()
    inner = BytesIO()
    with ZipFile(inner, "w") as archive:
        archive.writestr("1.fit", whole)
    with ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    assert [] == watch_clocks(tmp_path)


def test_the_machines_zone_has_its_name_and_its_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Summer and winter, not the offset of today."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert BERLIN == machine_zone()
    monkeypatch.setenv("TZ", "Middle/Earth")
    monkeypatch.setattr(zones, "_ZONE_FILE", tmp_path / "zoneinfo" / "America" / "Denver")
    assert "America/Denver" == machine_zone().name
    monkeypatch.setattr(zones, "_ZONE_FILE", tmp_path / "nothing")
    home = machine_zone()
    assert ("this machine's own", True) == (home.name, isinstance(home.zone, MachineZone))


def test_a_zone_without_a_name_follows_the_machine() -> None:
    """There and back is the same moment."""
    zone = MachineZone()
    for month in (1, 7):
        there = datetime(2024, month, 15, 6, tzinfo=UTC).astimezone(zone)
        local = datetime(2024, month, 15, 6, tzinfo=UTC).astimezone()
        assert local.replace(tzinfo=None) == there.replace(tzinfo=None)
        assert datetime(2024, month, 15, 6, tzinfo=UTC) == there.astimezone(UTC)
    assert (None, None, "this machine's") == (
        zone.utcoffset(None),
        zone.dst(None),
        zone.tzname(None),
    )


def test_a_zone_that_is_another_on_every_machine_is_none() -> None:
    """Those that name a place are there, and those that only lie beside them are not."""
    assert {"Europe/Berlin", "UTC"} <= zone_names()
    assert set() == zone_names() & {"localtime", "posixrules", "Factory", "posix/UTC", "right/UTC"}


def test_what_was_assumed_is_told_in_one_line() -> None:
    """Where days depend on the zone; where they do not, nothing was assumed."""
    assumed = "Days are told by the time zone of this machine (Europe/Berlin)"
    assert f"{assumed}; --zone NAME says another." == told(sessions([7] * 12), BERLIN)
    assert f"{assumed}; --zone NAME says another." == told(sessions([2]), BERLIN)
    assert "" == told(sessions([2] * 12, "garmin list"), BERLIN)
    assert "" == told([], BERLIN)
    noted = Home(BERLIN.zone, BERLIN.name, "As the watch has it.")
    assert "As the watch has it." == told(sessions([2] * 12), noted)
    assert "" == told(sessions([2] * 12, "fit"), replace(noted, heard=True))
    assert "" == told(sessions([2] * 12), replace(BERLIN, said=True))


def test_watches_that_give_utc_alone_leave_their_days_to_the_zone() -> None:
    """Where no recording tells the watch's clock, that is said of FIT files as of others."""
    assert "; --zone NAME says another." in told(sessions([7] * 12, "fit"), BERLIN)
    assert "" == told(sessions([7] * 12, "fit"), replace(BERLIN, heard=True))


def test_a_habit_of_running_at_night_is_pointed_out() -> None:
    """Nine runs of ten at two in the night are a zone that is wrong; it is offered, not changed."""
    text = told(sessions([23] * 9 + [2] * 9 + [12]), BERLIN)
    assert "by it only 1 of 19 activities begin by day. By the clock of UTC+9 19 would." in text
    assert "Then say --zone Etc/GMT-9, or" in text


def test_the_habit_is_asked_about_where_nothing_else_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sources that write the wall clock have no such question."""
    monkeypatch.setattr(zones, "machine_zone", lambda: BERLIN)
    found = habit(sessions([23] * 9 + [2] * 9 + [12]))
    assert (9, 1) == (found and found.offset_h, found and found.assumed_by_day)
    assert None is habit(sessions([2] * 12, "garmin list"))
