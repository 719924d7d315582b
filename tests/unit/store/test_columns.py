"""Columns are made from the fields of nouns, and values come out as they went in."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from unload.model.history import CheckIn, Session, Side, SoreSpot, Sport
from unload.store.columns import columns_of, finite, noun_of, row_of


@pytest.fixture(autouse=True)
def _django(store: object) -> None:
    """Columns are Django's, which the store sets up."""


@dataclass(frozen=True)
class Grown:
    """A noun with a field that its rows do not have yet."""

    day: date
    mood: float | None = None
    steps: float | None = None
    note: str = "none"


def test_every_field_is_a_column_that_may_be_unknown_where_the_noun_may() -> None:
    """None is NULL; what must be there must be there."""
    found = {name: (type(c).__name__, c.null) for name, c in columns_of(Session)}
    assert ("WallClock", False) == found["start"]
    assert ("TextField", False) == found["sport"]
    assert ("FloatField", True) == found["distance_m"]
    assert ("BooleanField", False) == found["race"]
    assert ("JSONField", False) == found["marks"]


def test_a_field_that_is_new_has_its_default_in_old_rows() -> None:
    """One more field is one more column, and what older rows hold is told by the noun."""
    made = dict(columns_of(Grown))
    assert (True, "none") == (made["steps"].null, made["note"].default)
    assert Grown(date(2024, 1, 1)) == noun_of(Grown, {"day": date(2024, 1, 1)})


def test_a_check_in_becomes_plain_values_and_back() -> None:
    """Zero pain stays zero, unasked stays unknown, an empty list stays empty (I50)."""
    spot = SoreSpot("calf", Side.LEFT, 0.0, None, False)
    for spots in (None, (), (spot,)):
        said = CheckIn(date(2024, 1, 1), sleep=1.0, ill=False, spots=spots)
        row = row_of(said)
        assert said == noun_of(CheckIn, row)
    (told,) = row["spots"]
    assert {"region": "calf", "side": "left", "pain": 0.0, "at_rest": False} == {
        name: value for name, value in told.items() if value is not None
    }


def test_text_is_cleaned_on_the_way_in_wherever_it_stands() -> None:
    """Names, marks and places lose what a database or a reader could stumble over."""
    said = Session(datetime(2024, 1, 1), Sport.RUN, 60.0, runner="a\x00b", marks=("x\u202ey",))
    row = row_of(said)
    assert ("ab", ["xy"], "run") == (row["runner"], row["marks"], row["sport"])


def test_every_number_has_a_rule_that_keeps_out_what_is_none() -> None:
    """One rule for each column of numbers."""
    names = [rule.name for rule in finite("session", Session)]
    assert "session_duration_s_finite" in names
    assert 8 == len(names)
