"""Measure how fast a made-up Apple Health export of 1 GB is read, plain and zipped.

    python3 run python benchmarks/apple.py [GIGABYTES]

Each reading is a process of its own, so that its peak memory is known. The plain search for one
byte string in the same file is timed beside it, as the least that any reading must take; the two
together tell more than seconds of one machine. What is written is deleted again.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

GOAL_MB_S, GOAL_MB = 100, 200
FIRST = datetime(2016, 1, 1)
DEVICE = (
    'sourceName="Apple&#160;Watch of N" sourceVersion="10.3.1" device="&lt;&lt;HKDevice: '
    "0x3038a1c20&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, "
    'software:10.3.1&gt;"'
)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Record HKCharacteristicTypeIdentifierCardioFitness CDATA #IMPLIED startDate CDATA>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-11-01 08:00:00 +0100"/>
"""
RUNS_EVERY_DAYS = 2
NIGHT_PIECES = 20
READ = """
import sys, datetime
from unload.importers import read_path
r = read_path(sys.argv[1], zone=datetime.UTC, now=datetime.datetime(2040, 1, 1))
print(len(r.sessions), len(r.check_ins), len(r.problems))
"""
SEARCH = """
import sys
with open(sys.argv[1], "rb") as stream:
    while chunk := stream.read(4 * 1024**2):
        chunk.find(b"<NoSuchElement ")
"""


def stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} +0100"


def record(kind: str, unit: str, value: str, begin: datetime, seconds: float) -> str:
    end = begin + timedelta(seconds=seconds)
    return (
        f' <Record type="{kind}" {DEVICE} unit="{unit}" creationDate="{stamp(end)}" '
        f'startDate="{stamp(begin)}" endDate="{stamp(end)}" value="{value}"/>\n'
    )


def workout(begin: datetime) -> str:
    end = begin + timedelta(minutes=50)
    span = f'startDate="{stamp(begin)}" endDate="{stamp(end)}"'
    events = f'  <WorkoutEvent type="HKWorkoutEventTypeSegment" date="{stamp(begin)}"/>\n' * 20
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="48.5" '
        f'durationUnit="min" {DEVICE} creationDate="{stamp(end)}" {span}>\n'
        '  <MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>\n'
        f'  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" {span} '
        'sum="9.65" unit="km"/>\n'
        f'  <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" {span} average="151" '
        f'minimum="90" maximum="172" unit="count/min"/>\n{events} </Workout>\n'
    )


def days(first: datetime) -> Iterator[str]:
    """Day after day of a watch that is always worn."""
    beats, steps = "HKQuantityTypeIdentifierHeartRate", "HKQuantityTypeIdentifierStepCount"
    rest, sleep = (
        "HKQuantityTypeIdentifierRestingHeartRate",
        "HKCategoryTypeIdentifierSleepAnalysis",
    )
    day, chance = first, random.Random(1)
    while True:
        parts = [
            record(beats, "count/min", f"{chance.gauss(75, 15):.3f}", at, 0)
            for n in range(900)
            for at in [day + timedelta(seconds=90 * n + chance.randrange(60))]
        ]
        parts += [
            record(steps, "count", str(chance.randrange(400)), at, chance.randrange(600))
            for n in range(400)
            for at in [day + timedelta(seconds=180 * n + chance.randrange(180))]
        ]
        parts += [
            record(sleep, "", "HKCategoryValueSleepAnalysisAsleepCore", at, 1200)
            for n in range(NIGHT_PIECES)
            for at in [day + timedelta(minutes=21 * n)]
        ]
        parts.append(record(rest, "count/min", "48", day, 86_000))
        if (day - first).days % RUNS_EVERY_DAYS == 0:
            parts.append(workout(day + timedelta(hours=17)))
        yield "".join(parts)
        day += timedelta(days=1)


def write(path: Path, size: int) -> None:
    """An export of about `size` bytes."""
    written = 0
    with path.open("w", encoding="utf-8") as stream:
        written += stream.write(HEAD)
        for text in days(FIRST):
            written += stream.write(text)
            if written >= size:
                break
        stream.write("</HealthData>\n")


def packed(path: Path) -> Path:
    """The zip that the phone makes."""
    archive = path.with_name("export.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as stream:
        stream.write(path, "apple_health_export/export.xml")
    return archive


def measured(script: str, path: Path) -> tuple[float, float, str]:
    """Seconds, peak megabytes and what was printed, of a process of its own."""
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True
    )
    said, _ = process.communicate()
    seconds = time.perf_counter() - before
    if process.returncode:
        raise SystemExit(f"reading {path.name} failed")
    # The largest of all children so far, so the readings go from small to large.
    peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return seconds, peak_kb / 1024, said.strip()


def main() -> None:
    gigabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with tempfile.TemporaryDirectory(prefix="unload-apple-") as folder:
        path = Path(folder) / "export.xml"
        write(path, int(gigabytes * 1e9))
        size_mb = path.stat().st_size / 1e6
        search_s, _, _ = measured(SEARCH, path)
        print(f"{size_mb:.0f} MB; searching them for one string: {size_mb / search_s:.0f} MB/s")
        for file in (path, packed(path)):
            took_s, peak_mb, said = measured(READ, file)
            print(
                f"{file.name:12} {size_mb / took_s:5.0f} MB/s (goal {GOAL_MB_S}), "
                f"{took_s / search_s:4.1f} x the search, peak {peak_mb:.0f} MB (goal {GOAL_MB}), "
                f"packed {file.stat().st_size / 1e6:.0f} MB; "
                f"sessions, check-ins, problems: {said}"
            )


if __name__ == "__main__":
    main()
