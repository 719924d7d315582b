"""The weekly answers and the calendar of a file of answers."""

from datetime import date, datetime

import pytest

from unload.errors import Problem
from unload.importers.diary import calendar_entries, weekly_answers
from unload.model.history import Entry, EntryKind, Weekly

DAY = date(2024, 11, 17)


def test_weekly_answers_are_read() -> None:
    """Options 1 to 4; a question left out was not asked."""
    problems: list[Problem] = []
    told = weekly_answers("me.toml", [{"day": DAY, "part": 2, "symptoms": 4}], problems)
    assert ((Weekly(DAY, part=2, symptoms=4),), []) == (told, problems)


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ({"part": 2}, "day"),
        ({"day": datetime(2024, 11, 17), "part": 2}, "day"),
        ({"day": DAY, "part": 5}, "part is 5"),
        ({"day": DAY, "change": True}, "change is True"),
        ({"day": DAY, "pain": 2}, "'pain'"),
    ],
)
def test_a_weekly_answer_that_cannot_be_used_is_told(table: dict[str, object], word: str) -> None:
    """With its place and what to write instead."""
    problems: list[Problem] = []
    assert () == weekly_answers("me.toml", [table], problems)
    assert ("me.toml weekly 1", True) == (problems[0].where, word in problems[0].message)


def test_entries_are_read() -> None:
    """A day alone, or from a day until another."""
    problems: list[Problem] = []
    tables = [
        {"kind": "phase end", "day": DAY},
        {"kind": "travel", "day": DAY, "until": date(2024, 11, 20)},
    ]
    entries = calendar_entries("me.toml", tables, problems)
    phase = Entry(EntryKind.PHASE_END, DAY, DAY)
    assert ((phase, Entry(EntryKind.TRAVEL, DAY, date(2024, 11, 20))), []) == (entries, problems)


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ({"kind": "holiday", "day": DAY}, "race, phase end, travel, illness"),
        ({"kind": "travel"}, "day"),
        ({"kind": "travel", "day": DAY, "until": date(2024, 11, 16)}, "until"),
        ({"kind": "travel", "day": DAY, "until": "soon"}, "until"),
        ({"kind": "travel", "day": DAY, "where": "Oslo"}, "'where'"),
    ],
)
def test_an_entry_that_cannot_be_used_is_told(table: dict[str, object], word: str) -> None:
    """With its place and what to write instead."""
    problems: list[Problem] = []
    assert () == calendar_entries("me.toml", [table], problems)
    assert ("me.toml calendar 1", True) == (problems[0].where, word in problems[0].message)
