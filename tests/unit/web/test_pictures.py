"""Drawings on a page: without a style of their own, and with the sore spots marked."""

import re
from datetime import date
from pathlib import Path

import pytest

from unload import service
from unload.model.history import Side, SoreSpot
from unload.report import chart
from unload.report.words import UNITS, Words
from unload.service.notebook import body_figures, knowledge
from unload.web import settings
from unload.web.pictures import STYLE, bare, holds_any, shown

CSS = (Path(settings.STATIC_ROOT) / "unload.css").read_text()
NAMES = {region.key: region.name for region in knowledge().regions.values()}
WORDS = Words(service.sentences(), UNITS["km"], date(2024, 11, 17), NAMES)


@pytest.mark.parametrize("view", body_figures())
def test_a_figure_loses_its_style_and_nothing_else(view: str) -> None:
    """The policy would refuse it; the regions stay."""
    figure = body_figures()[view]
    assert "<style" not in bare(figure)
    assert figure.count("<path") == bare(figure).count("<path")


def test_the_style_sheet_has_every_rule_that_a_drawing_lost() -> None:
    """A class that the chart or the body styles is styled on the pages too."""
    theirs = chart.STYLE + STYLE.findall(body_figures()["front"])[0]
    wanted = {name for name in re.findall(r"\.([a-z][a-z-]*)", theirs) if name != "body"}
    assert set() == {name for name in wanted if f".{name}" not in CSS}


def test_sore_spots_are_marked_and_told() -> None:
    """A picture with words, not boxes to tick."""
    spots = (SoreSpot("calf", Side.LEFT, 5.0), SoreSpot("hamstring", Side.BOTH, 2.0))
    picture = shown(body_figures()["back"], spots, WORDS)
    assert 3 == picture.count('class="region sore"')
    assert "checkbox" not in picture
    told = 'role="img" viewBox="0 0 390 1010" aria-label="Back: '
    assert told in picture
    assert "left calf 5/10" in picture


def test_an_empty_view_says_so() -> None:
    """Nothing is marked where nothing hurts."""
    assert 'aria-label="Front: nothing marked"' in shown(body_figures()["front"], (), WORDS)


def test_a_view_is_shown_for_what_it_holds() -> None:
    """The soles only where a sole hurts."""
    sole, calf = SoreSpot("sole", Side.LEFT, 1.0), SoreSpot("calf", Side.LEFT, 1.0)
    found = [holds_any(body_figures()["soles"], [spot]) for spot in (sole, calf)]
    assert [True, False] == found
