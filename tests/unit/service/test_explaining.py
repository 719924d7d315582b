"""Explaining: constants by their names, sources by their keys, sentences for every page."""

import pytest

from unload.errors import UnloadError
from unload.service import constant, constants, source


def test_every_constant_can_be_asked_for() -> None:
    """By the name under which it is listed."""
    assert [constant(c.name) for c in constants()] == list(constants())


def test_a_constant_a_letter_off_is_guessed() -> None:
    """And one like nothing is answered with where the list is."""
    with pytest.raises(UnloadError, match="Did you mean riegel_exponent"):
        constant("riegel_exponnent")
    with pytest.raises(UnloadError, match="lists them all"):
        constant("zzz")


def test_a_source_is_found_by_its_key() -> None:
    """A design choice of ours has none."""
    found = source("frandsen2025")
    assert found is not None
    assert 2025 == found.year
    assert source("ours") is None
