"""The week as rows: what changes, what is taken, what has gone by, and the next of them."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from change_samples import DAYS, WEEK
from unload import service
from unload.model.phrase import Phrase
from unload.model.plan import Move, Week
from unload.report.words import UNITS, Words
from unload.web.days import (
    Bar,
    Mover,
    Way,
    bars_of,
    days_of,
    move_named,
    movers_of,
    next_of,
    waits_for,
)


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


def test_a_day_is_one_bar_however_many_sessions_it_has() -> None:
    """Its times added up, against the longest day of either week."""
    hour = replace(WEEK.after.days[0], duration_s=3600.0)
    half = replace(WEEK.after.days[1], duration_s=1800.0)
    week = replace(WEEK, before=Week((hour, hour, half)), after=Week((half, half)))
    assert [Bar(DAYS[0], 1.0, 0.0), Bar(DAYS[1], 0.25, 0.5)] == bars_of(week)


def test_no_week_and_a_week_of_rest_have_no_height() -> None:
    """Nothing is divided by nothing."""
    still = Week((replace(WEEK.after.days[0], duration_s=0.0),))
    rest = replace(WEEK, before=still, after=still)
    assert ([], [Bar(DAYS[0], 0.0, 0.0)]) == (bars_of(None), bars_of(rest))


def test_what_comes_before_a_week() -> None:
    """Answers first, then whoever looks at it; nothing where there is a week."""
    flagged = SimpleNamespace(flags=("flag",))
    told: list[Any] = [
        SimpleNamespace(week=week, questions=asked, verdict=flagged)
        for week, asked in ((WEEK, ()), (None, ("question",)), (None, ()))
    ]
    plain: Any = SimpleNamespace(week=None, questions=(), verdict=SimpleNamespace(flags=()))
    assert ["", "answers", "someone", ""] == [waits_for(advice) for advice in (*told, plain)]
