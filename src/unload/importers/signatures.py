"""Say which program wrote a table, by titles that no other program writes together."""

from __future__ import annotations

from collections.abc import Iterable

# Every title of one set must stand in the header. These tables also have a date and a distance or
# a time, so whoever reads tables by plain words must leave them to the format that knows them.
SIGNATURES: dict[str, tuple[frozenset[str], ...]] = {
    "Strava export": (frozenset(("Activity ID", "Activity Date")),),
    "intervals.icu": (frozenset(("start_date_local", "moving_time", "icu_training_load")),),
    "intervals.icu wellness": (frozenset(("date", "restingHR", "sleepSecs", "soreness")),),
    "Runkeeper": (
        frozenset(("Date", "Type", "Route Name", "Distance (km)", "Duration")),
        frozenset(("Date", "Type", "Route Name", "Distance (mi)", "Duration")),
    ),
    # The first line of its tables holds the table's name where others have titles.
    "Samsung Health": (
        frozenset(("com.samsung.shealth.exercise",)),
        frozenset(("com.samsung.health.exercise",)),
    ),
    "Samsung Health weight": (
        frozenset(("com.samsung.health.weight",)),
        frozenset(("com.samsung.shealth.weight",)),
    ),
    "TrainingPeaks": (frozenset(("WorkoutType", "WorkoutDay", "TimeTotalInHours")),),
    "pmSys wellness": (frozenset(("effective_time_frame", "readiness", "soreness", "stress")),),
    "pmSys injuries": (frozenset(("effective_time_frame", "injuries")),),
    "pmSys sessions": (frozenset(("end_date_time", "perceived_exertion", "duration_min")),),
}


def program_of(header: Iterable[str]) -> str:
    """The program that wrote a table of this header, or nothing."""
    titles = {title.strip() for title in header}
    for program, signatures in SIGNATURES.items():
        if any(signature <= titles for signature in signatures):
            return program
    return ""
