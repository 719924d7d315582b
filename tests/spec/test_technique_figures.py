"""The pictures of the techniques: one for each, titled, small, and coloured by variables alone."""

import re
from importlib.resources import files
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest

from unload.knowledge import load_knowledge
from unload.model.body import Technique

TECHNIQUES = load_knowledge().techniques
PICTURES = files("unload.knowledge").joinpath("body", "technique")
SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 3000
WIDTH, HEIGHT = 160, 100
SEEN_APART = 7  # of 160: more than a leg is drawn wide


def text_of(technique: Technique) -> str:
    return PICTURES.joinpath(f"{technique.key}.svg").read_text(encoding="utf-8")


def colours(text: str) -> list[dict[str, str]]:
    """The variables of the light and of the dark drawing."""
    light, _, dark = text.partition("prefers-color-scheme: dark")
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in (light, dark)]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_technique_has_its_picture_and_every_picture_its_technique() -> None:
    """The files are named by the keys of the techniques, none too few and none too many."""
    assert {f"{t.key}.svg" for t in TECHNIQUES} == {path.name for path in PICTURES.iterdir()}


@pytest.mark.parametrize("technique", TECHNIQUES, ids=lambda t: t.key)
def test_a_picture_says_what_it_shows(technique: Technique) -> None:
    """One image with the technique's name as title and its position as description, no text."""
    root = ET.fromstring(text_of(technique))
    assert ("img", f"0 0 {WIDTH} {HEIGHT}") == (root.attrib["role"], root.attrib["viewBox"])
    assert technique.name == root.findtext(f"{SVG}title")
    assert technique.position == root.findtext(f"{SVG}desc")
    assert [] == list(root.iter(f"{SVG}text"))


@pytest.mark.parametrize("technique", TECHNIQUES, ids=lambda t: t.key)
def test_colours_come_from_variables_that_know_light_and_dark(technique: Technique) -> None:
    """Beside the two lists of variables no colour is named, and nothing is fetched."""
    text = text_of(technique)
    light, dark = colours(text)
    assert light.keys() == dark.keys()
    assert len(light) + len(dark) == text.count("#")
    used = re.findall(r"(?:fill|stroke): ([^;]+);", text)
    assert {"none", *(f"var(--{name})" for name in light)} == set(used)
    assert not re.search(r"url\(|href|<image|<script|(?:fill|stroke)=", text)


@pytest.mark.parametrize("technique", TECHNIQUES, ids=lambda t: t.key)
def test_a_picture_is_small_and_marks_the_place(technique: Technique) -> None:
    """Under three kilobytes, with the worked place marked and the tool drawn where there is one."""
    text = text_of(technique)
    assert len(text.encode()) < MOST_BYTES
    assert 'class="spot"' in text
    if technique.tool not in {"hands", "exercise"}:
        assert 'class="tool"' in text


@pytest.mark.parametrize("technique", TECHNIQUES, ids=lambda t: t.key)
def test_nothing_leaves_the_sheet(technique: Technique) -> None:
    """Every point of every line and circle lies on the sheet."""
    root = ET.fromstring(text_of(technique))
    places = [
        tuple(float(part) for part in point.split(","))
        for polyline in root.iter(f"{SVG}polyline")
        for point in polyline.attrib["points"].split()
    ]
    for circle in root.iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[name]) for name in ("cx", "cy", "r"))
        places += [(x - r, y - r), (x + r, y + r)]
    assert [] == [(x, y) for x, y in places if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT)]


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_what_matters_can_be_seen_on_white_and_on_black(mode: int) -> None:
    """Figure, arm, tool and worked place stand out 3 to 1 from the page of their scheme."""
    named = colours(text_of(TECHNIQUES[0]))[mode]
    page = luminance(("#ffffff", "#121212")[mode])
    for name in ("line", "arm", "tool", "spot"):
        low, high = sorted((page, luminance(named[name])))
        assert 3 <= (high + 0.05) / (low + 0.05), name


def marks(technique: Technique) -> list[tuple[float, float]]:
    """The points of the near limbs and of every marked place."""
    root = ET.fromstring(text_of(technique))
    return [
        (float(x), float(y))
        for polyline in root.iter(f"{SVG}polyline")
        if polyline.attrib["class"] in ("near", "spot")
        for x, y in (point.split(",") for point in polyline.attrib["points"].split())
    ]


def apart(some: list[tuple[float, float]], others: list[tuple[float, float]]) -> float:
    """How far the one point lies from all others that lies farthest from them."""
    return max(
        min(hypot(x - a, y - b) for a, b in theirs)
        for ours, theirs in ((some, others), (others, some))
        for x, y in ours
    )


def test_two_places_never_look_alike() -> None:
    """With one tool, the pictures of two regions differ clearly in the pose or the marked place."""
    alike = [
        (one.key, other.key)
        for one, other in combinations(TECHNIQUES, 2)
        if one.tool == other.tool and one.region != other.region
        if apart(marks(one), marks(other)) < SEEN_APART
    ]
    assert [] == alike
