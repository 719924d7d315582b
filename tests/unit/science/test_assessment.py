"""Assessment: nothing below an open question or a flag that stops is shown."""

from datetime import date
from typing import Any

from unload.knowledge import load_knowledge
from unload.model.body import Level, Outcome, ScreenResult
from unload.model.complaint import Assessment
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.science.assessment import assess

K = load_knowledge()
TODAY = date(2024, 11, 17)
CALF = SoreSpot(
    "calf", Side.LEFT, 3, at_rest=False, at_night=False, weight_bearing=False, swelling=False,
    sudden=False, point=False, character=Character.DULL, since=TODAY,
)  # fmt: skip
NO = {"breathless": False, "swollen-calf": False}


def seen(answers: dict[str, bool], runner: Runner | None = None, **more: Any) -> Assessment:
    return assess([CALF], answers, runner or Runner(), K, today=TODAY, **more)


def test_everything_is_hidden_until_it_is_answered() -> None:
    """A sore calf: the clot is asked about first, and nothing else is said."""
    first = seen({})
    assert ["breathless", "swollen-calf"] == [flag.key for flag in first.asked]
    assert ((), None, False) == (first.findings, first.routine, first.may_run)


def test_two_noes_open_the_rest() -> None:
    """Answered no: findings, a routine, and running is open."""
    after = seen(NO)
    assert () == after.asked == after.flags
    assert after.findings
    assert after.routine is not None
    assert after.may_run
    assert Level.E is after.level


def test_a_yes_hides_everything() -> None:
    """Answered yes: level B, who and how soon, and no routine, no finding, no run."""
    after = seen({**NO, "swollen-calf": True})
    assert Level.B is after.level
    assert ("a doctor", "today") == (after.flags[0].who, after.flags[0].how_soon)
    assert ((), None, False) == (after.findings, after.routine, after.may_run)


def test_a_flag_told_elsewhere_counts() -> None:
    """What the runner's own file says yes to is not forgotten, even where it is denied here."""
    told = Runner(red_flags=("swollen-calf",))
    assert Level.B is seen(NO, told).level
    assert ["breathless"] == [flag.key for flag in seen({}, told).asked]


def test_a_question_that_stops_nothing_hides_nothing() -> None:
    """A D question may stay open: it is shown, and so is everything else."""
    limping = assess(
        [SoreSpot("calf", Side.LEFT, 3, at_rest=False, at_night=False, weight_bearing=True,
                  swelling=False, sudden=False, point=False, character=Character.DULL)],
        {**NO, "earlier-each-run": False}, Runner(), K, today=TODAY,
    )  # fmt: skip
    assert {Level.D} == {flag.level for flag in limping.asked}
    assert limping.routine is not None


def test_a_screen_is_heard() -> None:
    """What a test says stands beside its finding."""
    after = seen(NO, results=(ScreenResult("log-look-back", yes=False),))
    by_screen = {finding.screen: finding.outcome for finding in after.findings}
    assert Outcome.REFUTES is by_screen["log-look-back"]


def test_nothing_hurts() -> None:
    """No spot: no level, nothing to ask, the usual routine."""
    well = assess([], {}, Runner(), K)
    assert (None, (), ()) == (well.level, well.asked, well.findings)
    assert well.routine is not None
