"""Accepted weeks: part or whole, given back, never a day that has passed, never twice."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from athletes import TODAY, K
from change_samples import DAY, DAYS, WEEK, a_move, change
from unload.model.plan import Depth, Move, Week
from unload.science.accepted import (
    current,
    decided,
    held,
    last_standing,
    moves,
    open_days,
    shown_week,
    taken,
    to_give_back,
)

MON, WED, SUN = DAYS[0], DAYS[2], DAYS[6]


def test_what_is_taken_adds_up_and_what_is_given_back_goes() -> None:
    """Two acceptances are one set of days; an undoing takes its own away."""
    book = [change(1, WED), change(2, MON, SUN)]
    assert {MON, WED, SUN} == taken(book, MON)
    assert {WED} == taken([*book, change(3, MON, SUN, undoes=2)], MON)


def test_another_week_is_another_week() -> None:
    """Only the entries of a week count for it."""
    assert frozenset() == taken([change(1, WED)], MON + 7 * DAY)


def test_a_week_is_current_until_its_last_taken_day_is_over() -> None:
    """On the day itself it still holds; on the day after it does not."""
    book = [change(1, WED)]
    assert (WEEK, {WED}) == current(book, WED)
    assert current(book, WED + DAY) is None
    assert current([], TODAY) is None
    assert current([*book, change(2, WED, undoes=1)], MON) is None


def test_only_days_ahead_can_be_taken() -> None:
    """Days before today are over; weekdays narrow it down."""
    assert DAYS == open_days(WEEK, TODAY, ())
    assert DAYS[3:] == open_days(WEEK, DAYS[3], ())
    assert (WED, SUN) == open_days(WEEK, TODAY, (2, 6))
    assert () == open_days(WEEK, SUN, (2,))


def test_a_doubled_day_is_one_day() -> None:
    """Two sessions of a day are taken together."""
    days = WEEK.after.days
    assert DAYS == open_days(replace(WEEK, after=Week((days[0], *days))), TODAY, ())


def test_the_last_standing_acceptance_is_undone_first() -> None:
    """Then the one before; one whose days are over stands for good."""
    book = [change(1, WED), change(2, SUN)]
    assert book[1] == last_standing(book, TODAY)
    book.append(change(3, SUN, undoes=2))
    assert book[0] == last_standing(book, TODAY)
    assert last_standing(book, WED + DAY) is None


def test_a_week_held_in_part_is_the_old_one_elsewhere() -> None:
    """The day that was not taken stays as it was and says so."""
    made = held(WEEK, {WED})
    assert WEEK.after.days[2] == made.after.days[2]
    assert WEEK.before.days[6] == made.after.days[6]
    assert ("why.not_taken", WEEK.whys[2]) == (made.whys[6].key, made.whys[2])
    assert "why.not_taken" in K.text


@given(st.sets(st.sampled_from(DAYS)))
def test_any_part_of_a_lighter_week_is_no_heavier(days: set[date]) -> None:
    """Distance, time, the longest run and rest days of every mixture (a law)."""
    made = held(WEEK, days).after
    assert made.distance_m <= WEEK.before.distance_m
    assert made.duration_s <= WEEK.before.duration_s
    assert made.longest_m <= WEEK.before.longest_m
    assert made.rest_days >= WEEK.before.rest_days


def test_what_was_accepted_is_shown_as_long_as_it_lasts() -> None:
    """With a note from when it is; then what is proposed."""
    other = replace(WEEK, depth=Depth.STEP_BACK)
    book = [change(1, *DAYS)]
    made = shown_week(book, WED, other)
    assert made is not None
    assert (WEEK.after, "week.accepted") == (made.after, made.notes[-1].key)
    assert TODAY == made.notes[-1].values["day"]
    assert other == shown_week(book, SUN + DAY, other)
    assert shown_week([], TODAY, None) is None


def test_missed_days_do_not_pile_up() -> None:
    """On Thursday the rest of the week is what it was, whatever was run before."""
    thursday = shown_week([change(1, *DAYS)], DAYS[3], None)
    assert thursday is not None
    assert WEEK.after.days[3:] == thursday.after.days[3:]


@pytest.mark.parametrize(
    ("depth", "told"),
    [(Depth.NO_RUNNING, True), (Depth.UNLOADING, False), (Depth.STEP_BACK, False)],
)
def test_a_body_that_asks_for_more_is_told_beside(depth: Depth, told: bool) -> None:
    """The accepted week stays; a note says that today's answer would go deeper."""
    made = shown_week([change(1, *DAYS)], TODAY, replace(WEEK, depth=depth))
    assert made is not None
    assert told is ("week.deeper_now" in [note.key for note in made.notes])


def test_the_days_gone_by_stay_when_the_rest_is_given_back() -> None:
    """An undoing on Thursday names Thursday to Sunday only."""
    book = [change(1, *DAYS), change(2, *DAYS[3:], day=DAYS[3], undoes=1)]
    assert set(DAYS[:3]) == taken(book, MON)
    assert current(book, DAYS[3]) is None


TUE_TO_WED = Move(DAYS[1], WED)


def test_a_move_takes_no_day_and_gives_none_back() -> None:
    """It stands until it is undone, in its own week."""
    book = [change(1, *DAYS), a_move(2, TUE_TO_WED)]
    assert ({*DAYS}, (TUE_TO_WED,)) == (taken(book, MON), moves(book, MON))
    assert () == moves(book, MON + 7 * DAY)
    book.append(a_move(3, TUE_TO_WED, undoes=2))
    assert ({*DAYS}, ()) == (taken(book, MON), moves(book, MON))


def test_a_move_is_undone_before_the_acceptance_it_came_after() -> None:
    """As long as both of its days lie ahead; then the acceptance alone is left to undo."""
    book = [change(1, *DAYS), a_move(2, TUE_TO_WED)]
    assert [2, 2, 1] == [last_standing(book, day).number for day in DAYS[:3]]  # type: ignore[union-attr] # there is one
    earlier = [change(1, *DAYS), a_move(2, Move(DAYS[3], WED))]
    assert [2, 1] == [last_standing(earlier, day).number for day in DAYS[2:4]]  # type: ignore[union-attr] # there is one


def test_the_week_is_shown_with_its_sessions_where_they_were_put() -> None:
    """On every later day too, the move's own days gone by or not."""
    book = [change(1, *DAYS), a_move(2, TUE_TO_WED)]
    for today in (TODAY, WED, SUN):
        made = shown_week(book, today, None)
        assert made is not None
        assert replace(WEEK.after.days[1], day=WED) == made.after.days[2]
        assert "why.moved_away" == made.whys[1].key


def test_a_move_into_a_day_that_was_given_back_is_told() -> None:
    """The day is as it was before, and the session stays on its own."""
    book = [change(1, *DAYS), a_move(2, TUE_TO_WED), change(3, *DAYS[2:], day=WED, undoes=1)]
    made = decided(book, WEEK)
    assert (WEEK.after.days[1], WEEK.before.days[2]) == made.after.days[1:3]
    assert "week.move_lost" == made.notes[-1].key
    assert {"week.move_lost", "why.moved_here", "why.moved_away"} <= set(K.text)


def test_what_was_run_early_is_not_planned_again() -> None:
    """Sunday's session was moved to Wednesday and run: on Thursday, Sunday is not given back."""
    book = [change(1, *DAYS), a_move(2, Move(SUN, WED))]
    assert DAYS == to_give_back(book, book[0], MON)
    assert DAYS[3:6] == to_give_back(book, book[0], DAYS[3])
    assert last_standing([change(1, WED, SUN), book[1]], DAYS[3]) is None
    moved_on = [change(1, *DAYS), a_move(2, Move(DAYS[1], WED))]
    assert DAYS[2:] == to_give_back(moved_on, moved_on[0], WED)
