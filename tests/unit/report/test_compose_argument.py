"""The whole argument on a page: its order, its sources, and that it fits a narrow screen."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from rich.console import Console

from athletes import ANNA, BEN, MARATHON, TODAY, K, advice_of
from unload.model.advice import Advice, Point
from unload.model.history import History, Race, Runner
from unload.model.phrase import Phrase
from unload.report.compose_argument import belief, compose_argument
from unload.report.document import Document, Drawing
from unload.report.terminal import draw
from unload.report.words import KM, MI, Units, Words

NAMES = {region.key: region.name for region in K.regions.values()}
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
RACING = advice_of(replace(BEN, race=MARATHON))
ADVICE = {
    "racing": RACING,
    "no race": advice_of(BEN),
    "today": advice_of(replace(BEN, race=Race(TODAY, 10_000))),
    "tomorrow": advice_of(replace(BEN, race=Race(TODAY + timedelta(days=1), 10_000))),
    "stopped": advice_of(replace(ANNA, runner=FEVER, race=MARATHON)),
    "nothing": advice_of(History(ANNA.sessions[:1])),
}


def page(advice: Advice, units: Units = KM) -> Document:
    return compose_argument(advice, Words(K.text, units, advice.today, NAMES), K)


def screen(advice: Advice, width: int = 80, units: Units = KM, *, colour: bool = False) -> str:
    out = io.StringIO()
    system = "truecolor" if colour else None
    console = Console(file=out, width=width, force_terminal=colour, color_system=system)
    console.print(draw(page(advice, units)))
    return out.getvalue()


def keys(advice: Advice) -> list[str]:
    return [section.key for section in page(advice).sections]


def test_the_page_answers_in_its_order() -> None:
    """Speed; the race, the stop, the price, the picture; weight; the sources."""
    wanted = ["speed", "race", "race-1", "race-2", "futures", "futures-drawn", "futures-signs"]
    assert [*wanted, "weight", "sources"] == keys(RACING)


def test_every_sentence_is_followed_by_its_sources() -> None:
    """Numbers in brackets, each of them listed at the end."""
    shown = screen(RACING)
    cited = set(re.findall(r"\[(\d+)\]", shown.split("Sources")[0]))
    listed = set(re.findall(r"\[(\d+)\]", shown.split("Sources")[1]))
    assert cited == listed
    assert len(listed) > 10
    assert "Houmard" in shown


def test_who_needs_no_lighter_week_is_told_so() -> None:
    """What one would do is answered all the same, except under a red flag."""
    due, free, stopped = (replace(a, week=None) for a in (RACING, RACING, ADVICE["stopped"]))
    due = replace(due, week=RACING.week)
    assert [False, True, False] == [
        "this is what one would do" in " ".join(screen(a).split()) for a in (due, free, stopped)
    ]


def test_an_unknown_answer_opens_with_what_is_missing() -> None:
    """No race, and the weeks ahead are told all the same."""
    shown = " ".join(screen(ADVICE["no race"]).split())
    assert "Race ready? No race to come" in shown
    assert "In the eight weeks ahead" in shown
    assert "futures-drawn" in keys(ADVICE["no race"])


def test_without_a_usual_week_the_weight_stays_unknown() -> None:
    """A short answer where there is no argument."""
    assert "no usual week of yours" in screen(ADVICE["nothing"])


def test_a_race_today_has_no_picture() -> None:
    """There is no future left to draw."""
    assert "futures" not in keys(ADVICE["today"])


def test_a_red_flag_comes_first() -> None:
    """Who should see someone reads that before anything else."""
    shown = screen(ADVICE["stopped"])
    assert "flags" == keys(ADVICE["stopped"])[0]
    assert shown.index("See someone") < shown.index("Lose speed?")
    assert "hundred weeks" not in shown
    assert "futures" not in keys(ADVICE["stopped"])


@pytest.mark.parametrize("name", ADVICE)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    """And the picture is never cut or wrapped."""
    shown = screen(ADVICE[name], width)
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= width
    for section in page(ADVICE[name]).sections:
        for block in section.blocks:
            if isinstance(block, Drawing):
                rows = ["".join(span.text for span in line).rstrip() for line in block.lines]
                assert [] == [row for row in rows if row not in shown]


@pytest.mark.parametrize("name", ADVICE)
def test_colour_never_says_anything_alone(name: str) -> None:
    """The coloured page without its colours is the plain page, letter by letter."""
    coloured = screen(ADVICE[name], colour=True)
    assert screen(ADVICE[name]) == re.sub(r"\x1b\[[0-9;]*m", "", coloured)


@pytest.mark.parametrize("name", ADVICE)
def test_miles_are_miles_and_pounds_are_pounds(name: str) -> None:
    """No kilometre and no kilogram is left for who reads miles."""
    assert re.search(r"\b(km|kg|kilometres?|kilograms?)\b", screen(ADVICE[name], 80, MI)) is None


@pytest.mark.parametrize("name", ADVICE)
def test_it_never_names_a_chance_of_getting_hurt(name: str) -> None:
    """Nor does it shout, frighten or say to eat less."""
    shown = " ".join(screen(ADVICE[name]).split())
    assert re.search(r"\brisk\b|probabilit|!|\beat less\b|\bnan\b|None", shown) is None


def test_what_is_believed_is_answered_with_its_sources() -> None:
    """In a paragraph of its own beside the price, and alone where it is asked for."""
    words = Words(K.text, KM, TODAY, NAMES)
    assert "" == belief(RACING.doubts, words)
    values = {"spared": 5, "gaps": 1, "table": 10}
    told = Point(Phrase("belief.gaps", values), (K.futures.marathon_gap_cost_low,))
    doubts = [replace(d, points=(*d.points, told)) for d in RACING.doubts if d.name == "race"]
    answered = belief(doubts, words)
    assert "You would say 5 in a hundred." in answered
    shown = screen(replace(RACING, doubts=tuple(doubts)), 400)
    assert re.search(re.escape(answered) + r" \[\d+\]", shown)


def test_whoever_has_a_picture_gets_no_characters() -> None:
    """The words about it stay, and so does every other part."""
    words = Words(K.text, KM, TODAY, NAMES)
    bare, whole = (compose_argument(RACING, words, K, drawn=drawn) for drawn in (False, True))
    drawings = {"futures-drawn", "futures-signs"}
    assert [s for s in whole.sections if s.key not in drawings] == list(bare.sections)
    assert drawings == {s.key for s in whole.sections} - {s.key for s in bare.sections}
