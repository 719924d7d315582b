"""The nouns of advice: the seven answers."""

from unload.model.advice import VerdictKind


def test_there_are_seven_answers() -> None:
    """Reports, schemas and words are written for these and no others."""
    assert [
        "see someone",
        "not enough data",
        "taper",
        "already unloading",
        "unload now",
        "unload soon",
        "train on",
    ] == [kind.value for kind in VerdictKind]
