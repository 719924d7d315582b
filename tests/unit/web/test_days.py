"""The week as rows: what changes, what is taken, what has gone by, and the next of them."""

from dataclasses import replace
from datetime import date, timedelta

from change_samples import DAYS, WEEK
from unload import service
from unload.report.words import UNITS, Words
from unload.web.days import days_of, next_of


def words(today: date = DAYS[0]) -> Words:
    return Words(service.sentences(), UNITS["km"], today)


def test_every_session_is_a_row() -> None:
    """In the order of the week, with what was taken."""
    rows = days_of(WEEK, words(DAYS[2]), {DAYS[1]})
    assert DAYS == tuple(row.day for row in rows)
    assert [DAYS[1]] == [row.day for row in rows if row.taken]
    assert [*DAYS[:2]] == [row.day for row in rows if row.gone]
    assert [WEEK.slot] == [n for n, row in enumerate(rows) if row.works_out]


def test_a_row_says_whether_anything_changes() -> None:
    """What stays as it was asks for nothing."""
    same = replace(WEEK, after=WEEK.before)
    assert not any(row.changes for row in days_of(same, words()))
    assert any(row.changes for row in days_of(WEEK, words()))


def test_no_week_has_no_rows() -> None:
    """And nothing comes next."""
    assert ((), None) == (days_of(None, words()), next_of((), DAYS[0]))


def test_the_next_is_today_or_tomorrow() -> None:
    """Not what begins in a week, nor what has gone by."""
    rows = days_of(WEEK, words())
    found = [next_of(rows, DAYS[0] + timedelta(days=n)) for n in (-3, -1, 0, 6, 7)]
    assert [None, DAYS[0], DAYS[0], DAYS[6], None] == [row and row.day for row in found]
