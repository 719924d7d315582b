"""Write the sample files that test_golden compares with what they should become."""

import gzip
import io
from datetime import datetime, timedelta
from pathlib import Path

import fit_writer as fw
from file_samples import STRAVA_HEADER, gpx, lap, straight, strava_row, tcx, trackpoint
from files.make_exports import exports
from language_samples import CODES, garmin_csv, strava_csv, week

HERE = Path(__file__).parent
START = datetime(2024, 6, 1, 6)
NOTE = 'wet, and "windy"\nsecond line'


def fit_samples() -> dict[str, bytes]:
    """A run in Nepal, a triathlon, a dead battery, a body scale."""
    points = [fw.record(START + timedelta(seconds=n), 3.0 * n, 120 + n // 10) for n in range(120)]
    end = START + timedelta(minutes=32)
    told = {"total_elapsed_time": 1920.0, "total_timer_time": 1800.0, "total_distance": 5000.0}
    run = fw.session(START, avg_heart_rate=151, max_heart_rate=172, total_ascent=31, **told)
    legs = [
        fw.session(START, "swimming", total_timer_time=1500.0, total_distance=1200.0),
        fw.session(START + timedelta(minutes=26), "transition", total_timer_time=90.0),
        fw.session(START + timedelta(minutes=28), "cycling", total_timer_time=3600.0),
        fw.session(START + timedelta(minutes=90), total_timer_time=1500.0, total_distance=5000.0),
    ]
    local = fw.activity(end, end + timedelta(hours=5, minutes=45))
    # Every other day of ten days, half an hour before midnight in Berlin: 62.5 kg to 62.1 kg.
    scale = [
        fw.weight(datetime(2024, 6, 1 + 2 * n, 21, 30), 62.5 - n / 10, user_profile_index=3)
        for n in range(5)
    ]
    return {
        "fit/scale.fit": fw.fit_file([fw.file_id("weight"), *scale]),
        "fit/run.fit": fw.fit_file([fw.file_id(), *points, run, local]),
        "fit/triathlon.fit": fw.fit_file([fw.file_id(), *legs]),
        "fit/dead-battery.fit": fw.fit_file([fw.file_id(), *points])[:-40],
        "fit/packed.fit.gz": _gzipped(fw.run(START)),
    }


def _gzipped(content: bytes) -> bytes:
    """The same bytes by every Python: `gzip.compress` names another system in newer ones."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(content)
    return out.getvalue()


def xml_samples() -> dict[str, str]:
    """A paused recording, one of Strava's, two laps, and one that breaks off."""
    paused = straight(30)
    paused += [
        (t.replace("T06", "T07"), lat + 0.01, lon, more) for t, lat, lon, more in straight(30)
    ]
    points = "".join(trackpoint(f"2024-06-01T06:0{n}:00Z", 200 * n, 140) for n in range(9))
    laps = tcx([lap(600, 2000, points), lap(900, 3000)])
    return {
        "gpx/paused.gpx": gpx(paused, "trail_running"),
        "gpx/strava.gpx": gpx(straight(60), "9", "StravaGPX"),
        "gpx/route.gpx": gpx([("", lat, lon, "") for _, lat, lon, _ in straight(5)]),
        "tcx/laps.tcx": laps,
        "tcx/breaks-off.tcx": laps[: laps.index("06:07")],
    }


def table_samples() -> dict[str, str]:
    """A Strava table with its traps, a spreadsheet of miles, check-ins."""
    row = {
        "id": "1", "date": "Jul 14, 2020, 10:36:55 PM", "type": "Run", "elapsed": "1900",
        "shown": "5.02", "elapsed2": "1901.0", "moving": "1800.0", "metres": "5025.3",
        "climb": "42.5", "max_hr2": "181.0", "avg_hr": "150.5", "text": NOTE,
    }  # fmt: skip
    rows = [
        row,
        {**row, "id": "2", "date": "Jul 15, 2020, 3:00:00 AM", "metres": "", "shown": "6.10"},
        {**row, "id": "3", "date": "Jul 16, 2020, 3:00:00 AM", "elapsed2": "2012530", "rpe": "7"},
        {**row, "id": "4", "date": "Jul 17, 2020, 3:00:00 AM", "type": "Swim", "shown": "1500",
         "metres": ""},
        {**row, "id": "5", "date": "Jul 18, 2020, 3:00:00 AM", "moving": "0"},
    ]  # fmt: skip
    return {
        "strava/activities.csv": "\n".join([STRAVA_HEADER, *(strava_row(**r) for r in rows)])
        + "\n",
        "generic/miles.csv": "Date;Distance (mi);Time;Type;Avg HR\n2024-06-01;3.1;0:26:42;Run;150\n"
        "2024-06-02;6.2;1:01:00;Trail Run;255\n06/03/24;3;0:30:00;Run;\n",
        "generic/unstated.csv": "date,distance,time\n2024-06-01,5,0:30:00\n",
        "checkins/week.csv": "date,sleep,mood,ill,spots\n2024-06-01,4,5,no,none\n"
        "2024-06-02,3,,,calf:left:4:3; knee-front:right:2\n2024-06-03,9,,,\n",
    }


def language_samples() -> dict[str, str]:
    """One week as Strava and as Garmin Connect export it in every listed language."""
    return {f"strava_{code}/activities.csv": strava_csv(code, week()) for code in CODES} | {
        f"garmin_{code}/Activities.csv": garmin_csv(code, week()) for code in CODES
    }


def unlisted_samples() -> dict[str, str]:
    """A language that nobody listed, a spreadsheet's re-save, a file without its header line."""
    rows = [f"Futás,2024-06-{n},{n}.25,1:{n}:30\n" for n in range(10, 16)]
    ride = "Kerékpározás,2024-06-20,40.5,1:30:00\n"
    listed = garmin_csv("en", week())
    track = 'Run,6/15/24 9:41,false,x,"2,81","1,214",13:02,150,170,178,4:38,--,1.21,--,15:00'
    saved = (
        listed.replace("2024-05-2", "5/2").replace("2024-05-3", "5/3").replace("2024-06-02", "6/2")
    )
    return {
        "unlisted/hungarian.csv": f"Mit,Mikor,Táv (km),Idő\n{''.join(rows)}{ride}",
        "unlisted/no-unit.csv": f"Mit,Mikor,Táv,Idő\n{''.join(rows)}{ride}",
        "unlisted/no-header.csv": listed.partition("\n")[2],
        "unlisted/saved-again.csv": saved.replace(" 06:30:00", "/24 6:30") + track,
    }


def made() -> dict[str, bytes]:
    """Every sample by its path."""
    samples = {
        **fit_samples(),
        **xml_samples(),
        **table_samples(),
        **exports(),
        **language_samples(),
        **unlisted_samples(),
    }
    return {
        name: content.encode() if isinstance(content, str) else content
        for name, content in samples.items()
    }


def write() -> None:
    """Write them all."""
    for name, content in made().items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
