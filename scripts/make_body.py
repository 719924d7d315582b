"""Draw the body to point at: every view of scripts/body_figure.toml as an SVG of its own.

python3 run python scripts/make_body.py           writes src/unload/knowledge/body/figure/
python3 run python scripts/make_body.py --check   fails where a drawing differs
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from unload.knowledge import load_knowledge
from unload.model.body import Region

FIGURE = Path(__file__).parent / "body_figure.toml"
DRAWN = Path(__file__).parent.parent / "src" / "unload" / "knowledge" / "body" / "figure"
WIDTH = 390
MIDDLE_X = WIDTH / 2
MIDDLE = "middle"
OTHER = {"left": "right", "right": "left"}
STYLE = """\
  .body { --skin: #e8e2d9; --seam: #857b6d; --edge: #6f675c; --ink: #4d463d;
    --over: #d9cfc0; --sore: #c8643c; --ring: #0f2f5c; }
  @media (prefers-color-scheme: dark) {
    .body { --skin: #3b3a39; --seam: #89847f; --edge: #b5aea7; --ink: #cfc8bf;
      --over: #4b4947; --sore: #d0693f; --ring: #e6f1ff; }
  }
  .body .region { fill: var(--skin); stroke: var(--seam); stroke-width: 1; cursor: pointer; }
  .body .region:hover { fill: var(--over); }
  .body .region[aria-checked="true"] { fill: var(--sore); }
  .body .region:focus { outline: none; }
  .body .region:focus-visible { stroke: var(--ring); stroke-width: 6; stroke-linejoin: round; }
  .body .outline { fill: none; stroke: var(--edge); stroke-width: 1.5; pointer-events: none; }
  .body text { fill: var(--ink); font: 600 13px system-ui, sans-serif; text-anchor: middle; }
"""

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


@dataclass(frozen=True)
class Arc:
    """A piece of one strand between neighbouring nodes, in the direction walked."""

    strand: int
    start: str
    end: str

    @property
    def either_way(self) -> tuple[int, frozenset[str]]:
        return self.strand, frozenset((self.start, self.end))


@dataclass(frozen=True)
class Strand:
    """A smooth line through points, some of which are nodes that faces turn at."""

    points: tuple[Point, ...]
    nodes: dict[str, int]
    curves: tuple[Curve, ...]

    def arcs(self, start: str, end: str) -> list[Arc]:
        """The pieces from node to node, in the order walked."""
        first, last = self.nodes[start], self.nodes[end]
        low, high = sorted((first, last))
        between = sorted((i, name) for name, i in self.nodes.items() if low <= i <= high)
        names = [name for _, name in between]
        names = names if first < last else names[::-1]
        return [Arc(id(self), *pair) for pair in pairwise(names)]

    def walk(self, start: str, end: str) -> list[Curve]:
        """The curves from one node to another, either way along."""
        first, last = self.nodes[start], self.nodes[end]
        if first < last:
            return list(self.curves[first:last])
        return [(d, c, b, a) for a, b, c, d in self.curves[last:first][::-1]]


@dataclass(frozen=True)
class View:
    """One drawing: its half-figure, cut into faces."""

    key: str
    table: dict[str, Any]
    strands: dict[str, Strand]

    @property
    def outward(self) -> str:
        side: str = self.table["outward"]
        return side

    def placed(self, x: float, y: float, side: str) -> Point:
        """A point of the half-figure on the sheet, on the wanted side."""
        across = x if "flip" not in self.table else self.table["flip"] - x
        return (MIDDLE_X + across if side == self.outward else MIDDLE_X - across), y


def view_of(key: str, table: dict[str, Any]) -> View:
    nodes: dict[str, Point] = {}
    return View(key, table, {n: strand_of(text, nodes) for n, text in table["strands"].items()})


def strand_of(text: str, nodes: dict[str, Point]) -> Strand:
    """A strand from its text; nodes it names for the first time are added to `nodes`."""
    points: list[Point] = []
    named: dict[str, int] = {}
    before: list[Point] = []
    after: list[Point] = []
    for token in text.split():
        name, _, place = token.rpartition(":") if "," in token else (token, "", "")
        ghost = place.startswith("~")
        point = nodes[name] if not place else point_of(place.lstrip("~"))
        if ghost:
            (after if points else before).append(point)
            continue
        if name:
            nodes[name] = point
            named[name] = len(points)
        points.append(point)
    steered = [*(before or points[:1]), *points, *(after or points[-1:])]
    return Strand(tuple(points), named, tuple(smooth(steered)))


def point_of(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def smooth(steered: list[Point]) -> Iterator[Curve]:
    """Cubic curves through all points but the first and the last, which only steer.

    The tangent of a point runs parallel to the line between its neighbours; the handles are a
    third of the piece, so that uneven spacing does not overshoot.
    """
    inner = range(1, len(steered) - 1)
    ways = {i: direction(steered[i - 1], steered[i + 1]) for i in inner}
    for i in inner[:-1]:
        (x0, y0), (x1, y1) = steered[i], steered[i + 1]
        third = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 / 3
        (ax, ay), (bx, by) = ways[i], ways[i + 1]
        near = (x0 + ax * third, y0 + ay * third)
        yield (x0, y0), near, (x1 - bx * third, y1 - by * third), (x1, y1)


def direction(start: Point, end: Point) -> Point:
    x, y = end[0] - start[0], end[1] - start[1]
    length = (x * x + y * y) ** 0.5 or 1.0
    return x / length, y / length


def steps_of(view: View, face: str) -> list[tuple[Strand, str, str]]:
    """The walk round a face: along which strand, from which node, to which."""
    tokens = [token.rpartition(">") for token in view.table["faces"][face].split()]
    closed = [*tokens[1:], tokens[0]] if tokens[0][2] != tokens[-1][2] else tokens[1:]
    steps, here = [], tokens[0][2]
    for wanted, _, there in closed:
        names = [wanted] if wanted else list(view.strands)
        ways = [s for n in names if {here, there} <= (s := view.strands[n]).nodes.keys()]
        if not ways:
            sys.exit(f"{view.key}, {face}: no strand runs from {here} to {there}")
        steps.append((min(ways, key=lambda s: len(s.arcs(here, there))), here, there))
        here = there
    return steps


def bounds(view: View) -> Counter[tuple[int, frozenset[str]]]:
    """How many faces each piece of a strand bounds."""
    return Counter(
        arc.either_way
        for face in view.table["faces"]
        for strand, start, end in steps_of(view, face)
        for arc in strand.arcs(start, end)
    )


def check_gaps(view: View) -> None:
    """Every piece of a strand bounds two faces, or one face and the edge of the figure.

    A piece that no face walks, or that more than two do, would leave a hole or an overlap.
    """
    count = bounds(view)
    for name, strand in view.strands.items():
        for arc in strand.arcs(*ends(strand)):
            if count[arc.either_way] not in (1, 2):
                times = count[arc.either_way]
                sys.exit(f"{view.key}, {name}: {arc.start} to {arc.end} bounds {times} faces")


def ends(strand: Strand) -> tuple[str, str]:
    order = sorted(strand.nodes, key=lambda name: strand.nodes[name])
    return order[0], order[-1]


def path_of(view: View, curves: list[Curve], side: str) -> str:
    """Absolute M and C commands for curves that follow each other."""
    parts = ["M" + spelled(view.placed(*curves[0][0], side))]
    for _, *rest in curves:
        parts.append("C" + " ".join(spelled(view.placed(*point, side)) for point in rest))
    return " ".join(parts)


def spelled(point: Point) -> str:
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in point)


def paths_of(view: View, face: str, region: Region) -> Iterator[tuple[str, str]]:
    """The side and path of a face: one for each side, or one across the middle."""
    steps = steps_of(view, face)
    middle = view.strands.get(MIDDLE)
    if region.sided:
        curves = [curve for strand, start, end in steps for curve in strand.walk(start, end)]
        for side in ("left", "right"):
            yield side, path_of(view, curves, side) + " Z"
        return
    first = next(i for i, step in enumerate(steps) if step[0] is middle)
    steps = steps[first:] + steps[:first]
    half = [curve for s, start, end in steps if s is not middle for curve in s.walk(start, end)]
    back = [(d, c, b, a) for a, b, c, d in half[::-1]]
    other = path_of(view, back, OTHER[view.outward]).partition("C")
    yield "middle", path_of(view, half, view.outward) + " C" + other[2] + " Z"


def outline_of(view: View) -> Iterator[str]:
    """The edge of the figure, a stroke for each strand and side."""
    count = bounds(view)
    for name, strand in view.strands.items():
        pieces = [a for a in strand.arcs(*ends(strand)) if count[a.either_way] == 1]
        if name != MIDDLE and pieces:
            curves = [curve for arc in pieces for curve in strand.walk(arc.start, arc.end)]
            for side in ("left", "right"):
                yield path_of(view, curves, side)


def svg_of(view: View, regions: dict[str, Region]) -> str:
    """The whole drawing."""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body" id="body-{view.key}" role="group" '
        f'viewBox="0 0 {WIDTH} {view.table["height"]}" '
        f'aria-label="{view.table["title"].capitalize()}">'
    )
    lines = [opening, f"<style>\n{STYLE}</style>"]
    for face in view.table["faces"]:
        region = regions[face]
        for side, path in paths_of(view, face, region):
            name = region.name if side == "middle" else f"{side} {region.name}"
            lines.append(
                f'<path class="region" id="{face}-{side}-{view.key}" data-region="{face}" '
                f'data-side="{side}" role="checkbox" aria-checked="false" tabindex="0" d="{path}">'
                f"<title>{name}</title></path>"
            )
    lines += [f'<path class="outline" d="{path}"/>' for path in outline_of(view)]
    for label in view.table["labels"]:
        text, place = label.split()
        x, y = point_of(place)
        lines.append(f'<text x="{x:g}" y="{y:g}" aria-hidden="true">{text}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def main(*, check: bool) -> int:
    regions = dict(load_knowledge().regions)
    tables = tomllib.loads(FIGURE.read_text(encoding="utf-8"))
    views = [view_of(key, table) for key, table in tables.items()]
    drawn = {face for view in views for face in view.table["faces"]}
    if drawn != set(regions):
        sys.exit(f"regions and figure differ: {sorted(drawn ^ set(regions))}")
    status = 0
    for view in views:
        check_gaps(view)
        path, text = DRAWN / f"{view.key}.svg", svg_of(view, regions)
        if not check:
            DRAWN.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} differs: run scripts/make_body.py")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
