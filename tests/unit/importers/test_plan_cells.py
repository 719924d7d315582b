"""One row of named cells becomes a session, or a problem that shows the cell."""

import pytest

from unload.errors import Problem
from unload.importers.plan_cells import planned_of
from unload.model.plan import PlannedSession


def test_named_cells_become_a_session() -> None:
    """A date, a title, a distance in whatever unit its column names."""
    made = planned_of("plan line 2", {"day": "2024-11-19", "what": "Easy", "miles": "5"})
    assert isinstance(made, PlannedSession)
    assert 8046.72 == made.distance_m


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"date": "19/11/24", "km": "8"}, "'19/11/24' is not a date like 2024-11-17"),
        ({"date": "2024-11-19", "km": "eight"}, "'eight' is not a number"),
        ({"date": "2024-11-19", "duration": "50"}, "'50' is not a duration"),
        ({"km": "8"}, "has no date"),
    ],
)
def test_a_cell_that_is_none_is_shown(cells: dict[str, str], says: str) -> None:
    """At its place."""
    made = planned_of("plan line 2", cells)
    assert isinstance(made, Problem)
    assert ("plan line 2", True) == (made.where, says in made.message)


def test_an_empty_number_is_missing() -> None:
    """Not nought."""
    made = planned_of("plan line 2", {"date": "2024-11-19", "km": "-", "what": "45 min easy"})
    assert isinstance(made, PlannedSession)
    assert (0, 2700) == (made.distance_m, made.duration_s)
