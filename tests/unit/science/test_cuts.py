"""Cuts: what goes when time is short, and that no more goes than must."""

from unload.knowledge import load_knowledge
from unload.model.body import Technique
from unload.model.history import Runner, Side
from unload.science.cuts import EXERCISE, Work, fitted, needed_s

K = load_knowledge()


def technique(key: str) -> Technique:
    return next(t for t in K.techniques if t.key == key)


def work(key: str, pain: float = 0, sets: int = 2, seconds: float = 45) -> Work:
    return Work(technique(key), Side.LEFT, pain, False, sets, seconds)


def kept(works: list[Work], minutes: float) -> dict[str, tuple[int, float]]:
    fit = fitted(works, Runner(minutes=minutes), K.regions, K.routine)
    return {w.technique.key: (w.sets, w.seconds) for w in fit}


def test_a_change_of_tool_takes_time_and_an_exercise_none() -> None:
    """Roller and ball: one change; an exercise before them: none more."""
    two = [work("calf-roller"), work("calf-ball", 3, 1)]
    assert 90 + 45 + K.routine.change_tool_s.value == needed_s(two, K.routine)
    three = [*two, work("achilles-raises", 2, 1, 60)]
    assert 60 == needed_s(three, K.routine) - needed_s(two, K.routine)
    assert 0 == needed_s([], K.routine)
    assert EXERCISE == technique("achilles-raises").tool


def test_what_fits_is_left_as_it_is() -> None:
    """To the second: exactly enough time cuts nothing, a second less cuts a set."""
    works = [work("calf-roller"), work("hamstring-roller")]
    assert {(2, 45)} == set(kept(works, 3).values())
    assert {(1, 45)} == set(kept(works, 179 / 60).values())


def test_sets_go_before_soles_and_soles_before_exercises() -> None:
    """In this order: sets of what does not hurt, soles, exercises, places, sore sets, seconds."""
    works = [
        work("achilles-raises", 2, 1, 60),
        work("calf-roller", 2, 3),
        work("glute-roller"),
        work("sole-ball", 0, 1, 60),
    ]
    full = needed_s(works, K.routine) / 60
    assert (1, 45) == kept(works, full - 0.1)["glute-roller"]
    assert "sole-ball" not in kept(works, 4.1)
    assert "achilles-raises" in kept(works, 4.1)
    assert {"calf-roller", "glute-roller"} == set(kept(works, 3.2))
    assert {"calf-roller": (3, 45)} == kept(works, 2.9)
    assert {"calf-roller": (1, 45)} == kept(works, 1)
    assert {"calf-roller": (1, 30)} == kept(works, 0.6)
    assert {} == kept(works, 0.4)


def test_the_minutes_may_be_left_to_the_program() -> None:
    """Without minutes of the runner's own, the usual length holds."""
    works = [work("calf-roller", 3, 20)]
    fit = fitted(works, Runner(), K.regions, K.routine)
    assert needed_s(fit, K.routine) <= K.routine.routine_minutes.value * 60
