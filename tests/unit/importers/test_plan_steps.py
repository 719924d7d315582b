"""How coaches write sessions, understood whole or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.plan_steps import parts_of
from unload.model.plan import Effort, Kind, PlannedSession, Repeat, RunStep, StepKind
from unload.report.words import KM, Words
from unload.report.workout_words import lines_of

DAY = date(2024, 11, 19)
WORDS = Words({}, KM, DAY)
SENTENCES = [
    ("WU 15 min, 8 x 400 m hard / 60 s jog, CD 10 min",
     "15 min warm-up; 8 x (400 m hard / 1 min jog); 10 min cool-down"),
    ("WU 2 km, 6 x 800 m @ 10k w/ 400 m jog, CD 2 km",
     "2 km warm-up; 6 x (800 m hard / 400 m jog); 2 km cool-down"),
    ("3x10' threshold with 2' jog", "3 x (10 min threshold / 2 min jog)"),
    ("6 x (3 min / 2 min easy)", "6 x (3 min hard / 2 min jog)"),
    ("5 x (3 min hard, 2 min easy)", "5 x (3 min hard / 2 min jog)"),
    ("6 x (3 min hard / 2 min steady / 1 min easy)", "6 x (3 min hard / 2 min steady / 1 min jog)"),
    ("1-2-3-2-1 min", "1 min hard; 2 min hard; 3 min hard; 2 min hard; 1 min hard"),
    ("1-2-1 min hard / 1 min jog", "1 min hard; 1 min jog; 2 min hard; 1 min jog; 1 min hard"),
    ("2-4-2 min threshold w/ equal jog",
     "2 min threshold; 2 min jog; 4 min threshold; 4 min jog; 2 min threshold"),
    ("400-800-400 w/ 400 m jog", "400 m hard; 400 m jog; 800 m hard; 400 m jog; 400 m hard"),
    ("10 x 30/30", "10 x (30 s hard / 30 s jog)"),
    ("2 x (10 x 30/30)", "10 x (30 s hard / 30 s jog); 10 x (30 s hard / 30 s jog)"),
    ("2 x (6 x 200 m / 200 m jog) w/ 3 min walk",
     "6 x (200 m hard / 200 m jog); 3 min walk; 6 x (200 m hard / 200 m jog); 3 min walk"),
    ("8 x 400 w/ 200 jog", "8 x (400 m hard / 200 m jog)"),
    ("8x400m @ 5k (60s)", "8 x (400 m hard / 1 min jog)"),
    ("5 x 1 km @ 4:00/km w/ 2 min jog", "5 x (1 km hard at 4:00/km / 2 min jog)"),
    ("5 x 1 km at 4:00-4:10/km / equal jog", "5 x (1 km hard at 4:05/km / 1 km jog)"),
    ("6 x 800 m 3:45 / km / 2 min jog", "6 x (800 m hard at 3:45/km / 2 min jog)"),
    ("WU 2 km, 20 min tempo @ 6:26/mi", "2 km warm-up; 20 min threshold at 4:00/km"),
    ("4 x 400 m @ 1:30 / 60 s jog", "4 x (400 m hard / 1 min jog)"),
    ("4 x 400 m @ 0:00/km / 60 s jog", "4 x (400 m hard / 1 min jog)"),
    ("12 x 200 in 40 s w/ 200 jog", "12 x (200 m hard / 200 m jog)"),
    ("Track: 12 x 200 m fast / 200 m jog", "12 x (200 m hard / 200 m jog)"),
    ("8 x 400 m on the track with 60 s jog", "8 x (400 m hard / 1 min jog)"),
    ("4 x 5 min threshold w/ equal recovery", "4 x (5 min threshold / 5 min jog)"),
    ("6 x 2 min hard / 1:30 jog", "6 x (2 min hard / 90 s jog)"),
    ("4 × 1 mile @ T w/ 1:00 rest", "4 x (1.6 km threshold / 1 min jog)"),
    ("WU/CD 2 mi, 4 x 1 mi @ T w/ 1:00 rest",
     "3.2 km warm-up; 4 x (1.6 km threshold / 1 min jog); 3.2 km cool-down"),
    ("3 x 10 min @ half marathon pace w/ 2 min easy", "3 x (10 min threshold / 2 min jog)"),
    ("2 x 20 min @ MP / 5 min easy", "2 x (20 min steady / 5 min jog)"),
    ("10 km: 2 km warm-up, 5 km tempo, 3 km cool-down",
     "2 km warm-up; 5 km threshold; 3 km cool-down"),
    ("20 min easy + 20 min tempo + 10 min easy", "20 min easy; 20 min threshold; 10 min easy"),
    ("3 km easy then 4 km threshold then 3 km easy", "3 km easy; 4 km threshold; 3 km easy"),
    ("2 km easy; 10 km @ MP; 2 km easy", "2 km easy; 10 km steady; 2 km easy"),
    ("10 km easy, 10 km steady, 8 km @ MP", "10 km easy; 10 km steady; 8 km steady"),
    ("1,5 km easy, 2 km tempo", "1.5 km easy; 2 km threshold"),
    ("10 km with last 3 km fast", "7 km easy; 3 km hard"),
    ("29 km long with last 16 km @ MP", "13 km easy; 16 km steady"),
    ("90 min incl. 30 min @ MP", "1 h easy; 30 min steady"),
    ("14 mi with 8 mi @ MP", "9.7 km easy; 12.9 km steady"),
    ("8 km easy + 6 x 20 s strides", "8 km easy; 6 x (20 s strides)"),
    ("6 km easy with 4 x 100 m strides", "6 km easy; 4 x (100 m strides)"),
    ("15 min warm-up, 8 x 45 s hill / 90 s jog, 15 min cool-down",
     "15 min warm-up; 8 x (45 s hard / 90 s jog); 15 min cool-down"),
    ("5 min walk, 8 x 2 min run / 1 min walk, 5 min walk",
     "5 min walk; 8 x (2 min easy / 1 min walk); 5 min walk"),
    ("warm-up walk 5 min, 6 x 1 min run / 90 s walk",
     "5 min warm-up walk; 6 x (1 min easy / 90 s walk)"),
    ("Treadmill 10 min warm-up, 5 x 4 min threshold / 2 min jog, 10 min cool-down",
     "10 min warm-up; 5 x (4 min threshold / 2 min jog); 10 min cool-down"),
    ("10 min easy, 6 x 1 min hard / 1 min easy and 10 min easy",
     "10 min easy; 6 x (1 min hard / 1 min jog); 10 min easy"),
    ("10 x 400 m mit 1 min Trabpause, EL/AL 15 min",
     "15 min warm-up; 10 x (400 m hard / 1 min jog); 15 min cool-down"),
    ("EL 2 km, 5 x 1000 m schnell mit 400 m Trab, AL 2 km",
     "2 km warm-up; 5 x (1 km hard / 400 m jog); 2 km cool-down"),
    ("60 min mit letzten 20 min zügig", "40 min easy; 20 min steady"),
    ("15 min Einlaufen, 3 x 10 min Schwelle / 3 min Gehpause, 10 min Auslaufen",
     "15 min warm-up; 3 x (10 min threshold / 3 min walk); 10 min cool-down"),
]  # fmt: skip
NOT_AT_ALL = [
    "",
    "10 km easy",
    "3 mi @ MP",
    "fartlek 45 min",
    "8 x 400 m hard, then see how it feels",
    "8 x 45 s hill / jog back",
    "8 x 400 m with feeling",
    "4 x 5 min threshold, equal recovery",
    "6 km easy with strides",
    "10 x 1 min hard 1 min easy",
    "0 x 400 m, 10 min",
    "999 x 400 m, 10 min",
    "4 x fast, 10 min",
    "0 x (10 x 30/30)",
    "2 x (10 x fast)",
    "2 x (10 x 30/30) w/ a smile",
    "10 km with last 12 km fast",
    "10 km with last 20 min fast",
    "a while with last 3 km fast",
    "10 km with 4 x fast",
    "10 km with 5 years of practice",
    "1-2-3 fast / 1 min jog",
    "1-2-3 min / some jog",
    "10 x 30/00",
    "pieces of 9000",
]


def understood(text: str) -> str:
    """The structure as the program says it."""
    session = PlannedSession(DAY, Kind.HARD, parts=parts_of(text))
    return "; ".join(lines_of(session, WORDS))


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_a_structure_is_understood_whole(text: str, told: str) -> None:
    """As coaches write it, in two languages."""
    assert told == understood(text)


@pytest.mark.parametrize("text", NOT_AT_ALL)
def test_or_it_is_not_understood_at_all(text: str) -> None:
    """A plan half understood would be rewritten wrongly; one plain stretch has no structure."""
    assert "" == understood(text)


def test_steps_know_what_they_are_for() -> None:
    """Warm-up, work, recovery, cool-down."""
    kinds = [
        step.kind for part in parts_of(SENTENCES[0][0])
        for step in (part.steps if isinstance(part, Repeat) else (part,))
    ]  # fmt: skip
    assert [
        StepKind.WARM_UP, StepKind.WORK, StepKind.RECOVERY, StepKind.COOL_DOWN
    ] == kinds  # fmt: skip
    assert (
        RunStep(StepKind.WORK, Effort.EASY, distance_m=10_000),
        RunStep(StepKind.WORK, Effort.STEADY, distance_m=5000),
    ) == parts_of("10 km easy, 5 km steady")


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Nothing that a calendar may hold breaks the reading."""
    parts_of(text)
