"""The page: spots with letters, what was asked, and nothing to do while a flag stands."""

from dataclasses import replace
from datetime import date, timedelta

from numpy.random import default_rng

from athletes import TODAY, hurts, said
from hand_samples import ASKED, STORY, K, flagged, history, page
from unload.model.hand_over import HandOver
from unload.model.history import CheckIn, Race, Runner, Side
from unload.model.specialist import Specialist
from unload.science.hand_over import hand_over


def keys(made: HandOver) -> list[str]:
    return [phrase.key for phrase in made.spots[0].says]


def made(check_ins: tuple[CheckIn, ...], **more: object) -> HandOver:
    told = replace(history(), check_ins=check_ins, **more)  # type: ignore[arg-type] # any field
    return hand_over(told, TODAY, K, default_rng(1), story=STORY, reader=Specialist.PHYSIO)


def test_nothing_sore_is_an_empty_page() -> None:
    """No spot, no timeline, no finding."""
    empty = page()
    assert ((), None, ()) == (empty.spots, empty.timeline, empty.findings)
    assert () == empty.tested


def test_a_sore_calf_stands_under_its_letter() -> None:
    """Its place, its newest entry, findings, tests and the routine."""
    one = page(2, 3)
    assert [("A", "calf", 3)] == [
        (s.letter, s.complaint.region, s.latest and s.latest.pain) for s in one.spots
    ]
    assert one.findings
    assert "calf" in one.rolled
    assert ["heel-raise", "log-look-back"] == [t.result.screen for t in one.tested]


def test_a_flag_hides_what_could_be_done() -> None:
    """No finding, no test, no routine, no result of one, nothing to press."""
    hidden = flagged()
    assert ((), (), (), ()) == (hidden.findings, hidden.tested, hidden.rolled, hidden.tried)
    assert [False] == [spot.pressed for spot in hidden.spots]
    assert ["swollen-calf"] == [a.flag.key for a in hidden.asked if a.yes]


def test_open_questions_let_nothing_be_pressed() -> None:
    """Unanswered counts as not yet."""
    unanswered = page(2, 3, story=replace(STORY, answered={}))
    assert [False] == [spot.pressed for spot in unanswered.spots]
    assert [True] == [spot.pressed for spot in page(2, 3).spots]


def test_a_yes_anywhere_wins_over_a_no() -> None:
    """The file says yes above and no below: yes."""
    both = page(2, 3, runner=Runner(red_flags=("swollen-calf",)))
    assert both.stopped
    assert "swollen-calf" not in [a.flag.key for a in both.asked if a.yes is False]


def test_the_story_of_a_spot() -> None:
    """Course, the week before, the longest run, the morning, the return."""
    told = keys(page(2, 3, 2, 3, 4))
    assert ["hand.course.new", "hand.week", "hand.longest"] == told
    mornings = {m: made((said(TODAY, hurts(3, next_morning=m)),)) for m in (2, 3, 4)}
    assert ["hand.morning_less", "hand.morning_same", "hand.morning_more"] == [
        keys(one)[-1] for one in mornings.values()
    ]
    again = page(2, 0, 0, 0, 0, 0, 0, 0, 0, 2)
    assert "hand.returns" == keys(again)[-1]


def test_a_spot_without_a_usual_week() -> None:
    """No run before: the week stands alone."""
    alone = made((said(TODAY, hurts(3)),), sessions=())
    assert ["hand.course.new", "hand.week_alone"] == keys(alone)
    assert ["trial.too_early"] == [phrase.key for phrase in alone.tried]


def test_what_was_tried_is_told() -> None:
    """Running has not come down, and of the routine it is too early to say."""
    told = [phrase.key for phrase in page(2, 3).tried]
    assert ["hand.not_eased", "trial.too_early"] == told
    rest = replace(history(2, 2, 2, 2, 2, 2, 2, 2, 2, 2))
    quiet = tuple(s for s in rest.sessions if s.day <= TODAY - timedelta(9))
    eased = made(rest.check_ins, sessions=quiet)
    assert "hand.eased" == eased.tried[0].key
    assert "hand.after" in keys(eased)


def test_several_spots_may_show_a_pattern() -> None:
    """All on the left, one after another down the leg."""
    down = ("glute", "hamstring", "calf")
    days = tuple(
        said(TODAY - timedelta(n), *(hurts(2, key) for key in down[: 13 - n]))
        for n in range(12, -1, -1)
    )
    assert ["hand.one_side", "hand.moved_down"] == [phrase.key for phrase in made(days).told]
    up = tuple(
        said(TODAY - timedelta(n), *(hurts(2, key) for key in down[::-1][: 13 - n]))
        for n in range(12, -1, -1)
    )
    assert "hand.moved_up" == made(up).told[-1].key


def test_a_race_that_is_over_is_no_goal() -> None:
    """Only one to come."""
    assert None is made((), race=Race(date(2024, 11, 1), 10_000)).race
    assert None is made((), race=None).race
    assert page().race is not None


def test_what_was_asked_for_stands_until_it_is_over() -> None:
    """An instruction that ended yesterday is gone."""
    old = replace(ASKED, first_day=TODAY - timedelta(9), last_day=TODAY - timedelta(1))
    assert (ASKED,) == page(2, runner=Runner(instructions=(ASKED, old))).instructions


def test_an_entry_of_both_sides_is_the_newest_of_each() -> None:
    """Calves on both sides are two spots, each with the same entry; a later day is not read."""
    later = said(TODAY + timedelta(1), hurts(9))
    both = made((said(TODAY, hurts(3, side=Side.BOTH)), later))
    assert [3, 3] == [s.latest.pain for s in both.spots if s.latest]
