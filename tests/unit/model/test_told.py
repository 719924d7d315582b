"""What was told: its verdict can be asked for without knowing how it is kept."""

from datetime import UTC, date, datetime

from unload.model.told import ToldVerdict


def test_the_verdict_is_at_hand() -> None:
    """Kind, sentence and the knowledge that it rested on."""
    said = {"verdict": {"kind": "train on", "sentence": "Train on."}, "knowledge_version": "1+a"}
    told = ToldVerdict(date(2024, 11, 17), datetime(2024, 11, 17, tzinfo=UTC), "0.1.0", said)
    assert ("train on", "Train on.", "1+a") == (told.kind, told.sentence, told.knowledge_version)
    assert 0 == told.imports_undone
