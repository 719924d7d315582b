"""The screen: its order, its width, and that it says the same without any colour."""

import io
import re
from typing import Literal

import pytest
from rich.console import Console

from advice_samples import NOW, SAMPLES, SEE_SOMEONE, THIN, document
from unload.model.advice import Advice
from unload.report.terminal import draw, width_of
from unload.report.words import KM, MI, Units


def screen(advice: Advice, width: int = 80, units: Units = KM, color: bool = False) -> str:
    """What the terminal shows."""
    out = io.StringIO()
    system: Literal["truecolor"] | None = "truecolor" if color else None
    console = Console(file=out, width=width_of(width), force_terminal=color, color_system=system)
    console.print(draw(document(advice, units)))
    return out.getvalue()


def test_the_screen_answers_in_its_order() -> None:
    """Verdict, reasons, not known, would change, week, routine, doubts, sources, what this is."""
    shown = screen(NOW)
    order = (
        *("26 of 28 days known", "Take an unloading week", "Left calf: 3/10", "moderate [1]"),
        *("Not known", "Would change", "Before", "total", "0.43 x the distance"),
        *("Work-it-out Wednesday", "calf L 2 x 45 s, R 45 s", "Worth checking", "Lose speed?"),
        *("Ready 21 Apr?", "3:45 (3:38 to 3:52)", "40 pounds?", "0.2 kg (0 to 0.3)"),
        *("[1]  Silber et al. 2007", "Rest is part of the program."),
    )
    assert sorted(order, key=shown.index) == list(order)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    """Every kind of verdict fits, and no line grows beyond what reads well."""
    longest = max(len(line.rstrip()) for line in screen(SAMPLES[name], width).splitlines())
    assert longest <= min(width, 100)


@pytest.mark.parametrize("name", SAMPLES)
def test_colour_never_says_anything_alone(name: str) -> None:
    """The coloured screen without its colours is the plain screen, letter by letter."""
    coloured = screen(SAMPLES[name], color=True)
    assert "\x1b[" in coloured
    assert screen(SAMPLES[name]) == re.sub(r"\x1b\[[0-9;]*m", "", coloured)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_raw_is_shown(name: str) -> None:
    """No None, no nan, no enum, no unrounded number on any screen."""
    for units in (KM, MI):
        shown = screen(SAMPLES[name], units=units)
        assert re.search(r"\bnan\b|None|Kind\.|Grade\.|\d\.\d{3}|[{}]", shown) is None


def test_miles_are_miles_everywhere() -> None:
    """With miles and pounds no kilometre is left on the screen."""
    shown = screen(NOW, units=MI)
    assert "38.8 mi" in shown
    assert re.search(r"\b(km|kg)\b", shown) is None


def test_below_a_red_flag_stands_no_week_and_no_routine() -> None:
    """Who should see someone reads that, and nothing to do instead."""
    shown = screen(SEE_SOMEONE)
    assert shown.index("See a doctor today") < shown.index("Why")
    assert "x the distance" not in shown
    assert "Work" not in shown


def test_thin_data_show_no_band() -> None:
    """An unknown answer is a sentence, not a number."""
    assert "Race ready?  No recent hard effort" in screen(THIN)


def test_a_narrow_terminal_puts_the_reason_under_the_day() -> None:
    """At 60 columns the days stay on one line each."""
    lines = [line.rstrip() for line in screen(NOW, 60).splitlines()]
    day = next(n for n, line in enumerate(lines) if "Tue 19" in line)
    assert "0.60 x of the usual" not in lines[day]
    assert "0.60 x of the usual" in lines[day + 1]
