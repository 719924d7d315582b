"""The week as rows: what changes, what is taken, what has gone by, and the next of them."""

from dataclasses import replace
from datetime import date, timedelta

from change_samples import DAYS, WEEK
from unload import service
from unload.model.phrase import Phrase
from unload.model.plan import Move, Week
from unload.report.words import UNITS, Words
from unload.web.days import Mover, Way, days_of, move_named, movers_of, next_of


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


def test_a_session_knows_where_it_may_go() -> None:
    """Under the name that the form sends back; the sessions of one day are told apart."""
    days = WEEK.after.days
    two = Week((days[0], *days))
    rows = days_of(replace(WEEK, before=two, after=two, whys=(WEEK.whys[0], *WEEK.whys)), words())
    ways = [{}, {DAYS[1]: None, DAYS[2]: Phrase("move.race")}, *[{}] * 6]
    found = movers_of(rows, ways, words())
    free, shut = Way(DAYS[1], ""), Way(DAYS[2], "A race stays on its day.")
    assert [None, Mover("2024-11-18.1", (free, shut))] == found[:2]
    assert Move(DAYS[0], DAYS[1], 1) == move_named("2024-11-18.1", "2024-11-19")


def test_where_nothing_may_move_nothing_is_offered() -> None:
    """Also where no way is told at all."""
    assert [None] * 7 == movers_of(days_of(WEEK, words()), (), words())


def test_what_names_no_move_is_none() -> None:
    """Whatever a form sends."""
    for name, target in (("", ""), ("x.0", "2024-11-19"), ("2024-11-18", "2024-11-19"),
                         ("2024-11-18.x", "2024-11-19"), ("2024-11-18.0", "x")):  # fmt: skip
        assert move_named(name, target) is None
