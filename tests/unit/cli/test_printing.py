"""Printing: JSON that any program reads, and nothing said where nothing was set aside."""

import json
from dataclasses import replace

import pytest

from unload import service
from unload.cli.printing import print_json, print_problems, print_screen, ticking, words_of
from unload.errors import Problem

DEMO = service.advise_demo("sore")


def test_json_is_strict_and_keeps_its_letters(capsys: pytest.CaptureFixture[str]) -> None:
    """Umlauts stay readable; NaN is refused."""
    print_json({"name": "Thomeé"})
    shown = capsys.readouterr().out
    assert "Thomeé" in shown
    assert {"name": "Thomeé"} == json.loads(shown)
    with pytest.raises(ValueError, match="JSON"):
        print_json(float("nan"))


def test_a_screen_is_as_wide_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """Long text wraps at the width."""
    print_screen("word " * 40, 50)
    lines = capsys.readouterr().out.splitlines()
    assert 50 >= max(map(len, lines)) > 40


def test_problems_are_told_once_and_only_where_there_are_some(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No problem or no path: no line."""
    print_problems(DEMO, "runs/", None)
    broken = replace(DEMO.reading, problems=(Problem("a.fit", "is cut off"),))
    worse = replace(DEMO, reading=broken)
    print_problems(worse, "", None)
    assert "" == capsys.readouterr().out
    print_problems(worse, "runs/", 80)
    assert "1 problem in" in capsys.readouterr().out


def test_what_was_assumed_is_told_under_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each of a few."""
    assumed = replace(DEMO.reading, notes=("Days are told by Europe/Berlin.",))
    print_problems(replace(DEMO, reading=assumed), "runs/", 80)
    assert " Days are told by Europe/Berlin.\n" == capsys.readouterr().out


def test_words_follow_the_units() -> None:
    """Miles where miles are asked for."""
    assert ["km", "mi"] == [words_of(DEMO, units).units.name for units in ("km", "mi")]


def test_the_ticker_is_quiet_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on stdout, ever."""
    with ticking() as ticker:
        ticker(1, 2, "runs.csv")
    assert "" == capsys.readouterr().out
