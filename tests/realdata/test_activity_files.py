"""82 activity files of real watches and apps: each is read, or refused with a reason."""

import csv
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from unload.errors import UnloadError
from unload.importers import Reading, read_path
from unload.importers.fit_messages import parts_of
from unload.importers.marks import FROM_POINTS, SALVAGED
from unload.importers.sports import sport_of

FILES = Path(__file__).parents[3] / "shared" / "data" / "activity_files"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
needs_files = pytest.mark.skipif(not FILES.exists(), reason=f"no activity files at {FILES}")

# Where we differ from the manifest, and why. Everything else agrees to the centimetre.
REFUSED = {
    "Settings2.fit": "without an activity in it",
    "antfs-dump.63.fit": "clock was not set",
    "compressed-speed-distance.fit": "clock was not set",
}
SPORTS_DIFFER = {
    "coros-pace-2-cycling-misaligned-fields.fit": "the manifest's reader failed; it is a ride",
}
DISTANCES_DIFFER = {
    "coros-pace-2-cycling-misaligned-fields.fit": 32145.76,  # the manifest's reader failed
    "nick.fit": 113550.87,  # no summary; from its points
    # Nobody stands still while running: a sum of zero is a missing sensor.
    "6471559601_ACTIVITY.fit": None,
}
POINTS_DIFFER = {
    "coros-pace-2-cycling-misaligned-fields.fit": "the manifest's reader failed half-way",
}
# Of activity-activity-filecrc.fit the first half is whole, and kept before its damaged double.
SALVAGED_FILES = {
    "activity-filecrc.fit",
    "activity-unexpected-eof.fit",
    "nick.fit",
    "strava-android-app-201.10-b1218918.fit",
}
# Recorded by the same watches as FIT files of the set: what the receiver's points add up to.
SAME_RIDE = {
    "4078723797_strava.gpx": 57567.24,
    "activity_4078723797.gpx": 57567.24,
    "4801048867_strava.gpx": 36322.85,
    "activity_4801048867.gpx": 36322.85,
    "activity_4801048867.tcx": 36322.85,
    "activity_5039744860.tcx": 668.19,
}


def manifest() -> list[dict[str, str]]:
    """One row per file; none where the files are absent."""
    if not FILES.exists():
        return []
    with (FILES / "MANIFEST.csv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def named(row: dict[str, str]) -> str:
    """The bare name of a file."""
    return row["file"].rpartition("/")[2]


def read(row: dict[str, str]) -> Reading | str:
    """What the file is read as, or the sentence that refuses it."""
    return read_once(row["file"])


@cache
def read_once(name: str) -> Reading | str:
    """Several tests look at a file; reading it once is enough."""
    try:
        return read_path(FILES / name, zone=UTC, now=NOW)
    except UnloadError as error:
        return str(error)


@needs_files
def test_every_file_is_read_or_refused_with_a_reason() -> None:
    """The books balance, and every problem says more than its name."""
    rows = manifest()
    assert 82 == len(rows)
    for row in rows:
        result = read(row)
        if isinstance(result, str):
            assert named(row) in result
            assert len(result) > len(named(row)) + 60
        else:
            assert result.imported + result.duplicate + result.quarantined == result.seen > 0


@needs_files
@pytest.mark.parametrize("row", [r for r in manifest() if r["format"] == "fit"], ids=named)
def test_fit_files_agree_with_the_manifest(row: dict[str, str]) -> None:
    """Sports, the distance of the first session, the number of points, damage told."""
    name, result = named(row), read(row)
    if name in REFUSED:
        assert isinstance(result, str)
        assert REFUSED[name] in result
        return
    assert isinstance(result, Reading), result
    if name not in SPORTS_DIFFER:
        assert {sport_of(s)[0] for s in row["sport"].split("|")} == {
            s.sport for s in result.sessions
        }
    expected = DISTANCES_DIFFER.get(name, float(row["distance_m"] or "nan"))
    assert expected == pytest.approx(result.sessions[0].distance_m)
    marks = {mark for s in result.sessions for mark in s.marks}
    assert (name in SALVAGED_FILES) == (SALVAGED in marks)
    assert (name == "nick.fit") == (FROM_POINTS in marks)
    parts = parts_of((FILES / row["file"]).read_bytes())
    if name not in POINTS_DIFFER:
        assert int(row["records"]) == sum(len(part.points) for part in parts)


@needs_files
@pytest.mark.parametrize("row", [r for r in manifest() if named(r) in SAME_RIDE], ids=named)
def test_points_add_up_to_what_the_watch_said(row: dict[str, str]) -> None:
    """Within half a percent of the distance in the same ride's FIT file."""
    result = read(row)
    assert isinstance(result, Reading)
    assert pytest.approx(SAME_RIDE[named(row)], rel=0.005) == result.sessions[0].distance_m


@needs_files
def test_files_without_points_in_time_are_no_sessions() -> None:
    """Those of waypoints, routes and single points are refused."""
    rows = [r for r in manifest() if r["format"] == "gpx"]
    refused = [r for r in rows if isinstance(read(r), str)]
    assert all(int(r["records"]) <= 1 or _timeless(r) for r in refused), [named(r) for r in refused]
    assert (len(rows), len(refused)) == (GPX_FILES, GPX_REFUSED)


# Two tracks without times and one whose clock stood at 1901.
TIMELESS = {"track-with-extremes.gpx", "track-with-small-floats.gpx", "Mojstrovka.gpx"}
GPX_FILES, GPX_REFUSED = 38, 18


def _timeless(row: dict[str, str]) -> bool:
    return named(row) in TIMELESS
