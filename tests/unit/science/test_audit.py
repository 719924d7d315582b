"""A runner's own year: what was advised, what was done, what followed, and what chance does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from numpy.random import default_rng

from athletes import ANNA, MONDAY, PLAIN, TODAY, K, hurts, run, running, said, scaled
from unload.model.advice import VerdictKind
from unload.model.history import History
from unload.model.proof import Audit, AuditWeek, Done
from unload.science.audit import audit
from unload.science.backtest import judged
from unload.science.verdict import KINDS


def audited(history: History, today: date = TODAY) -> Audit:
    return audit(history, today, K, default_rng(1))


def week_of(found: Audit, monday: date) -> AuditWeek:
    return next(week for week in found.weeks if week.first_day == monday)


def test_a_week_holds_the_answer_of_its_monday_morning() -> None:
    """The answer is made from the records up to Sunday alone; the run is what was run."""
    found = audited(ANNA)
    assert MONDAY == found.weeks[-1].first_day
    for week in found.weeks:
        runs = tuple(s for s in ANNA.sessions if s.day < week.first_day)
        case = (replace(ANNA, sessions=runs), week.first_day)
        assert KINDS[judged([case], K).kinds[0]] is week.kind
    assert 48_000 == found.weeks[-1].run_m
    assert 40_000 == found.weeks[-1].usual_m  # the mean of the three before, a lighter one too


def test_weeks_are_named_for_what_they_were() -> None:
    """Lighter, stepped back, empty, unknown, usual."""
    weeks = [PLAIN] * 4 + [scaled(PLAIN, 0.5)] + [PLAIN] * 2 + [scaled(PLAIN, 0.85)] + [PLAIN] * 2
    history = History(running(*weeks, last=MONDAY - timedelta(weeks=1)))
    found = audited(history)
    done = [week.done for week in found.weeks]
    assert Done.UNLOADED is done[3]
    assert Done.STEPPED_BACK is done[6]
    assert Done.USUAL is done[2]
    gap = History((*running(*[PLAIN] * 4, (0,) * 7, PLAIN), run(MONDAY, 5)))
    assert Done.EMPTY in [week.done for week in audited(gap).weeks]
    hole = running(*[PLAIN] * 4, (0,) * 7, (0,) * 7, PLAIN)
    assert Done.UNKNOWN in [week.done for week in audited(History(hole)).weeks]


def test_what_followed_is_told_when_it_is_over() -> None:
    """Missed weeks, complaints and volume of the four weeks after; None while they run."""
    weeks = [PLAIN] * 6 + [(0,) * 7] + [PLAIN] * 3
    history = History(running(*weeks))
    found = audited(history)
    before = week_of(found, MONDAY - timedelta(weeks=4))
    assert (1, None) == (before.missed, before.complaints)
    assert 3 / 4 == pytest.approx(before.volume)
    assert [None] * 4 == [week.missed for week in found.weeks[-4:]]
    assert [None] * 4 == [week.volume for week in found.weeks[-4:]]


def test_complaints_are_days_at_the_limit() -> None:
    """A spot under it is no complaint; who was not asked has no number."""
    spots = (said(TODAY - timedelta(3), hurts(4)), said(TODAY - timedelta(2), hurts(2)))
    found = audited(replace(ANNA, check_ins=spots))
    assert 1 == week_of(found, MONDAY - timedelta(weeks=4)).complaints
    assert week_of(found, MONDAY - timedelta(weeks=8)).complaints is None


def test_a_year_at_most_and_no_week_before_the_record() -> None:
    """The first week has no Sunday before it; older weeks than a year are left out."""
    long_one = History(running(*[PLAIN] * 70))
    assert 52 == len(audited(long_one).weeks)
    assert () == audited(History(ANNA.sessions[:2]), ANNA.sessions[1].day).weeks
    assert 0 == audited(History(ANNA.sessions[:2]), ANNA.sessions[1].day).advised


def test_weeks_after_the_last_record_are_not_audited() -> None:
    """Silence is no week of rest."""
    late = TODAY + timedelta(weeks=3)
    assert MONDAY == audited(ANNA, late).weeks[-1].first_day


def test_few_cases_say_nothing() -> None:
    """Three building weeks and a lighter one, four times: too little to tell."""
    found = audited(ANNA)
    assert (None, None, None) == (found.trouble, found.other_trouble, found.chance)
    assert found.advised >= found.taken >= 1


def trouble_after_advice(planted: bool) -> History:
    """Two years in blocks; an empty week after each of them if planted, else after every second."""
    weeks: list[tuple[float, ...]] = []
    for block in range(14):
        weeks += [PLAIN] * 6
        empty = planted or block % 2 == 0
        weeks.append((0,) * 7 if empty else scaled(PLAIN, 0.5))
        weeks += [scaled(PLAIN, 0.5)]
    return History(running(*weeks))


def test_what_followed_is_compared_with_the_other_weeks() -> None:
    """Both shares are told with how often shuffled weeks differ as much."""
    found = audited(trouble_after_advice(True))
    assert found.trouble is not None
    assert found.other_trouble is not None
    assert found.chance is not None
    assert 0 < found.chance <= 1
    told = [w for w in found.weeks if w.missed is not None]
    asked = [w for w in told if w.kind in (VerdictKind.UNLOAD_SOON, VerdictKind.UNLOAD_NOW)]
    assert sum(bool(w.missed) for w in asked) / len(asked) == pytest.approx(found.trouble)
    assert len(asked) == found.asked
    assert 0 < found.others <= len(told) - len(asked)


def test_a_lighter_week_is_over_on_the_monday_after_it() -> None:
    """The week after one is answered for itself, not for the week that ended the day before."""
    weeks = [PLAIN] * 5 + [scaled(PLAIN, 0.5)] + [PLAIN] * 2
    found = audited(History(running(*weeks)))
    assert VerdictKind.TRAIN_ON is week_of(found, MONDAY - timedelta(weeks=1)).kind


def test_the_same_history_gives_the_same_audit() -> None:
    """The draws are seeded."""
    history = trouble_after_advice(False)
    assert audited(history) == audited(history)
