"""Laws of the unknown: missing days never raise confidence, and nobody looks into the future.

What is taken away are records with a distance: a run without one makes its day unknown, and
taking it away would leave a day that looks like rest. No program can see the difference.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from laws.states import DAYS, advised, check_ins_on, histories, in_place_of, known_to
from unload.model.advice import Advice, VerdictKind
from unload.model.history import WELLNESS_ITEMS, CheckIn, History, Session, Sport

ANSWERS = (*WELLNESS_ITEMS, "resting_hr", "rmssd_ms", "ill", "spots")
SILENT = (VerdictKind.NOT_ENOUGH_DATA, VerdictKind.SEE_SOMEONE)


def assert_no_surer(more: Advice, less: Advice) -> None:
    """What was too little stays too little, and less is known of the last weeks."""
    assert less.coverage.known_days <= more.coverage.known_days
    if more.verdict.kind is VerdictKind.NOT_ENOUGH_DATA:
        assert VerdictKind.NOT_ENOUGH_DATA is less.verdict.kind


@given(histories(all_measured=True), DAYS, st.randoms(use_true_random=False), st.floats(0, 1))
def test_lost_sessions_never_raise_confidence(
    history: History, today: date, chance: object, share: float
) -> None:
    """Sessions that are missing here and there (X2)."""
    kept = tuple(s for s in history.sessions if chance.random() >= share)  # type: ignore[attr-defined] # hypothesis types it as object
    assert_no_surer(advised(history, today), advised(replace(history, sessions=kept), today))


@given(histories(all_measured=True), DAYS, st.integers(0, 60), st.integers(1, 40))
def test_a_lost_stretch_never_raises_confidence(
    history: History, today: date, ago: int, days: int
) -> None:
    """A watch in the drawer: every session of some days in a row is missing (X2)."""
    last = today - timedelta(days=ago)
    gone = {last - timedelta(days=back) for back in range(days)}
    kept = tuple(s for s in history.sessions if s.day not in gone)
    assert_no_surer(advised(history, today), advised(replace(history, sessions=kept), today))


@given(histories(), DAYS, st.randoms(use_true_random=False), st.floats(0, 1))
def test_lost_distances_never_raise_confidence(
    history: History, today: date, chance: object, share: float
) -> None:
    """Runs whose distance was not measured, or was found to be wrong and set aside."""
    sessions = tuple(
        replace(s, distance_m=None) if chance.random() < share else s  # type: ignore[attr-defined] # hypothesis types it as object
        for s in history.sessions
    )
    assert_no_surer(advised(history, today), advised(replace(history, sessions=sessions), today))


@given(histories(), DAYS, st.sets(st.sampled_from(ANSWERS), min_size=1), st.floats(0, 1))
def test_unanswered_questions_leave_fewer_signals(
    history: History, today: date, unasked: set[str], share: float
) -> None:
    """A question left out of the older check-ins never makes a signal known that was not (X2)."""
    size = round(len(history.check_ins) * share)
    blank = tuple(replace(c, **dict.fromkeys(unasked)) for c in history.check_ins[:size])
    less = replace(history, check_ins=(*blank, *history.check_ins[size:]))
    more, fewer = advised(history, today), advised(less, today)
    assert_no_surer(more, fewer)
    known = [{s.name for s in advice.signals if s.on is not None} for advice in (more, fewer)]
    assert known[1] <= known[0]


@given(histories(), DAYS, st.integers(1, 40))
def test_ageing_data_never_raise_confidence(history: History, today: date, later: int) -> None:
    """The same records some days later: what was too little is no more by waiting (X4)."""
    known = known_to(history, today)
    assert_no_surer(advised(known, today), advised(known, today + timedelta(days=later)))


@given(histories(), DAYS, st.integers(15, 400))
def test_old_records_give_no_answer(history: History, today: date, later: int) -> None:
    """Once the newest session is over two weeks old there is nothing left to judge (D20, X4)."""
    known = known_to(history, today)
    kind = advised(known, today + timedelta(days=later)).verdict.kind
    assert kind in SILENT


@given(histories(), DAYS, st.integers(1, 30))
def test_deleting_the_newest_days_answers_from_what_is_left(
    history: History, today: date, days: int
) -> None:
    """Without the newest days the answer is that of a record which never held them."""
    cut = today - timedelta(days=days)
    less = replace(history, sessions=tuple(s for s in history.sessions if s.day <= cut))
    advice = advised(less, today)
    newest = max((s.day for s in less.sessions), default=None)
    age = None if newest is None else (today - newest).days
    assert age == advice.verdict.data_age_days
    if age is None or age > 14:
        assert advice.verdict.kind in SILENT


LATER = st.integers(1, 60)


@given(histories(), DAYS, LATER, st.data())
def test_today_does_not_look_into_the_future(
    history: History, today: date, ahead: int, data: st.DataObject
) -> None:
    """Sessions and check-ins after today change nothing in the advice, not one digit."""
    known = known_to(history, today)
    day = today + timedelta(days=ahead)
    at = datetime.combine(day, time(7))
    glitch = Session(at, Sport.RUN, 30000.0, 300000.0, avg_hr=240.0, rpe=10.0)
    check_in: CheckIn = data.draw(check_ins_on(day))
    future = in_place_of(replace(history, sessions=(*history.sessions, glitch)), check_in)
    assert advised(known, today) == advised(future, today)
