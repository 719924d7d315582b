"""Damaged files of every format end as sessions or problems: a few in every run, many by hand."""

import pytest

from fuzzing.targets import CORPUS, case, outcome, readers, seeds_of

CASES = 60
SEED = 1


@pytest.mark.parametrize("name", sorted(readers()))
def test_damaged_files_end_as_sessions_or_problems(name: str) -> None:
    """Every reader has samples to damage, and no damage gets past it as anything else."""
    seeds = seeds_of(name)
    assert seeds, f"no sample file for {name}"
    for number in range(CASES):
        assert outcome(name, case(name, seeds, number, SEED)) in {"sessions", "problems", "nothing"}


@pytest.mark.parametrize("name", sorted(readers()))
def test_what_was_once_found_stays_mended(name: str) -> None:
    """Files kept because a reader once failed on them, read as they are."""
    for path in sorted((CORPUS / name).glob("*")):
        assert outcome(name, path.read_bytes()) in {"sessions", "problems", "nothing"}, path.name
