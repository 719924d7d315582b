"""Files in memory for the tests of the importers."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from unload.errors import Problem
from unload.importers.protocol import File, Importer, Record
from unload.model.history import CheckIn, Session

NOW = datetime(2025, 1, 1, 12)
LIMIT_BYTES = 64 * 1024**2
# The columns of a real export in English; names stand twice with different units.
STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,"
    "Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,"
    "Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,"
    "Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,"
    "Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,"
    "Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,"
    "Other Time,Perceived Exertion,Type,Start Time,Weighted Average Power,Power Count,"
    "Prefer Perceived Exertion,Perceived Relative Effort,Commute,Total Weight Lifted,"
    "From Upload,Grade Adjusted Distance,Weather Observation Time,Weather Condition,"
    "Weather Temperature,Apparent Temperature,Dewpoint,Humidity,Weather Pressure,Wind Speed,"
    "Wind Gust,Wind Bearing,Precipitation Intensity,Sunrise Time,Sunset Time,Moon Phase,Bike,"
    "Gear,Precipitation Probability,Precipitation Type,Cloud Cover,Weather Visibility,UV Index,"
    "Weather Ozone,Jump Count,Total Grit,Average Flow,Flagged,Average Elapsed Speed,"
    "Dirt Distance,Newly Explored Distance,Newly Explored Dirt Distance,Activity Count,"
    "Total Steps,Carbon Saved,Pool Length,Training Load,Intensity,Average Grade Adjusted Pace,"
    "Timer Time,Total Cycles,Media"
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


STRAVA_CELLS = {
    "id": ("Activity ID", 0), "date": ("Activity Date", 0), "name": ("Activity Name", 0),
    "type": ("Activity Type", 0), "text": ("Activity Description", 0),
    "elapsed": ("Elapsed Time", 0), "elapsed2": ("Elapsed Time", 1), "shown": ("Distance", 0),
    "metres": ("Distance", 1), "max_hr": ("Max Heart Rate", 0), "max_hr2": ("Max Heart Rate", 1),
    "file": ("Filename", 0), "moving": ("Moving Time", 0), "climb": ("Elevation Gain", 0),
    "avg_hr": ("Average Heart Rate", 0), "rpe": ("Perceived Exertion", 0),
}  # fmt: skip


def strava_row(**cells: str) -> str:
    """One row of activities.csv; names of the columns that matter, the rest empty."""
    titles = STRAVA_HEADER.split(",")
    row = [""] * len(titles)
    for name, cell in cells.items():
        title, nth = STRAVA_CELLS[name]
        places = [index for index, other in enumerate(titles) if other == title]
        row[places[nth]] = '"' + cell.replace('"', '""') + '"'
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
