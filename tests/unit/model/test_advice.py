"""The nouns of advice: phrases that cannot be changed behind a report's back, and seven answers."""

from dataclasses import FrozenInstanceError

import pytest

from unload.model.advice import Phrase, VerdictKind


def test_a_phrase_needs_no_values() -> None:
    """A sentence without numbers is complete as it is."""
    assert {} == dict(Phrase("change.now").values)


def test_the_values_of_bare_phrases_are_not_shared_and_writable() -> None:
    """Filling one phrase must not fill another."""
    with pytest.raises(TypeError):
        Phrase("change.now").values["x"] = 1


def test_advice_is_not_changed_after_the_fact() -> None:
    """What was advised stays what was advised."""
    with pytest.raises(FrozenInstanceError):
        Phrase("change.now").key = "change.taper"


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
