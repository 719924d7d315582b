"""A plan written by hand."""

from datetime import UTC

import pytest

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.plan_list import PlanList
from unload.model.plan import Kind, PlannedSession

LISTED = """
- date: 2024-11-19
  session: 8 x 400 m hard / 60 s jog
  km: 10
- date: 2024-11-20
  session: Rest
- just words
"""
KEYED = """
2024-11-19: 10 km easy
2024-11-24: {session: Long, km: 24}
"""


def read(text: str) -> list[PlannedSession | Problem]:
    file = memory_file("plan.yaml", text)
    assert PlanList().identify(file)
    return list(PlanList().read(file, UTC))


def test_a_list_of_days() -> None:
    """Fields as in a table; what is no entry is a problem."""
    track, rest, bad = read(LISTED)
    assert isinstance(track, PlannedSession)
    assert isinstance(rest, PlannedSession)
    assert (Kind.HARD, 10_000, Kind.REST) == (track.kind, track.distance_m, rest.kind)
    assert isinstance(bad, Problem)


def test_one_entry_per_date() -> None:
    """In words, or in fields."""
    easy, long = read(KEYED)
    assert isinstance(easy, PlannedSession)
    assert isinstance(long, PlannedSession)
    assert (10_000, 24_000, Kind.LONG) == (easy.distance_m, long.distance_m, long.kind)


@pytest.mark.parametrize("text", ["a: [", "&a [*a, !!python/object:os.system x]", "\x00"])
def test_what_is_no_yaml_is_a_problem(text: str) -> None:
    """And nothing in it is run."""
    (problem,) = read(text)
    assert isinstance(problem, Problem)


def test_nothing_is_nothing() -> None:
    """An empty file holds no entry."""
    assert [] == read("")
