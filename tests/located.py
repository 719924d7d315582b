"""Files of every format that can carry a place, each with the same one in it, and how to find it.

The runner goes to and fro between two points thirty metres apart, so that every position of every
file begins with the same digits.
"""

import gzip
import io
import json
import math
import struct
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta

import export_samples as ex
import fit_writer as fw
from file_samples import STRAVA_HEADER, gpx, strava_row, tcx

LATITUDES, LONGITUDE = (47.318642, 47.318912), 8.793517
POINTS, STEP_S, STEP_M = 120, 10, 30.0
SEMICIRCLES = 2**31 / 180
START = datetime(2024, 6, 1, 6)


def spellings() -> dict[str, bytes]:
    """Every way in which one of the three numbers may stand in a byte of a file."""
    found: dict[str, bytes] = {}
    for name, degrees in (("south", LATITUDES[0]), ("north", LATITUDES[1]), ("east", LONGITUDE)):
        semicircles, radians = round(degrees * SEMICIRCLES), math.radians(degrees)
        found[f"{name} in degrees"] = f"{degrees:.6f}"[:-2].encode()
        found[f"{name} in radians"] = f"{radians:.9f}"[:9].encode()
        found[f"{name} in semicircles, written"] = str(semicircles).encode()
        found[f"{name} in ten-millionths, written"] = str(round(degrees * 1e7)).encode()
        for order in "<>":
            for code, number in (("d", degrees), ("d", radians), ("f", degrees), ("f", radians)):
                found[f"{name} {order}{code} {number:.3f}"] = struct.pack(order + code, number)
            for number in (semicircles, round(degrees * 1e7), round(degrees * 1e6)):
                found[f"{name} {order}i {number}"] = struct.pack(order + "i", number)
    return found


NEEDLES = spellings()


def places_in(data: bytes) -> list[str]:
    """The ways in which a place stands in the bytes; packed files are unpacked first."""
    return [name for name, needle in NEEDLES.items() if any(needle in d for d in unpacked(data))]


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes themselves and, where they are an archive or packed, what is in them."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from unpacked(gzip.decompress(data))
    elif data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from unpacked(archive.read(name))


def points(start: datetime = START) -> list[tuple[str, float, float, str]]:
    return [
        (
            f"{start + timedelta(seconds=STEP_S * n):%Y-%m-%dT%H:%M:%SZ}",
            LATITUDES[n % 2],
            LONGITUDE,
            f"<ele>{400 + n % 7}</ele>",
        )
        for n in range(POINTS)
    ]


def a_gpx(day: int) -> bytes:
    return gpx(points(START + timedelta(days=day)), "running").encode()


def a_fit(day: int) -> bytes:
    """A run whose every record has a place."""
    start = START + timedelta(days=day)
    records = [
        fw.record(
            start + timedelta(seconds=STEP_S * n), STEP_M * n, 140,
            position_lat=round(LATITUDES[n % 2] * SEMICIRCLES),
            position_long=round(LONGITUDE * SEMICIRCLES),
        )
        for n in range(POINTS)
    ]  # fmt: skip
    told = {"total_elapsed_time": 1200.0, "total_timer_time": 1200.0, "total_distance": 3600.0}
    return fw.fit_file([fw.file_id(), *records, fw.session(start, **told)])


def a_tcx(day: int) -> bytes:
    start = START + timedelta(days=day)
    track = "".join(
        f"<Trackpoint><Time>{time}</Time><Position><LatitudeDegrees>{lat}</LatitudeDegrees>"
        f"<LongitudeDegrees>{lon}</LongitudeDegrees></Position>"
        f"<DistanceMeters>{STEP_M * n}</DistanceMeters></Trackpoint>"
        for n, (time, lat, lon, _) in enumerate(points(start))
    )
    lap = (
        f'<Lap StartTime="{start:%Y-%m-%dT%H:%M:%SZ}"><TotalTimeSeconds>1200</TotalTimeSeconds>'
        f"<DistanceMeters>3600</DistanceMeters><Track>{track}</Track></Lap>"
    )
    return tcx([lap]).encode()


def zipped(**files: bytes | str) -> bytes:
    """An archive of files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


PLACE = {"latitude": LATITUDES[0], "longitude": LONGITUDE}


def accounts() -> dict[str, bytes]:
    """What whole accounts hand out, as they come: archives of tables, lists and tracks."""
    told = ex.apple_sum("DistanceWalkingRunning", sum="5.5", unit="km")
    route = (
        f'<WorkoutRoute><Location latitude="{LATITUDES[0]}" longitude="{LONGITUDE}"/>'
        '<FileReference path="/workout-routes/r.gpx"/></WorkoutRoute>'
    )
    cells = {
        "id": "1", "date": "Jul 14, 2024, 10:36:55 PM", "type": "Run", "elapsed": "1900",
        "elapsed2": "1901", "moving": "1800", "metres": "5025", "file": "activities/1.gpx",
    }  # fmt: skip
    garmin = {
        "startLatitude": LATITUDES[0], "startLongitude": LONGITUDE,
        "endLatitude": LATITUDES[1], "endLongitude": LONGITUDE,
    }  # fmt: skip
    return {
        "strava.zip": zipped(**{
            "activities.csv": f"{STRAVA_HEADER}\n{strava_row(**cells)}\n",
            "activities/1.gpx": a_gpx(1), "activities/2.fit.gz": gzip.compress(a_fit(2)),
        }),
        "apple.zip": zipped(**{
            "apple_health_export/export.xml": ex.apple_export(ex.apple_workout(told + route)),
            "apple_health_export/workout-routes/r.gpx": a_gpx(3),
        }),
        "garmin.zip": zipped(**{
            "DI_CONNECT/x_0_summarizedActivities.json": ex.garmin_list(
                ex.garmin_activity(**garmin)
            ),
            "DI_CONNECT/DI-Connect-Uploaded-Files/1.fit": a_fit(4),
        }),
        "samsung.zip": zipped(**{
            "com.samsung.shealth.exercise.2024.csv": ex.samsung_table(
                ex.samsung_row(start_time="2024-06-25 10:00:00.000")
            ),
            "jsons/u-1.com.samsung.health.exercise.location_data.json": json.dumps([PLACE]),
        }),
        "coros.zip": zipped(**{"coros/1.fit": a_fit(5), "coros/2.tcx": a_tcx(6)}),
        "runkeeper.zip": zipped(**{
            "cardioActivities.csv": ex.RUNKEEPER_HEADER + "\n" + ex.row(
                ex.RUNKEEPER_HEADER, Date="2024-06-09 07:00:00", Type="Running",
                Duration="30:00", **{"Activity Id": "a", "Distance (km)": "5.0",
                "GPX File": "r.gpx"},
            ) + "\n",
            "r.gpx": a_gpx(8),
        }),
    }  # fmt: skip


def apps() -> dict[str, bytes]:
    """Single files of single apps, whole ones."""
    route = {"samples": {"recordedRoute": [PLACE]}}
    radians = {"Latitude": math.radians(LATITUDES[0]), "Longitude": math.radians(LONGITUDE)}
    suunto = ex.suunto_log(DateTime="2024-06-12T07:00:00.000+02:00")
    suunto["DeviceLog"]["Samples"] = [radians]
    values = [{"value": LATITUDES[0]}]
    later = ex.UTC_MS + 13 * 86_400_000
    told = {"start_epoch_ms": later, "end_epoch_ms": later + 2_520_000}
    return {
        "run.gpx": a_gpx(0),
        "run.tcx": a_tcx(10),
        "run.fit": a_fit(11),
        "training-session-2024-06-01-1.json": json.dumps(ex.polar_old(**route) | PLACE).encode(),
        "suunto.json": json.dumps(suunto).encode(),
        "nike.json": json.dumps(
            ex.nike_run(metrics=[{"type": "latitude", "values": values}], **told)
        ).encode(),
        "table.csv": (
            "start_local,type,distance_m,moving_s,start_lat,start_lon\n"
            f"2024-06-15 08:00:00,run,8000,2880,{LATITUDES[0]},{LONGITUDE}\n"
        ).encode(),
    }


def damaged() -> dict[str, bytes]:
    """The same cut off, or with a place where something else should stand."""
    polar = json.dumps(ex.polar_old(samples={"recordedRoute": [PLACE] * 9})).encode()
    return {
        "cut.gpx": a_gpx(20)[:-300],
        "cut.tcx": a_tcx(21)[:-300],
        "cut.fit": a_fit(22)[:-40],
        "training-session-2024-06-02-1.json": polar[:-200],
        "odd.gpx": a_gpx(23).replace(b'lon="', b'lon="E '),
        "no time.gpx": gpx([("", lat, lon, "") for _, lat, lon, _ in points()]).encode(),
        "no numbers.csv": (
            "start_local,type,distance_m,moving_s\n"
            f"2024-06-18 08:00:00,run,{LATITUDES[0]} {LONGITUDE},2880\n"
        ).encode(),
    }


def shifted() -> bytes:
    """A table one of whose rows has slipped, so that a place stands where the date should."""
    return (
        "start_local,type,distance_m,moving_s\n2024-06-16 08:00:00,run,8000,2880\n"
        f"{LATITUDES[0]},{LONGITUDE},8000,2880\n"
    ).encode()
