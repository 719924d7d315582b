"""What only a telling set aside knows is kept, where it agrees with the telling that counts."""

from dataclasses import replace
from datetime import datetime

import pytest

from unload.importers.group import Group, lent
from unload.importers.marks import SALVAGED
from unload.model.history import Session, Sport

WATCH = Session(datetime(2024, 6, 1, 7), Sport.RUN, 3600.0, 10_000.0, where="watch.fit")
DIARY = replace(WATCH, rpe=0.0, avg_hr=150.0, distance_m=9_900.0, where="diary.csv line 2")
PHONE = replace(WATCH, rpe=7.0, climb_m=80.0, race=True, where="phone.gpx")


def whole(kept: Session, *others: Session) -> Session:
    """The kept telling with what it is lent."""
    return Group(kept, lent=tuple(lent(kept, others))).session


def test_the_first_that_knows_lends() -> None:
    """An effort of 0 is an effort (I50); the distance stays the kept telling's own."""
    expected = [("rpe", DIARY), ("avg_hr", DIARY), ("climb_m", PHONE), ("race", PHONE)]
    assert expected == list(lent(WATCH, [DIARY, PHONE]))
    assert replace(WATCH, rpe=0.0, avg_hr=150.0, climb_m=80.0, race=True) == whole(
        WATCH, DIARY, PHONE
    )


def test_what_is_known_is_not_lent() -> None:
    """Nobody corrects the kept telling, and without others it is itself."""
    assert PHONE == whole(PHONE, replace(WATCH, rpe=1.0, climb_m=1.0))
    assert WATCH == whole(WATCH)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"max_hr": 140.0}, {"avg_hr": 150.0}),
        ({"avg_hr": 150.0}, {"max_hr": 140.0}),
        ({}, {"hard_s": 3700.0}),
        ({}, {"elapsed_s": 3500.0}),
    ],
)
def test_what_cannot_be_is_not_lent(known: dict[str, float], told: dict[str, float]) -> None:
    """A highest heart rate below the mean; more hard minutes than minutes; moving longer than it
    took.
    """
    kept = replace(WATCH, **known)  # type: ignore[arg-type] # fields by name
    assert kept == whole(kept, replace(WATCH, **told))  # type: ignore[arg-type] # fields by name


def test_the_next_lender_is_asked_where_one_does_not_agree() -> None:
    """The second highest heart rate fits; that the kept numbers are odd forbids no other loan."""
    kept = replace(WATCH, avg_hr=150.0, elapsed_s=3000.0)
    told = whole(kept, replace(WATCH, max_hr=170.0, rpe=4.0))
    assert (170.0, 4.0) == (told.max_hr, told.rpe)
    fits = [replace(WATCH, max_hr=high) for high in (140.0, 170.0)]
    assert 170.0 == whole(replace(WATCH, avg_hr=150.0), *fits).max_hr


def test_a_damaged_file_lends_nothing() -> None:
    """What was rescued of it may be a part."""
    assert WATCH == whole(WATCH, replace(PHONE, marks=(SALVAGED,)))
