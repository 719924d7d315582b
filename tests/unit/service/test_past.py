"""Looking back, from files and from the store."""

from pathlib import Path

import pytest

from athletes import TODAY
from unload import service
from unload.errors import NoRuns
from unload.model.proof import Done
from unload.service import records
from unload.service.past import past_path
from unload.service.stored import past_stored

SORE = Path(service.__file__).parents[1] / "demo" / "sore"


def test_the_last_weeks_are_read_from_files() -> None:
    """As many as are asked for."""
    told = past_path(SORE, weeks=6, today=TODAY, zone="UTC")
    assert 6 == len(told.past.weeks)
    assert Done.UNLOADED in [week.done for week in told.past.weeks]


def test_without_a_run_there_is_nothing_to_look_back_on(tmp_path: Path) -> None:
    """One sentence."""
    (tmp_path / "rides.csv").write_text("start_local,type,distance_m,moving_s\n", encoding="utf-8")
    with pytest.raises(NoRuns):
        past_path(tmp_path, weeks=6, today=TODAY, zone="UTC")


def test_the_store_tells_the_same(store: Path) -> None:
    """The same weeks from what was imported."""
    records.import_files(SORE, zone="UTC")
    own = past_stored(weeks=6, today=TODAY, zone="UTC").past
    assert own.weeks[-1].run_m == past_path(SORE, weeks=6, today=TODAY).past.weeks[-1].run_m
