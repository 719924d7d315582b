"""What a specialist asked for, out of a file of answers."""

from datetime import date, datetime

import pytest

from unload.errors import Problem
from unload.importers.specialist import instructions
from unload.model.specialist import Exercise, Instruction, Specialist

FIRST, LAST = date(2024, 11, 18), date(2024, 12, 1)
DAYS = {"first_day": FIRST, "last_day": LAST}


def test_an_instruction_is_read() -> None:
    """Who, how long, what not, how far, and exercises with and without minutes."""
    problems: list[Problem] = []
    table = {
        **DAYS, "by": "physio", "running": False, "hard": False, "longest_km": 8,
        "exercises": [{"text": "Raises", "minutes": 6}, "Stretch"],
    }  # fmt: skip
    exercises = (Exercise("Raises", 6), Exercise("Stretch"))
    made = Instruction(FIRST, LAST, False, False, 8000, exercises, Specialist.PHYSIO)
    assert ((made,), []) == (instructions("me.toml", [table], problems), problems)


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ({}, "first_day"),
        ({**DAYS, "first_day": datetime(2024, 11, 18)}, "first_day"),
        ({"first_day": LAST, "last_day": FIRST}, "before it begins"),
        ({**DAYS, "by": "aunt"}, "'aunt'"),
        ({**DAYS, "swim": True}, "'swim'"),
        ({**DAYS, "hard": "no"}, "hard must be"),
        ({**DAYS, "longest_km": "8"}, "longest_km is '8'"),
        ({**DAYS, "longest_km": -1}, "longest_km is -1"),
        ({**DAYS, "exercises": "Raises"}, "a list"),
        ({**DAYS, "exercises": [7]}, "is a text"),
        ({**DAYS, "exercises": [{"minutes": 7}]}, "needs its text"),
        ({**DAYS, "exercises": [{"text": "Raises", "minutes": "6"}]}, "a number"),
        ({**DAYS, "exercises": [" "]}, "its words"),
    ],
)
def test_what_cannot_be_used_is_told(table: dict[str, object], word: str) -> None:
    """Each fault is a problem with its place, and nothing is guessed."""
    problems: list[Problem] = []
    assert () == instructions("me.toml", [table], problems)
    assert ["me.toml specialist 1"] == [problem.where for problem in problems]
    assert word in problems[0].message
