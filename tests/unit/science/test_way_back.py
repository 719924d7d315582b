"""Behind the gate: the first week back under the limit, or the next rung, or nothing yet."""

import pytest

from athletes import ANNA, GRID_M, TODAY, K, state_of
from gate_samples import DAY, FREE, sore, well
from unload.model.comeback import Light, Outcome, Soreness, WayBack
from unload.model.history import History, Sport
from unload.model.plan import Effort, Kind, Plan, PlannedSession, Repeat
from unload.science.way_back import on_the_ladder, way_back


def back(history: History, **more: object) -> WayBack:
    return way_back(history, TODAY, FREE, K, GRID_M, **more)  # type: ignore[arg-type] # test builder


def test_an_open_gate_shows_the_first_week_from_tomorrow() -> None:
    """Nearly the usual week, none of it beyond a tenth over the longest of the month."""
    made = back(well())
    assert Outcome.PASS is made.gate.outcome
    assert made.week is not None
    assert TODAY + DAY == made.week.after.days[0].day
    longest = state_of(ANNA).days.longest_m[-30:].max()
    assert made.week.after.longest_m <= K.comeback.ramp_longest_max.value * longest
    assert made.week.after.distance_m <= made.week.before.distance_m
    assert {why.key for why in made.week.whys} <= set(K.text)


def test_the_runner_s_own_plan_is_what_is_come_back_to() -> None:
    """Where it asks for a run in that week."""
    plan = Plan((PlannedSession(TODAY + 3 * DAY, Kind.EASY, 8000, 2880),))
    made = back(well(), plan=plan).week
    assert made is not None
    assert ("week.plan", 8000) == (made.basis.key, made.before.distance_m)


def test_a_shut_gate_shows_no_week() -> None:
    """Three more easy days, or somebody who looks at it."""
    assert (Outcome.EXTEND, None) == (back(sore(3)).gate.outcome, back(sore(3)).week)
    assert (Outcome.REFER, None) == (back(sore(6)).gate.outcome, back(sore(6)).week)
    assert Outcome.REFER is back(sore(3), amber_weeks=2).gate.outcome


def test_without_a_usual_week_there_is_none_to_come_back_to() -> None:
    """The gate opens all the same."""
    made = back(History(check_ins=well().check_ins))
    assert (Outcome.PASS, None) == (made.gate.outcome, made.week)


def test_every_criterion_says_what_it_rests_on() -> None:
    """Whatever its light."""
    criteria = back(sore(3)).gate.criteria
    assert [] == [c.name for c in criteria if not c.constants]
    assert {Light.GREEN, Light.AMBER} <= {c.light for c in criteria}


def test_the_ladder_begins_when_the_gate_opens() -> None:
    """With a walk of half an hour, today."""
    step = on_the_ladder(back(well()), (), K).ladder[0]
    assert (0, TODAY) == (step.climb.rung, step.climb.day)
    (walk,) = step.session.parts
    assert (Effort.WALK, 1800) == (walk.effort, step.session.duration_s)  # type: ignore[union-attr] # one step
    assert Sport.WALK is step.session.sport
    assert () == on_the_ladder(back(sore(3)), (), K).ladder


def test_once_on_the_ladder_soreness_decides_but_red_is_looked_at() -> None:
    """Amber does not take it away, red does; what lies ahead of today is not counted."""
    done = [(TODAY - 2 * DAY, 3, Soreness.NONE), (TODAY + DAY, 9, Soreness.NONE)]
    step = on_the_ladder(back(sore(3)), done, K).ladder[0]
    assert 4 == step.climb.rung
    assert () == on_the_ladder(back(sore(6)), done, K).ladder


@pytest.mark.parametrize("rung", range(len(K.ladder)))
def test_every_rung_is_a_session(rung: int) -> None:
    """As long as it says, in parts that a watch can follow; no week stands beside it."""
    done = [(TODAY - 3 * DAY, rung, Soreness.WARM_UP_GOES)]
    made = on_the_ladder(back(well()), done, K)
    assert made.week is None
    told, session = K.ladder[rung], made.ladder[0].session
    seconds, parts = sum(step.duration_s or 0 for step in session.steps()), session.parts
    assert told.times * (told.run_s + told.walk_s) == seconds == session.duration_s
    assert (told.times > 1) is isinstance(parts[0], Repeat)
