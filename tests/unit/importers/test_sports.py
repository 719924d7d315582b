"""The vocabulary of sports."""

import pytest

from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.importers.sports import sport_of
from unload.model.history import Sport


@pytest.mark.parametrize(
    ("name", "sport"),
    [
        ("Run", Sport.RUN),
        ("Trail Run", Sport.RUN),
        ("VirtualRun", Sport.RUN),
        ("trail_running", Sport.RUN),
        ("Nordic Ski", Sport.OTHER),
        ("Workout", Sport.OTHER),
        ("Hike", Sport.WALK),
        ("E-Bike Ride", Sport.RIDE),
        ("Biking", Sport.RIDE),
        ("Swim", Sport.SWIM),
        ("Weight Training", Sport.STRENGTH),
        ("transition", Sport.OTHER),
        ("TRACK_AND_FIELD_RUNNING", Sport.RUN),
        ("MTN Bike", Sport.RIDE),
        ("Outdoor Bike", Sport.RIDE),
    ],
)
def test_words_of_real_exports(name: str, sport: Sport) -> None:
    """Each source's word finds our sport; an unknown one is kept as OTHER, without a mark."""
    assert (sport, ()) == sport_of(name)


def test_a_treadmill_run_is_a_run_with_a_mark() -> None:
    """It counts as running; its distance is worth knowing the origin of."""
    assert (Sport.RUN, (TREADMILL,)) == sport_of("treadmill_running")


@pytest.mark.parametrize("name", ["", "  ", "unknown", "generic"])
def test_an_unstated_sport_says_so(name: str) -> None:
    """Not stated is something else than another sport."""
    assert (Sport.OTHER, (SPORT_UNKNOWN,)) == sport_of(name)
