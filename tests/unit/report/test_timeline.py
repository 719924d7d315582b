"""The timeline as a picture: a bar a run, a marker a sore day, a line where it began."""

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

from hand_samples import WORDS, page
from unload.model.hand_over import Timeline
from unload.report.timeline import BAR, NEAR_BAR, SORE, UNKNOWN, timeline_svg


def line() -> Timeline:
    made = page(2, 3, 4).timeline
    assert made is not None
    return made


def test_every_run_is_a_bar() -> None:
    """Nine weeks of five runs, those up to the onset darker."""
    svg = timeline_svg(line(), WORDS)
    ET.fromstring(svg)
    assert 45 == svg.count(f'fill="{BAR}"') + svg.count(f'fill="{NEAR_BAR}"')
    assert 5 == svg.count(f'fill="{NEAR_BAR}"')


def test_a_lighter_week_is_marked() -> None:
    """A bar under it, and what the bar means; none where there was none."""
    known = line()
    mondays = (known.first_day - timedelta(3), known.first_day + timedelta(25))
    svg = timeline_svg(replace(known, lighter=mondays), WORDS)
    ET.fromstring(svg)
    assert (2, 1) == (svg.count('stroke-width="7"'), svg.count("a lighter week"))
    none = timeline_svg(known, WORDS)
    assert (0, 0) == (none.count('stroke-width="7"'), none.count("a lighter week"))


def test_every_sore_day_is_a_marker() -> None:
    """Three sore days, and the day it began is named."""
    svg = timeline_svg(line(), WORDS)
    assert 3 == svg.count(f'fill="{SORE}"')
    assert "A began 15 Nov" in svg


def test_unknown_days_stand_on_grey() -> None:
    """A day of which nothing is known is not a day without a run."""
    known = line()
    unknown = replace(known, run_m=(None, *known.run_m[1:]))
    assert (0, 1) == tuple(timeline_svg(x, WORDS).count(UNKNOWN) for x in (known, unknown))


def test_letters_have_shapes_of_their_own() -> None:
    """Told apart without colour; an onset before the first day draws no line."""
    known = line()
    pains = known.pain["A"]
    many = replace(
        known,
        pain=dict.fromkeys("ABCD", pains),
        onset=dict.fromkeys("ABC", known.onset["A"]) | {"D": known.first_day.replace(year=2023)},
    )
    svg = timeline_svg(many, WORDS)
    assert "A, B, C began" in svg
    assert 1 == svg.count("stroke-dasharray")
