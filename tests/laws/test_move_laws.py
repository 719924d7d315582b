"""Laws of moves: whatever is moved where, the week stays as light and as well spread as it was."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from athletes import TODAY, K
from change_samples import a_move, change
from laws.test_plan_laws import EVERY, START, UNWELL, rewritten
from plan_laws import Made, obedient
from unload.model.plan import Kind, Move, Plan, PlannedSession, UnloadingWeek, Wishes
from unload.report.week_files import entries
from unload.report.words import KM, Words
from unload.science.accepted import decided
from unload.science.moves import moved, refusal
from unload.science.week import Size

WORDS = Words(K.text, KM, TODAY)
DAY = timedelta(1)
Asked = tuple[str, Plan, Wishes, Size | None, float]
WHEN = st.integers(-1, 7).map(lambda ahead: START + ahead * DAY)
MOVES = st.lists(st.builds(Move, WHEN, WHEN, st.sampled_from([0, 0, 0, 1])), max_size=8)


def allowed(
    week: UnloadingWeek, wishes: Wishes, moves: list[Move], today: date
) -> tuple[list[Move], UnloadingWeek]:
    """Those of the moves that are not refused, one after the other, and the week they make."""
    made: list[Move] = []
    for move in moves:
        says = refusal(moved(week, made), move, today, instructions=wishes.instructions, never=(4,))
        if says is None:
            made.append(move)
    return made, moved(week, made)


def hard_pairs(week: UnloadingWeek) -> int:
    """How many days with something hard follow one with something hard."""
    hard = {s.day for s in week.after.days if s.is_sharp}
    return sum(day + DAY in hard for day in hard)


def a_day(week: UnloadingWeek) -> Counter[date]:
    return Counter(s.day for s in week.after.days if s.kind is not Kind.REST)


def what(session: PlannedSession) -> PlannedSession:
    """A session whenever it is."""
    return replace(session, day=date.min)


@given(st.tuples(*EVERY), MOVES, WHEN)
def test_a_moved_week_keeps_every_law(asked: Asked, moves: list[Move], today: date) -> None:
    """The same sessions, as many free days, no day doubled, nothing hard beside anything hard."""
    (name, _, wishes, *_), week = asked, rewritten(*asked)
    if week is None:
        return
    made, after = allowed(week, wishes, moves, today)
    assert week.notes == after.notes
    assert sorted(map(repr, map(what, week.after.days))) == sorted(
        map(repr, map(what, after.after.days))
    )
    assert [s.day for s in week.after.days] == [s.day for s in after.after.days]
    assert after.after.rest_days >= min(week.after.rest_days, week.before.rest_days)
    assert all(count <= max(1, a_day(week)[day]) for day, count in a_day(after).items())
    assert hard_pairs(after) <= hard_pairs(week)
    slot = week.after.days[week.slot].day
    sharp = [{s.day for s in w.after.days if s.is_sharp} for w in (week, after)]
    assert slot in sharp[0] or slot not in sharp[1]
    for old, new in zip(week.after.days, after.after.days, strict=True):
        assert old == new or old.day >= today
        assert (old.kind is Kind.RACE) == (new.kind is Kind.RACE)
        assert old == new or not new.is_run or new.day.weekday() != 4
    assert obedient(Made(after, wishes, name in UNWELL))
    told = [sorted(e.key for e in entries(w, WORDS)) for w in (week, after)]
    assert told[0] == told[1]
    back = [Move(m.target, m.origin, 0) for m in reversed(made)]
    if all(count == 1 for count in Counter(s.day for s in week.after.days).values()):
        home = moved(week, [*made, *back])
        assert (week.after, week.whys) == (home.after, home.whys)


@given(st.tuples(*EVERY), MOVES)
def test_what_is_undone_is_as_it_was(asked: Asked, moves: list[Move]) -> None:
    """Move after move, the newest first, down to the week that was accepted."""
    week = rewritten(*asked)
    if week is None:
        return
    made, _ = allowed(week, asked[2], moves, START)
    days = tuple(dict.fromkeys(s.day for s in week.after.days))
    book = [replace(change(1, *days), week=week)]
    seen = [decided(book, week)]
    for number, move in enumerate(made, 2):
        book.append(replace(a_move(number, move), week=week))
        seen.append(decided(book, week))
    for number in range(len(book), 1, -1):
        assert seen.pop() == decided(book, week)
        undoing = a_move(100 + number, made[number - 2], undoes=number)
        book.append(replace(undoing, week=week))
    assert seen == [decided(book, week)]


@given(st.tuples(*EVERY), MOVES)
def test_a_move_in_a_week_thought_out_anew_is_made_or_told(asked: Asked, moves: list[Move]) -> None:
    """Whatever the week is by now: no day is doubled by it, and nothing is lost in silence."""
    week = rewritten(*asked)
    if week is None:
        return
    made = moved(week, moves)
    lost = len(made.notes) - len(week.notes)
    assert 0 <= lost <= len(moves)
    assert (made.after == week.after) or lost < len(moves)
    assert all(count <= max(1, a_day(week)[day]) for day, count in a_day(made).items())
    assert made.after.distance_m == pytest.approx(week.after.distance_m)
