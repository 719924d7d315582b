"""A sore place is coloured and lettered, and nothing else is."""

import re
from xml.etree import ElementTree as ET

from unload.knowledge.figure import figures
from unload.report.body_mark import QUIET, SORE, marked, shows

BACK = figures()["back"]


def test_the_place_alone_is_coloured() -> None:
    """The left calf, by colour and by letter; no style of screens is left."""
    svg = marked(BACK, {("calf", "left"): "A"})
    painted = re.findall(rf'data-region="(\S+)" data-side="(\S+)"[^>]*fill="{SORE}"', svg)
    assert [("calf", "left")] == painted
    letters = [t.text for t in ET.fromstring(svg).iter() if t.get("font-weight") == "700"]
    assert ["A"] == letters
    assert "<style" not in svg
    assert "<ns0:" not in svg


def test_a_quiet_place_is_paler() -> None:
    """So that what hurts now stands out."""
    svg = marked(BACK, {("calf", "left"): "A"}, quiet=["A"])
    assert (1, 0) == (svg.count(QUIET), svg.count(SORE))


def test_a_view_shows_what_it_holds() -> None:
    """The calf is seen from the back, the ball of the foot is not."""
    places = (("calf", "left"), ("ball-of-foot", "left"))
    assert [True, False] == [shows(BACK, place) for place in places]
