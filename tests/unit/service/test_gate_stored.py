"""The gate from the store: mornings and outcomes are kept, and careful weeks counted."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from athletes import TODAY
from unload import service
from unload.errors import NoRuns
from unload.model.comeback import GateAnswers, Outcome
from unload.service import records
from unload.service.coming_back import GateTold
from unload.service.gate_stored import gate_stored
from unload.store import gates
from unload.store.models import GateSaying

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
FREE = GateAnswers(date.min, walks_freely=True)


@pytest.fixture
def kept(store: Path) -> Path:
    """The sore runner's files in the store."""
    records.import_files(SORE, zone="UTC")
    return store


def asked(day: date = TODAY, **more: object) -> GateTold:
    return gate_stored(today=day, zone="UTC", **more)  # type: ignore[arg-type] # test builder


def test_an_answer_is_kept_for_the_next_morning(kept: Path) -> None:
    """Not asked again on its day, and known on the day after."""
    asked(TODAY - timedelta(1), said=FREE)
    assert "walking" not in asked(TODAY - timedelta(1)).to_ask
    walking = [c for c in asked().back.gate.criteria if c.name == "walking"]
    assert ["unknown", "green"] == [c.light.value for c in walking]


def test_a_look_keeps_nothing(kept: Path) -> None:
    """The first look decides what is asked, no more."""
    asked(said=FREE, keep=False)
    assert 0 == GateSaying.objects.count()
    asked(said=FREE)
    asked(said=FREE)
    assert [Outcome.EXTEND] == [outcome for _, outcome in gates.sayings("")]


def test_careful_weeks_come_from_what_was_said(kept: Path) -> None:
    """Two weeks of "not yet" before this one, and somebody should look."""
    for weeks in (1, 2):
        gates.add("", GateAnswers(TODAY - timedelta(weeks=weeks)), Outcome.EXTEND)
    told = asked(said=FREE)
    assert (2, Outcome.REFER) == (told.careful_weeks, told.back.gate.outcome)
    assert 3 == asked(careful_weeks=3).careful_weeks


def test_an_empty_store_has_no_gate(store: Path) -> None:
    """Nothing to come back to."""
    with pytest.raises(NoRuns):
        gate_stored(zone="UTC")
