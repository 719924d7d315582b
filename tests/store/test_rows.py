"""Rows and nouns on both databases: what goes in comes out, and what is no number stays out."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unload.errors import Problem
from unload.model.history import CheckIn, Session, Side, SoreSpot, Sport
from unload.store import books, history
from unload.store.models import File, StoredProblem, StoredSession
from unload.store.pages import Page, Record
from unload.store.text import clean

# A test that gets one store tries many rows in it.
many = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
amount = st.none() | st.floats(0, allow_infinity=False, allow_nan=False)
item = st.none() | st.floats(1, 5)
words = st.text(max_size=30)
sessions = st.builds(
    Session,
    start=st.datetimes(),
    sport=st.sampled_from(Sport),
    duration_s=st.floats(0, exclude_min=True, allow_infinity=False, allow_nan=False),
    distance_m=amount, elapsed_s=amount, climb_m=amount, hard_s=amount,
    avg_hr=st.none() | st.floats(20, 250), max_hr=st.none() | st.floats(20, 250),
    rpe=st.none() | st.floats(0, 10), race=st.booleans(),
    runner=words, source=words, source_id=words, where=words,
    marks=st.lists(words, max_size=3).map(tuple),
)  # fmt: skip
spots = st.builds(
    SoreSpot, region=words, side=st.sampled_from(Side), pain=st.floats(0, 10),
    next_morning=st.none() | st.floats(0, 10), at_rest=st.none() | st.booleans(),
)  # fmt: skip
check_ins = st.builds(
    CheckIn,
    day=st.dates(), sleep=item, fatigue=item, soreness=item, stress=item, mood=item,
    resting_hr=st.none() | st.floats(20, 150), rmssd_ms=st.none() | st.floats(1, 400),
    ill=st.none() | st.booleans(), spots=st.none() | st.lists(spots, max_size=3).map(tuple),
    runner=words, where=words,
)  # fmt: skip


def cleaned(noun: Any) -> Any:
    """The noun as it may be kept: its texts made fit, all else as it is."""
    if isinstance(noun, Session):
        texts = {name: clean(getattr(noun, name)) for name in ("source", "source_id")}
        marks = tuple(clean(mark) for mark in noun.marks)
        return replace(
            noun, **texts, marks=marks, runner=clean(noun.runner), where=clean(noun.where)
        )
    said = noun.spots
    if said is not None:
        said = tuple(replace(spot, region=clean(spot.region)) for spot in said)
    return replace(noun, spots=said, runner=clean(noun.runner), where=clean(noun.where))


def kept(*records: Record) -> None:
    """The records as the only ones of the store."""
    for found in books.imports():
        books.undo(found.number)
    writer = books.Writer("here", "export")
    writer.write([Page("a", "aa", records)])
    writer.finish((), 0, {})


@many
@given(st.lists(sessions, min_size=1, max_size=4))
def test_a_session_comes_out_as_it_went_in(either_store: Path, said: list[Session]) -> None:
    """Every field, to the last digit and microsecond, whatever the text holds (I50, I51)."""
    kept(*said)
    assert [cleaned(one) for one in said] == [one for _, one in history.sessions()]


@many
@given(st.lists(check_ins, min_size=1, max_size=4))
def test_a_check_in_comes_out_as_it_went_in(either_store: Path, said: list[CheckIn]) -> None:
    """Unanswered, zero, no and nothing stay four different things (I50, I51)."""
    kept(*said)
    assert [cleaned(one) for one in said] == history.check_ins()


@pytest.mark.parametrize("value", [float("inf"), -1.0])
def test_what_is_no_number_is_refused_by_the_database(either_store: Path, value: float) -> None:
    """Even if it came past the nouns, infinity and less than nothing stay out (A.1)."""
    file = File.objects.create(digest="x")
    told = {"file": file, "ordinal": 0, "start": datetime(2024, 1, 1), "sport": "run"}
    with pytest.raises(DatabaseError), transaction.atomic():
        StoredSession.objects.create(**told, duration_s=60.0, distance_m=value)
    assert 0 == StoredSession.objects.count()


def test_not_a_number_is_never_kept_as_a_number(either_store: Path) -> None:
    """PostgreSQL refuses it by our rule; SQLite makes it unknown, which is what it is (X1)."""
    file = File.objects.create(digest="x")
    told = {"file": file, "ordinal": 0, "start": datetime(2024, 1, 1), "sport": "run"}
    try:
        with transaction.atomic():
            StoredSession.objects.create(**told, duration_s=60.0, distance_m=float("nan"))
    except DatabaseError:
        assert "postgresql" == connection.vendor
    else:
        assert [None] == list(StoredSession.objects.values_list("distance_m", flat=True))


def test_a_text_in_the_place_of_a_number_is_refused(store: Path) -> None:
    """SQLite would take it; our rule does not (A.1)."""
    file = File.objects.create(digest="x")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO unload_storedsession"
            " (file_id, ordinal, start, sport, duration_s, race, runner, source, source_id,"
            ' "where", marks)'
            " VALUES (%s, 0, '2024-01-01', 'run', 'long', 0, '', '', '', '', '[]')",
            [file.pk],
        )


def test_a_megabyte_of_message_is_cut(either_store: Path) -> None:
    """A row stays a row (I51)."""
    kept(CheckIn(date(2024, 1, 1)), Problem("a", "x" * 1_000_000))
    (message,) = StoredProblem.objects.values_list("message", flat=True)
    assert 500 == len(message)
