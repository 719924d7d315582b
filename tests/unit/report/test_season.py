"""The season drawn: a row of weeks in 80 columns without colour, and plain values."""

import json
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from athletes import ANNA, TODAY, K, state_of, verdict_of
from schemas import faults
from unload.model.history import Race
from unload.model.phrase import Phrase
from unload.model.season import Season, Stage
from unload.report.season import SIGNS, season_dict, season_screen
from unload.report.words import KM, Words
from unload.science.season import season

WORDS = Words(K.text, KM, TODAY)
RACE = Race(date(2025, 4, 20), 42_195)
RUNNER = replace(ANNA, race=RACE)
VERDICT = verdict_of(RUNNER)
MADE = season(state_of(RUNNER), VERDICT, RACE.day, (K.week, K.verdict))


def lines(made: Season, width: int = 80) -> list[str]:
    """What a terminal shows, without colour."""
    console = Console(width=width, no_color=True, highlight=False)
    with console.capture() as caught:
        console.print(season_screen(made, VERDICT, WORDS, width))
    return [line.rstrip() for line in caught.get().splitlines()]


@pytest.mark.parametrize("width", [40, 80])
def test_every_week_is_drawn_once_and_nothing_is_wider(width: int) -> None:
    """In as many rows as it takes."""
    shown = lines(MADE, width)
    assert max(map(len, shown)) <= width
    drawn = [line.strip().split() for line in shown if line.strip()[:2] in SIGNS.values()]
    cells = [cell for row in drawn for cell in row if cell in SIGNS.values()]
    assert [SIGNS[week.stage] for week in MADE.weeks] == cells[: len(MADE.weeks)]


def test_the_dates_the_rule_and_its_grade_are_said() -> None:
    """Under the row."""
    shown = " ".join(" ".join(lines(MADE)).split())
    assert "Train on. Your next lighter week is due by 2 December" in shown
    assert "Lighter weeks begin on: 2 December, 30 December" in shown
    assert "Three building weeks, then a lighter one: the coaches' convention." in shown
    assert "A suggestion: every new answer moves it, and says so." in shown
    assert "expert, season_building_weeks" in shown
    assert "Nov Dec Jan" in shown


def test_no_weeks_are_no_row() -> None:
    """Where somebody has to look first."""
    none = replace(MADE, weeks=(), notes=(), says=Phrase("season.see_someone"))
    shown = " ".join(lines(none))
    assert "See someone first." in shown
    assert ("█" not in shown, "suggestion" not in shown) == (True, True)


def test_programs_get_the_same() -> None:
    """Strict JSON."""
    told = season_dict(MADE, VERDICT, WORDS)
    assert told == json.loads(json.dumps(told, allow_nan=False))
    assert [] == faults(told, "season")
    assert {"first_day": "2024-12-02", "stage": "lighter"} in told["weeks"]
    assert (3, "2025-04-20", "2024-12-02") == (
        told["building_weeks"], told["race_date"], told["verdict"]["by"],
    )  # fmt: skip
    assert len(MADE.first_days(Stage.LIGHTER)) == sum(
        w["stage"] == "lighter" for w in told["weeks"]
    )
