"""The page knows whether somebody must look first, and what is still open."""

from dataclasses import replace

from hand_samples import STORY, flagged, page


def test_a_flag_that_stops_makes_somebody_look_first() -> None:
    """A swollen calf stops; a sore one with every question denied does not."""
    assert (True, False) == (flagged().stopped, page(2, 3).stopped)


def test_an_unanswered_question_is_open() -> None:
    """Nothing answered: open; all denied: not."""
    unanswered = page(2, 3, story=replace(STORY, answered={}))
    assert (True, False) == (unanswered.is_open, page(2, 3).is_open)


def test_the_pain_of_now_is_that_of_the_newest_day() -> None:
    """Not the worst, but the last."""
    assert [3] == [spot.now for spot in page(5, 3).spots]
