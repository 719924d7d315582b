"""Ranks as a picture: every interval where it belongs, with words for who cannot see it."""

from xml.etree import ElementTree as ET

import pytest

from unload.report.ranks import COIN, Rank, Ranks, svg

NAME = "{http://www.w3.org/2000/svg}"
OURS = Rank("Unload", 0.55, 0.6, 0.68, ours=True)
OTHER = Rank("a signal with a name that is far too long", 0.45, 0.5, 0.52)
RANKS = Ranks("runners: <stop>", "Right is better.", "a coin", (OURS, OTHER))


def drawn(ranks: Ranks = RANKS) -> ET.Element:
    return ET.fromstring(svg(ranks, "r"))


def circles(ranks: Ranks = RANKS) -> list[ET.Element]:
    return list(drawn(ranks).iter(f"{NAME}circle"))


def test_who_cannot_see_it_is_told_every_rank() -> None:
    """A title, the facts, and the numbers."""
    told = {e.get("id"): e.text for e in drawn() if e.get("id")}
    wanted = "Right is better. Unload 0.60; a signal with a name that is far too long 0.50."
    assert {"r-title": "runners: <stop>", "r-says": wanted} == told


def test_the_advice_is_told_from_the_others_without_colour() -> None:
    """A filled mark and darker words."""
    assert ["uc-solid-mark", "uc-open-mark"] == [c.get("class") for c in circles()]


def test_a_rank_stands_where_it_belongs() -> None:
    """The coin in the middle, better to its right; the axis reaches as far as an interval."""
    ours, other = (float(c.get("cx", "")) for c in circles())
    level = next(e for e in drawn().iter(f"{NAME}path") if e.get("class") == "uc-level")
    assert f"M{other:.1f} " in level.get("d", "")
    assert ours > other
    shown = [e.text for e in drawn().iter(f"{NAME}text")]
    assert {"0.30", "0.50", "0.70"} <= set(shown)


@pytest.mark.parametrize(("far", "reach"), [(0.5, 0.05), (0.54, 0.05), (0.551, 0.1), (0.99, 0.5)])
def test_the_axis_ends_at_a_round_number(far: float, reach: float) -> None:
    """Never narrower than one step, so that nothing looks like much."""
    assert reach == pytest.approx(Ranks("", "", "", (Rank("x", COIN, COIN, far),)).reach)


def test_a_long_name_is_cut() -> None:
    """It does not run into the axis."""
    shown = [e.text or "" for e in drawn().iter(f"{NAME}text")]
    assert "a signal with a name that i…" in shown
