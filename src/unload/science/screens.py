"""Screens: what a runner found in a self-test -> what it says of the link it could refute."""

from collections.abc import Mapping, Sequence

from unload.errors import UnloadError
from unload.model.body import Outcome, Screen, ScreenResult
from unload.model.history import Runner, Side

Screens = Mapping[str, Screen]


def outcomes(
    results: Sequence[ScreenResult], screens: Screens, runner: Runner
) -> dict[tuple[str, Side], Outcome]:
    """What every screen says, for a complaint on the left, on the right, or on both sides."""
    said: dict[tuple[str, Side], Outcome] = {}
    for result in results:
        if result.screen not in screens:
            known = ", ".join(screens)
            raise UnloadError(f"unknown screen {result.screen!r}; known are: {known}")
        screen = screens[result.screen]
        said |= {(screen.key, side): _outcome(screen, result, side, runner) for side in Side}
    return said


def _outcome(screen: Screen, result: ScreenResult, side: Side, runner: Runner) -> Outcome:
    if not screen.telling:
        return Outcome.UNCLEAR
    if not screen.unit:
        answers = {True: Outcome.SUPPORTS, False: Outcome.REFUTES, None: Outcome.UNCLEAR}
        return answers[result.yes]
    if side not in (Side.LEFT, Side.RIGHT):
        both = {_measured(screen, result, one, runner) for one in (Side.LEFT, Side.RIGHT)}
        return next(o for o in Outcome if o in both)
    return _measured(screen, result, side, runner)


def _measured(screen: Screen, result: ScreenResult, side: Side, runner: Runner) -> Outcome:
    """One sore side against its border and against the other side; noise is no difference."""
    here, there = result.left, result.right
    if side is Side.RIGHT:
        here, there = there, here
    if here is None:
        return Outcome.UNCLEAR
    noise = screen.difference or 0
    lags = None if there is None else there - here > noise
    low, high = _against_border(here, screen, runner, noise)
    if low or lags:
        return Outcome.SUPPORTS
    return Outcome.REFUTES if high and lags is False else Outcome.UNCLEAR


def _against_border(here: float, screen: Screen, runner: Runner, noise: float) -> tuple[bool, bool]:
    """Whether a measure is too low, and whether it is clearly enough.

    A norm is the middle of many: only a count below it by more than the noise of two counts says
    anything. Without age or sex there is no norm, and the other side is the only measure.
    """
    if not screen.norms:
        low = screen.low is not None and here <= screen.low
        return low, screen.high is None or here >= screen.high
    norm = _norm(screen, runner)
    return (False, True) if norm is None else (here < norm - noise, here >= norm - noise)


def _norm(screen: Screen, runner: Runner) -> float | None:
    """The published middle for the runner's sex and age; None where it is not known."""
    if runner.age is None or runner.sex is None:
        return None
    mine = [n for n in screen.norms if n.sex is runner.sex and n.age_from <= runner.age]
    return max(mine, key=lambda norm: norm.age_from).value if mine else None
