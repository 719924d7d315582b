"""Measure the reading of FIT files: speed beside another decoder, memory, and agreement.

    python3 run python benchmarks/fit.py [FILES] [FOLDER]

FILES (10,000) copies of the running files among the real ones in FOLDER (beside this project) are
written to a temporary folder, each with its own date and checksum, read from end to end in a fresh
process, and deleted. A sample of them is decoded in full by `fitdecode` for the ratio. The table
compares the session totals of every real file.
"""

import json
import resource
import struct
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fitdecode

from unload.importers import read_path
from unload.importers.fit_messages import (
    ASCENT_M,
    AVG_HR,
    CM_PER_M,
    DISTANCE_CM,
    ELAPSED_MS,
    SESSION_SPORT,
    START_TIME,
    TIMER_MS,
    moment,
    parts_of,
)  # fmt: skip
from unload.importers.fit_wire import checksum

REAL = Path(__file__).parents[2] / "shared" / "data" / "activity_files"
GOAL_S, GOAL_MB, GOAL_RATIO = 300, 400, 20
# Copies begin this far apart: never whole hours, so that none is taken for another.
STEP = timedelta(hours=11, minutes=47, seconds=13)
FIRST = datetime(2010, 1, 1)
SIZES = range(60_000, 200_000)  # a run of real size
SAMPLE = 12
# name, our field, what it is divided by, their name
TOTALS = (
    ("start", START_TIME, 1, "start_time"),
    ("sport", SESSION_SPORT, 1, "sport"),
    ("distance", DISTANCE_CM, CM_PER_M, "total_distance"),
    ("timer", TIMER_MS, 1000, "total_timer_time"),
    ("elapsed", ELAPSED_MS, 1000, "total_elapsed_time"),
    ("heart rate", AVG_HR, 1, "avg_heart_rate"),
    ("ascent", ASCENT_M, 1, "total_ascent"),
)


def times_in(data: bytes) -> list[tuple[int, str]]:
    """Where the file's times stand, and in which byte order."""
    shapes: dict[int, tuple[int, list[tuple[int, str]]]] = {}
    found, at = [], data[0]
    end = at + struct.unpack_from("<I", data, 4)[0]
    while at < end:
        head = data[at]
        if head & 0xC0 == 0x40:
            order = ">" if data[at + 2] else "<"
            (number,) = struct.unpack_from(order + "H", data, at + 3)
            times, size, count, place = [], 0, data[at + 5], at + 6
            for _ in range(count):
                field, width = data[place], data[place + 1]
                dated = field == 253 or (number, field) in {(18, 2), (19, 2), (34, 5), (0, 4)}
                times += [(size, order)] if dated and width == 4 else []
                size, place = size + width, place + 3
            if head & 0x20:
                size += sum(data[place + 2 : place + 1 + 3 * data[place] : 3])
                place += 1 + 3 * data[place]
            shapes[head & 15], at = (size, times), place
        else:
            size, times = shapes[(head >> 5) & 3 if head & 0x80 else head & 15]
            found += [(at + 1 + offset, order) for offset, order in times]
            at += 1 + size
    return found


def moved(data: bytes, times: list[tuple[int, str]], seconds: int) -> bytes:
    """The same file so many seconds later, with a checksum that fits."""
    copy = bytearray(data)
    for at, order in times:
        (value,) = struct.unpack_from(order + "I", data, at)
        if 0x10000000 <= value < 0xFFFFFFFF - seconds:
            struct.pack_into(order + "I", copy, at, value + seconds)
    copy[-2:] = checksum(bytes(copy[:-2])).to_bytes(2, "little")
    return bytes(copy)


def templates(folder: Path) -> Iterator[bytes]:
    """The sound running files of real size."""
    for path in sorted(folder.rglob("*.fit")):
        data = path.read_bytes()
        parts = parts_of(data)
        runs = [s.get(SESSION_SPORT) for p in parts if p.whole for s in p.sessions] == [1]
        if runs and len(parts) == 1 and len(data) in SIZES:
            yield data


def write_copies(real: Path, folder: Path, count: int) -> int:
    """So many runs from 2010 on; the bytes written."""
    kinds = []
    for data in templates(real):
        begun = moment(parts_of(data)[0].sessions[0][START_TIME])
        kinds.append((data, times_in(data), begun))
    total = 0
    for n in range(count):
        data, times, begun = kinds[n % len(kinds)]
        copy = moved(data, times, int((FIRST + n * STEP - begun).total_seconds()))
        (folder / f"{n:05}.fit").write_bytes(copy)
        total += len(copy)
    return total


def read_all(folder: str) -> None:
    """The whole import, in a process of its own; prints what it took as JSON."""
    began = time.perf_counter()
    reading = read_path(folder, zone=UTC, now=datetime(2027, 1, 1, tzinfo=UTC))
    took = time.perf_counter() - began
    peaks = [
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(json.dumps({"s": took, "MB": peaks[0] / 1024, "worker_MB": peaks[1] / 1024,
                      "sessions": reading.imported, "problems": reading.quarantined}))  # fmt: skip


def by_fitdecode(data: bytes) -> list[dict[str, object]]:
    """Every session's fields, after a full decode of every message."""
    found = []
    with fitdecode.FitReader(data, error_handling=fitdecode.ErrorHandling.IGNORE) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                values = {f.name: (f.value, f.raw_value) for f in frame.fields}
                if frame.name == "session":
                    found.append(values)
    return found


def agreement(real: Path) -> None:
    """The table over all real files, number by number."""
    counts = {name: [0, 0] for name, *_ in TOTALS}
    told = [0, 0]
    for path in sorted(real.rglob("*.fit")):
        data = path.read_bytes()
        ours = [s for part in parts_of(data) for s in part.sessions]
        try:
            theirs = by_fitdecode(data)
        except Exception as error:  # noqa: BLE001 # it leaks errors of any type
            print(f"  {path.name}: fitdecode fails ({type(error).__name__}); we find {len(ours)}")
            continue
        told[len(ours) == len(theirs)] += 1
        if len(ours) != len(theirs):
            print(f"  {path.name}: {len(ours)} sessions here, {len(theirs)} there")
            continue
        for mine, other in zip(ours, theirs, strict=True):
            for name, field, parts, word in TOTALS:
                value, raw = other.get(word, (None, None))
                same = same_total(mine.get(field), parts, value, raw)
                counts[name][same] += 1
                if not same:
                    print(f"  {path.name}: {name} {mine.get(field)} here, {value} there")
    print(f"files with the same number of sessions: {told[1]} of {sum(told)}")
    for name, (differ, agree) in counts.items():
        print(f"  {name:11} {agree:4} agree {differ:4} differ")


def same_total(mine: int | None, parts: int, value: object, raw: object) -> bool:
    """Whether both say the same, or both nothing."""
    if mine is None or value is None:
        return mine is None and value is None
    if isinstance(value, datetime):
        return moment(mine) == value.replace(tzinfo=None)
    if isinstance(value, int | float):
        return abs(mine / parts - value) < 1e-6
    return mine == raw


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    real = Path(sys.argv[2]) if len(sys.argv) > 2 else REAL
    warnings.simplefilter("ignore")  # of a wrong checksum; ours says so by a mark
    agreement(real)
    with tempfile.TemporaryDirectory() as folder:
        size_mb = write_copies(real, Path(folder), count) / 1e6
        print(f"{count} files, {size_mb:.0f} MB, {1000 * size_mb / count:.0f} kB each")
        done = subprocess.run(
            [sys.executable, __file__, "--read", folder], check=True, capture_output=True, text=True
        )
        told = json.loads(done.stdout)
        began, sample_mb = time.perf_counter(), 0.0
        for path in sorted(Path(folder).iterdir())[:SAMPLE]:
            by_fitdecode(path.read_bytes())
            sample_mb += path.stat().st_size / 1e6
        theirs_mb_s = sample_mb / (time.perf_counter() - began)
    mb_s = size_mb / told["s"]
    print(f"read from end to end  {told['s']:7.1f} s (goal {GOAL_S} s), "
          f"{count / told['s']:.0f} files/s, {mb_s:.1f} MB/s")  # fmt: skip
    print(f"fitdecode, in full    {theirs_mb_s:7.2f} MB/s: ours is "
          f"{mb_s / theirs_mb_s:.0f} x as fast (goal {GOAL_RATIO} x)")  # fmt: skip
    print(f"peak memory           {told['MB']:7.0f} MB, a worker {told['worker_MB']:.0f} MB "
          f"(goal {GOAL_MB} MB)")  # fmt: skip
    print(f"sessions {told['sessions']}, problems {told['problems']}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read_all(sys.argv[2])
    else:
        main()
