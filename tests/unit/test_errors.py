"""A problem says where and what; every wrong use is one family that a door can catch."""

import inspect

from unload import errors
from unload.errors import Problem, UnloadError


def test_a_problem_reads_as_one_line() -> None:
    """The place comes first, then what is wrong."""
    assert "runs.csv line 7: no distance" == str(Problem("runs.csv line 7", "no distance"))


def test_problems_are_values() -> None:
    """Two problems that say the same of the same place are one."""
    assert 1 == len({Problem("a", "b"), Problem("a", "b")})


def test_every_exception_is_of_one_family() -> None:
    """A door that catches UnloadError catches whatever the house raises."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind is not Problem]
    assert UnloadError in kinds
    assert all(issubclass(kind, UnloadError) for kind in kinds)
