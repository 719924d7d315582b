"""The body to point at: every region is there, left and right apart, big enough, without a gap."""

import re
from collections import defaultdict
from importlib.resources import files
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from unload.knowledge import load_knowledge

K = load_knowledge()
FIGURE = files("unload.knowledge").joinpath("body", "figure")
VIEWS = ("front", "back", "soles", "inner", "outer")
SVG = "{http://www.w3.org/2000/svg}"
TARGET_PX = 24
WIDTH_PX = 390
# What a thumb needs at least across the middle of a region; a long strip may taper at its end.
STEP_PX = 4
SIDED = {key for key, region in K.regions.items() if region.sided}

Point = tuple[float, float]


def drawing(view: str) -> ET.Element:
    return ET.fromstring(FIGURE.joinpath(f"{view}.svg").read_text(encoding="utf-8"))


def regions(view: str) -> dict[str, ET.Element]:
    """The paths that can be chosen, by id."""
    paths = drawing(view).iter(f"{SVG}path")
    return {path.attrib["id"]: path for path in paths if path.attrib["class"] == "region"}


def polygon(path: str) -> list[Point]:
    """Points along a path of absolute M and C commands, eight to a curve."""
    start, *curves = re.split("C", path.removesuffix(" Z").removeprefix("M"))
    points = [pair(start)[0]]
    for a, b, c in (pair(curve) for curve in curves):
        x0, y0 = points[-1]
        for step in range(1, 9):
            t, u = step / 8, 1 - step / 8
            points.append(
                (
                    u**3 * x0 + 3 * u * u * t * a[0] + 3 * u * t * t * b[0] + t**3 * c[0],
                    u**3 * y0 + 3 * u * u * t * a[1] + 3 * u * t * t * b[1] + t**3 * c[1],
                )
            )
    return points


def pair(text: str) -> list[Point]:
    numbers = [float(number) for number in text.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def crossings(points: list[Point], y: float) -> list[float]:
    """Where a horizontal line enters and leaves a closed polygon."""
    closed = [*points, points[0]]
    return sorted(
        x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in pairwise(closed)
        if (y0 <= y) != (y1 <= y)
    )


def test_every_region_can_be_chosen() -> None:
    """Each region is drawn in a view or more: both sides apart, or once across the middle."""
    drawn = defaultdict(set)
    for view in VIEWS:
        for path in regions(view).values():
            drawn[path.attrib["data-region"]].add(path.attrib["data-side"])
    both, once = {"left", "right"}, {"middle"}
    assert {key: both if key in SIDED else once for key in K.regions} == drawn


@pytest.mark.parametrize("view", VIEWS)
def test_every_region_speaks_and_takes_the_keyboard(view: str) -> None:
    """Id, role, state, focus and a title with the side in words, each id once."""
    paths = regions(view)
    for key, path in paths.items():
        region, side = path.attrib["data-region"], path.attrib["data-side"]
        name = K.regions[region].name
        assert f"{region}-{side}-{view}" == key
        assert ("checkbox", "false", "0") == tuple(
            path.attrib[name] for name in ("role", "aria-checked", "tabindex")
        )
        assert (name if side == "middle" else f"{side} {name}") == path.findtext(f"{SVG}title")
    assert len(paths) == len([p for p in drawing(view).iter(f"{SVG}path") if "id" in p.attrib])


@pytest.mark.parametrize("view", VIEWS)
def test_the_drawing_itself_is_labelled(view: str) -> None:
    """A group with a label, drawn for a screen 390 wide, that fetches nothing from elsewhere."""
    root = drawing(view)
    text = FIGURE.joinpath(f"{view}.svg").read_text(encoding="utf-8")
    assert "group" == root.attrib["role"]
    assert root.attrib["aria-label"]
    assert root.attrib["viewBox"].startswith(f"0 0 {WIDTH_PX} ")
    assert "prefers-color-scheme: dark" in text
    assert not re.search(r"url\(|href|<image|<script", text)


@pytest.mark.parametrize("view", VIEWS)
def test_a_thumb_finds_every_region(view: str) -> None:
    """At phone width no region is smaller than 24 by 24, and its middle is not a thread."""
    small = []
    for key, path in regions(view).items():
        points = polygon(path.attrib["d"])
        xs, ys = [x for x, _ in points], [y for _, y in points]
        widths = [
            max(b - a for a, b in zip(row[::2], row[1::2], strict=True))
            for y in range(int(min(ys)) + 1, int(max(ys)))
            if (row := crossings(points, y + 0.5))
        ]
        sizes = (max(xs) - min(xs), max(ys) - min(ys), max(widths))
        if min(sizes) < TARGET_PX:
            small.append((key, *(round(size, 1) for size in sizes)))
    assert [] == small


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("mode", [0, 1])
def test_borders_can_be_seen_in_light_and_dark(mode: int) -> None:
    """Between a region and its seam, its chosen state and its focus: a contrast of 3 to 1."""
    text = FIGURE.joinpath("front.svg").read_text(encoding="utf-8")
    named = re.findall(r"--(\w+): (#[0-9a-f]{6})", text)
    colours = dict(named[: len(named) // 2] if mode == 0 else named[len(named) // 2 :])
    skin = luminance(colours["skin"])
    for name in ("seam", "edge", "ink", "sore", "ring"):
        low, high = sorted((skin, luminance(colours[name])))
        assert 3 <= (high + 0.05) / (low + 0.05), name


@pytest.mark.parametrize("mode", [0, 1])
def test_focus_can_be_told_from_everything_it_replaces(mode: int) -> None:
    """The ring stands out 3 to 1 from a chosen region and from the seam that was there before."""
    text = FIGURE.joinpath("front.svg").read_text(encoding="utf-8")
    named = re.findall(r"--(\w+): (#[0-9a-f]{6})", text)
    half = len(named) // 2
    colours = dict(named[mode * half :][:half])
    ring = luminance(colours["ring"])
    for name in ("sore", "seam"):
        low, high = sorted((ring, luminance(colours[name])))
        assert 3 <= (high + 0.05) / (low + 0.05), name


@pytest.mark.parametrize("view", VIEWS)
def test_focus_is_drawn_where_a_neighbour_cannot_cover_it(view: str) -> None:
    """Half of a stroke lies inside its region: of six, three stay in sight on every side."""
    text = FIGURE.joinpath(f"{view}.svg").read_text(encoding="utf-8")
    (width,) = re.findall(
        r"\.region:focus-visible { stroke: var\(--ring\); stroke-width: (\d+);", text
    )
    assert 3 <= int(width) / 2


def test_no_two_places_have_the_same_name() -> None:
    """Across the five views an id stands once, and within a view so does every name."""
    ids = [key for view in VIEWS for key in regions(view)]
    assert len(set(ids)) == len(ids)
    for view in VIEWS:
        names = [path.findtext(f"{SVG}title") for path in regions(view).values()]
        assert len(set(names)) == len(names), view


@pytest.mark.parametrize("view", VIEWS)
def test_the_keyboard_goes_down_the_body_left_before_right(view: str) -> None:
    """Nothing jumps the order of the file, and a left side is followed at once by its right."""
    root = drawing(view)
    assert {"0"} == {e.attrib["tabindex"] for e in root.iter() if "tabindex" in e.attrib}
    keys = list(regions(view))
    lefts = [i for i, key in enumerate(keys) if "-left-" in key]
    expected = [keys[i].replace("-left-", "-right-") for i in lefts]
    assert expected == [keys[i + 1] for i in lefts]


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_no_region_is_not_read_aloud(view: str) -> None:
    """The letters for left and right repeat what the names say, so they are hidden."""
    texts = list(drawing(view).iter(f"{SVG}text"))
    assert texts
    assert {"true"} == {text.attrib.get("aria-hidden") for text in texts}


@pytest.mark.parametrize("view", VIEWS)
def test_left_and_right_are_mirrored(view: str) -> None:
    """The left of every region is its right, turned over the middle line."""
    paths = {key: polygon(path.attrib["d"]) for key, path in regions(view).items()}
    for key, points in paths.items():
        if "-left-" in key:
            other = paths[key.replace("-left-", "-right-")]
            turned = [(WIDTH_PX - x, y) for x, y in other]
            assert [pytest.approx(point, abs=0.11) for point in points] == turned


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_falls_through(view: str) -> None:
    """From edge to edge of the figure every point belongs to one region, and to one only."""
    shapes = [polygon(path.attrib["d"]) for path in regions(view).values()]
    height = int(drawing(view).attrib["viewBox"].split()[3])
    faults = []
    for step in range(height // STEP_PX):
        y = step * STEP_PX + 0.37
        spans = sorted(
            (a, b)
            for shape in shapes
            for row in [crossings(shape, y)]
            for a, b in zip(row[::2], row[1::2], strict=True)
        )
        for (_, end), (start, _) in pairwise(spans):
            # What parts arms and legs is wide, or grows from a point that only the edge knows.
            overlap, gap = end - start > 0.6, 0.6 < start - end < 3
            if overlap or (gap and not _edge(view, end, start, y)):
                faults.append((round(y, 1), round(end, 1), round(start, 1)))
    assert [] == faults


def _edge(view: str, end: float, start: float, y: float) -> bool:
    """Whether both ends of a gap lie on the drawn edge of the figure."""
    edge = [
        x
        for path in drawing(view).iter(f"{SVG}path")
        if path.attrib["class"] == "outline"
        for x in _cuts(polygon(path.attrib["d"]), y)
    ]
    return all(any(abs(x - side) < 0.6 for x in edge) for side in (end, start))


def _cuts(line: list[Point], y: float) -> list[float]:
    return [
        x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in pairwise(line)
        if (y0 <= y) != (y1 <= y)
    ]
