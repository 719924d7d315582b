"""Measure that reading a GPX or TCX file takes time in proportion to its size, and no memory.

    python3 run python benchmarks/tracks.py [MEGABYTES]

Made-up recordings of a tenth, a half and the whole of MEGABYTES (100) are read as a stream that is
generated while it is read. The last column should stay what it is.
"""

import io
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from unload.importers.gpx import Gpx
from unload.importers.protocol import File, Importer
from unload.importers.tcx import Tcx

NOW = datetime(2027, 1, 1)
START = datetime(2024, 6, 1, 6)
LIMIT = 1 << 30


def gpx(size: int) -> Iterator[str]:
    """A run that goes on until the file is large enough."""
    yield '<?xml version="1.0"?><gpx creator="made up"><trk><type>running</type><trkseg>'
    written, second = 0, 0
    while written < size:
        time_of = (START + timedelta(seconds=second // 2)).isoformat()
        point = (
            f'<trkpt lat="{50 + second * 1e-6:.7f}" lon="8.0000000">'
            f"<ele>{100 + second % 50}.0</ele>"
            f"<time>{time_of}Z</time><extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>"
            f"{120 + second % 40}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>\n"
        )
        written, second = written + len(point), second + 1
        yield point
    yield "</trkseg></trk></gpx>"


def tcx(size: int) -> Iterator[str]:
    """The same in the other format."""
    yield '<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap '
    yield 'StartTime="2024-06-01T06:00:00Z"><TotalTimeSeconds>3600</TotalTimeSeconds>'
    yield "<DistanceMeters>9000</DistanceMeters><Track>"
    written, second = 0, 0
    while written < size:
        time_of = (START + timedelta(seconds=second // 2)).isoformat()
        point = (
            f"<Trackpoint><Time>{time_of}Z</Time><Position><LatitudeDegrees>50.0</LatitudeDegrees>"
            "<LongitudeDegrees>8.0</LongitudeDegrees></Position><AltitudeMeters>100"
            f"</AltitudeMeters><DistanceMeters>{second * 3}</DistanceMeters><HeartRateBpm><Value>"
            f"{120 + second % 40}</Value></HeartRateBpm></Trackpoint>\n"
        )
        written, second = written + len(point), second + 1
        yield point
    yield "</Track></Lap></Activity></Activities></TrainingCenterDatabase>"


class Stream(io.RawIOBase):
    """Bytes made while they are read."""

    def __init__(self, parts: Iterator[str]) -> None:
        self.parts, self.left, self.made_s = parts, b"", 0.0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        began = time.process_time()
        held = [self.left]
        length = len(self.left)
        while length < size and (part := next(self.parts, "")):
            held.append(part.encode())
            length += len(part)
        data = b"".join(held)
        self.left = data[size:]
        self.made_s += time.process_time() - began
        return data[:size]


def measured(importer: Importer, parts: Iterator[str], size: int) -> str:
    """One line of the table."""
    stream = Stream(parts)
    opened = iter([io.BytesIO(b"<x"), stream])
    file = File("made-up", lambda: next(opened), LIMIT)  # type: ignore[arg-type,return-value] # the streams are in memory
    began = time.process_time()
    (record,) = importer.read(file, UTC, NOW)
    took = time.process_time() - began - stream.made_s
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    mb, said = size / 1e6, type(record).__name__
    told = f"{importer.name} {mb:5.0f} MB {took:7.2f} s {peak:5.0f} MB peak"
    return f"{told} {mb / took:6.1f} MB/s  {said}"


def main() -> None:
    whole = 1_000_000 * int(sys.argv[1] if len(sys.argv) > 1 else 100)
    for size in (whole // 10, whole // 2, whole):
        print(measured(Gpx(), gpx(size), size))
        print(measured(Tcx(), tcx(size), size))


if __name__ == "__main__":
    main()
