"""Trial: whether a routine helped this runner, and when nobody can say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from numpy.random import default_rng

from unload.knowledge import load_knowledge
from unload.model.complaint import Helped, SoreDay, Trial, Worked
from unload.model.history import Side
from unload.science.trial import trial

K = load_knowledge()
TODAY = date(2024, 11, 17)
CALF = ("calf", Side.LEFT)
FEW = replace(K.routine, trial_draws=replace(K.routine.trial_draws, value=500))


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def judged(with_it: float, without: float, *, began: int = 28, count: int = 10) -> Trial:
    """Sore days in turn with and without the routine, changing by so much till next morning."""
    days = [
        SoreDay(day(n), 5, next_morning=5 + (with_it if n % 2 == 0 else without) + (n % 3) / 10)
        for n in range(1, 2 * count + 1)
    ]
    worked = [Worked(day(n), "calf", Side.LEFT, 5, 4) for n in range(2, 2 * count + 1, 2)]
    worked.append(Worked(day(began), "calf", Side.LEFT, 5))
    return trial(CALF, worked, days, TODAY, chance=default_rng(7), constants=FEW)


def test_a_clear_difference_is_said() -> None:
    """Two points better by the next morning than without: it helped, and shuffles do not do it."""
    said = judged(-3, -1)
    assert Helped.HELPED is said.answer
    assert (10, 10) == (said.days_with, said.days_without)
    assert said.chance is not None
    assert said.chance <= K.routine.trial_chance_max.value
    assert said.change_with is not None
    assert said.change_without is not None
    assert -2 == pytest.approx(said.change_with - said.change_without, abs=0.1)
    assert -1 == said.right_after
    assert "trial.helped" == said.says.key


def test_worse_is_said_too() -> None:
    """The other way round it was worse."""
    assert Helped.WORSE is judged(0, -2).answer


def test_what_soreness_does_by_itself_is_no_help() -> None:
    """Better on every day alike, with the routine and without: no difference."""
    said = judged(-2, -2)
    assert Helped.NO_DIFFERENCE is said.answer
    assert said.chance is not None
    assert 0.5 < said.chance <= 1


def test_less_than_a_point_is_no_difference() -> None:
    """Clear of chance, but nothing a runner would notice."""
    said = judged(-1.8, -1)
    assert said.chance is not None
    assert said.chance <= K.routine.trial_chance_max.value
    assert Helped.NO_DIFFERENCE is said.answer


@pytest.mark.parametrize("case", [{"began": 20}, {"count": 4}])
def test_too_early_is_said(case: dict[str, int]) -> None:
    """Begun less than four weeks ago, or fewer than five days either way."""
    said = judged(-3, -1, **case)
    assert (Helped.TOO_EARLY, None) == (said.answer, said.chance)
    assert "trial.too_early" == said.says.key


def test_nothing_done_is_too_early() -> None:
    """No session, no answer, no number."""
    said = trial(CALF, [], [SoreDay(day(1), 3)], TODAY, chance=default_rng(7), constants=FEW)
    assert (Helped.TOO_EARLY, None, 0) == (said.answer, said.right_after, said.days_with)


def test_the_next_day_stands_in_for_the_morning() -> None:
    """Where no morning was asked, the next day counts; without either the day is left out."""
    days = [SoreDay(day(3), 4), SoreDay(day(2), 2), SoreDay(day(0), 1)]
    assert 1 == trial(CALF, [], days, TODAY, chance=default_rng(7), constants=FEW).days_without


def test_a_quiet_day_is_no_sore_day() -> None:
    """A day at 0 cannot get better and is left out."""
    days = [SoreDay(day(2), 0, next_morning=0), SoreDay(day(1), 3, next_morning=1)]
    assert 1 == trial(CALF, [], days, TODAY, chance=default_rng(7), constants=FEW).days_without


def test_the_same_chance_gives_the_same_answer() -> None:
    """Seeded: the answer can be explained later."""
    assert judged(-3, -1) == judged(-3, -1)


def test_chance_alone_is_seldom_called_help() -> None:
    """Of 200 made-up runners whom the routine does nothing, about one in twenty is misled."""
    draws = default_rng(11)
    misled = 0
    for _ in range(200):
        days = [SoreDay(day(n), 5, next_morning=5 + draws.normal(0, 2)) for n in range(1, 27)]
        worked = [Worked(day(n), "calf", Side.LEFT, 5) for n in range(2, 29, 2)]
        said = trial(CALF, worked, days, TODAY, chance=draws, constants=FEW)
        misled += said.answer in (Helped.HELPED, Helped.WORSE)
    assert misled <= 20
