"""Files in memory for the tests of the importers."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from unload.errors import Problem
from unload.importers.protocol import File, Importer, Record
from unload.model.history import CheckIn, Session

NOW = datetime(2025, 1, 1, 12)
LIMIT_BYTES = 64 * 1024**2
STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
    'Elevation Gain,Max Heart Rate,Average Heart Rate,"<span class=""translation_missing"" '
    'title=""x"">Start Time</span>",Perceived Exertion,Relative Effort,Commute'
)


def memory_file(name: str, content: bytes | str, limit_bytes: int = LIMIT_BYTES) -> File:
    """A file that exists only here."""
    data = content.encode() if isinstance(content, str) else content
    return File(name, lambda: io.BytesIO(data), limit_bytes)


def records(
    importer: Importer, content: bytes | str, name: str = "x", zone: tzinfo = UTC
) -> list[Record]:
    """Everything that a format reads from the content."""
    return list(importer.read(memory_file(name, content), zone, NOW))


def sessions(found: Iterable[Record]) -> list[Session]:
    """The sessions among the records."""
    return [record for record in found if isinstance(record, Session)]


def problems(found: Iterable[Record]) -> list[Problem]:
    """The problems among the records."""
    return [record for record in found if isinstance(record, Problem)]


def check_ins(found: Iterable[Record]) -> list[CheckIn]:
    """The check-ins among the records."""
    return [record for record in found if isinstance(record, CheckIn)]


def strava_row(**cells: str) -> str:
    """One row of activities.csv; names of the columns that matter, the rest empty."""
    places = {
        "id": 0, "date": 1, "name": 2, "type": 3, "text": 4, "elapsed": 5, "shown": 6,
        "max_hr": 7, "file": 12, "elapsed2": 15, "moving": 16, "metres": 17, "climb": 20,
        "max_hr2": 21, "avg_hr": 22, "rpe": 24,
    }  # fmt: skip
    row = [""] * 27
    for name, cell in cells.items():
        row[places[name]] = '"' + cell.replace('"', '""') + '"'
    return ",".join(row)


def gpx(points: Iterable[tuple[str, float, float, str]], kind: str = "", creator: str = "x") -> str:
    """A GPX file of one track; a point is (time, latitude, longitude, more XML)."""
    body = "".join(
        f'<trkpt lat="{lat}" lon="{lon}">' + (f"<time>{time}</time>" if time else "") + more
        + "</trkpt>"
        for time, lat, lon, more in points
    )  # fmt: skip
    told = f"<type>{kind}</type>" if kind else ""
    return f'<gpx creator="{creator}"><trk>{told}<trkseg>{body}</trkseg></trk></gpx>'


def straight(
    count: int, step_s: int = 10, step_m: float = 30.0
) -> list[tuple[str, float, float, str]]:
    """Points due north along a meridian: each `step_m` and `step_s` after the one before."""
    degree_m = 111_195.08
    return [
        (
            f"2024-06-01T06:{i * step_s // 60:02d}:{i * step_s % 60:02d}Z",
            round(50 + i * step_m / degree_m, 9),
            8.0,
            f"<ele>{100 + i}</ele><extensions><ns3:hr>{120 + i}</ns3:hr></extensions>",
        )
        for i in range(count)
    ]


def tcx(laps: Iterable[str], sport: str = "Running") -> str:
    """A TCX file of one activity."""
    return (
        '<?xml version="1.0"?><TrainingCenterDatabase xmlns="urn:x"><Activities>'
        f'<Activity Sport="{sport}"><Id>2024-06-01T06:00:00Z</Id>{"".join(laps)}</Activity>'
        "</Activities></TrainingCenterDatabase>"
    )


def lap(
    seconds: float, metres: float, points: str = "", start: str = "2024-06-01T06:00:00Z"
) -> str:
    """One lap of a TCX activity."""
    return (
        f'<Lap StartTime="{start}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters>"
        "<AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>"
        "<MaximumHeartRateBpm><Value>160</Value></MaximumHeartRateBpm>"
        f"<Track>{points}</Track></Lap>"
    )


def trackpoint(time: str, metres: float, heart_rate: int) -> str:
    """One point of a TCX lap."""
    return (
        f"<Trackpoint><Time>{time}</Time><Position><LatitudeDegrees>50.0</LatitudeDegrees>"
        "<LongitudeDegrees>8.0</LongitudeDegrees></Position><AltitudeMeters>100</AltitudeMeters>"
        f"<DistanceMeters>{metres}</DistanceMeters><HeartRateBpm><Value>{heart_rate}</Value>"
        "</HeartRateBpm></Trackpoint>"
    )
