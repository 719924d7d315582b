"""What the gate was told and said, kept and read back."""

from pathlib import Path

from athletes import TODAY
from unload.model.comeback import GateAnswers, Outcome
from unload.store import gates
from unload.store.models import GateSaying


def test_an_asking_comes_back_as_it_went(either_store: Path) -> None:
    """The oldest first; what was not answered stays unknown."""
    full = GateAnswers(TODAY, True, False, (14, 18), (20, 21))
    gates.add("", GateAnswers(TODAY), Outcome.ASK)
    gates.add("", full, Outcome.PASS)
    assert [(GateAnswers(TODAY), Outcome.ASK), (full, Outcome.PASS)] == gates.sayings("")
    assert [] == gates.sayings("bob")


def test_the_same_once_more_adds_nothing(store: Path) -> None:
    """Asked twice, said once; another outcome is another entry."""
    for _ in range(2):
        gates.add("", GateAnswers(TODAY), Outcome.ASK)
    assert 1 == GateSaying.objects.count()
    gates.add("", GateAnswers(TODAY), Outcome.EXTEND)
    assert 2 == GateSaying.objects.count()
