"""The season from files and from the store: a race is needed, and one that lies ahead."""

from datetime import date
from pathlib import Path

import pytest

from athletes import MARATHON, TODAY
from unload import service
from unload.errors import NoRuns, UnloadError
from unload.model.history import Race
from unload.model.season import Stage
from unload.service import records
from unload.service.seasons import season_path
from unload.service.stored import season_stored

SORE = Path(service.__file__).parents[1] / "demo" / "sore"


def test_the_season_begins_with_the_verdict_and_ends_with_the_race() -> None:
    """The sore runner's next lighter week is now."""
    told = season_path(SORE, race=MARATHON, today=TODAY, zone="UTC")
    light = told.season.first_days(Stage.LIGHTER)
    assert (told.verdict.by, MARATHON.day) == (light[0], told.season.race_day)
    assert 2 == season_path(SORE, race=MARATHON, today=TODAY, prone=True).season.building_weeks


@pytest.mark.parametrize("race", [None, Race(date(2024, 11, 1), 10_000)])
def test_without_a_race_ahead_there_is_no_season(race: Race | None) -> None:
    """With how to say one."""
    with pytest.raises(UnloadError, match="--race 2025"):
        season_path(SORE, race=race, today=TODAY, zone="UTC")


def test_the_store_draws_the_same(store: Path) -> None:
    """And says so where it is empty."""
    with pytest.raises(NoRuns):
        season_stored(race=MARATHON, today=TODAY)
    records.import_files(SORE, zone="UTC")
    own = season_stored(race=MARATHON, today=TODAY, zone="UTC").season
    assert season_path(SORE, race=MARATHON, today=TODAY, zone="UTC").season == own
