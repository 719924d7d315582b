"""What the FIT profile's numbers of sports and sub-sports mean, as far as they matter here."""

from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.sports import sport_of
from unload.model.history import Sport

# Numbers without a word here are sports that are none of ours.
_SPORTS = {
    0: "generic",
    1: "running",
    2: "cycling",
    4: "fitness_equipment",
    5: "swimming",
    10: "training",
    11: "walking",
    16: "mountaineering",
    17: "hiking",
    21: "e_biking",
    35: "snowshoeing",
}
_SUB_SPORTS = {
    0: "generic",
    1: "treadmill",
    5: "spin",
    6: "indoor_cycling",
    11: "cyclocross",
    13: "track_cycling",
    17: "lap_swimming",
    18: "open_water",
    20: "strength_training",
    27: "indoor_walking",
    28: "e_bike_fitness",
    29: "bmx",
    30: "casual_walking",
    31: "speed_walking",
    45: "indoor_running",
    46: "gravel_cycling",
    47: "e_bike_mountain",
    67: "ultra",
}
_WIDE = ("fitness_equipment", "training")


def fit_sport(sport: int | None, sub_sport: int | None) -> tuple[Sport, tuple[str, ...]]:
    """Our sport and its marks; the finer sub-sport where the sport is a wide word."""
    name, fine = _word(sport, _SPORTS), _word(sub_sport, _SUB_SPORTS)
    found = sport_of(name)
    if found[1] == (SPORT_UNKNOWN,) or name in _WIDE or fine == "treadmill":
        finer = sport_of(fine)
        if SPORT_UNKNOWN not in finer[1]:
            return finer
    return found


def _word(number: int | None, words: dict[int, str]) -> str:
    return "" if number is None else words.get(number, f"number {number}")
