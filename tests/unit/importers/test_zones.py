"""The runner's time zone: by the watch's clock, else the machine's, and said."""

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fit_writer as fw
from language_samples import Bout, strava_csv
from unload.importers import zones
from unload.importers.zones import (
    Home,
    MachineZone,
    found_home,
    home_of,
    machine_zone,
    told,
    watch_offsets,
)
from unload.model.history import Session, Sport

NOW = datetime(2025, 1, 1, 12)
BERLIN = Home(ZoneInfo("Europe/Berlin"), "Europe/Berlin")
STARTS = [datetime(2024, 1, 10, 6) + timedelta(days=40 * n) for n in range(8)]


def offsets(zone: tzinfo) -> list[tuple[datetime, timedelta]]:
    """What a watch in this zone says over a year."""
    return [(start, zone.utcoffset(start.replace(tzinfo=zone)) or timedelta()) for start in STARTS]


def export(folder: Path, zone: tzinfo, name: str = "activities/{}.fit.gz") -> Path:
    """A Strava export with the recordings of a watch that keeps the time of a zone."""
    bouts = [Bout(start, "run", 8000, 2880, 2880, 140) for start in STARTS]
    (folder / "activities").mkdir()
    (folder / "activities.csv").write_text(strava_csv("fr", bouts), "utf-8")
    for number, (start, offset) in enumerate(offsets(zone), 1):
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


def test_the_watch_tells_its_offset_by_the_list_beside_it(tmp_path: Path) -> None:
    """The list is in UTC, the recording has the wall clock; summer and winter differ."""
    found = watch_offsets(export(tmp_path, BERLIN.zone), NOW)
    assert {timedelta(hours=1), timedelta(hours=2)} == {offset for _, offset in found}


def test_a_zone_far_from_the_machines_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rules are those the watch followed, and the runner reads so."""
    monkeypatch.setattr(zones, "machine_zone", lambda: BERLIN)
    home = found_home(export(tmp_path, ZoneInfo("America/Denver")), NOW)
    for start in STARTS:
        assert timedelta(hours=-7) <= (
            home.zone.utcoffset(start.replace(tzinfo=home.zone)) or timedelta()
        )
    assert "Days are told by the watch's clock, which is that of America/" in home.note


def test_a_watch_that_agrees_keeps_the_machines_zone() -> None:
    """And says so."""
    home = home_of(offsets(BERLIN.zone), BERLIN)
    assert (BERLIN.zone, "Days are told by Europe/Berlin, as the watch has it.") == (
        home.zone, home.note
    )  # fmt: skip


def test_a_few_recordings_or_a_traveller_prove_nothing() -> None:
    """The machine's zone stays; the traveller is told."""
    assert BERLIN == home_of(offsets(ZoneInfo("Asia/Tokyo"))[:2], BERLIN)
    mixed = [(start, timedelta(hours=n * 3 - 9)) for n, start in enumerate(STARTS)]
    home = home_of(mixed, BERLIN)
    assert BERLIN.zone is home.zone
    assert "The watch was in several time zones; days are told by Europe/Berlin" in home.note


def test_a_watch_that_writes_utc_says_nothing(tmp_path: Path) -> None:
    """So do recordings that are damaged, absent, or not of one session."""
    folder = export(tmp_path, UTC)
    assert [] == watch_offsets(folder, NOW)
    for number in range(1, 9):
        (folder / f"activities/{number}.fit.gz").write_bytes(
            b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT"
        )
    assert [] == watch_offsets(folder, NOW)


def test_a_list_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """It is told of when it is read for good."""
    (tmp_path / "activities.csv.gz").write_bytes(b"\x1f\x8b\x08\x00")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    assert [] == watch_offsets(tmp_path, NOW)


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


def test_what_was_assumed_is_told_in_one_line() -> None:
    """Where days depend on the zone; where they do not, nothing was assumed."""
    assumed = "Days are told by the time zone of this machine (Europe/Berlin)"
    assert f"{assumed}; --zone NAME says another." == told(sessions([7] * 12), BERLIN)
    assert f"{assumed}; --zone NAME says another." == told(sessions([2]), BERLIN)
    assert "" == told(sessions([2] * 12, "garmin list"), BERLIN)
    assert "" == told([], BERLIN)
    noted = Home(BERLIN.zone, BERLIN.name, "As the watch has it.")
    assert "As the watch has it." == told(sessions([2] * 12), noted)
    assert "" == told(sessions([2] * 12, "fit"), noted)


def test_a_habit_of_running_at_night_is_pointed_out() -> None:
    """Nine runs of ten at two in the night are a zone that is wrong; it is offered, not changed."""
    text = told(sessions([23] * 9 + [2] * 9 + [12]), BERLIN)
    assert "but most activities begin at night there; say yours with --zone NAME" in text
