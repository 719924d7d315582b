"""Made-up exports of whole programs, odd rows included, for test_golden."""

import json

import export_samples as ex
from export_samples import row

BOM = "\ufeff"


def exports() -> dict[str, str]:
    """Every sample by its path."""
    return {
        **apple(), **garmin(), **fitbit(), **tables(), **watches(),
        # Laps of one run without its date: said, not read.
        "coros/laps.csv": '"Split","Time","Moving Time","Distance","Elevation Gain"\n'
        '"1","02:54:17 ","02:54:01 ","21.94","800"\n"Summary","02:54:17 ","02:54:01 ","21.94",""\n',
    }  # fmt: skip


def apple() -> dict[str, str]:
    """Two sources of one run, one night by six, a stray letter, a unit nobody knows, an end."""
    told = ex.apple_sum("DistanceWalkingRunning", sum="5.5", unit="km")
    told += ex.apple_sum("HeartRate", average="149.5", maximum="171", unit="count/min")
    zone = '  <MetadataEntry key="HKTimeZone" value="America/New_York"/>\n'
    indoors = '  <MetadataEntry key="HKIndoorWorkout" value="1"/>\n'
    climb = '  <MetadataEntry key="HKElevationAscended" value="3230 cm"/>\n'
    old = {"totalDistance": "3.1", "totalDistanceUnit": "mi"}
    morning = {"startDate": "2024-06-02 07:00:00 +0200", "endDate": "2024-06-02 07:30:00 +0200"}
    evening = {"startDate": "2024-06-03 01:00:00 +0200", "endDate": "2024-06-03 01:30:00 +0200"}
    parts = [
        ex.apple_record("QuantityTypeIdentifierStepCount", "2024-06-01 06:00:00", "x", "12"),
        ex.apple_workout(told + climb),
        ex.apple_workout(
            sourceName="Phone", startDate="2024-06-01 07:00:20 +0200",
            totalDistance="5.4", totalDistanceUnit="km",
        ),
        ex.apple_workout(indoors, **old, **morning, sourceName="Wa\x0btch"),
        ex.apple_workout(zone + told, **evening),
        ex.apple_workout(
            startDate="2024-06-04 07:00:00 +0200", totalDistance="5", totalDistanceUnit="league"
        ),
        ex.apple_resting("2024-06-01", "49"),
        ex.apple_resting("2024-06-01", "48"),
        ex.apple_record("QuantityTypeIdentifierHeartRateVariabilitySDNN", "2024-06-01 06:00:00",
                        "x", "55"),
    ]  # fmt: skip
    for source in ("Watch", "Phone", "Ring", "Mat", "Clock", "Band"):
        parts.append(ex.apple_sleep("2024-05-31 23:00:00", "2024-06-01 02:00:00", source=source))
        parts.append(
            ex.apple_sleep("2024-06-01 02:00:00", "2024-06-01 03:00:00", "Awake", source=source)
        )
        parts.append(ex.apple_sleep("2024-06-01 03:00:00", "2024-06-01 06:00:00", source=source))
    whole = ex.apple_export(*parts)
    return {
        "apple/export.xml": whole,
        "apple/breaks-off.xml": whole[: whole.index("Phone") - 40],
    }


def garmin() -> dict[str, str]:
    """A run, a sum of legs, a treadmill, a start in UTC alone; four lists of days."""
    activities = [
        ex.garmin_activity(),
        ex.garmin_activity(activityId=2, parent=True, activityType="multi_sport"),
        ex.garmin_activity(
            activityId=3, activityType="treadmill_running", distance=0.0, elevationGain=None,
            startTimeLocal=ex.LOCAL_MS + 86_400_000,
        ),
        ex.garmin_activity(
            activityId=4, startTimeLocal=None, beginTimestamp=None,
            startTimeGmt=ex.UTC_MS + 2 * 86_400_000,
        ),
        ex.garmin_activity(activityId=5, duration=None, elapsedDuration=None),
        ex.garmin_activity(
            activityId=6, activityType={"typeKey": "lap_swimming"}, distance=150_000.0,
            startTimeLocal=ex.LOCAL_MS + 3 * 86_400_000, avgHr=255.0,
        ),
    ]  # fmt: skip
    days = [
        {"calendarDate": "2024-06-01", "restingHeartRate": 48, "currentDayRestingHeartRate": 190},
        {"calendarDate": {"date": "2024-06-02"}, "restingHeartRate": 0},
        {"calendarDate": {"date": "2024-06-03"}, "restingHeartRate": 47},
    ]
    nights = [
        {"sleepStartTimestampGMT": "2024-06-01T00:00:00.0", "calendarDate": "2024-06-01"},
        {
            "sleepStartTimestampGMT": "2024-06-02T00:00:00.0", "calendarDate": "2024-06-02",
            "deepSleepSeconds": 5400, "lightSleepSeconds": 16200, "remSleepSeconds": 3600,
            "awakeSleepSeconds": 600,
        },
    ]  # fmt: skip
    status = [
        {"calendarDate": "2024-06-01", "metrics": [{"type": "HRV", "value": 0.0}]},
        {
            "calendarDate": "2024-06-02",
            "metrics": [{"type": "HR", "value": 55.0}, {"type": "HRV", "value": 62.0}],
        },
    ]
    # A list whose first bytes tell no weight; grams; a bag on the scale.
    body = [
        {"metaData": {"calendarDate": "2024-06-01T07:00:00.0"}, "vo2MaxRunning": 50.0},
        *(
            {
                "metaData": {"calendarDate": f"2024-06-0{n}T07:00:00.0"},
                "weight": {"weight": grams, "timestampGMT": f"2024-06-0{n}T05:00:00.0"},
            }
            for n, grams in ((2, 61500.0), (3, 61400.0), (4, 4000.0))
        ),
    ]
    return {
        "garmin/2024_userBioMetrics.json": json.dumps(body),
        "garmin/ann_0_summarizedActivities.json": ex.garmin_list(*activities),
        "garmin/breaks-off_summarizedActivities.json": ex.garmin_list(*activities)[:900],
        "garmin/UDSFile_2024.json": json.dumps(days),
        "garmin/2024_sleepData.json": json.dumps(nights),
        "garmin/2024_healthStatusData.json": json.dumps(status),
    }


def fitbit() -> dict[str, str]:
    """A run, none of metres, one of seconds, miles, furlongs; a nap after a night; pounds."""
    exercises = [
        ex.fitbit_exercise(),
        ex.fitbit_exercise(
            logId=78, startTime="06/02/24 22:30:00", distance=None, distanceUnit=None
        ),
        ex.fitbit_exercise(logId=79, duration=9000, activeDuration=9000),
        ex.fitbit_exercise(logId=80, startTime="06/03/24 05:00:00", distance=3.1,
                           distanceUnit="Mile"),
        ex.fitbit_exercise(logId=81, startTime="06/04/24 05:00:00", distanceUnit="Furlong"),
    ]  # fmt: skip
    resting = [
        {"dateTime": "06/01/24 00:00:00", "value": {"date": "06/01/24", "value": 53.7, "error": 6}},
        {"dateTime": "06/02/24 00:00:00", "value": {"date": None, "value": 0.0, "error": 0.0}},
    ]
    sleep = [
        ex.fitbit_night(1, "2024-06-01", 420),
        ex.fitbit_night(2, "2024-06-01", 30, main=False),
        ex.fitbit_night(2, "2024-06-01", 30, main=False),
        ex.fitbit_night(3, "2024-06-02", "long"),
    ]
    # A grown person of 1.76 m: 137 and 136.5 pounds, or none of either unit.
    pounds, unproved = (
        [
            {"logId": n, "weight": weight, "bmi": bmi, "date": f"06/0{n}/24", "time": "07:00:00"}
            for n, (weight, bmi) in enumerate(told, 1)
        ]
        for told in (((137.0, 20.06), (136.5, 19.99)), ((137.0, 0), (136.5, 0)))
    )
    return {
        "fitbit/weight-2024-06-01.json": json.dumps(pounds),
        "fitbit/weight-2024-07-01.json": json.dumps(unproved),
        "fitbit/exercise-0.json": json.dumps(exercises),
        "fitbit/resting_heart_rate-2024-06-01.json": json.dumps(resting),
        "fitbit/sleep-2024-06-01.json": json.dumps(sleep),
    }


def tables() -> dict[str, str]:
    """What programs write as CSV."""
    return {**intervals(), **diaries(), **trainingpeaks(), **samsung()}


def intervals() -> dict[str, str]:
    """Newest first, a byte-order mark, a written-out line break; a day of computed load alone."""
    rows = [
        ex.intervals_row(id="i2", start_date_local="2024-06-02T07:00:00", type="TrailRun",
                         name="Hills\\nand more", race="true", distance=""),
        ex.intervals_row(),
        ex.intervals_row(id="i0", start_date_local="2024-05-31T07:00:00", type="Ride"),
    ]  # fmt: skip
    days = [
        row(ex.INTERVALS_WELLNESS_HEADER, date="2024-06-01", weight="61.5", restingHR="48",
            hrv="65.5", hrvSDNN="80", sleepSecs="27000", sleepQuality="1", soreness="2",
            fatigue="3", stress="4", mood="1"),
        row(ex.INTERVALS_WELLNESS_HEADER, date="2024-06-02", ctl="40", atl="50"),
        row(ex.INTERVALS_WELLNESS_HEADER, date="2024-06-03", soreness="9"),
    ]  # fmt: skip
    return {
        "intervals/activities.csv": BOM + "\n".join([ex.INTERVALS_HEADER, *rows]) + "\n",
        "intervals/wellness.csv": "\n".join([ex.INTERVALS_WELLNESS_HEADER, *days]) + "\n",
    }


def diaries() -> dict[str, str]:
    """Runkeeper of both ages, and the tables of pmSys."""
    runs = [
        row(ex.RUNKEEPER_HEADER, **{
            "Activity Id": "a-1", "Date": "2024-06-01 07:00:00", "Type": "Running",
            "Distance (km)": "5.02", "Duration": "26:42", "Climb (m)": "31",
            "Average Heart Rate (bpm)": "148", "GPX File": "2024-06-01-070000.gpx",
        }),
        row(ex.RUNKEEPER_HEADER, **{
            "Activity Id": "a-2", "Date": "2024-06-02 07:00:00", "Type": "Running",
            "Duration": "1:06:06", "Notes": "no satellites",
        }),
        row(ex.RUNKEEPER_HEADER, **{
            "Activity Id": "a-3", "Date": "2024-06-03 07:00:00", "Type": "Cycling",
            "Distance (km)": "nan", "Duration": "1:00:00",
        }),
    ]  # fmt: skip
    older = (
        "Date,Type,Route Name,Distance (mi),Duration,Average Pace,Average Speed (mph),Climb (ft)"
    )
    answers = [
        row(ex.PMSYS_HEADER, effective_time_frame="2024-06-01T22:30:00.000Z", fatigue="2", mood="3",
            readiness="5", sleep_duration_h="6", sleep_quality="3", soreness="2", stress="0",
            soreness_area="[12921003]"),
        row(ex.PMSYS_HEADER, effective_time_frame="2024-06-03T06:00:00.000Z", fatigue="0"),
    ]  # fmt: skip
    efforts = [
        row(ex.PMSYS_SESSIONS_HEADER, end_date_time="2024-06-01T05:30:00.000Z", duration_min="30",
            activity_names="['individual', 'running']", perceived_exertion="7"),
        row(ex.PMSYS_SESSIONS_HEADER, end_date_time="2024-06-02T05:30:00.000Z", duration_min="45",
            activity_names="['team', 'soccer']", perceived_exertion="5"),
    ]  # fmt: skip
    return {
        "runkeeper/cardioActivities.csv": "\n".join([ex.RUNKEEPER_HEADER, *runs]) + "\n",
        "runkeeper/older.csv": f"{older}\n2014-06-01 07:00:00,Running,,3.10,26:42,8:37,6.97,100\n",
        "pmsys/wellness.csv": "\n".join([ex.PMSYS_HEADER, *answers]) + "\n",
        "pmsys/injury.csv": "effective_time_frame,injuries\n2024-06-01T07:00:00.000Z,{}\n"
        "2024-06-08T07:00:00.000Z,{'left_calf': 'minor'}\n",
        "pmsys/srpe.csv": "\n".join([ex.PMSYS_SESSIONS_HEADER, *efforts]) + "\n",
    }


def trainingpeaks() -> dict[str, str]:
    """A run, a plan that was not done, a rest day, a run without a distance."""
    header = ex.TRAININGPEAKS_HEADER
    rows = [
        row(header, Title="Easy", WorkoutType="Run", WorkoutDay="2024-06-01",
            PlannedDuration="0.75", DistanceInMeters="8050.5", TimeTotalInHours="0.75",
            HeartRateAverage="146", HeartRateMax="163", Rpe="4"),
        row(header, Title="Long", WorkoutType="Run", WorkoutDay="2024-06-02",
            PlannedDuration="2", PlannedDistanceInMeters="20000"),
        row(header, Title="Rest", WorkoutType="Day Off", WorkoutDay="2024-06-03",
            TimeTotalInHours="0"),
        row(header, Title="Mill", WorkoutType="Run", WorkoutDay="2024-06-04",
            TimeTotalInHours="0.5"),
    ]  # fmt: skip
    return {"trainingpeaks/workouts.csv": "\n".join([header, *rows]) + "\n"}


def samsung() -> dict[str, str]:
    """A run in Brazil, a treadmill without a distance, a walk, a game; both wordings of titles."""
    rows = [
        ex.samsung_row(),
        ex.samsung_row(datauuid="u-2", exercise_type="15005", distance="",
                       start_time="2024-06-02 10:00:00.000"),
        ex.samsung_row(datauuid="u-3", exercise_type="1001", distance="0",
                       start_time="2024-06-03 01:00:00.000"),
        ex.samsung_row(datauuid="u-4", exercise_type="4004", time_offset="",
                       start_time="2024-06-04 23:00:00.000"),
        ex.samsung_row(datauuid="u-5", start_time="soon"),
    ]  # fmt: skip
    newer = ex.samsung_table(ex.samsung_row(), prefix="com.samsung.health.exercise.")
    weights = (
        "com.samsung.health.weight,6233003,5\nstart_time,weight,time_offset\n"
        "2024-06-01 22:30:00.000,61.5,UTC+0200\n2024-06-03 05:00:00.000,61.2,UTC+0200\n"
    )
    return {
        "samsung/com.samsung.health.weight.2024.csv": weights,
        "samsung/com.samsung.shealth.exercise.2024.csv": ex.samsung_table(*rows),
        "samsung/com.samsung.shealth.exercise.2025.csv": newer,
    }


def watches() -> dict[str, str]:
    """One file a session: Polar in both layouts, Suunto, Nike."""
    legs = ex.polar_old(sport="SWIMMING", distance=1500.0, duration="PT30M")
    legs["exercises"] += ex.polar_old(
        startTime="2024-06-01T07:35:00.000", duration="PT1H2M3.5S", distance=None
    )["exercises"]
    broken = json.dumps(ex.polar_old())
    return {
        "polar/training-session-2024-06-01-1.json": json.dumps(ex.polar_old()),
        "polar/training-session-2024-06-01-2.json": json.dumps(ex.polar_new()),
        "polar/training-session-2024-06-01-3.json": json.dumps(legs),
        "polar/training-session-2024-06-01-4.json": broken[: len(broken) - 20],
        "suunto/workout.json": json.dumps(ex.suunto_log()),
        "nike/n-1.json": json.dumps(ex.nike_run()),
        "nike/n-2.json": json.dumps(
            ex.nike_run(tags={"location": "indoors"}, active_duration_ms=0, summaries=None)
        ),
        "nike/n-3.json": json.dumps(ex.nike_run(delete_indicator=True)),
    }
