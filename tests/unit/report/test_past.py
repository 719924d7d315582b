"""The weeks that were, on the screen and for programs: lighter ones marked, unknown said so."""

from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from rich.console import Console

from past_samples import KNOWLEDGE, PAST
from unit.report.test_contract import schema, undescribed
from unload.model.past import Past
from unload.report.past import past_dict, past_screen
from unload.report.words import KM, MI, Words


def screen(past: Past = PAST, width: int = 80, words: Words | None = None) -> str:
    """The screen as text."""
    words = words or Words(KNOWLEDGE.text, KM, date(2024, 11, 14))
    console = Console(width=width, no_color=True, highlight=False)
    with console.capture() as capture:
        console.print(past_screen(past, words, KNOWLEDGE, width))
    return capture.get()


def rows(text: str) -> list[list[str]]:
    """The words of every row of a week."""
    return [line.split() for line in text.splitlines() if line.startswith(" 2024-")]


def test_every_week_is_a_row_with_its_kind_in_words() -> None:
    """A usual week needs none; what is not known is a dot and never nought."""
    usual, lighter, empty, unknown, under_way = rows(screen())
    bar = "█" * 13
    assert ["2024-10-14", "48.0", "16.0", bar, "300", "42", "42", "1.3", "378"] == usual
    assert ["▒▒▒▒▒▒", "lighter,", "ill,"] == lighter[3:6]
    assert "away" in screen()
    assert ["·", "·"] == lighter[-2:]
    assert ["0.0", "0.0", "no", "running"] == empty[1:5]
    assert ["·", "·", "not", "known", *"·····"] == unknown[1:]
    assert ["███", "under", "way"] == under_way[3:6]


def test_the_units_are_the_runners_own() -> None:
    """Miles where miles are read."""
    told = rows(screen(words=Words(KNOWLEDGE.text, MI, date(2024, 11, 14))))
    assert ["29.8", "9.9"] == told[0][1:3]


@pytest.mark.parametrize("width", [80, 120])
def test_it_fits(width: int) -> None:
    """No line is wider, and a wider one holds longer bars."""
    assert max(len(line.rstrip()) for line in screen(width=width).splitlines()) <= width
    assert ("█" * 14 in screen(width=width)) == (width > 80)


def test_the_load_says_what_it_is_made_from() -> None:
    """Alone, tied from others, or nothing where there is none."""
    assert "Load from pace." in screen()
    assert "Load from pace; 3 sessions brought" in screen(replace(PAST, load_tied=3))
    assert "Load from" not in screen(replace(PAST, load_source=""))


def test_what_it_rests_on_is_named() -> None:
    """The sources of the means and of monotony."""
    assert "[2] Foster 1998" in screen()


def test_a_history_without_weeks_or_metres_is_drawn() -> None:
    """No bar is divided by nothing."""
    assert [] == rows(screen(replace(PAST, weeks=())))
    assert 1 == len(rows(screen(replace(PAST, weeks=PAST.weeks[2:3]))))


def test_programs_get_the_same() -> None:
    """By the schema, unknown as null."""
    told = past_dict(PAST)
    assert [] == [e.message for e in Draft202012Validator(schema("history")).iter_errors(told)]
    assert [] == undescribed(told, schema("history"))
    assert (48.0, 378.5) == (told["weeks"][0]["run_km"], told["weeks"][0]["strain"])
    assert (None, None) == (told["weeks"][3]["run_km"], told["weeks"][3]["sore_days"])
    assert ["as usual", "lighter", "no running", "unknown", None] == [
        week["kind"] for week in told["weeks"]
    ]
    assert past_dict(replace(PAST, load_source=""))["load_source"] is None
