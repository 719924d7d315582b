"""The year from the store is the year that the pages tell."""

from pathlib import Path

from notebooks import MINE, kept
from unload.service.proof_stored import audit_stored

__all__ = ["kept"]  # a fixture


def test_both_doors_tell_the_same_year(kept: Path) -> None:
    """To the last digit, whatever was answered since."""
    assert MINE.year() == audit_stored(today=MINE.today, zone=MINE.zone)
