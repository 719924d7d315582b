"""Made-up exports of programs: one good record each, and changes to it by name."""

import json
from typing import Any

Json = dict[str, Any]

APPLE_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Record HKMetadataKeySyncVersion CDATA #IMPLIED startDate CDATA>
]>
<HealthData locale="en_GB">
 <ExportDate value="2024-12-01 08:00:00 +0100"/>
"""
APPLE_END = "</HealthData>\n"


def attributes(pairs: dict[str, str | None]) -> str:
    """XML attributes; None leaves one out."""
    return " ".join(f'{name}="{value}"' for name, value in pairs.items() if value is not None)


def apple_workout(inside: str = "", **changes: str | None) -> str:
    """A workout in the wording of today: totals stand in the statistics inside."""
    own: dict[str, str | None] = {
        "workoutActivityType": "HKWorkoutActivityTypeRunning",
        "duration": "30",
        "durationUnit": "min",
        "sourceName": "Watch",
        "startDate": "2024-06-01 07:00:00 +0200",
        "endDate": "2024-06-01 07:32:00 +0200",
    }
    return f" <Workout {attributes(own | changes)}>\n{inside} </Workout>\n"


def apple_sum(kind: str, **told: str) -> str:
    """One of the statistics of a workout."""
    return f'  <WorkoutStatistics type="HKQuantityTypeIdentifier{kind}" {attributes({**told})}/>\n'


def apple_record(kind: str, start: str, end: str, value: str, source: str = "Watch") -> str:
    """One of the millions of records; kinds are told without their long common beginning."""
    return (
        f' <Record type="HK{kind}" sourceName="{source}" startDate="{start} +0200" '
        f'endDate="{end} +0200" value="{value}"/>\n'
    )


def apple_sleep(start: str, end: str, stage: str = "AsleepCore", source: str = "Watch") -> str:
    """One piece of a night."""
    value = f"HKCategoryValueSleepAnalysis{stage}"
    return apple_record("CategoryTypeIdentifierSleepAnalysis", start, end, value, source)


def apple_resting(day: str, rate: str, source: str = "Watch") -> str:
    """The resting heart rate of a day."""
    kind = "QuantityTypeIdentifierRestingHeartRate"
    return apple_record(kind, f"{day} 00:01:00", f"{day} 23:59:00", rate, source)


def apple_export(*parts: str) -> str:
    """The whole file, with the broken document type that real ones have."""
    return APPLE_HEAD + "".join(parts) + APPLE_END


# 2024-06-01 07:00 on the runner's wall clock, counted as if it were UTC; the moment was 05:00 UTC.
LOCAL_MS, UTC_MS = 1_717_225_200_000, 1_717_218_000_000


def changed(good: Json, changes: Json) -> Json:
    """The record with some fields changed; None leaves one out."""
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def garmin_activity(**changes: object) -> Json:
    """10.5 km in 52:30 by Garmin's account: centimetres and milliseconds."""
    good = {
        "activityId": 9001, "name": "Morning", "activityType": "running", "sportType": "RUNNING",
        "startTimeGmt": UTC_MS, "startTimeLocal": LOCAL_MS, "beginTimestamp": UTC_MS,
        "duration": 3_150_000.0, "elapsedDuration": 3_200_000.0, "distance": 1_050_000.0,
        "avgHr": 151.0, "maxHr": 172.0, "elevationGain": 4_250.0, "startLatitude": 50.0,
    }  # fmt: skip
    return changed(good, changes)


def garmin_list(*activities: Json) -> str:
    """The list of an account, which stands inside another list."""
    return json.dumps([{"summarizedActivitiesExport": list(activities)}])


def fitbit_exercise(**changes: object) -> Json:
    """Half an hour of running by Fitbit, whose starts are UTC."""
    good = {
        "logId": 77, "activityName": "Run", "activityTypeId": 90009, "averageHeartRate": 148,
        "duration": 1_860_000, "activeDuration": 1_800_000, "startTime": "06/01/24 05:00:00",
        "distance": 5.25, "distanceUnit": "Kilometer", "elevationGain": 24.384,
    }  # fmt: skip
    return changed(good, changes)


def fitbit_night(log: int, day: str, minutes: object, main: bool = True) -> Json:
    """One log of sleep."""
    return {
        "logId": log, "dateOfSleep": day, "startTime": f"{day}T00:10:00.000", "mainSleep": main,
        "minutesAsleep": minutes, "timeInBed": 500, "levels": {"data": [{"dateTime": "x"}]},
    }  # fmt: skip


INTERVALS_HEADER = (
    "id,start_date_local,name,type,moving_time,distance,elapsed_time,total_elevation_gain,max_speed,"
    "average_speed,has_heartrate,max_heartrate,average_heartrate,average_cadence,calories,"
    "device_watts,icu_average_watts,icu_normalized_watts,icu_joules,icu_intensity,"
    "icu_training_load,icu_training_load_edited,icu_rpe,pace,race,sub_type"
)
INTERVALS_WELLNESS_HEADER = (
    "date,weight,restingHR,hrv,hrvSDNN,readiness,sleepSecs,sleepScore,sleepQuality,avgSleepingHR,"
    "spO2,soreness,fatigue,stress,mood,motivation,injury,ctl,atl,rampRate,ctlLoad,atlLoad"
)
RUNKEEPER_HEADER = (
    "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),"
    "Calories Burned,Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File"
)
TRAININGPEAKS_HEADER = (
    '"Title","WorkoutType","WorkoutDescription","PlannedDuration","PlannedDistanceInMeters",'
    '"WorkoutDay","CoachComments","DistanceInMeters","PowerAverage","PowerMax","Energy",'
    '"AthleteComments","TimeTotalInHours","VelocityAverage","VelocityMax","CadenceAverage",'
    '"CadenceMax","HeartRateAverage","HeartRateMax","TorqueAverage","TorqueMax","Rpe"'
)
PMSYS_HEADER = (
    "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,"
    "soreness_area,stress"
)
PMSYS_SESSIONS_HEADER = "end_date_time,activity_names,perceived_exertion,duration_min"
# 64 names; the rows under them hold 65 fields, the last of them empty.
SAMSUNG_NAMED = (
    "duration", "start_time", "exercise_type", "mean_heart_rate", "max_heart_rate", "distance",
    "time_offset", "datauuid", "altitude_gain",
)  # fmt: skip
SAMSUNG_TITLES = (*SAMSUNG_NAMED, *(f"additional_{n}" for n in range(64 - len(SAMSUNG_NAMED))))


def row(header: str, **cells: str) -> str:
    """A row of a table, cells by their titles."""
    titles = [title.strip('"') for title in header.split(",")]
    assert cells.keys() <= set(titles), cells.keys() - set(titles)
    return ",".join('"' + cells.get(t, "").replace('"', '""') + '"' for t in titles)


def intervals_row(**changes: str) -> str:
    """10 km in 50:00 by intervals.icu."""
    good = {
        "id": "i1", "start_date_local": "2024-06-01T07:00:00", "type": "Run", "name": "Easy",
        "moving_time": "3000", "elapsed_time": "3100", "distance": "10000.5",
        "total_elevation_gain": "80", "max_heartrate": "171", "average_heartrate": "150",
        "icu_training_load": "60", "icu_rpe": "4", "race": "false",
    }  # fmt: skip
    return row(INTERVALS_HEADER, **{**good, **changes})


def samsung_table(*rows: dict[str, str], prefix: str = "") -> str:
    """A table of Samsung's: its own name first, the titles second, one field too many below."""
    lines = [
        "com.samsung.shealth.exercise,6233003,13",
        ",".join((prefix if t in SAMSUNG_NAMED else "") + t for t in SAMSUNG_TITLES),
    ]
    lines += [",".join(r.get(title, "") for title in SAMSUNG_TITLES) + "," for r in rows]
    return "\n".join(lines) + "\n"


def samsung_row(**changes: str) -> dict[str, str]:
    """6 km in 36:00, at seven in the morning in Brazil."""
    good = {
        "duration": "2160000", "start_time": "2024-06-01 10:00:00.000", "exercise_type": "1002",
        "mean_heart_rate": "149.0", "max_heart_rate": "170.0", "distance": "6000.0",
        "time_offset": "UTC-0300", "datauuid": "u-1", "altitude_gain": "31.5",
    }  # fmt: skip
    return {**good, **changes}


def polar_old(**changes: object) -> Json:
    """2:02:54 by Polar's older layout, the clock local and its offset beside it."""
    exercise = {
        "startTime": "2024-06-01T07:00:00.000", "stopTime": "2024-06-01T09:02:54.000",
        "timezoneOffset": 120, "duration": "PT7374S", "distance": 21097.5, "sport": "RUNNING",
        "ascent": 120.0, "heartRate": {"min": 90, "avg": 155, "max": 178},
        "samples": {"recordedRoute": [{"latitude": 50.0, "longitude": 8.0}]},
    }  # fmt: skip
    session = {
        "exportVersion": "1.6", "name": "Running", "startTime": "2024-06-01T07:00:00.000",
        "stopTime": "2024-06-01T09:02:54.000", "timeZoneOffset": 120, "duration": "PT7374S",
        "distance": 21097.5, "averageHeartRate": 155, "maximumHeartRate": 178,
    }  # fmt: skip
    return {**session, "exercises": [changed(exercise, changes)]}


def polar_new(**changes: object) -> Json:
    """5 km in 25:00 by Polar's newer layout."""
    good = {
        "identifier": {"id": "8069"}, "name": "Running", "startTime": "2024-06-01T07:00:00",
        "stopTime": "2024-06-01T07:25:00", "timezoneOffsetMinutes": 120,
        "durationMillis": 1_500_000, "distanceMeters": 5000.0, "hrAvg": 150, "hrMax": 170,
        "exercises": [{"startTime": "2024-06-01T07:00:00", "sport": {"id": "1"}}],
    }  # fmt: skip
    return changed(good, changes)


def suunto_log(**changes: object) -> Json:
    """8 km in 40:00 by Suunto, with the samples that are let go."""
    header = {
        "DateTime": "2024-06-01T07:00:00.000+02:00", "ActivityType": 3, "Distance": 8000,
        "Duration": 2400.0, "Ascent": 55.0, "StepCount": 6000,
    }  # fmt: skip
    samples = [{"Latitude": 0.87, "Longitude": 0.14, "HR": 2.5}]
    return {"DeviceLog": {"Device": {}, "Header": changed(header, changes), "Samples": samples}}


def nike_run(**changes: object) -> Json:
    """7.5 km in 40:00, as the app tells them to the tools that ask it."""
    good = {
        "id": "n-1", "type": "run", "app_id": "com.nike.sport.running.ios",
        "start_epoch_ms": UTC_MS, "end_epoch_ms": UTC_MS + 2_520_000,
        "active_duration_ms": 2_400_000, "delete_indicator": False,
        "summaries": [
            nike_sum("distance", 7.5), nike_sum("ascent", 42.0), nike_sum("pace", 5.33, "mean"),
            nike_sum("heart_rate", 149.5, "mean"),
        ],
        "tags": {"com.nike.name": "Morning", "location": "outdoors", "rpe": "6"},
        "metrics": [{"type": "latitude", "values": [{"value": 50.0}]}],
    }  # fmt: skip
    return changed(good, changes)


def nike_sum(metric: str, value: object, kind: str = "total") -> Json:
    """One of the summaries of a run."""
    return {"metric": metric, "summary": kind, "value": value, "source": "x", "app_id": "y"}
