"""What can be supposed of a lighter week, and what then becomes of the doubts."""

from dataclasses import replace
from datetime import timedelta

from unload import service
from unload.model.supposed import Supposed
from unload.service.supposing import choices_of, supposing

ANSWER = service.advise_demo("steady", force=True)
ADVICE = ANSWER.advice


def test_the_choices_hold_the_week_as_it_was_written() -> None:
    """Among shares from deep to light, and Mondays up to the last day that is drawn."""
    made = choices_of(ANSWER)
    assert made is not None
    assert ADVICE.week is not None
    assert ADVICE.futures is not None
    assert (sorted(set(made.shares)), True) == (list(made.shares), len(made.shares) > 10)
    assert abs(made.shares[made.own] - (ADVICE.week.factor or 0)) <= 0.005
    assert ADVICE.week.after.days[0].day == made.first_days[0]
    assert made.first_days[-1] <= ADVICE.futures.days[-1] < made.first_days[-1] + timedelta(days=7)
    assert (True, False) == (made.can_stay_sharp, made.stays_sharp)


def test_where_there_is_no_week_nothing_is_supposed() -> None:
    """Nor where no future is drawn, or where nothing is run anyway."""
    nothing = replace(ANSWER, advice=replace(ADVICE, week=None), written=None)
    assert (None, nothing) == (choices_of(nothing), supposing(nothing, Supposed(0.5)))
    assert choices_of(replace(ANSWER, advice=replace(ADVICE, futures=None))) is None


def test_the_week_that_nobody_asks_for_can_be_supposed_too() -> None:
    """It was thought out anyway, and is no second thought."""
    calm = service.advise_demo("steady")
    assert (None, ADVICE.week) == (calm.advice.week, calm.written)
    assert choices_of(ANSWER) == choices_of(calm)
    wanted = Supposed(0.5, 1)
    assert supposing(ANSWER, wanted).advice == supposing(calm, wanted).advice


def test_the_week_as_written_has_its_own_doubts() -> None:
    """To the last digit."""
    made = supposing(ANSWER, Supposed()).advice
    assert (ADVICE.doubts, ADVICE.futures) == (made.doubts, made.futures)


def test_later_moves_the_picture_and_deeper_the_weight() -> None:
    """The two futures begin to differ later; less that is run is more that is not burnt."""
    later = supposing(ANSWER, Supposed(later_weeks=3)).advice
    assert later.futures is not None
    assert ADVICE.futures is not None
    assert (ADVICE.futures.lighter or ())[0] + timedelta(days=21) == (later.futures.lighter or ())[
        0
    ]
    weights = [
        supposing(ANSWER, Supposed(share)).advice.doubts[2].middle or 0.0 for share in (0.3, 0.9)
    ]
    assert weights[0] > weights[1] > 0


def test_a_belief_is_answered_and_nothing_else_changes() -> None:
    """In the argument about the race."""
    made = supposing(ANSWER, Supposed(spared=5)).advice
    new = [p for d in made.doubts for p in d.points if p.says.key.startswith("belief.")]
    assert 1 == len(new)
    assert ADVICE.futures == made.futures
