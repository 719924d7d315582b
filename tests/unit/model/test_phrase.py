"""A sentence to be: complete without numbers, and not changed behind a report's back."""

from dataclasses import FrozenInstanceError

import pytest

from unload.model.phrase import Phrase


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
