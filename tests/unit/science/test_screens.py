"""Screens: what a result says, its noise and its norm included."""

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Outcome, ScreenResult
from unload.model.history import Runner, Sex, Side
from unload.science.body import THOMAS
from unload.science.screens import outcomes

K = load_knowledge()
MAN_OF_45 = Runner(sex=Sex.MALE, age=45)
NOBODY = Runner()
FOR, UNCLEAR, AGAINST = Outcome.SUPPORTS, Outcome.UNCLEAR, Outcome.REFUTES


def said(result: ScreenResult, runner: Runner = NOBODY, side: Side = Side.LEFT) -> Outcome:
    return outcomes([result], K.screens, runner)[result.screen, side]


@pytest.mark.parametrize(("yes", "outcome"), [(True, FOR), (False, AGAINST), (None, UNCLEAR)])
def test_a_yes_speaks_for_it(yes: bool | None, outcome: Outcome) -> None:
    """Yes supports, no refutes, no answer says nothing; on either side alike."""
    result = ScreenResult("log-look-back", yes=yes)
    assert {outcome} == {said(result, side=side) for side in Side}


@pytest.mark.parametrize("yes", [True, False])
def test_the_thomas_test_moves_nothing(yes: bool) -> None:
    """Close to a coin toss at home: whatever it shows, it says nothing."""
    assert UNCLEAR is said(ScreenResult(THOMAS, yes=yes))
    assert "32 %" in K.screens[THOMAS].error


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (28, 28, AGAINST),
        (22, 28, AGAINST),
        (22, 29, FOR),
        (21, 21, FOR),
        (22, 22, AGAINST),
        (28, None, UNCLEAR),
        (21, None, FOR),
        (None, 28, UNCLEAR),
    ],
)
def test_heel_raises_against_norm_and_other_side(
    left: float | None, right: float | None, outcome: Outcome
) -> None:
    """At 45 a man's middle is 28: below 22, or a side more than 6 behind, speaks for it."""
    assert outcome is said(ScreenResult("heel-raise", left=left, right=right), MAN_OF_45)


@pytest.mark.parametrize(
    ("runner", "middle"),
    [
        (Runner(sex=Sex.MALE, age=20), 37),
        (Runner(sex=Sex.FEMALE, age=29), 30),
        (Runner(sex=Sex.FEMALE, age=59.9), 21),
        (Runner(sex=Sex.MALE, age=60), 19),
        (Runner(sex=Sex.FEMALE, age=90), 16),
    ],
)
def test_the_norm_is_that_of_sex_and_age(runner: Runner, middle: int) -> None:
    """Six below the middle is noise, seven is not."""
    assert AGAINST is said(ScreenResult("heel-raise", left=middle - 6, right=middle), runner)
    assert FOR is said(ScreenResult("heel-raise", left=middle - 7, right=middle - 7), runner)


@pytest.mark.parametrize(
    "runner", [NOBODY, Runner(age=45), Runner(sex=Sex.MALE), Runner(sex=Sex.MALE, age=15)]
)
def test_without_a_norm_the_other_side_is_the_measure(runner: Runner) -> None:
    """Neither sex nor age told, or too young for the table: only the sides are compared."""
    assert AGAINST is said(ScreenResult("heel-raise", left=5, right=5), runner)
    assert FOR is said(ScreenResult("heel-raise", left=5, right=12), runner)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [(9, 9, FOR), (9.5, 9.5, UNCLEAR), (10, 12, AGAINST), (10, 12.5, FOR), (12, 9, AGAINST)],
)
def test_knee_to_wall_has_a_grey_zone(left: float, right: float, outcome: Outcome) -> None:
    """9 cm is stiff, 10 is not, between them nobody knows; 2 cm apart is common."""
    assert outcome is said(ScreenResult("knee-to-wall", left=left, right=right))


def test_a_complaint_on_both_sides_takes_the_worse() -> None:
    """Where both sides are sore, the side that speaks for it counts."""
    result = ScreenResult("knee-to-wall", left=8, right=11)
    assert FOR is said(result, side=Side.BOTH)
    assert AGAINST is said(result, side=Side.RIGHT)


def test_an_unknown_screen_is_named() -> None:
    """A test that nobody wrote is refused with those there are."""
    with pytest.raises(UnloadError, match="unknown screen 'guess'; known are: log-look-back, "):
        outcomes([ScreenResult("guess")], K.screens, NOBODY)


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_a_measure_is_a_number(value: float) -> None:
    """Less than nothing is no measure."""
    with pytest.raises(ValueError, match="0 or more"):
        ScreenResult("heel-raise", left=value)
