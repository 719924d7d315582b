"""Damaged files of every format end as sessions or problems: a few in every run, many by hand."""

import pytest

from fuzzing.targets import CORPUS, case, kept, outcome, readers, seeds_of

CASES = 60
SEED = 1
ALLOWED = {"sessions", "problems", "nothing"}


@pytest.mark.parametrize("name", sorted(readers()))
def test_damaged_files_end_as_sessions_or_problems(name: str) -> None:
    """Every reader has samples to damage, and no damage gets past it as anything else (I7)."""
    assert seeds_of(name), f"no sample file for {name}"
    ended = {outcome(name, case(name, number, SEED)) for number in range(CASES)}
    assert set() == ended - ALLOWED


@pytest.mark.parametrize("name", sorted(readers()))
def test_what_was_once_found_stays_mended(name: str) -> None:
    """Files kept because a reader once failed on them, read as they are."""
    assert set() == {outcome(name, file) for file in kept(name)} - ALLOWED


def test_whatever_is_kept_is_read() -> None:
    """A folder of the corpus that bears no reader's name would never be looked at."""
    assert set() == {folder.name for folder in CORPUS.iterdir()} - set(readers())
