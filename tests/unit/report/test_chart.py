"""The chart: well-formed SVG that says in words and textures whatever it says in colour."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from unload.report.chart import Axis, Bar, Chart, Look, Panel, Ribbon, Strip, svg

NAME = "{http://www.w3.org/2000/svg}"
LEVEL = Ribbon(Look.HATCHED, (0, 10), (1, 1), (2, 2), (3, 3), "without <it>")
RISING = Ribbon(Look.SOLID, (0, 5, 10), (1, 2, 3), (2, 3, 4), (3, 4, 5), "with the week")
BARS = (Bar("coaches' table", Look.PLAIN, 6, 7), Bar("real gaps", Look.OPEN, 8, 9))
PANEL = Panel(
    "Time & date", 200, Axis(10, 0, ((2, "2"), (8, "8"))), (LEVEL, RISING), BARS, "a stop"
)
CHART = Chart(
    title="Two futures, and a title that is too long for one line",
    says="With it 4; without it 2.",
    x=Axis(0, 10, ((0, "1 Jan"), (5, "Feb"), (10, "1 Mar"))),
    panels=(PANEL, Panel("Close up", 80, Axis(-1, 1, ()), (RISING,), level=0.0)),
    strips=(Strip("the lighter week", 1, 2),),
    notes=("A note that is long enough to be broken into two lines, or even three of them.",),
)


def drawn(chart: Chart = CHART, key: str = "chart") -> ET.Element:
    return ET.fromstring(svg(chart, key))


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{NAME}text")]


def place(text: str, chart: Chart = CHART) -> ET.Element:
    return next(e for e in drawn(chart).iter(f"{NAME}text") if e.text == text)


def test_who_cannot_see_it_is_told() -> None:
    """A role, a title and a description that the picture points at."""
    root = drawn()
    assert ("img", "chart-title chart-says") == (root.get("role"), root.get("aria-labelledby"))
    told = {e.get("id"): e.text for e in (root.find(f"{NAME}title"), root.find(f"{NAME}desc"))}
    assert {"chart-title": CHART.title, "chart-says": CHART.says} == told


def test_everything_named_is_text() -> None:
    """Titles, ticks, bands, bars, strips and notes can be read, found and copied."""
    shown = " ".join(texts(drawn()))
    for words in ("Time & date", "Close up", "1 Jan", "Feb", "without <it>", "the lighter week"):
        assert words in shown
    for words in ("coaches' table", "real gaps", "a stop", CHART.title, CHART.notes[0]):
        assert words in shown


def test_the_band_drawn_last_is_named_first() -> None:
    """The legend goes from the top of the pile down."""
    shown = texts(drawn())
    assert shown.index("with the week") < shown.index("without <it>")


def test_it_runs_nothing_and_fetches_nothing() -> None:
    """No script, no address but the namespace, no link out of the picture."""
    text = svg(CHART)
    assert ["http://www.w3.org/2000/svg"] == re.findall(r"https?://[^\"]+", text)
    assert re.search(r"<script|<image|<a |@import|\bon\w+=", text) is None


def test_it_knows_light_and_dark() -> None:
    """Every colour is a variable, and the dark scheme sets each of them anew."""
    style = drawn().find(f"{NAME}style").text
    light, dark = style.split("@media (prefers-color-scheme:dark)")
    names = set(re.findall(r"(--uc-\w+):", light))
    assert names == set(re.findall(r"(--uc-\w+):", dark.split("}}")[0]))
    rules = dark.split("}}")[1]
    assert re.search(r"#[0-9a-f]{3}", rules) is None
    assert names == set(re.findall(r"var\((--uc-\w+)\)", rules))


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    full = "".join(c * 2 for c in colour[1:]) if len(colour) == 4 else colour[1:]
    parts = [int(full[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_and_lines_stand_out_from_the_ground(scheme: int) -> None:
    """A contrast of 4.5 or more in light and in dark."""
    blocks = drawn().find(f"{NAME}style").text.split("@media")
    colours = dict(re.findall(r"--uc-(\w+):(#[0-9a-f]+)", blocks[scheme]))
    ground = luminance(colours["ground"])
    for name in ("ink", "quiet", "solid", "hatched"):
        pair = sorted((ground, luminance(colours[name])))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, name


def test_meaning_never_hangs_on_colour() -> None:
    """One band is hatched and dashed, the other filled; bars differ by their outline."""
    text = svg(CHART)
    assert 'fill="url(#chart-hatch)"' in text
    rules = dict(re.findall(r"\.uc \.uc-([\w-]+)\{([^}]*)\}", text))
    assert "dasharray" in rules["hatched-line"]
    assert "dasharray" not in rules["solid-line"]
    assert ("dasharray" in rules["open"], "dasharray" in rules["plain"]) == (True, False)


def test_nothing_is_smaller_than_a_phone_can_show() -> None:
    """390 wide, and no letter under 12."""
    root = drawn()
    assert "390" == root.get("viewBox").split()[2]
    sizes = re.findall(r"font(?:-size)?:(\d+)px", svg(CHART))
    assert min(map(int, sizes)) >= 12


def test_an_axis_may_run_downwards() -> None:
    """Fast times stand above slow ones where the axis says so."""
    fast, slow = (float(place(t).get("y")) for t in ("2", "8"))
    assert fast < slow


def test_the_first_and_the_last_date_stay_on_the_picture() -> None:
    """They begin and end where the plot does; the others stand in their middle."""
    anchors = [place(t).get("text-anchor") for t in ("1 Jan", "Feb", "1 Mar")]
    assert [None, "middle", "end"] == anchors


@pytest.mark.parametrize(("start", "anchor"), [(1, None), (8, "end")])
def test_a_late_strip_is_named_to_its_left(start: float, anchor: str | None) -> None:
    """So that the name does not run off the picture."""
    late = replace(CHART, strips=(Strip("the lighter week", start, start + 1),))
    assert anchor == place("the lighter week", late).get("text-anchor")


def test_without_bars_the_plot_takes_the_width() -> None:
    """Nothing is kept free for what is not there."""
    bare = replace(CHART, panels=tuple(replace(p, bars=()) for p in CHART.panels))
    one, other = (float(place("1 Mar", chart).get("x")) for chart in (CHART, bare))
    assert one < other == 376


def test_two_charts_on_a_page_keep_their_ids_apart() -> None:
    """The key is part of every id and of every reference to one."""
    one, other = (set(re.findall(r'id="([^"]+)"', svg(CHART, key))) for key in ("a", "b"))
    assert set() == one & other
    assert {"a-title", "a-says", "a-hatch"} == one
    assert "url(#a-hatch)" in svg(CHART, "a")
